import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Edition, NO_EDITION } from '../../src/dev/edition.js';
import { createSession, type DevSession } from '../../src/dev/session.js';
import { copied } from '../../src/edges/files/copied.js';
import { createFiles } from '../../src/edges/files/index.js';
import { createPictureSizes } from '../../src/edges/pictures/index.js';
import { lastPublished } from '../../src/edges/published.js';
import { openWarmStore } from '../../src/edges/store/index.js';
import { createTemplateSource } from '../../src/edges/theme.js';
import { dateline } from '../cli/support.js';
import { fileOf, filesOf, type RandomArticle, randomArticle } from '../support/random-site.js';
import { copyOf, NOW, newsroom, type TestSite } from '../support/site.js';

const SITE = `title: The Test Herald
url: https://herald.example/
id: herald.example
timezone: Europe/Tirane
front: { secondary: 2, latest: 3, perSection: 2, opinion: 1, group: 3 }
`;
const EVERYTHING = { show: { drafts: true, future: true, expired: true }, onInvalid: 'keep' } as const;

interface Running {
  readonly session: DevSession;
  /** What is served now. */
  served(): Edition;
  /** Whether everything was read, of each edition. */
  readonly whole: boolean[];
}

function start(site: TestSite, few?: number): Running {
  const store = openWarmStore({ folder: null, version: '' });
  const ports = {
    files: createFiles(site.root),
    pictures: createPictureSizes(site.root),
    templates: createTemplateSource(site.root),
    store,
    reporter: { stage() {}, tick() {} },
    stopwatch: () => 0,
    fileAt: copied(site.root),
  };
  let edition = NO_EDITION;
  const whole: boolean[] = [];
  const session = createSession({
    clock: () => NOW,
    ports,
    server: {
      async show(next) {
        edition = next;
      },
    },
    link: () => null,
    async shown(result) {
      whole.push(result.whole);
      if (result.whole) await store.settle();
    },
    failed: (error) => {
      throw error;
    },
    ...(few !== undefined && { few }),
  });
  return { session, served: () => edition, whole };
}

/** What is served at each of these paths. */
async function textsOf(edition: Edition, paths: Iterable<string>): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const path of paths) {
    const found = await edition.content(path);
    if (found === null || !edition.has(path)) continue;
    texts.set(
      path,
      'problem' in found ? found.problem.message : Buffer.from(found.content).toString('latin1'),
    );
  }
  return texts;
}

/** Everything that a clean build publishes is served, and nothing that an earlier edition had besides. */
async function expectSame(edition: Edition, published: ReadonlyMap<string, string>, ever: Set<string>) {
  for (const path of published.keys()) ever.add(path);
  expect(await textsOf(edition, ever)).toEqual(
    new Map(
      [...ever].flatMap((path) => {
        const text = published.get(path);
        return text === undefined ? [] : [[path, text]];
      }),
    ),
  );
}

type Edit =
  | { readonly do: 'change'; readonly article: RandomArticle }
  | { readonly do: 'delete' | 'rename' | 'break' | 'pin'; readonly n: number }
  | { readonly do: 'template' | 'title' | 'front' | 'style' | 'away'; readonly n: number };

const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc
    .integer({ min: 0, max: 8 })
    .chain((n) => randomArticle(n, false).map((article) => ({ do: 'change' as const, article }))),
  fc.record({
    do: fc.constantFrom('delete' as const, 'rename' as const, 'break' as const, 'pin' as const),
    n: fc.nat(6),
  }),
  fc.record({
    do: fc.constantFrom(
      'template' as const,
      'title' as const,
      'front' as const,
      'style' as const,
      'away' as const,
    ),
    n: fc.nat(3),
  }),
);

/** The files that an edit writes; null removes one. */
function changesOf(edit: Edit): Readonly<Record<string, string | null>> {
  if (edit.do === 'change') return filesOf(edit.article);
  const { n } = edit;
  const file = fileOf({ n });
  switch (edit.do) {
    case 'delete':
      return { [file]: null };
    case 'rename':
      return {
        [file]: null,
        [`content/articles/sport/b${n}.md`]: `---\ntitle: Renamed ${n}\ndate: 2026-11-0${n + 1}\n---\n\nText of the harbour.\n`,
      };
    case 'break':
      return { [file]: '---\ntitle: "half a fi' };
    case 'pin':
      return {
        'content/articles/pin.md': `---\ntitle: Pinned\ndate: 2026-11-05\nrelated: [articles/a${n}]\n---\n\nText.\n`,
      };
    case 'template':
      return { 'templates/tag.njk': `note ${n} {{ group.name }}` };
    case 'title':
      return { 'content/site.yaml': SITE.replace('Herald\n', `Herald ${n}\n`) };
    case 'front':
      return { 'content/fronts/home.yaml': `lead: articles/a${n}\n` };
    case 'style':
      return { 'templates/assets/own.css': `p{order:${n}}` };
    case 'away':
      return { content: null, templates: null, 'content/site.yaml': SITE };
  }
}

/** Half-written files are whole in the end: what stands for them until then, no clean build can know. */
const cured = (site: TestSite, all: readonly Edit[]): void => {
  for (const edit of all) if (edit.do === 'break') site.write(changesOf({ do: 'delete', n: edit.n }));
};

describe('before anything is read', () => {
  it('serves what the last build has published, as far as it is there', async () => {
    const site = newsroom({ 'content/articles/a.md': '---\ntitle: A\ndate: 2026-11-01\n---\n\nText.\n' });
    expect(lastPublished(site.root, 'public')).toBe(null);
    await dateline(site.root, ['build']);
    const published = site.published();
    const last = { ...NO_EDITION, ...lastPublished(site.root, 'public') };
    expect(await textsOf(last, published.keys())).toEqual(published);
    expect([last.has('../content/site.yaml'), await last.content('../content/site.yaml')]).toEqual([
      false,
      null,
    ]);
    site.write({ 'public/index.html': null });
    expect(await last.content('index.html')).toBe(null);
    site.write({ '.dateline/manifest.json': '{' });
    expect(lastPublished(site.root, 'public')).toBe(null);
  });
});

describe('the session behind dev', () => {
  it('knows the rules of servers for what moved and what was taken down, and none for a page', async () => {
    const article = (...lines: string[]) =>
      ['---', 'title: A', 'date: 2026-11-01', ...lines, '---', '', 'Text.', ''].join('\n');
    const site = newsroom({
      'content/site.yaml': SITE.replace('example/', 'example/news/').concat('redirects: [netlify, html]\n'),
      'content/articles/here.md': article('aliases: [/old/, /?p=7]'),
      'content/articles/away.md': article('gone: true', 'aliases: [/was/]'),
    });
    const { session, served } = start(site);
    await session.changed([]);
    const rule = (local: string, query = ''): unknown => {
      const path = local.endsWith('/') ? `${local}index.html` : local;
      return served().rule?.(served().has(path) ? path : null, `/news/${local}`, query);
    };
    const here = { to: '/news/2026/11/here/' };
    const away = { gone: '/news/2026/11/away/' };
    expect([rule('old/'), rule('old'), rule('', 'x=1&p=7')]).toEqual([here, here, here]);
    expect([rule('2026/11/away/'), rule('was/')]).toEqual([away, away]);
    expect([rule('2026/11/here/'), rule('', 'p=8'), rule('nowhere/')]).toEqual([null, null, null]);
    site.write({ 'content/articles/away.md': article() });
    await session.changed(['content/articles/away.md']);
    await session.settled();
    expect([rule('2026/11/away/'), rule('was/')]).toEqual([null, null]);
    await session.end();
  });

  it('serves what a clean build makes, after any edits, now and at another time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(...Array.from({ length: 7 }, (_, n) => randomArticle(n, false))),
        fc.array(edits, { minLength: 2, maxLength: 6 }),
        async (articles, all) => {
          const site = newsroom({
            'content/site.yaml': SITE,
            ...Object.assign({}, ...articles.map(filesOf)),
          });
          const { session, served } = start(site);
          const ever = new Set<string>();
          await session.changed([]);
          const other = Date.parse('2027-01-02T00:00:00Z');
          for (const [i, edit] of all.entries()) {
            site.write(changesOf(edit));
            // Some saves come while the last one is being built.
            const building = session.changed(Object.keys(changesOf(edit)));
            if (i % 2 === 0) await building;
            if (i % 3 === 0) await session.at(other - i);
          }
          cured(site, all);
          await session.changed(['content']);
          const clean = copyOf(site);
          await clean.build(EVERYTHING);
          await session.settled();
          await expectSame(served(), clean.published(), ever);
          const then = await session.at(other);
          await clean.build({ now: other, onInvalid: 'keep', out: 'then' });
          await expectSame(then, clean.published('then'), ever);
          await session.end();
        },
      ),
      { numRuns: 5 },
    );
  });

  it('serves what a clean build makes after saves of words alone, for which it reads one article', async () => {
    const words = fc.record({
      n: fc.nat(7),
      title: fc.constantFrom('Port reopens', 'Strike at the port', 'Harbour & sea'),
      text: fc.constantFrom(
        'A [link](a1.md) and [none](gone.md).',
        'The **harbour** of Durrës, again and again.',
        'The harbour of Durrës {{< not code >}}.',
        '## Heading\n\nThe strike at the port of Durrës goes on.',
      ),
      pin: fc.constantFrom('', 'related: [articles/a2]', 'related: [articles/none]', 'priority: 3'),
    });
    type Words = typeof words extends fc.Arbitrary<infer T> ? T : never;
    const story = ({ n, title, text, pin }: Words): string =>
      `---\ntitle: ${title} ${n}\ndate: 2026-11-${10 + n} 10:00\nsection: ${n % 2 === 0 ? 'sport' : 'world'}\ntags: [Ports]\nseries: Sea\n${pin}\n---\n\n${text}\n\n![Boat](/media/boat.svg)\n`;
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(...Array.from({ length: 8 }, (_, n) => words.map((one) => ({ ...one, n })))),
        fc.array(words, { minLength: 1, maxLength: 5 }),
        fc.constantFrom(0, 100),
        async (articles, saves, few) => {
          const site = newsroom({
            'content/site.yaml': SITE,
            'content/media/boat.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>',
            ...Object.fromEntries(articles.map((one) => [fileOf(one), story(one)])),
          });
          const { session, served, whole } = start(site, few);
          await session.changed([]);
          for (const save of saves) {
            site.write({ [fileOf(save)]: story(save) });
            await session.changed([fileOf(save)]);
            // What somebody looks at between two saves must not stay.
            await served().content('index.html');
          }
          await session.settled();
          const clean = copyOf(site);
          const { problems } = await clean.build(EVERYTHING);
          await expectSame(served(), clean.published(), new Set());
          expect(served().overlay === null).toBe(problems.every(({ severity }) => severity !== 'error'));
          expect(whole.slice(1)).toEqual(saves.map(() => false));
          await session.end();
        },
      ),
      { numRuns: 5 },
    );
  });

  it('makes one edition of what is saved while it builds, and nothing after its end', async () => {
    const site = newsroom({ 'content/articles/a.md': '---\ntitle: A\ndate: 2026-11-01\n---\n\nText.\n' });
    const { session, whole } = start(site);
    await Promise.all(['a', 'b', 'c'].map((path) => session.changed([path])));
    expect(whole.length).toBe(1);
    await session.end();
    await session.changed(['d']);
    expect(whole.length).toBe(1);
  });

  it('keeps one edition of another time, and makes it anew after a save', async () => {
    const site = newsroom({ 'content/articles/a.md': '---\ntitle: A\ndate: 2026-11-01\n---\n\nText.\n' });
    const { session } = start(site);
    const [one, two] = [NOW + 1000, NOW + 2000];
    const first = await session.at(one);
    expect(await session.at(one)).toBe(first);
    const second = await session.at(two);
    expect(await session.at(two)).toBe(second);
    expect(await session.at(one)).not.toBe(first);
    const again = await session.at(one);
    await session.changed(['content']);
    expect(await session.at(one)).not.toBe(again);
    site.write({ 'content/site.yaml': 'title: [' });
    await session.changed(['content/site.yaml']);
    const wrong = await session.at(two);
    expect([wrong.has('index.html'), wrong.overlay?.includes('content/site.yaml')]).toEqual([false, true]);
  });
});
