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
