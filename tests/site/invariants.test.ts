import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFindsMemory } from '../../src/edges/finds.js';
import { createPageMemory } from '../../src/edges/pages/index.js';
import { createMemoryStore } from '../../src/edges/store/index.js';
import {
  fileOf,
  filesOf,
  markOf,
  NO_EXTRAS,
  type RandomArticle,
  randomArticle,
} from '../support/random-site.js';
import { copyOf, newsroom, type TestSite } from '../support/site.js';

const SITE = `title: The Test Herald
url: https://herald.example/
id: herald.example
timezone: Europe/Tirane
redirects: [html, netlify, apache]
front: { secondary: 2, latest: 3, perSection: 2, opinion: 1, group: 3 }
archive: { pageSize: 5 }
`;

/** Every feed, and every form of redirects that can stand beside the others. */
const EVERYTHING = `${SITE.replace('netlify, apache', 'netlify, apache, nginx, s3')}feeds:
  sections: [rss, atom, json]
  tags: [rss, atom, json]
  authors: [rss, atom, json]
  series: [rss, atom, json]
  aliases: [/feed/, "/t/:tag/feed/"]
  partners:
    - { name: all, limit: 500, syndicated: true }
    - { name: later, delay: 60, format: json }
    - { name: short, format: atom, content: summary }
`;

const articles = (visible: boolean): fc.Arbitrary<RandomArticle[]> =>
  fc.tuple(...Array.from({ length: 10 }, (_, n) => randomArticle(n, visible))).map((all) => [...all]);

function write(site: TestSite, all: readonly RandomArticle[]): void {
  site.write(Object.assign({}, ...all.map(filesOf)));
}

type Edit =
  | { readonly do: 'change'; readonly article: RandomArticle }
  | { readonly do: 'delete'; readonly n: number }
  | { readonly do: 'template' | 'title' | 'front' | 'later'; readonly n: number };

const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .integer({ min: 0, max: 12 })
      .chain((n) => randomArticle(n, false).map((article) => ({ do: 'change' as const, article }))),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('delete' as const), n: fc.integer({ min: 0, max: 9 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('template' as const, 'title' as const, 'front' as const, 'later' as const),
      n: fc.nat(3),
    }),
  },
);

/** Carries an edit out; gives how many hours the clock moves on. */
function apply(site: TestSite, change: Edit): number {
  switch (change.do) {
    case 'change':
      site.write(filesOf(change.article));
      return 0;
    case 'delete':
      site.write({ [fileOf(change)]: null });
      return 0;
    case 'template':
      site.write({
        'templates/partials/note.njk': `note ${change.n}`,
        'templates/tag.njk': `{% include "partials/note.njk" %} {{ group.name }}`,
      });
      return 0;
    case 'title':
      site.write({ 'content/site.yaml': SITE.replace('Herald\n', `Herald ${change.n}\n`) });
      return 0;
    case 'front':
      site.write({ 'content/fronts/home.yaml': `lead: articles/a${change.n}\n` });
      return 0;
    case 'later':
      return change.n * 24 * 20;
  }
}

describe('invariant 1: incremental equals clean', () => {
  it('gives the bytes of a clean build after any sequence of edits', async () => {
    await fc.assert(
      fc.asyncProperty(
        articles(false),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        async (all, edits) => {
          const site = newsroom({ 'content/site.yaml': SITE });
          const store = createMemoryStore();
          const pages = createPageMemory();
          const finds = createFindsMemory();
          write(site, all);
          let now = Date.parse('2026-11-24T12:00:00Z');
          await site.build({ now, store, pages, finds });
          for (const change of edits) {
            now += apply(site, change) * 3_600_000;
            expect((await site.build({ now, store, pages, finds })).outcome).toBe('done');
          }
          const clean = copyOf(site);
          await clean.build({ now });
          expect(site.published()).toEqual(clean.published());
          const manifest = (of: TestSite): string =>
            readFileSync(join(of.root, '.dateline/manifest.json'), 'utf8');
          expect(manifest(site)).toBe(manifest(clean));
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('invariant 2: the same bytes everywhere', () => {
  it('does not depend on the order in which files were written', async () => {
    await fc.assert(
      fc.asyncProperty(articles(false), async (all) => {
        const [one, other] = [
          newsroom({ 'content/site.yaml': SITE }),
          newsroom({ 'content/site.yaml': SITE }),
        ];
        write(one, all);
        write(other, [...all].reverse());
        await one.build();
        await other.build();
        expect(one.published()).toEqual(other.published());
      }),
      { numRuns: 5 },
    );
  });
});

describe('invariant 4: nothing unpublished leaks', () => {
  it('has no byte of an invisible article in any output', async () => {
    await fc.assert(
      fc.asyncProperty(articles(false), async (all) => {
        const site = newsroom({ 'content/site.yaml': EVERYTHING });
        write(site, all);
        const { serverFiles } = await site.build();
        // What servers and later steps of CI read, too.
        const everything = [...site.published(), ...site.published('.dateline')]
          .map(([path, content]) => `${path}\n${content}`)
          .concat(serverFiles.map(({ text }) => text))
          .join('\n');
        for (const { n, visibility } of all) {
          const seen = everything.includes(markOf(n));
          if (visibility === 'gone') {
            // Only its addresses may be known: that is where readers learn that it was taken down.
            const rest = everything
              .replaceAll(`${markOf(n)}-slug`, '')
              .replaceAll(`old/${markOf(n)}`, '')
              .replaceAll(`p=${markOf(n)}`, '');
            expect(rest).not.toContain(markOf(n));
          } else {
            expect([n, visibility, seen]).toEqual([n, visibility, visibility === 'now']);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('builds the same site when invisible articles are removed from disk', async () => {
    await fc.assert(
      fc.asyncProperty(articles(false), async (all) => {
        const [site, without] = [
          newsroom({ 'content/site.yaml': SITE }),
          newsroom({ 'content/site.yaml': SITE }),
        ];
        write(site, all);
        write(
          without,
          all.filter(({ visibility }) => visibility === 'now' || visibility === 'gone'),
        );
        await site.build();
        await without.build();
        expect(site.published()).toEqual(without.published());
      }),
      { numRuns: 8 },
    );
  });
});

describe('invariant 5: a failed build changes nothing', () => {
  it('leaves public/ as it was when an article, a template or site.yaml is wrong', async () => {
    const wrongs: Record<string, string>[] = [
      { 'content/articles/bad.md': '---\ntitle: No date\n---\n' },
      { 'content/articles/bad.md': '---\ntitle: "Open\ndate: 2026-11-01\n---\n' },
      { 'templates/article.njk': '{% if %}' },
      { 'templates/home.njk': '{{ page.title }} {{ nothing.at.all }}' },
      { 'content/site.yaml': 'title: [' },
      { 'content/site.yaml': `${SITE}timezone: Mars/Base\n` },
    ];
    for (const wrong of wrongs) {
      const site = newsroom({ 'content/site.yaml': SITE, ...filesOf({ ...sample, n: 1 }) });
      await site.build();
      const before = site.published();
      site.write({ ...wrong, ...filesOf({ ...sample, n: 2 }) });
      const result = await site.build();
      expect([Object.keys(wrong)[0], result.outcome === 'done']).toEqual([Object.keys(wrong)[0], false]);
      expect(result.problems.filter((problem) => problem.severity === 'error').length).toBeGreaterThan(0);
      expect(site.published()).toEqual(before);
    }
  });
});

const sample: RandomArticle = {
  n: 0,
  day: 3,
  month: 5,
  section: 'news',
  tags: ['Port'],
  authors: ['wire'],
  series: null,
  visibility: 'now',
  words: ['harbour', 'vote', 'storm'],
  linksTo: null,
  picture: true,
  more: NO_EXTRAS,
};
