import { describe, expect, it } from 'vitest';
import { createPageMemory } from '../../src/edges/pages/index.js';
import { createMemoryStore } from '../../src/edges/store/index.js';
import { FRAGMENT_WAYS, type FragmentWay } from '../../src/model/config.js';
import { PHASES } from '../../src/model/page.js';
import { article, newsroom, SITE_YAML } from '../support/site.js';

const COUNT = 40;

const story = (n: number, more = ''): Record<string, string> => ({
  [`content/articles/a${n}.md`]: article(
    `title: Story ${n}\ndate: 2026-${n % 2 ? '11' : '03'}-${String((n % 23) + 1).padStart(2, '0')} 08:00\nsection: local\n${more}`,
    `The ${n}th report from the harbour, the quay and ward ${n * 7}.`,
  ),
});

async function toggle(way: FragmentWay) {
  const site = newsroom({
    'content/site.yaml': `${SITE_YAML}fragments: ${way}\nrelated: { pages: none }\n`,
    ...Object.assign({}, ...Array.from({ length: COUNT }, (_, n) => story(n))),
  });
  const kept = { store: createMemoryStore(), pages: createPageMemory() };
  await site.build(kept);
  const page = site.read('2026/03/a30/index.html');
  site.write(story(5, 'breaking: 2026-11-25'));
  const { changes, next } = await site.build(kept);
  if (changes === null) throw new Error('Nothing was published.');
  const paths = PHASES.flatMap((phase) => [...changes.added[phase], ...changes.changed[phase]]);
  return { site, page, next, paths: [...paths, ...changes.removed] };
}

describe('a story that becomes breaking news', () => {
  it.each(FRAGMENT_WAYS)('by %s', async (way) => {
    const { site, page, next, paths } = await toggle(way);
    expect(site.read('_f/breaking.html')).toContain('<a href="/2026/11/a5/">Story 5</a>');
    expect(next).toEqual({ at: '2026-11-25T00:00:00.000Z', reason: 'breaking' });
    if (way === 'inline') {
      // The price of it: every page but the front says so.
      expect(paths.length).toBeGreaterThan(COUNT);
      expect(site.read('2026/03/a30/index.html')).toContain('Story 5');
    } else {
      expect(paths.length).toBeLessThanOrEqual(5);
      expect(site.read('2026/03/a30/index.html')).toBe(page);
    }
    const marks = {
      script: 'data-fragment="/_f/breaking.html"></div>',
      ssi: '<!--#include virtual="/_f/breaking.html" -->',
      esi: '<!--esi <esi:include src="/_f/breaking.html" onerror="continue"/>-->',
      inline: '<aside class="block latest-box"',
    };
    for (const [name, mark] of Object.entries(marks))
      expect([name, page.includes(mark)]).toEqual([name, name === way]);
    expect(/<script[^>]*src="\/assets\/fragments\.[\da-f]{8}\.js"/.test(page)).toBe(way === 'script');
  });
});

it('written into pages, they are what a clean build writes', async () => {
  const { site } = await toggle('inline');
  const before = site.published();
  await site.build();
  expect(site.published()).toEqual(before);
});

it('a new story changes the box of the newest ones, an old one does not; sponsored ones are in none', async () => {
  const site = newsroom({ ...story(1), ...story(3) });
  const latest = async (files: Record<string, string>): Promise<string[]> => {
    site.write(files);
    await site.build();
    return [...site.read('_f/latest.html').matchAll(/>Story (\d+)</g)].map(([, n]) => n ?? '');
  };
  expect(await latest({})).toEqual(['3', '1']);
  expect(await latest(story(9))).toEqual(['9', '3', '1']);
  expect(await latest(story(21, 'kind: sponsored'))).toEqual(['9', '3', '1']);
  expect(await latest(story(22, 'draft: true'))).toEqual(['9', '3', '1']);
});
