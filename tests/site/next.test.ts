import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/edges/store/index.js';
import type { NextChange } from '../../src/model/page.js';
import { randomSlots, randomTimes, slotsFile, timedFile } from '../support/random-site.js';
import { article, NOW, newsroom, SITE_YAML, type TestSite } from '../support/site.js';

/** Everything that a machine reads, in small numbers, so that the clock moves things in and out of them. */
const SITE = `${SITE_YAML}front: { secondary: 1, latest: 1, perSection: 1, opinion: 1, group: 2 }
redirects: [html, apache, nginx]
feeds:
  limit: 3
  tags: true
  partners:
    - { name: wire, delay: 90, limit: 2 }
    - { name: sport, sections: [sport], delay: 600, limit: 1, content: summary }
`;

const nextOf = (site: TestSite): NextChange =>
  JSON.parse(readFileSync(join(site.root, '.dateline/next.json'), 'utf8'));

/** The bytes of everything, pages for servers among them, as of a moment. */
async function bytesAt(site: TestSite, now: number, store = createMemoryStore()): Promise<string> {
  const result = await site.build({ now, store });
  expect(result.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return JSON.stringify([...site.published()]);
}

describe('next.json', () => {
  it('names the first moment at which a byte differs, and no earlier or later one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(randomTimes, { minLength: 1, maxLength: 6 }),
        randomSlots,
        async (all, slots) => {
          const site = newsroom({ 'content/site.yaml': SITE });
          for (const [n, times] of all.entries()) site.write(timedFile(n, times, NOW));
          site.write(slotsFile(slots, NOW));
          const store = createMemoryStore();
          let now = NOW;
          for (let step = 0; step < 4; step += 1) {
            const before = await bytesAt(site, now, store);
            const { at, reason } = nextOf(site);
            if (at === null) {
              expect(await bytesAt(site, now + 10 * 365 * 86_400_000, store)).toBe(before);
              return;
            }
            const moment = Date.parse(at);
            expect(moment).toBeGreaterThan(now);
            expect([reason, (await bytesAt(site, Math.max(now, moment - 1000), store)) === before]).toEqual([
              reason,
              true,
            ]);
            expect([reason, (await bytesAt(site, moment, store)) === before]).toEqual([reason, false]);
            now = moment;
          }
        },
      ),
      { numRuns: 10 },
    );
  });

  const cases: readonly (readonly [string, Record<string, string>, string | null, string | null])[] = [
    [
      'the end of breaking news that leads',
      { a: 'date: 2026-11-24 10:00\nbreaking: true' },
      '2026-11-24T16:00:00.000Z',
      'breaking',
    ],
    [
      'not the end of breaking news that neither leads nor stands in the bar',
      {
        a: 'date: 2026-11-24 10:00\nbreaking: 2026-11-24 13:00',
        b: 'date: 2026-11-24 11:00\nbreaking: 2026-11-24 20:00',
        c: 'date: 2026-11-24 11:10\nbreaking: 2026-11-24 21:00',
        d: 'date: 2026-11-24 11:20\nbreaking: 2026-11-24 22:00',
      },
      '2026-11-24T20:00:00.000Z',
      'breaking',
    ],
    [
      'not the expiry of a story that was taken down',
      { a: 'date: 2026-11-01\ngone: true\nexpires: 2026-12-01' },
      null,
      null,
    ],
    ['not the embargo of a draft', { a: 'date: 2026-11-01\nembargo: 2026-12-01\ndraft: true' }, null, null],
    ['not an embargo that ends after the story', { a: 'date: 2026-12-02\nexpires: 2026-12-01' }, null, null],
    [
      'the embargo of a story that was taken down',
      { a: 'date: 2026-12-01\ngone: true' },
      '2026-12-01T00:00:00.000Z',
      'embargo',
    ],
  ];
  it.each(cases)('tells of %s', async (_, articles, at, reason) => {
    // Without the news sitemap, whose two days would come first.
    const site = newsroom({ 'content/site.yaml': `${SITE_YAML}newsSitemap: false\n` });
    for (const [name, fields] of Object.entries(articles))
      site.write({ [`content/articles/${name}.md`]: article(`title: ${name}\n${fields}`) });
    expect((await site.build()).next).toEqual({ at, reason });
  });

  it('says nothing of what is hidden but the moment', async () => {
    const site = newsroom({
      'content/articles/secret.md': article('title: Secret merger\ndate: 2026-11-25 06:00\nslug: merger'),
    });
    await site.build();
    expect(existsSync(join(site.root, '.dateline/next.json'))).toBe(true);
    expect(nextOf(site)).toEqual({ at: '2026-11-25T06:00:00.000Z', reason: 'embargo' });
  });
});
