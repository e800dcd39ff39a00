import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { argv, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import { PACKAGE_ROOT } from '../edges/package.js';
import { commandsPage } from './commands.js';
import { articleSchemaFile, contentPage } from './content.js';
import type { Generator } from './generator.js';
import { problemsPage } from './problems.js';
import { siteSchemaFile } from './site-schema.js';
import { siteYamlPage } from './site-yaml.js';
import { shapesFile, templatesPage } from './templates.js';
import { themePage } from './theme.js';

/** Every generated file of `docs/`; a new one is one line here. */
export const GENERATORS: readonly Generator[] = [
  commandsPage,
  contentPage,
  articleSchemaFile,
  problemsPage,
  siteSchemaFile,
  siteYamlPage,
  templatesPage,
  themePage,
  shapesFile,
];

const read = (path: string): Promise<string> => readFile(join(PACKAGE_ROOT, path), 'utf8');
const list = async (folder: string): Promise<readonly string[]> =>
  (await readdir(join(PACKAGE_ROOT, folder), { recursive: true }))
    .map((name) => name.replaceAll('\\', '/'))
    .sort();

/** Paths of the generated files that differ from what would be generated now. */
export async function staleDocs(generators: readonly Generator[] = GENERATORS): Promise<string[]> {
  const stale: string[] = [];
  for (const { path, text } of generators) {
    const now = await text(read, list);
    const before = await read(path).catch(() => null);
    if (now !== before) stale.push(path);
  }
  return stale;
}

async function writeDocs(): Promise<void> {
  for (const { path, text } of GENERATORS) {
    await mkdir(dirname(join(PACKAGE_ROOT, path)), { recursive: true });
    await writeFile(join(PACKAGE_ROOT, path), await text(read, list));
    stdout.write(`${path}\n`);
  }
}

if (argv[1] !== undefined && fileURLToPath(import.meta.url) === argv[1]) {
  await writeDocs();
}
