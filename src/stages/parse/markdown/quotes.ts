/**
 * Quotation marks by language, outer pair and inner pair. Source: Unicode CLDR 48, `delimiters` (cldr-misc-full),
 * but for what newspapers do otherwise: Albanian and Croatian „ ”, Arabic and Urdu « », Dutch “ ”, Swiss German
 * « », French “ ” inside « ».
 *
 * Languages that are not here have the English ones, “ ” and ‘ ’, as CLDR has them for most of the others.
 */
const QUOTES: { readonly [lang: string]: string } = {
  de: '„“‚‘',
  'de-ch': '«»‹›',
  'de-li': '«»‹›',
  lb: '„“‚‘',
  fr: '«»“”',
  'fr-ch': '«»‹›',
  es: '«»“”',
  'es-mx': '“”‘’',
  'es-us': '“”‘’',
  'es-419': '“”‘’',
  ca: '«»“”',
  eu: '«»“”',
  an: '«»“”',
  ast: '«»“”',
  it: '«»“”',
  'pt-pt': '«»“”',
  sv: '””’’',
  fi: '””’’',
  nb: '«»‘’',
  no: '«»‘’',
  nn: '«»‘’',
  is: '„“‚‘',
  et: '„“‚‘',
  lt: '„“„“',
  pl: '„”«»',
  cs: '„“‚‘',
  sk: '„“‚‘',
  sl: '„“‚‘',
  hr: '„”‚’',
  bs: '„”‘’',
  sr: '„”’’',
  me: '„”’’',
  mk: '„“‚‘',
  bg: '„“„“',
  sq: '„”‚’',
  ro: '„”«»',
  hu: '„”»«',
  el: '«»“”',
  ru: '«»„“',
  uk: '«»„“',
  be: '«»„“',
  kk: '«»“”',
  ka: '„“«»',
  hy: '«»«»',
  eo: '“”«»',
  ar: '«»‹›',
  fa: '«»‹›',
  ur: '«»‹›',
  he: '””’’',
  ja: '「」『』',
  'zh-hant': '「」『』',
  'zh-tw': '「」『』',
  'zh-hk': '「」『』',
  'zh-mo': '「」『』',
};

const NARROW_SPACE = '\u202f';

/** Opening and closing mark of the outer pair, then of the inner: as markdown-it's option `quotes`. */
export type QuoteSet = readonly [open: string, close: string, innerOpen: string, innerClose: string];

/** The quotation marks of a language; French ones keep their distance by a narrow space that never breaks. */
export function quotesOf(lang: string): QuoteSet {
  const tag = lang.toLowerCase().replace(/_/g, '-');
  const language = tag.split('-')[0] ?? '';
  const script = /^[a-z]+-([a-z]{4})\b/.exec(tag)?.[1];
  const marks = QUOTES[tag] ?? (script && QUOTES[`${language}-${script}`]) ?? QUOTES[language] ?? '“”‘’';
  const [open = '“', close = '”', innerOpen = '‘', innerClose = '’'] = marks;
  return isSpaced(tag)
    ? [`${open}${NARROW_SPACE}`, `${NARROW_SPACE}${close}`, innerOpen, innerClose]
    : [open, close, innerOpen, innerClose];
}

/** French sets a narrow space inside « » and before ; : ! ? – but not in Switzerland. */
export function isSpaced(lang: string): boolean {
  const tag = lang.toLowerCase();
  return /^fr\b/.test(tag) && !/^fr[-_]ch\b/.test(tag);
}
