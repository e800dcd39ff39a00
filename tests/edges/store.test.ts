import * as fs from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParseStore, StoredHead, StoredParse } from '../../src/build/ports.js';
import { createMemoryStore, openScratchStore, openStore, packParse } from '../../src/edges/store/index.js';
import type { Article, Body } from '../../src/model/article.js';
import type { Json } from '../../src/model/json.js';
import type { Problem } from '../../src/model/problem.js';
import { started, translated } from './child.js';
import { tempFolder } from './support.js';

const put = (store: ParseStore, name: string, value: StoredParse): void => store.put(name, packParse(value));
const key = (n: number): string => n.toString(16).padStart(32, '0');
const body = (html: string): Body => ({
  html,
  refs: [{ kind: 'link', target: '../b.md', alt: '', title: null, remote: null, line: 3, column: 7 }],
  headings: [{ level: 2, id: 'x', text: 'Ç' }],
  words: 3,
  embeds: ['youtube'],
});
const moment = { ms: 1688119200000, iso: '2023-06-30T12:00:00+02:00', day: '2023-06-30', timed: true };
const article = (
  file: string,
  extra: Readonly<Record<string, Json>> = {},
  posts: readonly string[] = [],
): Article => ({
  id: file,
  guid: null,
  file,
  title: 'Gjirokastër “now”',
  slug: 'x',
  url: '/2023/06/x/',
  date: moment,
  updated: null,
  section: 'world',
  kind: 'news',
  kicker: null,
  summary: null,
  standfirst: null,
  excerpt: '…',
  dateline: 'TIRANA',
  authors: [{ text: 'A', line: 1, column: 2 }],
  tags: [],
  series: null,
  lang: 'en',
  translationOf: null,
  image: null,
  pictureWords: null,
  source: null,
  related: [],
  relatedExclude: [],
  draft: false,
  embargo: null,
  expires: null,
  gone: null,
  breakingUntil: null,
  priority: 0,
  corrections: [],
  aliases: [],
  live: posts.map((html) => ({ date: moment, title: null, body: body(html) })),
  noindex: false,
  template: null,
  extra,
  words: 3,
  spots: { title: { line: 2, column: 8 } },
});
const parse = (
  file: string,
  html = '<p>Text é “q” \ufdd0A0\ufdd1</p>',
  more: Partial<{
    extra: Readonly<Record<string, Json>>;
    posts: readonly string[];
    problems: readonly Problem[];
  }> = {},
): StoredParse => ({
  parsed: {
    article: article(file, more.extra, more.posts),
    body: body(html),
    terms: {
      ids: Uint32Array.from([1, 2 ** 32 - 1, 77]),
      counts: Uint8Array.from([1, 255, 3]),
      headline: 1,
      passages: Uint16Array.from([0x8000, 1, 0x8002]),
      prints: Uint32Array.from([2 ** 32 - 4, 8]),
      thinning: 2,
    },
  },
  problems: more.problems ?? [],
});
const warning: Problem = { file: 'a.md', code: 'w', severity: 'warning', message: 'm', hint: 'h', line: 2 };
const broken: StoredParse = { parsed: null, problems: [{ ...warning, severity: 'error' }] };
/** A head as the store must give it. */
const emptied = ({ parsed, problems }: StoredParse): StoredHead => ({
  parsed: parsed && {
    body: { ...parsed.body, html: '' },
    article: {
      ...parsed.article,
      live: parsed.article.live.map((post) => ({ ...post, body: { ...post.body, html: '' } })),
    },
  },
  problems,
});

describe.each<[string, (folder: string) => ParseStore]>([
  ['on the disk', (folder) => openStore(folder, 'v')],
  ['for one build', () => openScratchStore()],
  ['in memory', () => createMemoryStore()],
])('a store %s', (_, open) => {
  test('gives heads without HTML and words, and these apart, at once', () => {
    const store = open(tempFolder());
    const value = parse('a.md', '<p>a</p>', { posts: ['<p>1</p>', '<p>“2”</p>'], problems: [warning] });
    put(store, key(1), value);
    put(store, key(2), broken);
    expect(store.head(key(1))).toEqual(emptied(value));
    expect(store.bodies(key(1))).toEqual(['<p>a</p>', '<p>1</p>', '<p>“2”</p>']);
    expect(store.words(key(1))).toEqual(value.parsed?.terms);
    expect(store.head(key(2))).toEqual(broken);
    expect(store.bodies(key(2))).toEqual([]);
    expect(store.words(key(2))?.ids).toHaveLength(0);
    expect([store.head(key(3)), store.bodies(key(3)), store.words(key(3))]).toEqual([null, null, null]);
  });

  test('knows the parse of a file that last stood in the site, also after the editor went back to an earlier text', () => {
    const store = open(tempFolder());
    expect(store.lastGood('a.md')).toBeNull();
    put(store, key(1), parse('a.md'));
    expect(store.lastGood('a.md')).toBeNull();
    store.accept('a.md', key(1));
    put(store, key(2), parse('a.md', 'two', { problems: [warning] }));
    store.accept('a.md', key(2));
    put(store, key(3), parse('a.md', 'takes the address of another'));
    put(store, key(4), broken);
    expect(store.lastGood('a.md')).toBe(key(2));
    store.accept('a.md', key(1));
    expect(store.lastGood('a.md')).toBe(key(1));
  });

  test('knows the sources that were good the last time, and forgets what is not named any more', () => {
    const { sources } = open(tempFolder());
    expect(sources.good('about.md')).toBeNull();
    sources.keep(
      new Map([
        ['about.md', Buffer.from('é')],
        ['imprint.md', Buffer.from('')],
      ]),
    );
    expect(sources.good('about.md')).toEqual(Buffer.from('é'));
    expect(sources.good('imprint.md')).toEqual(Buffer.from(''));
    sources.keep(new Map([['imprint.md', Buffer.from('x')]]));
    expect(sources.good('about.md')).toBeNull();
    expect(sources.good('imprint.md')).toEqual(Buffer.from('x'));
  });

  test('holds what is larger than any buffer, and far more than one', () => {
    const store = open(tempFolder());
    const large = '<p>ë</p>'.repeat(400_000);
    put(store, key(0), parse('large.md', large));
    for (let i = 1; i < 600; i++) put(store, key(i), parse(`${i}.md`, `${i} `.repeat(1500)));
    expect(store.bodies(key(0))).toEqual([large]);
    for (const i of [1, 300, 599]) expect(store.bodies(key(i))).toEqual([`${i} `.repeat(1500)]);
    expect(store.head(key(300))).toEqual(emptied(parse('300.md')));
  });
});

async function filled(folder: string, count: number, version = 'v', from = 0): Promise<void> {
  const store = openStore(folder, version);
  for (let i = from; i < from + count; i++) {
    put(store, key(i), parse(`${i}.md`, `html ${i}`));
    store.accept(`${i}.md`, key(i));
  }
  await store.close();
}
const files = (folder: string): string[] => fs.readdirSync(join(folder, 'parse'));

describe('the store on the disk', () => {
  test('keeps everything as it was, numbers that JSON does not have included', async () => {
    const folder = tempFolder();
    const odd = parse('a.md', 'x', {
      extra: { inf: Number.POSITIVE_INFINITY, nan: Number.NaN, zero: -0, list: [-0], ['__proto__']: 1 },
    });
    const store = openStore(folder, 'v');
    put(store, key(1), odd);
    put(store, key(2), parse('b.md'));
    store.accept('b.md', key(2));
    await store.close();
    const again = openStore(folder, 'v');
    expect(again.head(key(1))).toStrictEqual(emptied(odd));
    expect(again.head(key(2))).toStrictEqual(emptied(parse('b.md')));
    expect(again.lastGood('b.md')).toBe(key(2));
    await again.close();
  });

  test('remembers from one build to the next what was good then, not what came after it', async () => {
    const folder = tempFolder();
    const first = openStore(folder, 'v');
    put(first, key(1), parse('a.md', 'good'));
    first.accept('a.md', key(1));
    first.sources.keep(new Map([['about.md', Buffer.from('About ë')]]));
    await first.close();
    const second = openStore(folder, 'v');
    put(second, key(2), parse('a.md', 'takes the address of another'));
    await second.close();
    const third = openStore(folder, 'v');
    expect(third.lastGood('a.md')).toBe(key(1));
    expect(third.sources.good('about.md')).toEqual(Buffer.from('About ë'));
    expect(third.head(key(2))).not.toBeNull();
    third.accept('a.md', key(2));
    await third.close();
    const fourth = openStore(folder, 'v');
    expect([fourth.lastGood('a.md'), fourth.bodies(key(2))]).toEqual([
      key(2),
      ['takes the address of another'],
    ]);
    await fourth.close();
  });

  test('reading alone writes nothing', async () => {
    const folder = tempFolder();
    await filled(folder, 5);
    const before = files(folder);
    const store = openStore(folder, 'v');
    expect(store.head(key(3))).not.toBeNull();
    await store.close();
    expect(files(folder)).toEqual(before);
  });

  test('another version forgets everything and leaves nothing behind', async () => {
    const folder = tempFolder();
    await filled(folder, 5, 'v1');
    const store = openStore(folder, 'v2');
    expect(store.head(key(1))).toBeNull();
    await store.close();
    expect(files(folder)).toEqual([]);
  });

  test('many small builds end in few files and lose nothing', async () => {
    const folder = tempFolder();
    await filled(folder, 50);
    for (let i = 50; i < 90; i++) await filled(folder, 1, 'v', i);
    expect(files(folder).length).toBeLessThan(45);
    const store = openStore(folder, 'v');
    for (let i = 0; i < 90; i++) expect(store.bodies(key(i))).toEqual([`html ${i}`]);
    for (let i = 0; i < 90; i++) expect(store.lastGood(`${i}.md`)).toBe(key(i));
    await store.close();
  });

  test('merging keeps the newest good parse of a file the newest', async () => {
    const folder = tempFolder();
    for (let i = 0; i < 30; i++) {
      const store = openStore(folder, 'v');
      put(store, key(i), parse('same.md', `html ${i}`));
      store.accept('same.md', key(i));
      await store.close();
      const again = openStore(folder, 'v');
      expect(again.lastGood('same.md')).toBe(key(i));
      await again.close();
    }
  });

  test('entries that no build uses are dropped when they are several times those in use', async () => {
    const folder = tempFolder();
    for (let i = 0; i < 12; i++) {
      const store = openStore(folder, 'v');
      // A change of the configuration: every file has another key.
      for (let n = 0; n < 200; n++) {
        put(store, key(i * 1000 + n), parse(`${n}.md`, `${i}`));
        store.accept(`${n}.md`, key(i * 1000 + n));
      }
      await store.close();
    }
    const store = openStore(folder, 'v');
    expect(store.head(key(11_000))).not.toBeNull();
    expect(store.head(key(0))).toBeNull();
    const bytes = files(folder).reduce((sum, name) => sum + fs.statSync(join(folder, 'parse', name)).size, 0);
    expect(bytes).toBeLessThan(11 * 200 * 2500);
    await store.close();
  });

  test('whatever happens to its files, an entry is what was put or absent', async () => {
    const folder = tempFolder();
    await filled(folder, 20);
    await filled(folder, 20, 'v', 20);
    const parts = files(folder).map(
      (name) => [join(folder, 'parse', name), fs.readFileSync(join(folder, 'parse', name))] as const,
    );
    const damage = fc.record({
      file: fc.nat(parts.length - 1),
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
      how: fc.constantFrom('flip', 'cut', 'zero', 'gone'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(damage, { minLength: 1, maxLength: 3 }), async (damages) => {
        for (const name of fs.existsSync(join(folder, 'parse')) ? files(folder) : [])
          fs.rmSync(join(folder, 'parse', name));
        for (const [path, bytes] of parts) fs.writeFileSync(path, bytes);
        for (const { file, at, how } of damages) {
          const path = parts[file]?.[0] ?? '';
          if (!fs.existsSync(path)) continue;
          const bytes = fs.readFileSync(path);
          const offset = Math.floor(at * bytes.length);
          if (how === 'gone') fs.rmSync(path);
          else if (how === 'cut') fs.truncateSync(path, offset);
          else {
            if (how === 'flip') bytes[offset] = (bytes[offset] ?? 0) ^ 0x41;
            else bytes.fill(0, offset, Math.min(bytes.length, offset + 512));
            fs.writeFileSync(path, bytes);
          }
        }
        const store = openStore(folder, 'v');
        for (let i = 0; i < 40; i++) {
          const [head, bodies] = [store.head(key(i)), store.bodies(key(i))];
          const words = store.words(key(i));
          if (words !== null) expect(words).toEqual(parse(`${i}.md`).parsed?.terms);
          if (head !== null) expect(head).toEqual(emptied(parse(`${i}.md`)));
          if (bodies !== null) expect(bodies).toEqual([`html ${i}`]);
        }
        put(store, key(99), parse('99.md', 'html 99'));
        await store.close();
        const again = openStore(folder, 'v');
        expect(again.bodies(key(99))).toEqual(['html 99']);
        await again.close();
      }),
      { numRuns: 60 },
    );
  });

  test('a folder that can not be made is no reason to fail', async () => {
    const folder = tempFolder();
    fs.writeFileSync(join(folder, 'file'), '');
    const store = openStore(join(folder, 'file/cache'), 'v');
    for (let i = 0; i < 300; i++) put(store, key(i), parse(`${i}.md`, 'x'.repeat(10_000)));
    expect(store.bodies(key(7))).toEqual(['x'.repeat(10_000)]);
    expect(store.head(key(299))).toEqual(emptied(parse('299.md')));
    await store.close();
  });

  test('two processes may use one folder: nothing that one of them kept is lost', async () => {
    const [folder, code] = [tempFolder(), tempFolder()];
    const module = translated('src/edges/store/index.ts', code);
    const mine = openStore(folder, 'v');
    put(mine, key(1), parse('1.md', 'html 1'));
    const { ended } = await started(
      `import { openStore } from ${JSON.stringify(module)};
       const store = openStore(${JSON.stringify(folder)}, 'v');
       store.put(${JSON.stringify(key(2))}, store.pack({ parsed: null, problems: [] }));
       await store.close();`,
      code,
    );
    await ended;
    await mine.close();
    const store = openStore(folder, 'v');
    expect(store.bodies(key(1))).toEqual(['html 1']);
    expect(store.head(key(2))).toEqual({ parsed: null, problems: [] });
    await store.close();
  });

  test('a build that was killed leaves nothing that is read, and its leavings go after a day', async () => {
    const folder = tempFolder();
    await filled(folder, 3);
    const leaving = join(folder, 'parse/00000009-abcdef01.heads');
    fs.writeFileSync(leaving, 'half');
    await openStore(folder, 'v').close();
    expect(fs.existsSync(leaving)).toBe(true);
    const old = new Date(Date.now() - 2 * 24 * 3600_000);
    fs.utimesSync(leaving, old, old);
    await openStore(folder, 'v').close();
    expect(fs.existsSync(leaving)).toBe(false);
  });
});
