import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BuildResult } from '../../src/build/result.js';
import { createPageMemory } from '../../src/edges/pages/index.js';
import { createMemoryStore } from '../../src/edges/store/index.js';
import { PHASES } from '../../src/model/page.js';
import { article, copyOf, newsroom, SITE_YAML, type TestSite } from '../support/site.js';

const NAMES = [
  'harbour',
  'council',
  'vote',
  'river',
  'school',
  'bus',
  'olive',
  'museum',
  'strike',
  'storm',
  'bridge',
  'choir',
];
const pick = (n: number): string => NAMES[n % NAMES.length] ?? '';

/** An archive over three years, in stories that share words, tags, sections and authors. */
function archive(count: number): Record<string, string> {
  const files: Record<string, string> = {};
  for (let n = 0; n < count; n += 1) {
    const story = Math.floor(n / 8);
    const words = Array.from(
      { length: 60 },
      (_, i) => `${pick(story * 7 + i * i)}${(story * 13 + i) % 40}`,
    ).join(' ');
    const [year, month, day] = [2024 + Math.floor((n * 3) / count), ((n * 7) % 11) + 1, ((n * 5) % 27) + 1];
    files[`content/articles/a${n}.md`] = article(
      `title: The ${pick(story)} and the ${pick(n)} ${n}\ndate: ${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}\nsection: ${['local', 'sport', 'culture'][story % 3]}\ntags: [${pick(story)}, ${pick(story + 5)}]\nauthors: [Person ${story % 9}]`,
      words,
    );
  }
  return files;
}

function touched({ changes }: BuildResult): number {
  if (changes === null) throw new Error('Nothing was published.');
  return (
    changes.removed.length +
    PHASES.reduce((sum, phase) => sum + changes.added[phase].length + changes.changed[phase].length, 0)
  );
}

/** Builds a newsroom again and again as its desk does, with what was kept of the last time. */
function rebuilder(site: TestSite): (files: Record<string, string | null>) => Promise<BuildResult> {
  const kept = { store: createMemoryStore(), pages: createPageMemory() };
  return async (files) => {
    site.write(files);
    const result = await site.build(kept);
    expect(result.outcome).toBe('done');
    return result;
  };
}

/** No file was left unchanged that should have changed: after all edits the site is what a clean build makes. */
async function expectClean(site: TestSite): Promise<void> {
  const clean = copyOf(site);
  await clean.build();
  expect(site.published()).toEqual(clean.published());
}

describe('invariant 6: publishing is local', () => {
  it('changes at most 60 files for one article of the newest month, and 300 for an old one', async () => {
    const site = newsroom(archive(500));
    const rebuild = rebuilder(site);
    const edit = async (files: Record<string, string | null>): Promise<number> =>
      touched(await rebuild(files));
    await rebuild({});
    const fields = 'date: 2026-11-20\nsection: local\nauthors: [Person 3]';
    const text = archive(500)['content/articles/a100.md']?.split('---\n').at(-1) ?? '';
    const fresh = (tags: string): string =>
      article(`title: A new storm at the harbour\n${fields}\ntags: [${tags}]`, text);

    expect(await edit({ 'content/articles/new.md': fresh('storm, vote') })).toBeLessThanOrEqual(60);
    expect(await edit({ 'content/articles/new.md': fresh('choir, bus, olive') })).toBeLessThanOrEqual(60);
    expect(await edit({ 'content/articles/new.md': null })).toBeLessThanOrEqual(60);
    expect(await edit({})).toBe(0);

    const old = archive(500)['content/articles/a20.md'] ?? '';
    expect(
      await edit({ 'content/articles/a20.md': old.replace(/tags: .*/, 'tags: [school]') }),
    ).toBeLessThanOrEqual(300);
    expect(await edit({ 'content/articles/a20.md': null })).toBeLessThanOrEqual(300);
    await expectClean(site);
  });

  it('lets feeds in three formats for every group change only where a group names the story', async () => {
    const formats = '[rss, atom, json]';
    const site = newsroom({
      ...archive(250),
      'content/site.yaml': `${SITE_YAML}feeds: { sections: ${formats}, tags: ${formats}, authors: ${formats}, series: ${formats} }\n`,
    });
    const rebuild = rebuilder(site);
    await rebuild({});
    const change = async (
      files: Record<string, string | null>,
    ): Promise<{ count: number; files: number; feeds: string[] }> => {
      const { changes } = await rebuild(files);
      const { added, changed, removed } = changes ?? { added: {}, changed: {}, removed: [] };
      const paths = [...Object.values(added).flat(), ...Object.values(changed).flat(), ...removed];
      const feeds = paths.filter((path) => /(?:^|\/)(?:feed|atom)\.(?:xml|json)$/.test(path));
      return {
        count: paths.length,
        files: feeds.length,
        feeds: [...new Set(feeds.map((path) => dirname(path)))].sort(),
      };
    };
    const text = archive(250)['content/articles/a100.md']?.split('---\n').at(-1) ?? '';
    const fresh = (tags: string, authors: string): Record<string, string> => ({
      'content/articles/new.md': article(
        `title: A new storm\ndate: 2026-11-20\nsection: local\nauthors: [${authors}]\ntags: [${tags}]`,
        text,
      ),
    });
    const groups = (...names: string[]): string[] => ['.', 'local', ...names].sort();

    const first = await change(fresh('storm, vote', 'Person 3'));
    expect(first.feeds).toEqual(groups('authors/person-3', 'tags/storm', 'tags/vote'));
    const many = await change(fresh('storm, vote, bus, olive, choir', 'Person 3, Person 4'));
    const all = ['person-3', 'person-4'].map((name) => `authors/${name}`);
    const tags = ['storm', 'vote', 'bus', 'olive', 'choir'].map((name) => `tags/${name}`);
    expect(many.feeds).toEqual(groups(...all, ...tags));
    const fewer = await change(fresh('school, river', 'Person 3'));
    expect(fewer.feeds).toEqual(groups(...all, ...tags, 'tags/school', 'tags/river'));
    const gone = await change({ 'content/articles/new.md': null });
    for (const { count } of [first, many, gone]) expect(count).toBeLessThanOrEqual(60);
    // Nine groups and the site's own: 33 feeds, the price of three formats. All else stays within bounds.
    expect([fewer.files, fewer.count - fewer.files <= 60]).toEqual([33, true]);

    const old = archive(250)['content/articles/a20.md'] ?? '';
    for (const edited of [old.replace(/tags: .*/, 'tags: [school]'), null]) {
      const { count, feeds } = await change({ 'content/articles/a20.md': edited });
      expect(feeds).toEqual([]);
      expect(count).toBeLessThanOrEqual(300);
    }
    await expectClean(site);
  });
});
