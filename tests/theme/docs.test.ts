import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { staleDocs } from '../../src/docs/main.js';
import { themePage } from '../../src/docs/theme.js';
import { createRenderer } from '../../src/stages/render/index.js';
import { assets, site, templates, texts } from './sample.js';

const intro = (name: string): string =>
  readFileSync(new URL(`../../src/docs/${name}`, import.meta.url), 'utf8');

describe('docs/theme.md', () => {
  it('lists the settings, tokens, blocks, macros and texts that the theme has', async () => {
    expect(await staleDocs([themePage])).toEqual([]);
  });

  it.each(['theme-intro.md', 'templates-intro.md'])(
    'shows templates in %s that work with the theme',
    (page) => {
      const shown = [...intro(page).matchAll(/```njk\n(\{# templates\/(\S+) #\}\n[\s\S]*?)```/g)];
      expect(shown.length).toBeGreaterThan(1);
      const own = new Map(shown.map(([, source = '', name = '']) => [name, source]));
      const originals = [...templates].map(([name, source]) => [`@theme/${name}`, source] as const);
      const all = new Map([...templates, ...own, ...originals]);
      const places = new Map([...all.keys()].map((name) => [name, `@theme/${name.replace('@theme/', '')}`]));
      for (const name of own.keys()) places.set(name, `templates/${name}`);
      const named = new Map([...assets, 'ours.css'].map((name) => [name, `/${name}`]));
      const { renderer, problems } = createRenderer({ templates: all, places, texts, site, assets: named });
      expect(problems).toEqual([]);
      expect(renderer).not.toBeNull();
    },
  );
});
