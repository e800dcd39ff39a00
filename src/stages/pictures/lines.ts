/** What may not begin a line, and what may not end one. */
const NOT_FIRST = /^[\p{Pe}\p{Pf}!?.,:;…%、。，．！？：；・ー々〉》」』】〕）]/u;
const NOT_LAST = /[\p{Ps}\p{Pi}〈《「『【〔（]$/u;
const FULL = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * A text in lines of at most this width, as few as there can be and then as even as they can be: a headline whose last
 * line is one word looks like a mistake. A word that is wider than a line has one of its own.
 *
 * @param cut cuts such a word instead
 */
export function linesOf(
  text: string,
  lang: string,
  width: number,
  measure: (words: string) => number,
  cut: boolean,
): string[] {
  const parts = piecesOf(text, lang);
  const pieces = cut ? parts.flatMap((part) => cutAt(part, lang, width, measure)) : parts;
  const most = filled(pieces, width, measure);
  let [low, high] = [0, width];
  let best = most;
  for (let i = 0; i < 8 && most.length > 1; i++) {
    const middle = (low + high) / 2;
    const lines = filled(pieces, middle, measure);
    if (lines.length > most.length || lines.some((line) => measure(line) > width)) low = middle;
    else {
      high = middle;
      best = lines;
    }
  }
  return best;
}

function filled(pieces: readonly string[], width: number, measure: (words: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces) {
    const longer = line + piece;
    if (line === '' || measure(longer.trimEnd()) <= width) line = longer;
    else {
      lines.push(line.trimEnd());
      line = piece;
    }
  }
  if (line.trim() !== '') lines.push(line.trimEnd());
  return lines;
}

/** A word in parts that each fit into a line. */
function cutAt(word: string, lang: string, width: number, measure: (words: string) => number): string[] {
  if (measure(word.trimEnd()) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const { segment } of new Intl.Segmenter(lang, { granularity: 'grapheme' }).segment(word)) {
    if (part !== '' && measure((part + segment).trimEnd()) > width) {
      parts.push(part);
      part = '';
    }
    part += segment;
  }
  return [...parts, part];
}

/** The parts between which a line may end: words with the space behind them; of Chinese and Japanese, their words too. */
function piecesOf(text: string, lang: string): string[] {
  const words = text.split(/(?<=[ ]|[-–—/](?=\p{L}{2}))/u);
  const pieces: string[] = [];
  for (const word of words) {
    if (!FULL.test(word)) pieces.push(word);
    else
      pieces.push(
        ...[...new Intl.Segmenter(lang, { granularity: 'word' }).segment(word)].map((part) => part.segment),
      );
  }
  const joined: string[] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const together =
      before !== undefined && !before.endsWith(' ') && (NOT_FIRST.test(piece) || NOT_LAST.test(before));
    if (together) joined[joined.length - 1] = before + piece;
    else joined.push(piece);
  }
  return joined;
}
