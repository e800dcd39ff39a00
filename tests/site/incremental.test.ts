import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reason } from '../../src/build/ports.js';
import { reasonWords } from '../../src/cli/report/reasons.js';
import { openFindsMemory } from '../../src/edges/finds.js';
import { createPageMemory, openPageMemory } from '../../src/edges/pages/index.js';
import { createMemoryStore, openStore } from '../../src/edges/store/index.js';
import {
  article,
  codes,
  copyOf,
  NOW,
  newsroom,
  SITE_YAML,
  type TestBuild,
  type TestSite,
} from '../support/site.js';

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

  it('tells in every build what is wrong with a template, and what becomes wrong in one that was sound', async () => {
    const site = paper();
    const store = createMemoryStore();
    const pages = createPageMemory();
    const told = async (): Promise<string[]> => codes(await site.build({ store, pages }));
    expect(await told()).toEqual([]);
    expect(await told()).toEqual([]);
    site.write({ 'templates/page.njk': '{% extends "base.njk" %}{% block mian %}x{% endblock %}' });
    const first = await told();
    expect(first).toHaveLength(1);
    expect(await told()).toEqual(first);
    site.write({ 'templates/page.njk': '{{ page.titel }}' });
    expect(await told()).toEqual(['template-unknown-field']);
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

describe('why a page is rendered', () => {
  const LEAD = 'content/articles/world/s24.md';
  const PAPER = {
    'templates/page.njk': '<!doctype html><title>{{ page.title }}</title>{{ asset("own.css") }}',
    'templates/assets/own.css': 'a {}',
    'templates/assets/unused.css': 'b {}',
    'content/articles/soon.md': article('title: Soon\ndate: 2026-11-20\nembargo: 2026-11-26', 'Later.'),
  };

  /** Builds, changes one thing, builds again: the reasons of each page that was rendered then, in words. */
  async function reasonsAfter(
    change: (site: TestSite) => TestBuild | undefined,
  ): Promise<Map<string, string>> {
    const site = paper();
    site.write(PAPER);
    const store = createMemoryStore();
    const pages = createPageMemory();
    await site.build({ store, pages });
    const options = change(site);
    const told = new Map<string, string>();
    const before = site.published();
    const rendering = (url: string, reasons: readonly Reason[]): void =>
      void told.set(url, reasonWords(reasons));
    const { rendered } = await site.build({ store, pages, rendering, ...options });
    expect(told.size).toBe(rendered);
    // Whatever became another file was told of.
    for (const [path, html] of site.published()) {
      if (path.endsWith('index.html') && before.get(path) !== html)
        expect([...told.keys()]).toContain(`/${path.replace(/index\.html$/, '')}`);
    }
    return told;
  }
  const write =
    (files: Record<string, string | null>) =>
    (site: TestSite): undefined => {
      site.write(files);
    };

  it('is nothing where nothing has changed', async () => {
    expect(await reasonsAfter(() => undefined)).toEqual(new Map());
  });

  it('is its own file, and on other pages that they show it', async () => {
    const told = await reasonsAfter(
      write({ [LEAD]: article('title: Another\ndate: 2026-07-24', 'Rain and port 24.') }),
    );
    expect(told.get('/2026/07/s24/')).toBe(`${LEAD} changed`);
    expect(told.get('/')).toBe(`it shows ${LEAD}, which changed`);
    for (const words of told.values()) expect(words).toContain(LEAD);
  });

  it('is that it is new, and on other pages that they show what is new', async () => {
    const file = 'content/articles/world/new.md';
    const told = await reasonsAfter(write({ [file]: article('title: New\ndate: 2026-11-20', 'Elections.') }));
    expect(told.get('/2026/11/new/')).toBe('the page is new');
    expect(told.get('/')).toBe(`it shows ${file}, which is new`);
  });

  it('is what stands on it, where a story went', async () => {
    const told = await reasonsAfter(write({ 'content/articles/world/s8.md': null }));
    expect(told.get('/')).toBe('what stands on it changed, with content/articles/world/s8.md');
  });

  it('is a template that it reached, and an asset that it named', async () => {
    const template = { 'templates/page.njk': `${PAPER['templates/page.njk']}!` };
    expect(await reasonsAfter(write(template))).toEqual(new Map([['/about/', 'template page.njk changed']]));
    expect(await reasonsAfter(write({ 'templates/assets/own.css': 'a { x: y }' }))).toEqual(
      new Map([['/about/', 'the theme’s file own.css changed']]),
    );
  });

  it('is no asset that no page names', async () => {
    expect(await reasonsAfter(write({ 'templates/assets/unused.css': 'c {}' }))).toEqual(new Map());
  });

  it('is the title of the site, and a text of the theme, on all pages', async () => {
    const title = await reasonsAfter(write({ 'content/site.yaml': SITE_YAML.replace('Test', 'New') }));
    for (const words of title.values())
      expect(words).toContain('the title, the navigation or another setting');
    const text = await reasonsAfter(write({ 'templates/texts/en.yaml': 'nav.home: Start\n' }));
    expect(new Set(text.values())).toEqual(new Set(['a text of the theme changed']));
    expect(text.size).toBe(title.size);
  });

  it('is the time, where an hour has come', async () => {
    const told = await reasonsAfter(() => ({ now: NOW + 3 * 24 * 3_600_000 }));
    expect(told.get('/2026/11/soon/')).toBe('the page is new');
    expect(told.get('/')).toBe('what stands on it changed, with the time or the flags of the build');
  });

  it('is what has become of its file in the output folder', async () => {
    const told = await reasonsAfter(write({ 'public/about/index.html': 'defaced' }));
    expect(told).toEqual(
      new Map([['/about/', 'its file in the output folder was not what had been published']]),
    );
  });
});

describe('the memory of pages on the disk', () => {
  const record = { view: 'v', text: '', reached: ['a.njk', 'b.njk'], sources: 's', hash: 'h' };
  const made = { parts: new Map([['site', '1']]), files: new Map([['content/a.md', '2']]), sound: '3' };

  it('gives back what was kept, to the same version alone', () => {
    const file = join(newsroom().root, 'cache/pages');
    const first = openPageMemory(file, '1');
    first.put('a/index.html', record);
    first.save(made);
    expect(openPageMemory(file, '1').get('a/index.html')).toEqual(record);
    expect(openPageMemory(file, '1').last).toEqual(made);
    expect(openPageMemory(file, '2').get('a/index.html')).toBeNull();
  });

  it('forgets everything where a byte of the file is wrong', () => {
    const file = join(newsroom().root, 'cache/pages');
    const first = openPageMemory(file, '1');
    first.put('a/index.html', record);
    first.save(made);
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

describe('what was found of related news', () => {
  /** Enough for searches to be kept from one build to the next; each fifth story is told again an hour later. */
  const archive = (): TestSite => {
    const files: Record<string, string> = {
      'content/site.yaml': `${SITE_YAML}related: { pages: none }\n`,
    };
    for (let i = 0; i < 230; i++) {
      const when = new Date(Date.UTC(2025, 0, 1) + i * 40 * 3_600_000).toISOString();
      files[`content/articles/s${i}.md`] = article(`title: Story ${i}\ndate: ${when}`, textOf(i));
      if (i % 5 === 0)
        files[`content/articles/again${i}.md`] = article(
          `title: Once more ${i}\ndate: ${when.replace('00:00.000', '30:00.000')}`,
          textOf(i),
        );
    }
    return newsroom(files);
  };
  const textOf = (n: number): string =>
    Array.from({ length: 60 }, (_, k) => `w${(n * 7 + k * (1 + (n % 4))) % 90}x${k % 7}`).join(' ');

  const newest = {
    'content/articles/new.md': article('title: Story 3 again\ndate: 2026-11-23T10:00:00Z', textOf(3)),
  };

  it('gives the bytes of a clean build, also where the words of the cache are damaged', async () => {
    const site = archive();
    const cache = join(site.root, 'cache');
    const build = async (): Promise<void> => {
      const finds = openFindsMemory(join(cache, 'related'), '1');
      const result = await site.build({ store: openStore(cache, '1'), finds });
      expect(result.outcome).toBe('done');
    };
    await build();
    // A version of the last story but one, so that words of both are asked for.
    site.write({
      'content/articles/late.md': article('title: Late\ndate: 2026-01-17T23:00:00Z', textOf(229)),
    });
    for (const name of readdirSync(join(cache, 'parse')).filter((file) => file.endsWith('.words'))) {
      const file = join(cache, 'parse', name);
      writeFileSync(file, Buffer.alloc(readFileSync(file).length));
    }
    await build();
    site.write(newest);
    await build();
    const clean = copyOf(site);
    await clean.build();
    expect(site.published()).toEqual(clean.published());
    expect(site.read('2026/01/late/index.html')).toMatch(/Story \d+</);
  });
});
