const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

// Columns that a terminal gives to East Asian wide and fullwidth characters (UAX 11), as pairs of first and last.
const WIDE = [
  0x1100, 0x115f, 0x231a, 0x231b, 0x2e80, 0x303e, 0x3041, 0x33ff, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xa000,
  0xa4cf, 0xa960, 0xa97f, 0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6f, 0xff00, 0xff60,
  0xffe0, 0xffe6, 0x16fe0, 0x18dff, 0x1aff0, 0x1b2ff, 0x20000, 0x3fffd,
];

// Control characters, and those that turn the direction of all that follows.
const CONTROL = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef]/gu;

/** Characters of scripts that run from right to left: Hebrew, Arabic and their neighbours. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** One user-perceived character, where it stands in its text and how many columns a terminal gives it. */
export interface Cell {
  readonly text: string;
  /** Where it begins in the line, and how long it is there, in UTF-16 units. */
  readonly offset: number;
  readonly length: number;
  readonly width: number;
}

/**
 * A line as a terminal may show it, cell by cell. Tabs become spaces; what would move the cursor, colour the screen
 * or turn the direction of the text is shown as a sign that it is there, never sent.
 */
export function cells(line: string, tab = 4): Cell[] {
  const found: Cell[] = [];
  let column = 0;
  for (const { segment, index } of GRAPHEMES.segment(line.toWellFormed())) {
    const text = segment === '\t' ? ' '.repeat(tab - (column % tab)) : harmless(segment);
    const width = segment === '\t' ? text.length : widthOf(text);
    found.push({ text, offset: index, length: segment.length, width });
    column += width;
  }
  return found;
}

/** Text that can be printed on one line of any terminal: control characters are replaced by visible signs. */
export function harmless(text: string): string {
  return text.replace(CONTROL, (sign) => {
    const code = sign.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : code === 0x7f ? '\u2421' : '\ufffd';
  });
}

/** True where a terminal that knows right-to-left scripts would not show the text in the order of its characters. */
export function runsRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

function widthOf(cluster: string): number {
  if (/^[\x20-\x7e]$/.test(cluster)) return 1;
  if (/\p{Emoji_Presentation}|\ufe0f/u.test(cluster)) return 2;
  let width = 0;
  for (const sign of cluster) {
    if (!/[\p{Mn}\p{Me}\p{Cf}]/u.test(sign))
      width = Math.max(width, isWide(sign.codePointAt(0) ?? 0) ? 2 : 1);
  }
  return width;
}

function isWide(code: number): boolean {
  for (let i = 0; i < WIDE.length; i += 2) {
    if (code < (WIDE[i] ?? 0)) return false;
    if (code <= (WIDE[i + 1] ?? 0)) return true;
  }
  return false;
}
