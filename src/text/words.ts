/**
 * Words of a text. Letters, digits and marks make a word, with single apostrophes, hyphens, dots and commas inside it;
 * in scripts without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese) two characters count as one.
 */
export function countWords(text: string): number {
  let words = 0;
  let dense = 0;
  let inWord = false;
  const { length } = text;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    let kind = code < 128 ? (ASCII[code] ?? 0) : classOf(code);
    if (kind === DENSE) {
      dense++;
      inWord = false;
      continue;
    }
    // A sign between two letters joins them: don't, front-page, 3.5.
    if (kind === JOINER) kind = inWord && i + 1 < length && isWord(text.charCodeAt(i + 1)) ? WORD : GAP;
    if (kind === WORD) {
      if (!inWord) words++;
      inWord = true;
    } else inWord = false;
  }
  return words + Math.ceil(dense / 2);
}

const GAP = 0;
const WORD = 1;
const JOINER = 2;
const DENSE = 3;

const ASCII = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  ASCII[code] = /[A-Za-z0-9]/.test(char) ? WORD : "'-.,_".includes(char) ? JOINER : GAP;
}

function isWord(code: number): boolean {
  return code < 128 ? ASCII[code] === WORD : classOf(code) === WORD;
}

/** By ranges, since a regular expression for each character would cost more than all else. */
function classOf(code: number): number {
  if (code < 0xc0)
    return code === 0xaa || code === 0xb5 || code === 0xba ? WORD : code === 0xad ? JOINER : GAP;
  if (code === 0xd7 || code === 0xf7) return GAP;
  if (code < 0x0e00)
    return code === 0x060c || code === 0x061b || code === 0x061f || code === 0x06d4 || code === 0x0964
      ? GAP
      : WORD;
  if (code < 0x0f00) return DENSE;
  if (code >= 0x1000 && code < 0x10a0) return DENSE;
  if (code >= 0x1780 && code < 0x1800) return DENSE;
  if (code < 0x2000) return WORD;
  if (code < 0x2070)
    return code === 0x2019 || code === 0x200c || code === 0x200d || code === 0x2010 || code === 0x2011
      ? JOINER
      : GAP;
  if (code < 0x2c00) return code >= 0x2100 && code < 0x2190 ? WORD : GAP;
  if (code < 0x2e00) return WORD;
  if (code < 0x3005) return code < 0x2e80 ? GAP : code < 0x3000 ? DENSE : GAP;
  if (code < 0x3041) return code === 0x3005 || code === 0x3007 ? DENSE : GAP;
  if (code < 0xa000)
    return code === 0x30fb ? GAP : code >= 0x3100 && code < 0x3400 ? (code < 0x3190 ? WORD : GAP) : DENSE;
  if (code < 0xd7fc) return WORD;
  if (code < 0xe000) return DENSE;
  if (code < 0xf900) return GAP;
  if (code < 0xfb00) return DENSE;
  if (code < 0xfe00) return WORD;
  if (code < 0xfe70) return code >= 0xfe20 && code < 0xfe30 ? WORD : GAP;
  if (code < 0xff00) return WORD;
  return (code >= 0xff10 && code < 0xff1a) ||
    (code >= 0xff21 && code < 0xff3b) ||
    (code >= 0xff41 && code < 0xff5b)
    ? WORD
    : code >= 0xff66 && code < 0xffdd
      ? DENSE
      : GAP;
}
