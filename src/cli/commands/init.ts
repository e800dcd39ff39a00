import { basename, relative, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import { PACKAGE_ROOT, version } from '../../edges/package.js';
import { flagValue, folderNotEmpty } from '../../problems/usage.js';
import { absoluteUrl, valued } from '../flags.js';
import type { Context } from '../program.js';
import { paint, type Terminal } from '../terminal.js';
import { UsageError } from '../usage.js';

interface InitFlags {
  readonly title?: string;
  readonly url: string;
  readonly language: string;
  readonly timezone: string;
}

/** Names that npm packages don't carry as they are, and folders that must not act inside this repository. */
const RENAMED: Readonly<Record<string, string>> = {
  gitignore: '.gitignore',
  gitattributes: '.gitattributes',
  github: '.github',
};

/** What a new repository already has; of those that the starter has too, the repository's stay. */
const WELCOME = new Set(['.git', '.gitignore', '.gitattributes', 'README.md', 'LICENSE', '.DS_Store']);

export function addInit(program: Command, { terminal }: Context): Command {
  return program
    .command('init')
    .description('make a new newsroom, with a first article and a workflow for continuous integration')
    .argument('<dir>', 'a folder that is empty or not there yet')
    .addOption(
      valued({
        flags: '--title <name>',
        text: 'name of the newsroom (default: after the folder)',
        wanted: 'a name',
        example: '"The Daily Example"',
      }),
    )
    .addOption(
      valued({
        flags: '--url <url>',
        text: 'address of the site',
        wanted: 'an absolute address',
        example: 'https://www.example.org/',
        parse: (text) => {
          const url = absoluteUrl(text);
          return url === null || url.endsWith('/') ? url : `${url}/`;
        },
      }).default('https://www.example.org/'),
    )
    .addOption(
      valued({
        flags: '--language <tag>',
        text: 'language of the site: en, sq, fa, pt-BR',
        wanted: 'the tag of a language',
        example: 'sq',
        parse: languageTag,
      }).default('en'),
    )
    .addOption(
      valued({
        flags: '--timezone <zone>',
        text: 'time zone of the newsroom: Europe/Tirane',
        wanted: 'the name of a time zone',
        example: 'Europe/Tirane',
      }).default('UTC'),
    )
    .action((dir: string, flags: InitFlags) => makeNewsroom(dir, flags, terminal));
}

async function makeNewsroom(dir: string, flags: InitFlags, terminal: Terminal): Promise<void> {
  const [
    { present },
    { createFile, namesIn },
    { createFiles },
    { isoInZone, isZone },
    { slugify },
    { decodeText },
  ] = await Promise.all([
    import('../present.js'),
    import('../../edges/create.js'),
    import('../../edges/files/index.js'),
    import('../../text/dates.js'),
    import('../../text/slug.js'),
    import('../../text/utf8.js'),
  ]);
  if (!isZone(flags.timezone)) {
    throw new UsageError(flagValue('--timezone', flags.timezone, 'the name of a time zone', 'Europe/Tirane'));
  }
  const folder = resolve(terminal.cwd, dir);
  if ((await namesIn(folder)).some((name) => !WELCOME.has(name))) throw new UsageError(folderNotEmpty(dir));
  const title = flags.title?.trim() || titleOf(basename(folder));
  const values: Readonly<Record<string, string>> = {
    title,
    // A text in double quotes is the same in YAML and in JSON.
    quotedTitle: JSON.stringify(title),
    id: slugify(title, 'ascii'),
    url: flags.url,
    language: flags.language,
    timezone: flags.timezone,
    date: isoInZone(flags.timezone, present(terminal)).slice(0, 16).replace('T', ' '),
    dateline: dependency(folder),
  };
  const starter = createFiles(PACKAGE_ROOT);
  for (const { path } of (await starter.walk('starter')).files) {
    const text = decodeText(await starter.read(path));
    await createFile(folder, placed(path), fill(text, values));
  }
  const shown = relative(terminal.cwd, folder);
  const { good, strong, dim, hint } = paint(terminal);
  const steps = [
    ...(shown === '' ? [] : [[`cd ${/\s/.test(shown) ? JSON.stringify(shown) : shown}`, '']]),
    ['npm install', ''],
    ['npm start', 'see it, and every change as you save'],
    ['npx dateline new "Headline"', 'begin an article'],
    ['npm run build', 'the site, in public/'],
  ];
  const wide = Math.max(...steps.map(([step = '']) => step.length)) + 3;
  terminal.err(
    `${good('✓')} ${strong(`${title} is in ${shown === '' ? 'this folder' : `${shown}/`}`)}\n\n${steps
      .map(([step = '', what = '']) => `  ${hint(step.padEnd(wide))}${dim(what)}`.trimEnd())
      .join('\n')}\n\nThe settings are in content/site.yaml.\n${linked(values.dateline ?? '')}`,
  );
}

/** `starter/github/workflows/x.yml` → `.github/workflows/x.yml` */
const placed = (path: string): string =>
  path
    .split('/')
    .slice(1)
    .map((part) => RENAMED[part] ?? part)
    .join('/');

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\[\[(\w+)\]\]/g, (whole, name: string) => values[name] ?? whole);

function titleOf(folder: string): string {
  const words = folder.replace(/[-_.\s]+/g, ' ').trim();
  return words.replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase()) || 'My newsroom';
}

/** Where the new newsroom's npm finds Dateline: the registry, or the clone that this command runs from. */
function dependency(folder: string): string {
  const installed = PACKAGE_ROOT.split(sep).includes('node_modules');
  if (installed) return `^${version()}`;
  return `file:${relative(folder, PACKAGE_ROOT).split(sep).join('/')}`;
}

/** A link to a folder of this machine is good for trying, but no other machine has that folder. */
function linked(dateline: string): string {
  if (!dateline.startsWith('file:')) return '';
  return 'package.json takes Dateline from this clone. Before the workflow can run elsewhere, put a release or a Git address there.\n';
}

function languageTag(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? null;
  } catch {
    return null;
  }
}
