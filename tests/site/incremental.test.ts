import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPageMemory, openPageMemory } from '../../src/edges/pages/index.js';
import { createMemoryStore } from '../../src/edges/store/index.js';
import { article, newsroom, SITE_YAML, type TestSite } from '../support/site.js';

function paper(): TestSite {
  const files: Record<string, string> = {};
  for (let i = 1; i <= 24; i++) {
    const day = String(i).padStart(2, '0');
    files[`content/articles/world/s${i}.md`] = article(
      `title: Story ${i}\ndate: 2026-0${1 + (i % 9)}-${day}`,
      `Rain and port ${i}.`,
    );
  }
  return newsroom({ ...files, 'content/pages/about.md': '---\ntitle: About\n---\n\nWho we are.\n' });
}

/** Builds again and again with what was kept, and tells how many pages were rendered. */
function rebuilder(site: TestSite) {
  const store = createMemoryStore();
  const pages = createPageMemory();
  return async (): Promise<{ pages: number; rendered: number }> => {
    const result = await site.build({ store, pages });
    expect(result.outcome).toBe('done');
    return { pages: result.pages, rendered: result.rendered };
  };
}

describe('a page is rendered again only where what it is made of has changed', () => {
  it('renders nothing where nothing has changed, and everything for the title of the site', async () => {
    const site = paper();
    const build = rebuilder(site);
    const first = await build();
    expect(first.rendered).toBe(first.pages);
    expect((await build()).rendered).toBe(0);
    site.write({ 'content/site.yaml': SITE_YAML.replace('Test Herald', 'New Herald') });
    expect((await build()).rendered).toBe(first.pages);
  });

  it('renders for a template the pages that reach it, also through an include', async () => {
    const site = paper();
    site.write({
      'templates/page.njk': '<!doctype html><title>{{ page.title }}</title>{% include "partials/foot.njk" %}',
      'templates/partials/foot.njk': 'one',
    });
    const build = rebuilder(site);
    await build();
    site.write({ 'templates/partials/foot.njk': 'two' });
    expect((await build()).rendered).toBe(1);
    expect(site.read('about/index.html')).toContain('two');
  });

  it('renders a page anew that includes a template which was not there', async () => {
    const site = paper();
    site.write({
      'templates/page.njk':
        '<!doctype html><title>{{ page.title }}</title>{% include "partials/late.njk" ignore missing %}',
    });
    const build = rebuilder(site);
    await build();
    site.write({ 'templates/partials/late.njk': 'here now' });
    expect((await build()).rendered).toBe(1);
    expect(site.read('about/index.html')).toContain('here now');
  });

  it('renders for a text its own pages and those that show a part of it, and no others', async () => {
    const site = paper();
    const build = rebuilder(site);
    const { pages } = await build();
    site.write({ 'content/pages/about.md': '---\ntitle: About\n---\n\nWho we were.\n' });
    expect((await build()).rendered).toBe(1);
    site.write({ 'content/articles/world/new.md': article('title: New\ndate: 2026-11-20', 'Elections.') });
    const { rendered } = await build();
    expect(rendered).toBeGreaterThan(1);
    expect(rendered).toBeLessThan(pages / 2);
  });

  it('renders again what somebody has changed or removed in the output folder', async () => {
    const site = paper();
    const build = rebuilder(site);
    await build();
    const whole = site.published();
    site.write({ 'public/about/index.html': 'defaced', 'public/index.html': null });
    expect((await build()).rendered).toBe(2);
    expect(site.published()).toEqual(whole);
  });
});

describe('the memory of pages on the disk', () => {
  const record = { key: 'k', templates: ['a.njk', 'b.njk'], sources: 's', hash: 'h' };

  it('gives back what was kept, to the same version alone', () => {
    const file = join(newsroom().root, 'cache/pages');
    const first = openPageMemory(file, '1');
    first.put('a/index.html', record);
    first.save();
    expect(openPageMemory(file, '1').get('a/index.html')).toEqual(record);
    expect(openPageMemory(file, '2').get('a/index.html')).toBeNull();
  });

  it('forgets everything where a byte of the file is wrong', () => {
    const file = join(newsroom().root, 'cache/pages');
    const first = openPageMemory(file, '1');
    first.put('a/index.html', record);
    first.save();
    const whole = readFileSync(file);
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(file, damaged);
      const known = openPageMemory(file, '1').get('a/index.html');
      expect(known).toBeNull();
    }
    writeFileSync(file, whole.subarray(0, whole.length / 2));
    expect(openPageMemory(file, '1').get('a/index.html')).toBeNull();
  });
});
