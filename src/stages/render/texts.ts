import { textValueMissing } from '../../problems/template/tools.js';
import { TemplateFault } from './fault.js';
import { remember } from './memo.js';
import { textOf } from './runtime.js';

/** Texts of the theme by language: language → key → text. */
export type Texts = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** Looks up a text for readers of a language. Null: no language that may stand in for it has one. */
export type Translate = (
  key: string,
  values: Readonly<Record<string, unknown>>,
  locales: readonly string[],
) => string | null;

/**
 * Languages to try, best first: the text's own, the same without its region, those of the site, English. Each is one
 * that `Intl` accepts.
 */
export function localesOf(lang: string, ...siteLanguages: readonly string[]): readonly string[] {
  const all = [...widerAndWider(lang), ...siteLanguages.flatMap(widerAndWider), 'en'];
  return [...new Set(all.filter(isLocale))];
}

/** `zh-Hant-TW`, `zh-Hant`, `zh`; a place that writes another script than the language elsewhere, that one first. */
function widerAndWider(lang: string): readonly string[] {
  const parts = lang.split('-');
  const wider = parts.map((_, i) => parts.slice(0, parts.length - i).join('-'));
  return /^zh-(?:tw|hk|mo)$/i.test(lang) ? [lang, 'zh-Hant', 'zh'] : wider;
}

function isLocale(lang: string): boolean {
  try {
    return Intl.getCanonicalLocales(lang).length === 1;
  } catch {
    return false;
  }
}

/**
 * Theme texts. `{name}` in a text is the value of that name, numbers as the language writes them. A text that depends
 * on a number has a form for each plural of its language (`minutes.one`, `minutes.other`), chosen by the value `n`.
 */
export function translator(texts: Texts): Translate {
  const format = numberFormat();
  const plurals = new Map<string, Intl.PluralRules>();
  const byLanguage = new Map([...texts].map(([lang, own]) => [lang.toLowerCase(), own]));

  const formOf = (
    own: Readonly<Record<string, string>>,
    key: string,
    lang: string,
    n: unknown,
  ): string | null => {
    if (typeof n === 'number') {
      const rules = remember(plurals, lang, () => new Intl.PluralRules([lang, 'en']));
      const form = own[`${key}.${rules.select(n)}`] ?? own[`${key}.other`];
      if (form !== undefined) return form;
    }
    return Object.hasOwn(own, key) ? (own[key] ?? null) : null;
  };

  const filled = (
    key: string,
    text: string,
    values: Readonly<Record<string, unknown>>,
    locales: readonly string[],
  ): string =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name];
      if (typeof value === 'number') return format(value, locales);
      if (value === null) return '';
      const own = textOf(value);
      if (own === null) throw new TemplateFault((place) => textValueMissing(place, key, text, name));
      return own;
    });

  return (key, values, locales) => {
    for (const lang of locales) {
      const own = byLanguage.get(lang.toLowerCase());
      const text = own === undefined ? null : formOf(own, key, lang, values.n);
      if (text !== null) return text.includes('{') ? filled(key, text, values, [lang, 'en']) : text;
    }
    return null;
  };
}

/** Numbers as each language writes them. */
export function numberFormat(): (value: number, locales: readonly string[]) => string {
  const formats = new Map<string, Intl.NumberFormat>();
  return (value, locales) => {
    const key = locales[0] ?? 'en';
    return remember(formats, key, () => new Intl.NumberFormat([...locales])).format(value);
  };
}

/** Every key of a set of texts, plural forms also by the key that templates use. */
export function textKeys(texts: Texts): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const own of texts.values()) {
    for (const key of Object.keys(own)) {
      keys.add(key);
      keys.add(key.replace(/\.(zero|one|two|few|many|other)$/, ''));
    }
  }
  return keys;
}
