import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newsroom, type TestSite } from '../support/site.js';

const WRITE = join(import.meta.dirname, '../../bench/articles.mjs');
const COUNT = 50;

/** A made-up newsroom as the command writes it. */
function written(seed: number): TestSite {
  const site = newsroom();
  execFileSync(process.execPath, [WRITE, site.root, '--count', String(COUNT), '--seed', String(seed)]);
  return site;
}

const filesOf = (site: TestSite): Map<string, string> =>
  new Map(
    readdirSync(site.root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(site.root.length), readFileSync(path, 'utf8')]),
  );

describe('the newsrooms that are measured', () => {
  it('are the same for the same seed, and others for another', () => {
    const first = filesOf(written(1));
    expect(filesOf(written(1))).toEqual(first);
    expect([...filesOf(written(2)).keys()]).not.toEqual([...first.keys()]);
  });

  it('build without a problem, with related news for every article that has company', async () => {
    const site = written(1);
    const result = await site.build({ now: Date.parse('2026-11-20T12:00:00Z') });
    expect(result.problems).toEqual([]);
    expect(result.articles).toBe(COUNT);
    const articles = [...site.published()].filter(([path]) =>
      /^\d{4}\/\d{2}\/[^/]+\/index\.html$/.test(path),
    );
    expect(articles).toHaveLength(COUNT);
    expect(articles.filter(([, html]) => html.includes('class="block related"')).length).toBeGreaterThan(
      COUNT * 0.9,
    );
  });
});
