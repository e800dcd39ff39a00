import { type Command, Option } from 'commander';
import { stringify } from 'yaml';
import { loadConfig } from '../../config/index.js';
import { now } from '../../edges/clock.js';
import { createFile } from '../../edges/create.js';
import { createFiles } from '../../edges/files/index.js';
import { KINDS, type Kind } from '../../model/article.js';
import type { Config } from '../../model/config.js';
import { didYouMean } from '../../problems/suggest.js';
import { isoInZone } from '../../text/dates.js';
import { slugify } from '../../text/slug.js';
import { decodeText } from '../../text/utf8.js';
import { addRoot, rootOf } from '../options.js';
import type { Context } from '../program.js';
import { printProblems } from '../report.js';
import { UsageError } from '../usage.js';

interface NewFlags {
  readonly root: string;
  readonly section?: string;
  readonly author: readonly string[];
  readonly tag: readonly string[];
  readonly kind: Kind;
}

const collect = (value: string, before: readonly string[]): string[] => [...before, value];

export function addNew(program: Command, { terminal, exit }: Context): Command {
  const command = program
    .command('new')
    .description('begin an article: a ready file in the right place, as a draft')
    .argument('<headline>', 'the headline, in quotation marks')
    .option('--section <slug>', 'section, which is also the folder: politics, world/europe')
    .option('--author <name>', 'author; may be given several times', collect, [])
    .option('--tag <tag>', 'tag; may be given several times', collect, [])
    .addOption(new Option('--kind <kind>', 'kind of article').choices(KINDS).default('news'));
  return addRoot(command).action(async (headline: string, flags: NewFlags) => {
    const title = headline.trim();
    if (title === '')
      throw new UsageError(
        'The headline is empty.',
        'Write it in quotation marks: dateline new "Port reopens".',
      );
    const root = rootOf(flags, terminal);
    const files = createFiles(root);
    const bytes = await files.readIfThere('content/site.yaml');
    const loaded = loadConfig(bytes === null ? null : decodeText(bytes), 'content/site.yaml');
    if (loaded.config === null) {
      await printProblems(loaded.problems, terminal, (file) => files.readIfThere(file));
      exit(2);
      return;
    }
    const section = sectionOf(flags.section, loaded.config);
    const path = `content/articles/${section === '' ? '' : `${section}/`}${slugify(title, loaded.config.slugs)}.md`;
    const made = await createFile(
      root,
      path,
      draft(title, flags, isoInZone(loaded.config.timezone, now(terminal.env))),
    );
    if (!made) {
      throw new UsageError(
        `There is already an article in ${path}.`,
        'Open that one, or choose another headline.',
      );
    }
    terminal.out(`${path}\n`);
    terminal.err('It is a draft: take out the line `draft: true` when readers may see it.\n');
  });
}

function sectionOf(wanted: string | undefined, config: Config): string {
  if (wanted === undefined) return config.defaultSection ?? config.sections[0]?.slug ?? '';
  const slug = wanted
    .split('/')
    .map((part) => slugify(part, config.slugs))
    .join('/');
  const known = config.sections.map((section) => section.slug);
  if (known.length === 0 || known.includes(slug)) return slug;
  const near = didYouMean(slug, known);
  throw new UsageError(
    `site.yaml lists no section "${slug}".`,
    near === null ? `It lists: ${known.join(', ')}.` : `Did you mean ${near}?`,
  );
}

function draft(title: string, flags: NewFlags, iso: string): string {
  const fields = stringify(
    {
      title,
      date: iso.slice(0, 16).replace('T', ' '),
      ...(flags.kind === 'news' ? {} : { kind: flags.kind }),
      ...(flags.author.length > 0 ? { authors: flags.author } : {}),
      ...(flags.tag.length > 0 ? { tags: flags.tag } : {}),
    },
    { lineWidth: 0 },
  );
  const open = [
    ...(flags.author.length > 0 ? [] : ['authors:']),
    ...(flags.tag.length > 0 ? [] : ['tags:']),
    'summary:',
    'draft: true',
  ];
  return `---\n${fields}${open.join('\n')}\n---\n\n`;
}
