import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../src/edges/publisher/index.js';
import { PHASES } from '../../src/model/page.js';
import { article, copyOf, NOW, newsroom, SITE_YAML, type TestSite } from '../support/site.js';

const DAY = 86_400_000;
const at = (days: number): number => NOW + days * DAY;

const SMALL = {
  'content/site.yaml': `${SITE_YAML}assets: { keep: 10 }\nnewsSitemap: false\n`,
  'content/articles/a.md': article('title: A\ndate: 2020-11-01'),
  'templates/article.njk':
    '<!doctype html><title>x</title><link rel="stylesheet" href="{{ asset("own.css") }}">',
};
const style = (px: number) => ({ 'templates/assets/own.css': `a { top: ${px}px }` });

const styles = (site: TestSite): string[] =>
  [...site.published()].filter(([path]) => path.startsWith('assets/own')).map(([, text]) => text);

const manifestOf = (site: TestSite) => readManifest(join(site.root, '.dateline/manifest.json'));

describe('a style sheet that was replaced', () => {
  it('stays for the days of assets.keep, goes when next.json says, and no page names it', async () => {
    const site = newsroom({ ...SMALL, ...style(1) });
    expect((await site.build({ now: at(0) })).next.at).toBe(null);
    site.write(style(2));
    const second = await site.build({ now: at(1) });
    expect(styles(site).sort()).toEqual(['a{top:1px}', 'a{top:2px}']);
    expect(second.changes?.removed).toEqual([]);
    expect(second.next).toEqual({ at: new Date(at(11)).toISOString(), reason: 'asset' });
    expect(site.read('2020/11/a/index.html')).toMatch(/own\.[\da-f]{8}\.css/);

    // Another edit has an end of its own, and moves no other.
    site.write(style(3));
    expect((await site.build({ now: at(4) })).next.at).toBe(new Date(at(11)).toISOString());
    expect((await site.build({ now: at(11) - 1 })).changes?.removed).toEqual([]);
    const third = await site.build({ now: at(11) });
    expect([third.changes?.removed.length, third.next.at]).toEqual([1, new Date(at(14)).toISOString()]);
    expect(styles(site).sort()).toEqual(['a{top:2px}', 'a{top:3px}']);

    // What comes back is in use again.
    site.write(style(2));
    await site.build({ now: at(12) });
    expect((await site.build({ now: at(14) })).next.at).toBe(new Date(at(22)).toISOString());
    expect((await site.build({ now: at(23) })).next.at).toBe(null);
    expect(styles(site)).toEqual(['a{top:2px}']);

    const clean = copyOf(site);
    await clean.build({ now: at(23) });
    expect(site.published()).toEqual(clean.published());
  });

  it('stays online where only the manifest of what is online is known, and is not uploaded again', async () => {
    const site = newsroom({ ...SMALL, ...style(1) });
    await site.build({ now: at(0) });
    const online = manifestOf(site);
    if (online === null) throw new Error('Nothing was published.');
    site.write(style(2));
    rmSync(join(site.root, 'public'), { recursive: true });
    rmSync(join(site.root, '.dateline'), { recursive: true });
    const { changes, next } = await site.build({ now: at(1), publisher: { since: online, delta: 'delta' } });
    expect([changes?.removed, next.reason]).toEqual([[], 'asset']);
    const added = PHASES.flatMap((phase) => changes?.added[phase] ?? []);
    expect(added.map((path) => path.replace(/\.[\da-f]{8}\./, '.N.'))).toEqual(['assets/own.N.css']);
    const after = readManifest(join(site.root, 'delta/manifest.json'));
    expect(Object.values(after?.files ?? {}).filter(({ until }) => until !== undefined)).toHaveLength(1);
  });

  it('goes at once where the site keeps none', async () => {
    const site = newsroom({ ...SMALL, ...style(1) });
    await site.build();
    site.write({ 'content/site.yaml': `${SITE_YAML}assets: { keep: 0 }\n`, ...style(2) });
    await site.build();
    expect(styles(site)).toEqual(['a{top:2px}']);
  });
});

it('a file of content/static goes with its source, whatever its name', async () => {
  const file = 'content/static/assets/own.0123abcd.css';
  const site = newsroom({ ...SMALL, ...style(1), [file]: 'private' });
  await site.build();
  site.write({ [file]: null });
  await site.build();
  expect(styles(site)).toEqual(['a{top:1px}']);
});

it('a mistake in a style sheet stops the build, and the old site stands', async () => {
  const site = newsroom({ ...SMALL, ...style(1) });
  await site.build();
  const before = site.published();
  site.write({ 'templates/assets/own.css': 'a {\n  top 1px;\n}' });
  const { outcome, problems } = await site.build();
  expect([outcome, problems.map(({ code, line, column }) => [code, line, column])]).toEqual([
    'setup',
    [['style-syntax', 2, 7]],
  ]);
  expect(site.published()).toEqual(before);
});
