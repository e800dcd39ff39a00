import * as fs from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { createFiles } from '../../src/edges/files/index.js';
import { createTemplateSource } from '../../src/edges/theme.js';
import { lay, tempFolder } from './support.js';

type Files = Readonly<Record<string, string>>;

/** The theme's files as they are published, of the site's over an empty theme. */
async function load(own: Files, theme: Files = {}, cache: string | null = null) {
  const [root, base] = [tempFolder(), tempFolder()];
  const below = (files: Files): Files =>
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`templates/assets/${name}`, text]));
  lay(root, below(own));
  lay(base, below(theme));
  const kept = cache === null ? null : { file: cache, version: '1' };
  const { assets, problems } = await createTemplateSource(
    root,
    base,
    createFiles(root),
    createFiles(base),
    kept,
  ).load();
  return {
    /** What is published, marks left out. */
    files: Object.fromEntries(
      assets.map(({ name, text }) => [name, text?.replace(/\.[\da-f]{8}\./g, '.N.')]),
    ),
    paths: Object.fromEntries(assets.map(({ name, path }) => [name, path])),
    problems: problems.map(({ code, severity, file, line, column }) => [code, severity, file, line, column]),
    messages: problems.map(({ message }) => message),
  };
}

describe('a style sheet', () => {
  it.each([
    ['is made small', 'a {\n  color: #ff0000;\n}\n', 'a{color:red}'],
    [
      'is put in the words of older browsers',
      'a { &:hover { top: 0 } mask: none }',
      'a:hover{top:0}a{-webkit-mask:none;mask:none}',
    ],
    [
      'loads fonts and pictures by their published names',
      'a{background:url(../img/a.svg?v=1#x)}',
      'a{background:url("../img/a.N.svg?v=1#x")}',
    ],
    [
      'loads them by paths from the top too',
      'a{background:url(/news/assets/img/a.svg)}',
      'a{background:url("../img/a.N.svg")}',
    ],
    [
      'keeps the addresses of all else',
      'a{background:url(/media/a.svg);mask:url(#m);src:url(https://o.example/f.woff2)}',
      'a{src:url("https://o.example/f.woff2");background:url("/media/a.svg");-webkit-mask:url("#m");mask:url("#m")}',
    ],
    [
      'keeps data as it is',
      `a{background:url("data:image/svg+xml,<svg xmlns='x'/>")}`,
      `a{background:url("data:image/svg+xml,<svg xmlns='x'/>")}`,
    ],
  ])('%s', async (_, source, made) => {
    const { files, problems } = await load({ 'css/x.css': source, 'img/a.svg': '<svg/>' });
    expect([files['css/x.css'], problems]).toEqual([made, []]);
  });

  it('holds what it imports, the site’s own before the theme’s, and names files from its own folder', async () => {
    const { files, problems } = await load(
      {
        'all.css':
          '@import "https://fonts.example/a.css"; @import "parts/head.css" print; @import "@theme/base.css"; i { top: 0 }',
        'parts/head.css': '@import "../base.css"; h1 { background: url(dot.svg) }',
        'parts/dot.svg': '<svg/>',
        'base.css': 'b { top: 1px }',
      },
      { 'base.css': 'b { top: 2px }' },
    );
    expect(problems).toEqual([]);
    expect(files['all.css']).toBe(
      '@import "https://fonts.example/a.css";@media print{b{top:1px}h1{background:url("parts/dot.N.svg")}}b{top:2px}i{top:0}',
    );
  });

  it.each([
    ['a missing semicolon', 'a {\n  color red;\n  top: 0;\n}', 'style-syntax', 'error', 2, 9],
    ['a missing end', 'a {\n  top: 0;\n  b { top: 0 }', 'style-open', 'error', 1, 3],
    ['a comment without an end', 'a { content: "/*" }\n/* b {}', 'style-open', 'error', 2, 1],
    ['an end too many', 'a { top: 0 }\n}\nb { top: 0 }', 'style-syntax', 'error', 2, 1],
    [
      'a part that is not there',
      'a{top:0}\n'.replace('a', '@import "no.css";\na'),
      'style-syntax',
      'error',
      1,
      1,
    ],
    ['an address that means two places', ':root {\n --x: url(a.svg) }', 'style-syntax', 'error', 2, 7],
    [
      'a font that is not there',
      '@font-face {\n  src: url("fonts/x.woff2") }',
      'style-reference',
      'warning',
      2,
      12,
    ],
    ['a selector that nobody knows', 'a::befor { top: 0 }', 'style-unknown', 'warning', 1, 3],
    ['a rule that nobody knows', '@shape x;', 'style-unknown', 'warning', 1, 8],
    ['a trick for old browsers', 'a { *zoom: 1; top: 0 }', 'style-unknown', 'warning', 1, 13],
  ])('with %s is told with its place', async (_, source, code, severity, line, column) => {
    const { problems, messages } = await load({ 'css/x.css': source });
    expect(problems).toEqual([[code, severity, 'templates/assets/css/x.css', line, column]]);
    expect(messages[0]).not.toMatch(/has_sign|Ident|placeholder/);
  });
});

describe('a script', () => {
  it('is made small, and names that other scripts may use stay', async () => {
    const { files, problems } = await load({
      'a.js':
        '// words\nfunction start() {\n  const longName = 1;\n  return longName + 1;\n}\n/*! licence */',
      'm.mjs': "import { twice } from './lib/twice.js';\nconsole.log(twice(2));",
      'lib/twice.js': 'export const twice = (n) => n * 2;',
    });
    expect(problems).toEqual([]);
    expect(files['a.js']).toMatch(/^function start\(\)\{return \d\}\/\*! licence \*\/$/);
    expect(files['m.mjs']).toMatch(/^var \w=\w=>\w\*2;console\.log\(\w\(2\)\);$/);
  });

  it.each([
    ['is no script', 'const ë = "é";\nlet é = ;', 'script-syntax', 'error', 2, 9],
    ['imports what is not there', "\nimport './no.js';", 'script-syntax', 'error', 2, 8],
    ['has something odd', 'if (typeof a === "nul") b();', 'script-odd', 'warning', 1, 18],
  ])('that %s is told with its place', async (_, source, code, severity, line, column) => {
    const { problems } = await load({ 'js/x.js': source });
    expect(problems).toEqual([[code, severity, 'templates/assets/js/x.js', line, column]]);
  });
});

test('a name changes with what is published, through all that it loads', async () => {
  const before = await load({ 'a.css': 'a{background:url(x.svg)}', 'b.css': 'b{top:0}', 'x.svg': '<svg/>' });
  const after = await load({
    'a.css': 'a { background: url("x.svg") }',
    'b.css': 'b { top:0 }',
    'x.svg': '<svg />',
  });
  expect(before.paths['a.css']).toMatch(/^a\.[\da-f]{8}\.css$/);
  expect(after.paths['b.css']).toBe(before.paths['b.css']);
  for (const name of ['a.css', 'x.svg']) expect(after.paths[name]).not.toBe(before.paths[name]);
});

test('what was made is taken from the cache, and made again where that is damaged or of another release', async () => {
  const cache = join(tempFolder(), 'cache/assets');
  const source = { 'cached.css': 'a { top: 1px }' };
  const { files } = await load(source, {}, cache);
  const text = fs.readFileSync(cache, 'utf8');
  expect(text).toContain('a{top:1px}');
  fs.writeFileSync(cache, text.replace('a{top:1px}', 'a{top:9px}'));
  expect((await load(source, {}, cache)).files).toEqual(files);
});
