/**
 * The beginning of a text for a teaser: at most `length` characters (UTF-16 units), the "…" included; those of Chinese,
 * Japanese and Korean, which say and take twice as much, count as two. White space is collapsed, but
 * two words that may not be parted stay so. A text that is longer
 * is cut at a word's end, without punctuation left over before the "…"; never inside a character that is made of
 * several. Chinese and Japanese end with a sentence, and without "…", where one ends in the second half; else in scripts
 * without spaces it is cut between two words as `Intl.Segmenter` sees them, and between any two characters where that
 * leaves too little.
 *
 * @param lang BCP 47 tag of the text
 */
export function cutExcerpt(text: string, length: number, lang: string): string {
  // Only the beginning is looked at: a text may be megabytes long.
  const whole = text
    .slice(0, length * 4 + 1000)
    .replace(SPACES, ' ')
    .trim();
  if (fitting(whole, length) === whole.length && text.length <= length * 4 + 1000) return whole;
  const room = fitting(whole, Math.max(length - 1, 0));
  const head = whole.slice(0, room);
  // A space right behind the cut means that the last word is whole.
  const space = whole[room] === ' ' ? room : head.lastIndexOf(' ');
  // In Chinese, Japanese or Thai the last space may be far away, or there is none.
  const dense = DENSE.test(whole.slice(Math.max(space, room - 24, 0), room + 1));
  if (dense) {
    const sentence = lastSentence(whole.slice(0, fitting(whole, length)));
    if (sentence * 2 >= room) return whole.slice(0, sentence);
  }
  const end = space <= 0 || dense ? betweenWords(whole, room, lang) : space;
  const cut = whole.slice(0, end).replace(DANGLING, '');
  return cut === '' ? (room > 0 ? '…' : '') : `${cut}…`;
}

/** All but single spaces, and single ones that keep two words in one line. */
const SPACES = /[\s\u200b]{2,}|[^\S \u00a0\u202f]|\u200b/gu;

/** How many of a text's first units stand in a room of so many characters. */
function fitting(text: string, room: number): number {
  let left = room;
  let at = 0;
  while (at < text.length) {
    left -= isWide(text.charCodeAt(at)) ? 2 : 1;
    if (left < 0) break;
    at++;
  }
  return at;
}

/** Characters as wide as two letters; the rarer Chinese ones are two units long anyway. */
function isWide(code: number): boolean {
  if (code < 0x1100) return false;
  return (
    code < 0x1160 ||
    (code >= 0x2e80 && code < 0xa4d0) ||
    (code >= 0xac00 && code < 0xd7a4) ||
    (code >= 0xf900 && code < 0xfb00) ||
    (code >= 0xfe30 && code < 0xfe50) ||
    (code >= 0xff00 && code < 0xff61)
  );
}

/** Scripts that write words without spaces between them. */
const DENSE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/**
 * What may not stand before "…": spaces, commas, stops, dashes, and brackets and quotes that would only open. A
 * question or exclamation mark may stay, and so may what closes.
 */
const DANGLING = /[\s.,;:·…،؛。、，；：‧\u2010-\u2015\p{Ps}\p{Pi}„‚"'*_\-–—/|&+]+$/u;

const SENTENCES = /^.*[。！？｡][」』”’）》]*/s;

/** Where the last sentence of a Chinese or Japanese text ends; 0 where none does. */
const lastSentence = (text: string): number => SENTENCES.exec(text)?.[0].length ?? 0;

/** How far before the cut a word's end is looked for. */
const WINDOW = 40;

/** The last end of a word or character at or before `room`. */
function betweenWords(text: string, room: number, lang: string): number {
  const from = safeStart(text, Math.max(room - WINDOW, 0));
  const piece = text.slice(from, room + WINDOW);
  const end = room - from;
  const words = lastBoundary(piece, end, lang, 'word');
  if (words > 0) return from + words;
  const characters = lastBoundary(piece, end, lang, 'grapheme');
  return from + characters;
}

function lastBoundary(piece: string, end: number, lang: string, granularity: 'word' | 'grapheme'): number {
  // Asked for one place: to go through all segments of every Chinese text would cost more than to read its Markdown.
  const at = Math.min(end, piece.length - 1);
  return segmenter(lang, granularity).segment(piece).containing(at)?.index ?? 0;
}

/** Not in the middle of a surrogate pair or before a combining mark. */
function safeStart(text: string, start: number): number {
  let at = start;
  while (at > 0 && /^(?:[\p{M}\udc00-\udfff]|\u200d)/u.test(text.slice(at, at + 2))) at--;
  return at;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(lang: string, granularity: 'word' | 'grapheme'): Intl.Segmenter {
  const key = `${granularity} ${lang}`;
  let known = segmenters.get(key);
  if (!known) {
    known = new Intl.Segmenter(Intl.Segmenter.supportedLocalesOf(safeTag(lang))[0] ?? 'en', { granularity });
    segmenters.set(key, known);
  }
  return known;
}

/** A tag that `Intl` takes: it throws at what is no tag. */
function safeTag(lang: string): string {
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(lang) ? lang : 'en';
}
