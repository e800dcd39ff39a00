import { describe, expect, it } from 'vitest';
import type { BuildResult } from '../../src/build/result.js';
import { createMemoryStore } from '../../src/edges/store/index.js';
import { PHASES } from '../../src/model/page.js';
import { article, newsroom, type TestSite } from '../support/site.js';

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

async function edit(
  site: TestSite,
  store: ReturnType<typeof createMemoryStore>,
  files: Record<string, string | null>,
): Promise<number> {
  site.write(files);
  const result = await site.build({ store });
  expect(result.outcome).toBe('done');
  return touched(result);
}

describe('invariant 6: publishing is local', () => {
  it('changes at most 60 files for one article of the newest month, and 300 for an old one', async () => {
    const site = newsroom(archive(500));
    const store = createMemoryStore();
    await site.build({ store });
    const fields = 'date: 2026-11-20\nsection: local\nauthors: [Person 3]';
    const text = archive(500)['content/articles/a100.md']?.split('---\n').at(-1) ?? '';
    const fresh = (tags: string): string =>
      article(`title: A new storm at the harbour\n${fields}\ntags: [${tags}]`, text);

    expect(await edit(site, store, { 'content/articles/new.md': fresh('storm, vote') })).toBeLessThanOrEqual(
      60,
    );
    expect(
      await edit(site, store, { 'content/articles/new.md': fresh('choir, bus, olive') }),
    ).toBeLessThanOrEqual(60);
    expect(await edit(site, store, { 'content/articles/new.md': null })).toBeLessThanOrEqual(60);
    expect(await edit(site, store, {})).toBe(0);

    const old = archive(500)['content/articles/a20.md'] ?? '';
    expect(
      await edit(site, store, { 'content/articles/a20.md': old.replace(/tags: .*/, 'tags: [school]') }),
    ).toBeLessThanOrEqual(300);
    expect(await edit(site, store, { 'content/articles/a20.md': null })).toBeLessThanOrEqual(300);
  });
});
