const RTL = new Set([
  'ar',
  'arc',
  'ckb',
  'dv',
  'fa',
  'ha-arab',
  'he',
  'ks',
  'ku-arab',
  'nqo',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
]);

/** The direction of a language's usual script; a script in the tag decides (`az-Arab`). */
export function dirOf(lang: string): 'ltr' | 'rtl' {
  const [language = '', ...rest] = lang.toLowerCase().split('-');
  const script = rest.find((part) => part.length === 4);
  if (script) return /^(arab|hebr|syrc|thaa|nkoo|adlm|rohg)$/.test(script) ? 'rtl' : 'ltr';
  return RTL.has(language) ? 'rtl' : 'ltr';
}

/** `en-GB` and `en` are read by the same people; `zh-Hant` and `zh-Hans` are not. */
export function languageKey(lang: string): string {
  const [language = '', ...rest] = lang.toLowerCase().split('-');
  const script = rest.find((part) => part.length === 4 && !/^\d/.test(part));
  return script ? `${language}-${script}` : language;
}

const RTL_LETTERS = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const LETTERS = /\p{L}/gu;

/**
 * The direction of most letters of a text; null where it has none, or nearly as many of each. The first letter would
 * not do: an Arabic sentence may well begin with a product's name.
 */
export function dirOfText(text: string): 'ltr' | 'rtl' | null {
  const letters = text.match(LETTERS)?.length ?? 0;
  const rtl = text.match(RTL_LETTERS)?.length ?? 0;
  if (letters === 0) return null;
  return rtl / letters > 0.4 ? 'rtl' : rtl / letters < 0.1 ? 'ltr' : null;
}

/** Codes of countries that are taken for those of their languages, and what is meant. */
const OF_COUNTRIES: { readonly [country: string]: string } = {
  al: 'sq',
  at: 'de',
  cn: 'zh',
  cz: 'cs',
  dk: 'da',
  gb: 'en',
  gr: 'el',
  il: 'he',
  ir: 'fa',
  jp: 'ja',
  kr: 'ko',
  mx: 'es',
  pk: 'ur',
  rs: 'sr',
  se: 'sv',
  tw: 'zh-Hant',
  ua: 'uk',
  us: 'en',
  vn: 'vi',
  xk: 'sq',
};
/** Those that are codes of languages as well: Kanuri and Northern Sámi. */
const LANGUAGES_TOO = ['kr', 'se'];

/**
 * The language that is meant where a tag is the code of a country: `al` for Albanian, which is `sq`. Null where there is
 * no such mistake.
 *
 * @param own tags of the site's languages: what it names there it means, where there is such a language
 */
export function meantByCountry(lang: string, own: readonly string[]): string | null {
  const [code = ''] = lang.toLowerCase().split(/[-_]/);
  if (LANGUAGES_TOO.includes(code) && own.some((tag) => tag.split('-')[0] === code)) return null;
  return Object.hasOwn(OF_COUNTRIES, code) ? (OF_COUNTRIES[code] ?? null) : null;
}
