import { describe, expect, it } from 'vitest';
import { createPageMemory } from '../../src/edges/pages/index.js';
import { createMemoryStore } from '../../src/edges/store/index.js';
import { article, codes, copyOf, newsroom, SITE_YAML, type TestSite } from '../support/site.js';

const day = (n: number): string => String((n % 28) + 1).padStart(2, '0');
const month = (n: number): string => String((n % 10) + 1).padStart(2, '0');

/** An archive of three years; news are being made in the last. */
function archive(): Record<string, string> {
  const files: Record<string, string> = {};
  const add = (year: number, count: number): void => {
    for (let n = 0; n < count; n += 1)
      files[`content/articles/world/y${year}-${n}.md`] = article(
        `title: Report ${n} of ${year}\ndate: ${year}-${month(n)}-${day(n)}\nauthors: [Person ${n % 7}]`,
        `Harbour news ${n}: word${n % 50} thing${(n * 7) % 90} ${year}.`,
      );
  };
  add(2024, 3);
  add(2025, 24);
  add(2026, 70);
  return files;
}

const ofSearch = (site: TestSite): Map<string, string> =>
  new Map([...site.published()].filter(([path]) => path.startsWith('search/') && path.endsWith('.json')));

/** Files of the search that differ between two states. */
function changed(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
}

describe('the index of the search', () => {
  it('changes few files for a new story, those of its own period for an old one, and equals a clean build', async () => {
    const site = newsroom(archive());
    const [store, pages] = [createMemoryStore(), createPageMemory()];
    const build = async (changes: Record<string, string | null>): Promise<string[]> => {
      const before = ofSearch(site);
      site.write(changes);
      expect((await site.build({ store, pages })).outcome).toBe('done');
      return changed(before, ofSearch(site));
    };
    await site.build({ store, pages });
    const names = (): string[] =>
      [...new Set([...ofSearch(site).keys()].flatMap((path) => path.split('/').slice(1, -1)))].sort();
    expect(names()).toEqual(['2024', '2025', '2026']);

    const fresh = await build({
      'content/articles/world/new.md': article(
        'title: Flood at the lighthouse\ndate: 2026-11-20\nauthors: [Somebody New]',
        Array.from({ length: 300 }, (_, n) => `fresh${n}`).join(' '),
      ),
    });
    expect(fresh.length).toBeLessThanOrEqual(10);
    expect(fresh).toContain('search/authors.json');
    expect(fresh.filter((path) => /\/20\d\d/.test(path) && !path.startsWith('search/2026/'))).toEqual([]);

    const old = await build({
      'content/articles/world/y2025-3.md': article(
        'title: Another headline\ndate: 2025-04-04\nauthors: [Person 3]',
        'Else.',
      ),
    });
    const periods = new Set(old.map((path) => path.split('/')[1]));
    expect([...periods].sort()).toEqual(['2025', 'periods.json']);

    // A story that goes leaves nothing.
    const gone = await build({ 'content/articles/world/new.md': null });
    expect([...ofSearch(site).values()].join('')).not.toContain('lighthouse');
    expect(gone.length).toBeLessThanOrEqual(10);

    const clean = copyOf(site);
    await clean.build();
    expect(changed(ofSearch(site), ofSearch(clean))).toEqual([]);
    expect(await build({})).toEqual([]);
  });

  it('makes again what somebody has touched', async () => {
    const site = newsroom({ 'content/articles/a.md': article('title: Rain\ndate: 2026-11-20') });
    const [store, pages] = [createMemoryStore(), createPageMemory()];
    await site.build({ store, pages });
    const before = ofSearch(site);
    site.write({ 'public/search/2026/w0.json': '{}', 'public/search/2026/c0.json': null });
    await site.build({ store, pages });
    expect(changed(before, ofSearch(site))).toEqual([]);
  });

  it('holds what readers can see, and nothing else', async () => {
    const site = newsroom({
      'content/articles/seen.md': article('title: Seen\ndate: 2026-11-20\nkicker: Kickerword', 'Bodyword.'),
      'content/articles/draft.md': article(
        'title: Draftword\ndate: 2026-11-20\ndraft: true\ntags: [Drafttag]',
      ),
      'content/articles/later.md': article('title: Laterword\ndate: 2027-11-20\nauthors: [Laterauthor]'),
      'content/articles/over.md': article('title: Overword\ndate: 2025-11-20\nexpires: 2026-01-01'),
      'content/articles/down.md': article('title: Downword\ndate: 2026-11-20\ngone: true'),
    });
    await site.build();
    const words = [...ofSearch(site).values()].join('').toLowerCase();
    for (const word of ['bodyword', 'kickerword']) expect(words).toContain(word);
    for (const word of ['draft', 'later', 'over', 'down']) expect(words).not.toContain(word);
    expect([...ofSearch(site).keys()].join()).not.toContain('2025');
  });

  it('is made for each language of a site, with its own stories', async () => {
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}language: en\nlanguages:\n  sq: {}\n`,
      'content/articles/a.md': article('title: Rain\ndate: 2026-11-20'),
      'content/articles/b.md': article('title: Shi\ndate: 2026-11-20\nlang: sq', 'Fjalaime.'),
    });
    expect((await site.build()).outcome).toBe('done');
    expect(site.read('sq/search/2026/w0.json')).toContain('fjalaime');
    expect(site.read('search/2026/w0.json')).not.toContain('fjalaime');
    const page = site.read('sq/search/index.html');
    expect(page).toContain('lang="sq"');
    expect(page).toContain('data-data="/sq/search/" data-base="/"');
    expect(site.read('sq/index.html')).toContain('action="/sq/search/"');
  });

  it('is left out where the site wants none, with every way to it', async () => {
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}search: false\n`,
      'content/articles/a.md': article('title: Rain\ndate: 2026-11-20'),
    });
    await site.build();
    expect([...site.published().keys()].filter((path) => path.startsWith('search/'))).toEqual([]);
    expect(site.read('index.html')).not.toContain('/search/');
  });

  it('leaves the texts out where the site wants summaries alone', async () => {
    const site = newsroom({
      'content/site.yaml': `${SITE_YAML}search: { text: summary }\n`,
      'content/articles/a.md': article('title: Rain\ndate: 2026-11-20\nsummary: Summaryword', 'Bodyword.'),
    });
    await site.build();
    expect(site.read('search/2026/w0.json')).toContain('summaryword');
    expect(site.read('search/2026/w0.json')).not.toContain('bodyword');
  });

  it('refuses an engine that can’t be asked', async () => {
    const site = newsroom({ 'content/site.yaml': `${SITE_YAML}search: { engine: duckduckgo.com }\n` });
    const result = await site.build();
    expect([result.outcome, codes(result)]).toEqual(['setup', ['invalid-search-engine']]);
  });
});
