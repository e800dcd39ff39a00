import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { KINDS } from '../../src/model/article.js';
import { templates, texts } from './sample.js';

const CATEGORY = /\.(zero|one|two|few|many|other)$/;
const base = (key: string): string => key.replace(CATEGORY, '');
const english = texts.get('en') ?? {};
const keys = [...new Set(Object.keys(english).map(base))].sort();
const plurals = new Set(
  Object.keys(english)
    .filter((key) => CATEGORY.test(key))
    .map(base),
);
/** Titles that pages are given by their text. */
const PLANNED = ['article', 'related', 'archives', 'others'].map((name) =>
  readFileSync(new URL(`../../src/stages/plan/${name}.ts`, import.meta.url), 'utf8'),
);
const holes = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('texts of the theme', () => {
  it('are there in all languages that the theme promises', () => {
    expect([...texts.keys()].toSorted().join(' ')).toBe(
      'ar cs de el en fa fr ja sq sr sr-Latn tr zh zh-Hant',
    );
  });

  for (const [lang, own] of texts) {
    it(`${lang}: say the same things as in English`, () => {
      expect([...new Set(Object.keys(own).map(base))].sort()).toEqual(keys);
    });

    it(`${lang}: have exactly the plural forms of the language`, () => {
      const categories = new Intl.PluralRules(lang).resolvedOptions().pluralCategories.toSorted();
      for (const key of plurals) {
        const forms = Object.keys(own).filter((name) => base(name) === key && CATEGORY.test(name));
        expect(forms.map((name) => name.slice(key.length + 1)).sort(), key).toEqual(categories);
      }
    });

    it(`${lang}: keep the holes of the English text and are never empty`, () => {
      for (const [key, text] of Object.entries(own)) {
        expect(typeof text, key).toBe('string');
        expect(text.trim(), key).not.toBe('');
        if (!plurals.has(base(key))) expect(holes(text), key).toEqual(holes(english[key] ?? ''));
      }
    });
  }

  it('are in one script in each language', () => {
    const scripts: { readonly [lang: string]: RegExp } = {
      ar: /\p{Script=Arabic}/u,
      el: /\p{Script=Greek}/u,
      fa: /\p{Script=Arabic}/u,
      sr: /\p{Script=Cyrillic}/u,
      ja: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
      zh: /\p{Script=Han}/u,
      'zh-Hant': /\p{Script=Han}/u,
    };
    const marks = ['names.separator', 'comma', 'colon', 'stop', 'kind.podcast', 'share.email'];
    for (const [lang, own] of texts) {
      const script = scripts[lang] ?? /\p{Script=Latin}/u;
      const odd = Object.entries(own).filter(([key, text]) => !marks.includes(key) && !script.test(text));
      expect(odd, lang).toEqual([]);
    }
    // Two letters that tell the simplified form from the other.
    expect(JSON.stringify(texts.get('zh'))).not.toMatch(/[報頁關於]/);
    expect(JSON.stringify(texts.get('zh-Hant'))).not.toMatch(/[报页关于]/);
    expect(JSON.stringify(texts.get('sr-Latn'))).not.toMatch(/\p{Script=Cyrillic}/u);
  });

  it('cover every key that a template asks for, and none that no template asks for', () => {
    const families: { readonly [prefix: string]: readonly string[] } = {
      'kind.': KINDS.filter((kind) => kind !== 'news'),
      'badge.': ['draft', 'embargo', 'expired'],
      'related.': ['chosen', 'story', 'later', 'background'],
      'correction.': ['correction', 'clarification', 'update', 'retraction'],
    };
    const asked = new Set(
      PLANNED.flatMap((source) => [...source.matchAll(/\btext: '([^']+)'/g)].map(([, key = '']) => key)),
    );
    for (const kind of ['tags', 'authors', 'series']) asked.add(`directory.${kind}`);
    for (const source of templates.values()) {
      for (const [, key = '', joined] of source.matchAll(/\bt\('([^']+)'( \+)?/g)) {
        if (joined === undefined) asked.add(key);
        else for (const rest of families[key] ?? [`unknown family ${key}`]) asked.add(key + rest);
      }
      for (const [, label = ''] of source.matchAll(/part\([\w.]+, '([^']+)'\)/g)) asked.add(label);
    }
    expect([...asked].sort()).toEqual(keys);
  });

  it('credit a syndicated story in English as readers know it', () => {
    expect(english['source.original']).toBe('Original post here');
  });
});
