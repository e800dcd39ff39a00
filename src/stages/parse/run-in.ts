import { formatLong } from '../../text/dates.js';

/** The comma of a language where it isn't `, `, and its dash where it isn't `–`. */
const COMMAS: { readonly [lang: string]: string } = {
  ar: '، ',
  ckb: '، ',
  fa: '، ',
  ps: '، ',
  sd: '، ',
  ug: '، ',
  ur: '، ',
  zh: '，',
  yue: '，',
  ja: '、',
};
const DASHES: { readonly [lang: string]: string } = {
  be: '—',
  bg: '—',
  ru: '—',
  uk: '—',
  mk: '—',
  ja: '—',
  zh: '——',
  yue: '——',
};

/**
 * The dateline as it stands before the first paragraph: `TIRANA, June 30, 2023 –`, with the day in the article's
 * language. A dateline that an editor has finished already (it ends in a dash) stays as it is.
 */
export function runInOf(dateline: string, lang: string, zone: string, ms: number): string {
  if (/[-–—]$/.test(dateline)) return dateline;
  const language = lang.toLowerCase().split('-')[0] ?? '';
  const comma = COMMAS[language] ?? ', ';
  const dash = DASHES[language] ?? '–';
  return `${dateline.replace(/[,،，\s]+$/, '')}${comma}${formatLong(lang, zone, ms)} ${dash}`;
}
