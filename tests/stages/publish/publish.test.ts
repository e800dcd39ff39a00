import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ManifestEntry, Phase } from '../../../src/model/page.js';
import {
  caseClashes,
  diff,
  entriesOf,
  fileAndFolder,
  inPhases,
  inRemoval,
  manifestOf,
  parseJournal,
  parseManifest,
  pathFault,
  serializeManifest,
} from '../../../src/stages/publish/index.js';

const entry = (phase: Phase, fill = 'a', size = 1): ManifestEntry => ({ hash: fill.repeat(32), size, phase });
const entries = (files: Readonly<Record<string, ManifestEntry>>) => new Map(Object.entries(files));

const segment = fc.stringMatching(/^[\wë☂-]{1,6}$/);
const path = fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/'));
const anyEntry = fc.record(
  {
    hash: fc.stringMatching(/^[0-9a-f]{32}$/),
    size: fc.nat(),
    phase: fc.constantFrom<Phase>('asset', 'article', 'index'),
  },
  { noNullPrototype: true },
);
const anyEntries = fc.dictionary(path, anyEntry, { maxKeys: 12 }).map(entries);

describe('diff', () => {
  test('tells added and changed files by phase and removed ones, each sorted', () => {
    const previous = entries({
      same: entry('asset'),
      gone: entry('index'),
      'also-gone': entry('asset'),
      b: entry('article'),
    });
    const outputs = entries({
      z: entry('index'),
      y: entry('index'),
      same: entry('asset'),
      b: entry('article', 'b'),
    });
    expect(diff(previous, outputs)).toEqual({
      added: { asset: [], article: [], index: ['y', 'z'] },
      changed: { asset: [], article: ['b'], index: [] },
      removed: ['also-gone', 'gone'],
    });
  });

  test('without a manifest everything is added', () => {
    const { added, changed, removed } = diff(null, entries({ a: entry('asset'), b: entry('index') }));
    expect([added.asset, added.index, changed.index, removed]).toEqual([['a'], ['b'], [], []]);
  });

  test('another phase alone is no change', () => {
    const { changed } = diff(entries({ a: entry('asset') }), entries({ a: entry('index') }));
    expect(changed.index).toEqual([]);
  });

  test('applied to what was, gives what is to be', () => {
    fc.assert(
      fc.property(anyEntries, anyEntries, (previous, outputs) => {
        const { added, changed, removed } = diff(previous, outputs);
        const result = new Map([...previous].filter(([name]) => !removed.includes(name)));
        for (const name of [added, changed].flatMap((lists) => Object.values(lists).flat())) {
          const output = outputs.get(name);
          if (output !== undefined) result.set(name, output);
        }
        const contents = (map: Map<string, ManifestEntry>) =>
          [...map].map(([name, { hash, size }]) => `${name} ${hash} ${size}`).sort();
        expect(contents(result)).toEqual(contents(outputs));
      }),
    );
  });
});

describe('the order in which files appear', () => {
  const outputs = entries({
    'index.html': entry('index'),
    'new.css': entry('asset'),
    'old.css': entry('asset'),
    'a/index.html': entry('article'),
    'a/related/index.html': entry('article'),
    'b/index.html': entry('article'),
    'tags/new/2026/index.html': entry('index'),
    'tags/new/index.html': entry('index'),
  });
  const isNew = (path: string): boolean => /new|^a/.test(path);

  test('is new ones, then changed ones, each by phase; new ones deepest first', () => {
    expect(inPhases([...outputs.keys()].sort(), outputs, isNew)).toEqual([
      'new.css',
      'a/related/index.html',
      'a/index.html',
      'tags/new/2026/index.html',
      'tags/new/index.html',
      'old.css',
      'b/index.html',
      'index.html',
    ]);
  });

  test('is turned round for those that go', () => {
    const gone = ['new.css', 'a/index.html', 'a/related/index.html', 'tags/new/index.html'];
    expect(inRemoval(gone, outputs)).toEqual([
      'tags/new/index.html',
      'a/index.html',
      'a/related/index.html',
      'new.css',
    ]);
  });

  test('does not depend on the order of the files', () => {
    fc.assert(
      fc.property(anyEntries, fc.infiniteStream(fc.nat()), (files, chance) => {
        const shuffled = [...files.keys()].sort(() => (Number(chance.next().value) % 3) - 1);
        expect(inPhases(shuffled, files, isNew)).toEqual(inPhases(files.keys(), files, isNew));
      }),
    );
  });
});

describe('the manifest', () => {
  test('is one line for each file, sorted', () => {
    expect(serializeManifest(entries({ b: entry('index'), a: entry('asset', 'f', 20) }))).toBe(
      `{"version":1,"files":{\n  "a": {"hash":"${'f'.repeat(32)}","size":20,"phase":"asset"},\n  "b": {"hash":"${'a'.repeat(32)}","size":1,"phase":"index"}\n}}\n`,
    );
  });

  test('read again is the same, whatever the files are called', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyEntries, fc.constant(entries({ constructor: entry('asset'), '404': entry('index') }))),
        (files) => {
          expect(entriesOf(parseManifest(serializeManifest(files)))).toEqual(files);
          expect(parseManifest(serializeManifest(files))).toEqual(manifestOf(files));
        },
      ),
    );
  });

  test.each([
    ['nothing', ''],
    ['half of it', '{"version":1,"files":{"a":'],
    ['another version', '{"version":2,"files":{}}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['more than a manifest', '{"version":1,"files":{},"x":1}'],
    ['a path that leads out', `{"version":1,"files":{"../a":${JSON.stringify(entry('asset'))}}}`],
    ['an absolute path', `{"version":1,"files":{"/a":${JSON.stringify(entry('asset'))}}}`],
    ['a hash that is none', '{"version":1,"files":{"a":{"hash":"zz","size":1,"phase":"asset"}}}'],
    ['a negative size', `{"version":1,"files":{"a":${JSON.stringify(entry('asset', 'a', -1))}}}`],
    ['an unknown phase', `{"version":1,"files":{"a":{"hash":"${'a'.repeat(32)}","size":1,"phase":"last"}}}`],
    [
      'an entry with more',
      `{"version":1,"files":{"a":{"hash":"${'a'.repeat(32)}","size":1,"phase":"asset","x":1}}}`,
    ],
  ])('%s counts as none', (_, text) => {
    expect(parseManifest(text)).toBeNull();
  });
});

describe('paths', () => {
  test.each([
    ['index.html', null],
    ['2026/11/gjirokastër/index.html', null],
    ['.well-known/security.txt', null],
    ['a b/(c)/…/index.html', null],
    ['', 'unsafe'],
    ['/a', 'unsafe'],
    ['a/', 'unsafe'],
    ['a//b', 'unsafe'],
    ['../a', 'unsafe'],
    ['a/../b', 'unsafe'],
    ['./a', 'unsafe'],
    ['a\\b', 'unsafe'],
    ['a\0b', 'unsafe'],
    ['a\nb', 'unsafe'],
    ['a\ud800b', 'unsafe'],
    ['x'.repeat(255), null],
    ['x'.repeat(256), 'too-long'],
    ['ë'.repeat(127), null],
    [`a/${'ë'.repeat(128)}/b`, 'too-long'],
    ['☂'.repeat(86), 'too-long'],
    [Array.from({ length: 100 }, () => 'deep').join('/'), null],
  ])('%j: %s', (name, fault) => {
    expect(pathFault(name)).toBe(fault);
  });

  test('a file that is a folder for another output is found', () => {
    const paths = new Set(['a', 'a/b', 'c/d/e', 'c/d', 'ab', 'c.html']);
    expect(fileAndFolder(paths, paths)).toEqual(['a', 'c/d']);
    expect(fileAndFolder(['c/d/f'], paths)).toEqual(['c/d']);
  });

  test('names that differ in case or in composition alone clash', () => {
    expect(caseClashes(['b', 'A/x', 'a/x', 'e\u0301', '\u00e9'])).toEqual([
      ['A/x', 'a/x'],
      ['e\u0301', '\u00e9'],
    ]);
  });
});

describe('the journal', () => {
  const journal = {
    version: 1,
    out: null,
    stage: 'state',
    first: ['a'],
    moves: [['b/c', 0]],
    removals: ['d'],
  };

  test('read again is the same', () => {
    expect(parseJournal(JSON.stringify(journal))).toEqual(journal);
  });

  test.each([
    ['half of it', JSON.stringify(journal).slice(0, -9)],
    ['a move out of the folder', JSON.stringify({ ...journal, moves: [['../b', 0]] })],
    ['a removal out of the folder', JSON.stringify({ ...journal, removals: ['/etc/passwd'] })],
    ['a staged file that is no number', JSON.stringify({ ...journal, moves: [['b', '../../x']] })],
    ['an unknown stage', JSON.stringify({ ...journal, stage: '/tmp' })],
    ['another version', JSON.stringify({ ...journal, version: 2 })],
  ])('%s is not followed', (_, text) => {
    expect(parseJournal(text)).toBeNull();
  });
});
