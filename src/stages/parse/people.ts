/** Words that stand before the last of several names. One list for all languages: a byline may be in any. */
const AND = /\s+(?:and|&|und|et|y|e|dhe|en|og|och|ja|ve|a|i|и|і|та|و)\s+/u;
/** What belongs to the name before the comma. */
const SUFFIX = /^(?:jr|sr|i{2,3}|iv|ph\.?\s?d|m\.?d|m\.?a|m\.?sc|mba|esq|dr|rn)\.?$/i;

/** A part of a text, with its offset in it. */
export interface Part {
  readonly text: string;
  readonly offset: number;
}

/**
 * The people that one line names: `Rudina Leka, Arben Hoxha and Jo Smith`. Names hold commas and "and" themselves
 * (`Leka, Rudina`, `News and Features Team`), so the line is cut only where every part looks like a whole name: two
 * words at least or the capitals of an agency (`Jo Smith, AP`), or ids of profiles throughout.
 */
export function splitPeople(line: string): Part[] {
  const by = /^\s*(?:by|von|par|nga|di|por)\s+(?=\p{Lu})/iu.exec(line)?.[0].length ?? 0;
  const rest = line.slice(by);
  const whole = trimmed(rest, by);
  if (rest.includes(';')) return cutAt(rest, /;/g, by).flatMap((part) => andCut(part));
  const parts = joined(cutAt(rest, /,/g, by)).flatMap(andCut);
  if (parts.length < 2) return whole.text === '' ? [] : [whole];
  const ids = parts.every((part) => /^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/.test(part.text));
  const names =
    parts.some((part) => /\s/.test(part.text)) &&
    parts.every((part) => /\s/.test(part.text) || /^\p{Lu}{2,6}$/u.test(part.text));
  return ids || names ? parts : [whole];
}

function andCut(part: Part): Part[] {
  const found = AND.exec(part.text);
  if (!found) {
    // "…, and Jo Smith" leaves the word at the part's start.
    const lead = /^(?:and|&|und|et|dhe|и|و)\s+/iu.exec(part.text)?.[0].length ?? 0;
    return lead === 0 ? [part] : [{ text: part.text.slice(lead), offset: part.offset + lead }];
  }
  const left = { text: part.text.slice(0, found.index), offset: part.offset };
  const start = found.index + found[0].length;
  const right = { text: part.text.slice(start), offset: part.offset + start };
  const whole = (text: string): boolean => /\S\s+\S/.test(text);
  if (!whole(left.text) || !whole(right.text) || /\b(?:team|staff|agency|desk)\b/i.test(right.text))
    return [part];
  return [left, ...andCut(right)];
}

/** `Martin King, Jr.` is one name. */
function joined(parts: readonly Part[]): Part[] {
  const out: Part[] = [];
  for (const part of parts) {
    const before = out.at(-1);
    if (before !== undefined && SUFFIX.test(part.text)) {
      out[out.length - 1] = { text: `${before.text}, ${part.text}`, offset: before.offset };
    } else out.push(part);
  }
  return out;
}

/** The parts between separators, without blanks around them; empty ones are left out. */
export function cutAt(text: string, separator: RegExp, offset = 0): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const found of text.matchAll(separator)) {
    parts.push(trimmed(text.slice(start, found.index), offset + start));
    start = found.index + found[0].length;
  }
  parts.push(trimmed(text.slice(start), offset + start));
  return parts.filter((part) => part.text !== '');
}

function trimmed(text: string, offset: number): Part {
  const lead = text.length - text.trimStart().length;
  return { text: text.trim(), offset: offset + lead };
}
