import type { Command, Option } from 'commander';
import { KINDS, type Kind } from '../../model/article.js';
import type { Config } from '../../model/config.js';
import { fileExists, headlineEmpty, sectionNotListed } from '../../problems/usage.js';
import { addRoot, oneOf, valued, withoutValue } from '../flags.js';
import type { Context } from '../program.js';
import { paint } from '../terminal.js';
import { UsageError } from '../usage.js';

interface NewFlags {
  readonly root: string;
  readonly section?: string;
  readonly author: readonly string[];
  readonly tag: readonly string[];
  readonly kind: Kind;
}

export function addNew(program: Command, { terminal, exit }: Context): Command {
  const command = program
    .command('new')
    .description('begin an article: a ready file in the right place, as a draft')
    .argument('<headline>', 'the headline, in quotation marks')
    .addOption(
      valued({
        flags: '--section <slug>',
        text: 'section, which is also the folder (default: defaultSection in site.yaml, else the first)',
        wanted: 'a section',
        example: 'world/europe',
      }),
    )
    .addOption(repeated('--author <name>', 'author; may be given several times', 'a name', '"Elira Hoxha"'))
    .addOption(repeated('--tag <tag>', 'tag; may be given several times', 'a tag', 'Economy'))
    .addOption(oneOf('--kind <kind>', 'kind of article', KINDS, 'news'));
  return addRoot(command).action(async (headline: string, flags: NewFlags) => {
    const title = headline.trim();
    if (!/[\p{L}\p{N}]/u.test(title)) throw new UsageError(headlineEmpty());
    const [{ openNewsroom }, { loadConfig }, { createFiles }, { slugify, slugPath }] = await Promise.all([
      import('../newsroom.js'),
      import('../../config/index.js'),
      import('../../edges/files/index.js'),
      import('../../text/slug.js'),
    ]);
    const { root, problems } = await openNewsroom(flags, terminal);
    const files = createFiles(root);
    const { decodeText } = await import('../../text/utf8.js');
    const bytes = await files.readIfThere('content/site.yaml');
    const loaded = loadConfig(bytes === null ? null : decodeText(bytes), 'content/site.yaml');
    const { tellProblems } = await import('../report/problems.js');
    if (loaded.config === null) {
      await tellProblems(loaded.problems, terminal, { read: files.readIfThere });
      exit(2);
      return;
    }
    await tellProblems(problems, terminal, { read: files.readIfThere });
    const { slugs } = loaded.config;
    const section = sectionOf(flags.section, loaded.config, (text) => slugPath(text, slugs));
    const slug = slugify(title, slugs);
    const path = `content/articles/${section === '' ? '' : `${section}/`}${slug}.md`;
    const [{ createFile }, { present }, { isoInZone }, { stringify }] = await Promise.all([
      import('../../edges/create.js'),
      import('../present.js'),
      import('../../text/dates.js'),
      import('yaml'),
    ]);
    const date = isoInZone(loaded.config.timezone, present(terminal)).slice(0, 16).replace('T', ' ');
    const text = draft(fieldsOf(title, date, idOf(date, slug), flags), flags, (fields) =>
      stringify(fields, { lineWidth: 0 }),
    );
    if (!(await createFile(root, path, text))) throw new UsageError(fileExists(path));
    terminal.out(`${path}\n`);
    terminal.err(
      `${paint(terminal).dim('It is a draft: take out the line `draft: true` when readers may see it.')}\n`,
    );
  });
}

function repeated(flags: string, text: string, wanted: string, example: string): Option {
  const option = valued({ flags, text, wanted, example });
  const name = option.long ?? flags;
  return option
    .argParser((value: string, before: readonly string[]) => {
      if (value.startsWith('--') || value.trim() === '') throw withoutValue(name);
      return [...before, value];
    })
    .default([], 'none');
}

function sectionOf(wanted: string | undefined, config: Config, slugPath: (text: string) => string): string {
  const known = config.sections.map((section) => section.slug);
  if (wanted === undefined) return config.defaultSection ?? known[0] ?? '';
  const slug = slugPath(wanted);
  if (slug !== '' && (known.length === 0 || known.includes(slug))) return slug;
  throw new UsageError(sectionNotListed(wanted, known));
}

const LONGEST_ID = 40;

/**
 * A permanent name that people can read and pin: the day on which the file was begun, and the headline's first words.
 * Without one the file's path would be the name, and moving the file would make the story new to every subscriber.
 */
function idOf(date: string, slug: string): string {
  const short = [...slug].slice(0, LONGEST_ID).join('');
  const word = short.lastIndexOf('-');
  return `${date.slice(0, 10)}-${short === slug || word < 1 ? short : short.slice(0, word)}`;
}

function fieldsOf(title: string, date: string, id: string, { kind, author, tag }: NewFlags): object {
  return {
    title,
    date,
    id,
    ...(kind === 'news' ? {} : { kind }),
    ...(author.length > 0 ? { authors: author } : {}),
    ...(tag.length > 0 ? { tags: tag } : {}),
  };
}

/** What is known is filled in; what an editor usually adds stands there empty. */
function draft(fields: object, { author, tag }: NewFlags, yaml: (fields: object) => string): string {
  const open = [
    ...(author.length > 0 ? [] : ['authors:']),
    ...(tag.length > 0 ? [] : ['tags:']),
    'summary:',
    'draft: true',
  ];
  return `---\n${yaml(fields)}${open.join('\n')}\n---\n\n`;
}
