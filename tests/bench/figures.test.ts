import { join } from 'node:path';
import { XmlDocument } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';

const LIB = join(import.meta.dirname, '../../bench/lib');

const { report }: { report(results: unknown): string } = await import(join(LIB, 'report.mjs'));
const { plotsOf }: { plotsOf(results: unknown): { title: string; file: string; svg: string }[] } =
  await import(join(LIB, 'figures.mjs'));
const { neededRoom, compareRoom }: Room = await import(join(LIB, 'space.mjs'));
interface Needed {
  bytes: number;
  files: number;
}
interface Room {
  neededRoom(count: number, keys: string[], twice: boolean): Needed;
  compareRoom(needed: Needed, free: Needed, dir: string): { short: boolean; text: string };
}

const run = (seconds: number) => ({ seconds, cpu: seconds * 1.5, memory: 100 * seconds });

/** Dateline takes 1 s for each 1,000 articles and stands still for a fifth of it; Hugo takes 4 s. */
const cold = (count: number) => [
  {
    count,
    scenario: 'cold',
    entrant: 'dateline',
    name: 'Dateline',
    runs: [run(count / 1000), run(count / 500), run(count / 2000)],
    floors: [run(count / 10_000)],
    size: { files: count * 3, bytes: count * 30_000, related: 5 },
    stages: { parse: count * 0.8, render: count * 0.2 },
  },
  {
    count,
    scenario: 'cold',
    entrant: 'hugo',
    name: 'Hugo, 5 related',
    runs: [run(count / 250)],
    floors: [],
    size: null,
    stages: null,
  },
];
const warm = (count: number, entrant: string, seconds: number) => ({
  count,
  scenario: 'added',
  title: 'one article added',
  entrant,
  name: entrant === 'dateline' ? 'Dateline' : 'Hugo, 5 related',
  runs: [run(seconds)],
  changed: entrant === 'dateline' ? [29, 31] : [],
});
const RESULTS = {
  date: '2026-11-28',
  machine: '2 cores',
  versions: ['Dateline 0.1.0', 'Hugo 0.169.0'],
  counts: [1000, 10_000],
  turns: 3,
  rows: [...cold(1000), ...cold(10_000), warm(10_000, 'dateline', 0.6), warm(10_000, 'hugo', 40)],
  caches: [{ count: 10_000, files: 18, bytes: 125e6, seconds: 0.07 }],
  dev: [250, 2000].map((pause) => ({
    count: 10_000,
    entrant: 'dateline',
    name: 'Dateline',
    pause,
    cold: 12,
    warm: 0.9,
    first: 0.4,
    times: Array.from({ length: 20 }, (_, at) => (pause / 250) * 3 + at),
  })),
  failures: [{ name: 'Astro, 5 related', count: 10_000, scenario: null, reason: 'out of memory' }],
};

describe('the figures of a measurement', () => {
  it('stand in tables, beside the goals', () => {
    const text = report(RESULTS);
    for (const row of [
      '| 10,000 articles, clean, against Hugo with related | 0.12 × | 0.25 × | **missed** |',
      '| 10,000 articles, one added | 0.70 s | 0.60 s | met |',
      '| 10,000 articles, live: serving after a warm start | 1.00 s | 0.90 s | met |',
      '| 10,000 articles, from save to page, 0.25 s between saves, 95th percentile | 60 ms | 21 ms | met |',
      // Ten times what a copy of its site takes.
      '| Dateline | **10.0 s** (5.00–20.0) | 15.0 s | 2,000 MB | 30,000, 300 MB | 1.00 s | 10.0 |  |',
      '| Hugo, 5 related | 40.0 s | 60.0 s | 4,000 MB | – | – | – | 0.25 × its time, 0.25 × its processor |',
      '| one article added | 0.60 s | 0.90 s | 60 MB | 31 |',
      '| one article added: Hugo, 5 related | 40.0 s | 60.0 s | 4,000 MB | – |',
      '| Dateline | 10,000 | 2.00 s | 33 ms | **42 ms** | 43 ms | 12.0 s | 0.90 s | 0.40 s |',
      '| parse | 0.80 s | 8.00 s |',
      '- With 10,000 articles Astro, 5 related has no figure (clean build): out of memory',
    ])
      expect(text.split('\n')).toContain(row);
  });

  it('say what was missed, what was left out, and nothing of what was not measured', () => {
    const [save = RESULTS.dev[0]] = RESULTS.dev;
    const missed = 'did not show the edit within 60 s';
    const text = report({
      ...RESULTS,
      counts: [1000, 10_000, 100_000],
      dev: [
        // Two saves were shown, quickly; the third was not.
        { ...save, times: [5, 6], missed },
        {
          ...save,
          entrant: 'hugo-plain',
          name: 'Hugo, none related',
          times: [],
          warm: null,
          first: null,
          missed,
        },
      ],
      absent: ['There is no commit “v9” here to compare with: left out.'],
    });
    for (const row of [
      '| 10,000 articles, from save to page, 0.25 s between saves, 95th percentile | 60 ms | ∞ ms | **missed** |',
      '| Dateline | 10,000 | 0.25 s | – | **missed** | – | 12.0 s | 0.90 s | 0.40 s |',
      '| Hugo, none related | 10,000 | 0.25 s | – | **missed** | – | 12.0 s | – | – |',
      '- There is no commit “v9” here to compare with: left out.',
    ])
      expect(text.split('\n')).toContain(row);
    expect(text).toContain('### 10,000 articles');
    expect(text).not.toContain('### 100,000 articles');
    const counts = [1000, 10_000];
    const dev = counts.map((count) => ({ ...save, count, times: [5], missed }));
    expect(plotsOf({ ...RESULTS, dev }).map(({ file }) => file)).not.toContain('images/bench-live.svg');
  });

  it('are drawn against size where there is more than one', () => {
    const plots = plotsOf(RESULTS);
    expect(plots.map(({ file }) => file)).toEqual(
      ['time', 'memory', 'floor', 'warm', 'stages'].map((name) => `images/bench-${name}.svg`),
    );
    for (const { svg } of plots) {
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      XmlDocument.fromString(svg).dispose();
    }
    const [time = { svg: '' }] = plots;
    // A line for each entrant and for the copy, with a point for each number of articles; ten times the time is higher up.
    const lines = [...time.svg.matchAll(/<polyline points="([\d.,]+) ([\d.,]+)"/g)];
    expect(lines).toHaveLength(3);
    for (const [, small = '', large = ''] of lines) {
      const [x1, y1] = small.split(',').map(Number);
      const [x2, y2] = large.split(',').map(Number);
      expect([Number(x2) > Number(x1), Number(y2) < Number(y1)]).toEqual([true, true]);
    }
    expect(plotsOf({ ...RESULTS, rows: cold(1000), dev: [] }).map(({ file }) => file)).toEqual([
      'images/bench-stages.svg',
    ]);
  });

  it('are not begun where room is short', () => {
    const own = neededRoom(100_000, ['dateline'], true);
    const all = neededRoom(100_000, ['dateline', 'before', 'hugo', 'hugo-plain', 'eleventy', 'astro'], true);
    expect(all.bytes).toBeGreaterThan(own.bytes * 2);
    // A release has a newsroom of its own beside its site.
    const two = neededRoom(100_000, ['dateline', 'release'], true);
    expect(two.bytes - own.bytes).toBeGreaterThan(neededRoom(100_000, ['dateline'], false).bytes - 1);
    expect(neededRoom(100_000, ['dateline'], false).bytes).toBeLessThan(own.bytes);
    expect(compareRoom(own, own, '/x').short).toBe(false);
    expect(compareRoom(own, { ...own, bytes: own.bytes - 1 }, '/x').short).toBe(true);
    const few = compareRoom({ bytes: 1e9, files: 2e6 }, { bytes: 9e9, files: 1e6 }, '/x');
    expect(few.short).toBe(true);
    expect(few.text).toContain('1.0 GB and 2.00 million files in /x');
  });
});
