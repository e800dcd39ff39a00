import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../src/edges/publisher/places.js';
import { lookAtPublished } from '../../src/threads/look.js';
import { article, newsroom, type TestSite } from '../support/site.js';
import { dateline, start } from './support.js';

/** Enough that other threads are started for parse and for render. */
const STORIES = 160;

function paper(): TestSite {
  const files: Record<string, string> = {};
  for (let i = 0; i < STORIES; i++) {
    const day = String(1 + (i % 28)).padStart(2, '0');
    const fields = [
      `title: "Story ${i} – Gjirokastër “today”"`,
      `date: 2026-0${1 + (i % 9)}-${day} ${i % 97 === 0 ? 'at noon' : '10:00'}`,
      `tags: [Topic ${i % 7}, Çlirimi]`,
      `authors: [Author ${i % 5}]`,
      ...(i % 50 === 0 ? ['live:', '  - { date: 2026-10-01 10:00, text: "It *begins*." }'] : []),
      ...(i % 60 === 0 ? ['rating: .inf'] : []),
    ];
    const link = `[before](story-${Math.max(0, i - 1)}.md)`;
    const text = `Rain fell on harbour ${i % 11}. See ${link} and [nowhere](story-x${i % 3}.md).\n\n| a | b |\n|---|---|\n| ${i} | “x” |\n`;
    files[`content/articles/${i % 2 === 0 ? 'world' : 'city'}/story-${i}.md`] = article(
      fields.join('\n'),
      text,
    );
  }
  return newsroom(files);
}

async function told(site: TestSite, args: readonly string[]): Promise<{ status: number; problems: unknown }> {
  const { status, out } = await start(site.root, ['build', '--on-invalid', 'skip', '--json', ...args]).ended;
  const report: { readonly problems: unknown } = JSON.parse(out);
  return { status, problems: report.problems };
}

describe('a look at what is published', () => {
  it('sees in any number of threads whether somebody has touched it', async () => {
    const site = newsroom({ 'content/articles/a.md': article('title: A\ndate: 2026-11-01') });
    expect((await dateline(site.root, ['build'])).status).toBe(0);
    const places = placesOf(site.root, 'public');
    const looks = (): Promise<boolean[]> => Promise.all([1, 2].map((n) => lookAtPublished(places, n, 0)()));
    expect(await looks()).toEqual([true, true]);
    site.write({ 'public/index.html': 'defaced' });
    expect(await looks()).toEqual([false, false]);
    site.write({ '.dateline/stamps': null });
    expect(await looks()).toEqual([false, false]);
  });
});

describe('--workers', () => {
  it('gives the same bytes and problems in the same order with any number of threads, cold, warm and over a changed page', async () => {
    const site = paper();
    const alone = await told(site, ['--workers', '1', '--out', 'one', '--no-cache']);
    const cold = await told(site, ['--workers', '3', '--out', 'three']);
    const published = site.published('one');
    expect(alone.status).toBe(3);
    expect(published.size).toBeGreaterThan(STORIES * 2);
    expect(cold).toEqual(alone);
    expect(site.published('three')).toEqual(published);
    // Every page is made anew from what the threads have stored.
    const warm = await told(site, ['--workers', '2', '--out', 'two']);
    expect(warm).toEqual(alone);
    expect(site.published('two')).toEqual(published);
    // A page that somebody has changed is repaired, whatever thread made it, without a cache to know it by.
    site.write({ 'two/2026/02/story-1/index.html': 'defaced', '.dateline/cache': null });
    expect(await told(site, ['--workers', '2', '--out', 'two'])).toEqual(alone);
    expect(site.published('two')).toEqual(published);
  });

  it('is one on a small site unless it is asked for more: others would be ready when all is done', async () => {
    const site = paper();
    const used = async (args: readonly string[]): Promise<number> => {
      await told(site, ['--profile', '--no-cache', ...args]);
      const { traceEvents }: { readonly traceEvents: readonly { readonly name: string }[] } = JSON.parse(
        readFileSync(join(site.root, '.dateline/profile.json'), 'utf8'),
      );
      return traceEvents.filter(({ name }) => name === 'thread_name').length;
    };
    expect(await used([])).toBe(1);
    expect(await used(['--workers', '2'])).toBe(3);
  });
});
