import { readFileSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { Command } from 'commander';
import { now } from '../../edges/clock.js';
import { createFile, namesIn } from '../../edges/create.js';
import { createFiles } from '../../edges/files/index.js';
import { PACKAGE_ROOT, version } from '../../edges/package.js';
import { isoInZone } from '../../text/dates.js';
import { slugify } from '../../text/slug.js';
import type { Context } from '../program.js';
import { UsageError } from '../usage.js';

interface InitFlags {
  readonly title?: string;
  readonly url: string;
  readonly language: string;
  readonly timezone: string;
}

/** Names that npm packages don't carry as they are, and folders that must not act inside this repository. */
const RENAMED: Readonly<Record<string, string>> = { gitignore: '.gitignore', github: '.github' };

export function addInit(program: Command, { terminal }: Context): Command {
  return program
    .command('init')
    .description('make a new newsroom, with a first article and a workflow for continuous integration')
    .argument('<dir>', 'a folder that is empty or not there yet')
    .option('--title <name>', 'name of the newsroom (default: after the folder)')
    .option('--url <url>', 'address of the site', 'https://www.example.org/')
    .option('--language <tag>', 'language of the site: en, sq, fa', 'en')
    .option('--timezone <zone>', 'time zone of the newsroom: Europe/Tirane', 'UTC')
    .action(async (dir: string, flags: InitFlags) => {
      const folder = resolve(terminal.cwd, dir);
      const there = (await namesIn(folder)).filter(
        (name) => !['.git', '.gitignore', 'README.md', 'LICENSE'].includes(name),
      );
      if (there.length > 0) {
        throw new UsageError(
          `${dir} is not empty (${there.slice(0, 3).join(', ')}${there.length > 3 ? ' …' : ''}).`,
          'Choose another folder. To use Dateline on existing Markdown, put it under content/ and run `dateline build --root`.',
        );
      }
      const title = flags.title ?? titleOf(basename(folder));
      const values: Readonly<Record<string, string>> = {
        title,
        id: slugify(title, 'ascii'),
        url: flags.url.endsWith('/') ? flags.url : `${flags.url}/`,
        language: flags.language,
        timezone: flags.timezone,
        date: isoInZone(flags.timezone, now(terminal.env)).slice(0, 16).replace('T', ' '),
        dateline: dependency(folder),
      };
      const starter = createFiles(join(PACKAGE_ROOT, 'starter'));
      for (const { path } of (await starter.walk('')).files) {
        const text = readFileSync(join(PACKAGE_ROOT, 'starter', path), 'utf8');
        await createFile(folder, placed(path), fill(text, values));
      }
      const shown = relative(terminal.cwd, folder) || '.';
      terminal.err(
        `A newsroom is in ${shown}. Next:\n  cd ${shown}\n  npm install\n  npm start          see it, and every change as you save\n  npx dateline new "Your first headline"\n`,
      );
    });
}

const placed = (path: string): string =>
  path
    .split('/')
    .map((part) => RENAMED[part] ?? part)
    .join('/');

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\[\[(\w+)\]\]/g, (whole, name: string) => values[name] ?? whole);

function titleOf(folder: string): string {
  const words = folder.replace(/[-_.]+/g, ' ').trim();
  return words.replace(/(^|\s)\p{L}/gu, (letter) => letter.toUpperCase()) || 'My newsroom';
}

/** Where the new newsroom's npm finds Dateline: the registry, or the clone that this command runs from. */
function dependency(folder: string): string {
  const installed = PACKAGE_ROOT.split(sep).includes('node_modules');
  return installed ? `^${version()}` : `file:${relative(folder, PACKAGE_ROOT).split(sep).join('/')}`;
}
