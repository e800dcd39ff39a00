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
