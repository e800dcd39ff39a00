import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');

/** Which folders of `src/` a folder may import, and which packages are its own. docs/architecture.md says why. */
const MAY: Readonly<
  Record<string, { readonly folders: readonly string[]; readonly packages: readonly string[] }>
> = {
  model: { folders: [], packages: [] },
  text: {
    folders: ['model'],
    packages: ['node:crypto', 'node:module', 'transliteration', 'sanitize-html', 'entities', 'yaml'],
  },
  problems: { folders: ['model', 'text'], packages: ['fastest-levenshtein'] },
  schema: { folders: ['model', 'text'], packages: ['zod'] },
  config: { folders: ['model', 'text', 'problems', 'schema'], packages: ['yaml', 'zod'] },
  'stages/discover': { folders: ['model', 'text', 'problems', 'build/ports'], packages: [] },
  'stages/parse': {
    folders: ['model', 'text', 'problems', 'schema'],
    packages: [
      'markdown-it',
      'markdown-it-cjk-friendly',
      'markdown-it-footnote',
      'gray-matter',
      'yaml',
      'smol-toml',
      'zod',
      'sanitize-html',
      'entities',
    ],
  },
  'stages/assemble': { folders: ['model', 'text', 'problems'], packages: [] },
  'stages/check': { folders: ['model', 'text', 'problems'], packages: [] },
  'stages/redirects': { folders: ['model', 'text', 'problems'], packages: [] },
  'stages/manifest': { folders: ['model', 'text', 'problems'], packages: [] },
  'stages/ledger': { folders: ['model', 'text', 'problems'], packages: [] },
  'stages/feeds': { folders: ['model', 'text', 'problems'], packages: [] },
  'stages/sitemaps': { folders: ['model', 'text', 'problems'], packages: [] },
  'stages/pictures': { folders: ['model', 'text'], packages: [] },
  'stages/relate': { folders: ['model', 'text', 'problems'], packages: [] },
  'stages/wire': { folders: ['model', 'text', 'problems'], packages: [] },
  'stages/search': { folders: ['model', 'text', 'problems'], packages: ['entities'] },
  browser: { folders: ['text'], packages: [] },
  'stages/plan': { folders: ['model', 'text', 'problems'], packages: ['schema-dts'] },
  'stages/render': {
    folders: ['model', 'text', 'problems'],
    packages: ['nunjucks', 'node:vm', 'schema-dts'],
  },
  'stages/publish': { folders: ['model', 'text', 'problems'], packages: [] },
  build: { folders: ['model', 'text', 'problems', 'config', 'stages'], packages: [] },
  edges: {
    folders: ['model', 'text', 'problems', 'build/ports', 'stages/pictures', 'stages/publish'],
    packages: ['*'],
  },
  threads: {
    folders: ['build', 'edges', 'stages'],
    packages: ['node:os', 'node:timers/promises', 'node:worker_threads'],
  },
  dev: { folders: ['build', 'edges', 'problems', 'model', 'text'], packages: ['node:http', 'node:path'] },
  cli: {
    folders: ['build', 'config', 'dev', 'edges', 'model', 'problems', 'schema', 'stages', 'text', 'threads'],
    packages: ['commander', 'picocolors', 'yaml', 'node:path', 'node:fs'],
  },
  docs: { folders: ['*'], packages: ['*'] },
};

/** Folders without disk, network, processes, clock, chance, locale or zone of the machine. */
const PURE = ['model', 'text', 'problems', 'schema', 'config', 'stages', 'build'];

const FORBIDDEN: readonly (readonly [string, RegExp])[] = [
  ['the clock', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\./],
  ['chance', /\bMath\.random\b|\brandomUUID\b/],
  ['the process', /\bprocess\.|\bconsole\./],
  ['the machine’s locale', /\.localeCompare\(|\.toLocale\w*\(|\bIntl\.\w+\(\s*\)|\bIntl\.\w+\(undefined/],
  ['the machine’s zone', /\.get(?:FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)\(/],
];

interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const files: readonly SourceFile[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
  .sort()
  .map((path) => ({ path, text: readFileSync(join(SRC, path), 'utf8') }));

const homeOf = (path: string): string =>
  path.startsWith('stages/') ? path.split('/').slice(0, 2).join('/') : (path.split('/')[0] ?? '');

/** Every module that a file imports, statically or not. */
function importsOf({ text }: SourceFile): string[] {
  const statements = text.matchAll(
    /^(?:import|export)\s[^'"=;()]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
  );
  return [...statements].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

const within = (path: string, folder: string): boolean =>
  folder === '*' || path === folder || path.startsWith(`${folder}/`) || path === `${folder}.js`;

describe('the arrows of docs/architecture.md', () => {
  it.each(files.filter((file) => file.path.includes('/')).map((file) => [file.path, file] as const))(
    '%s imports only what its folder may',
    (path, file) => {
      const home = homeOf(path);
      const may = MAY[home];
      expect(may, `no rule for src/${home}/`).toBeDefined();
      const wrong = importsOf(file).filter((name) => {
        if (!name.startsWith('.')) {
          const bare = name.startsWith('@')
            ? name.split('/').slice(0, 2).join('/')
            : name.startsWith('node:')
              ? name
              : (name.split('/')[0] ?? '');
          return !may?.packages.some((allowed) => allowed === '*' || allowed === bare);
        }
        const target = posix.join(dirname(path), name);
        return !within(target, home) && !may?.folders.some((folder) => within(target, folder));
      });
      expect(wrong).toEqual([]);
    },
  );
});

describe('the pure core', () => {
  const pure = files.filter((file) => PURE.includes(file.path.split('/')[0] ?? ''));
  it.each(FORBIDDEN)('never asks for %s', (_what, pattern) => {
    const found = pure.flatMap((file) =>
      file.text
        .split('\n')
        .map((line, i) => ({ line, place: `${file.path}:${i + 1}` }))
        .filter(({ line }) => !/^\s*(\/\/|\*|\/\*)/.test(line) && pattern.test(line))
        .map(({ place, line }) => `${place} ${line.trim()}`),
    );
    expect(found).toEqual([]);
  });
});

/** Tables of what templates see: long, but read entry by entry. */
const TABLES = /^model\/view\.ts$|^stages\/render\/shapes\.ts$/;

describe('the size of files', () => {
  it.each(files.map((file) => [file.path, file] as const))(
    '%s has one subject that fits on a few screens',
    (path, file) => {
      expect(file.text.split('\n').length).toBeLessThanOrEqual(TABLES.test(path) ? 500 : 350);
    },
  );
});
