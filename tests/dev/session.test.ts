import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { build } from '../../src/build/pipeline.js';
import type { Ports } from '../../src/build/ports.js';
import { createPorts } from '../../src/cli/ports.js';
import { openSources } from '../../src/cli/sources.js';
import { openWarm } from '../../src/cli/warm.js';
import type { Edition, News } from '../../src/dev/edition.js';
import { createSession, type DevSession } from '../../src/dev/session.js';
import { createFiles } from '../../src/edges/files/index.js';
import { createPageMemory } from '../../src/edges/pages/index.js';
import { createPictureSizes } from '../../src/edges/pictures/index.js';
import { createMemoryPublisher } from '../../src/edges/publisher/index.js';
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
  readonly news: News[];
}

function start(site: TestSite): Running {
  const store = openWarmStore({ folder: null, version: '' });
  const ports: Omit<Ports, 'publisher'> = {
    files: createFiles(site.root),
    pictures: createPictureSizes(site.root),
    templates: createTemplateSource(site.root),
    store,
    pages: createPageMemory(),
    reporter: { stage() {}, tick() {} },
    stopwatch: () => 0,
  };
  let edition: Edition = { files: new Map(), overlay: null };
  const news: News[] = [];
  const session = createSession({
    clock: () => NOW,
    ports,
    publisher: createMemoryPublisher(site.root),
    elsewhen: { publisher: createMemoryPublisher(site.root), pages: createPageMemory() },
    server: {
      show(next, told) {
        edition = next;
        news.push(told);
      },
    },
    link: () => null,
    shown: () => store.settle(),
    failed: (error) => {
      throw error;
    },
  });
  return { session, served: () => edition, news };
}

const textsOf = ({ files }: Edition): Map<string, string> =>
  new Map(
    [...files]
      .map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

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

describe('a warm start', () => {
  it('begins with the last build, renders none of its pages again, and sees what was done to them', async () => {
    const site = newsroom({
      'content/articles/a.md': '---\ntitle: A\ndate: 2026-11-01\n---\n\nText.\n',
      'content/static/large.txt': 'x'.repeat(1024 * 1024 + 1),
    });
    await dateline(site.root, ['build']);
    const published = site.published();
    const begin = async (now = NOW) => {
      const sources = openSources(site.root, true, true);
      const { store, publisher, pages, keep } = await openWarm(sources);
      const first = textsOf({ files: publisher.files, overlay: null });
      const reporter = { stage() {}, tick() {} };
      const ports = { ...createPorts({ sources, out: null, reporter, store }), publisher, pages };
      const { rendered } = await build({ ...EVERYTHING, now }, ports);
      await keep();
      return { first, rendered, files: textsOf({ files: publisher.files, overlay: null }) };
    };
    const warm = await begin();
    expect([...warm.first.keys()]).toEqual([...published.keys()].filter((path) => path !== 'large.txt'));
    expect([warm.rendered, warm.files]).toEqual([0, published]);

    site.write({ 'public/index.html': 'Somebody was here.', 'public/archive/index.html': null });
    const repaired = await begin();
    expect([repaired.rendered, repaired.files]).toEqual([2, published]);
    site.write({ '.dateline/manifest.json': '{' });
    expect((await begin()).files).toEqual(published);
    expect(site.read('index.html')).toBe('Somebody was here.');
  });
});

describe('the session behind dev', () => {
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
          await session.changed([]);
          const other = Date.parse('2027-01-02T00:00:00Z');
          for (const [i, edit] of all.entries()) {
            site.write(changesOf(edit));
            // Some saves come while the last one is being built.
            const building = session.changed([edit.do]);
            if (i % 2 === 0) await building;
            if (i % 3 === 0) await session.at(other - i);
          }
          cured(site, all);
          await session.changed(['content']);
          const clean = copyOf(site);
          await clean.build(EVERYTHING);
          expect(textsOf(served())).toEqual(clean.published());
          const then = await session.at(other);
          await clean.build({ now: other, onInvalid: 'keep', out: 'then' });
          expect(textsOf(then)).toEqual(clean.published('then'));
          await session.end();
        },
      ),
      { numRuns: 5 },
    );
  });

  it('makes one edition of what is saved while it builds, and nothing after its end', async () => {
    const site = newsroom({ 'content/articles/a.md': '---\ntitle: A\ndate: 2026-11-01\n---\n\nText.\n' });
    const { session, news } = start(site);
    await Promise.all(['a', 'b', 'c'].map((path) => session.changed([path])));
    expect(news.length).toBe(1);
    await session.end();
    await session.changed(['d']);
    expect(news.length).toBe(1);
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
    expect([wrong.files.size, wrong.overlay?.includes('content/site.yaml')]).toEqual([0, true]);
  });
});
