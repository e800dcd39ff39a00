import { decodeHTMLStrict } from 'entities';

/** The elements that editors paste into headlines. Others (`<canvas>`) are what the headline is about. */
const TAG =
  /<\/?(?:a|abbr|b|big|br|center|cite|code|del|div|em|font|h[1-6]|i|img|ins|kbd|li|mark|nobr|ol|p|q|s|small|span|strike|strong|sub|sup|tt|u|ul|wbr)(?:\s[^<>]*)?\/?>|<!--[^<>]*-->/gi;
const BREAK = /<(?:br|p|div|li)\b[^<>]*>/gi;

/** One line of plain text: HTML tags left out, entities decoded, blanks run together. */
export function plainLine(text: string): string {
  let plain = text;
  if (plain.includes('<')) plain = plain.replace(BREAK, ' ').replace(TAG, '');
  if (plain.includes('&')) plain = decodeHTMLStrict(plain);
  // An entity may stand for a character that no text may hold.
  return plain.replace(SPACES, ' ').replace(UNSEEN, '').trim();
}
/** Blanks that mean nothing; no-break and narrow spaces stay, they are typography. */
const SPACES = /[ \t\r\n\f\v\u2028\u2029]+/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSEEN = /[\x00-\x1f\x7f-\x9f\ufdd0\ufdd1\ufeff]/g;
