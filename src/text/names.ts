import { found, scan } from './scan.js';

/** What two texts have in common, as a reader would say it. */
export interface Named {
  /** Names as the text writes them, several words together where they stand together: "Edi Rama". */
  readonly names: readonly string[];
  /** Other words. Of scripts without capitals, all. */
  readonly words: readonly string[];
}

/** One occurrence of a shared word. */
interface Spot {
  readonly id: number;
  readonly start: number;
  readonly end: number;
  readonly capital: boolean;
  /** Whether a capital says nothing here: at the beginning of a line or sentence. */
  readonly first: boolean;
}

/** Marks of Markdown that may stand between a line's beginning, or a sentence's end, and its first word. */
const OPENING = /(?:^|[\n.!?…:;·»”"“„([—–-])[\s>#*_"'“„«([\]-]*$/u;
const UNSEEN = /\p{Cf}/gu;
/** A name has no more words. */
const LONGEST = 5;

/**
 * Says words in the way of the text in which they stand. What has a capital inside a sentence and is nowhere without
 * one is a name; what both texts say and stands side by side is said in one, names among names and, where a script has
 * no spaces, overlapping pairs.
 *
 * @param ids the shared words by weight, the weightiest first
 */
export function nameShared(source: string, ids: readonly number[]): Named {
  const wanted = new Set(ids);
  const { text, size } = scan(source);
  const spots: Spot[] = [];
  for (let k = 0; k < size; k++) {
    const id = (found.ids[k] ?? 0) >>> 0;
    if (!wanted.has(id)) continue;
    const start = found.starts[k] ?? 0;
    const end = found.ends[k] ?? 0;
    const capital = isCapital(text, start);
    spots.push({ id, start, end, capital, first: OPENING.test(text.slice(Math.max(0, start - 12), start)) });
  }
  const plain = new Set(spots.filter(({ capital }) => !capital).map(({ id }) => id));
  const written = new Set(
    spots.filter(({ id, capital, first }) => capital && !first && !plain.has(id)).map(({ id }) => id),
  );

  // Where a word is no name, its plain form is told, not the one that begins a sentence.
  const shown = spots.filter(({ id, capital }) => !capital || !plain.has(id));
  const said = tell(text, ids, shown, written);
  const ofKind = (name: boolean): string[] =>
    said.filter(({ first }) => written.has(first) === name).map(({ words }) => words);
  return { names: ofKind(true), words: ofKind(false) };
}

/** A headline and the lines below it with their words, which are looked up again and again. */
export interface Head {
  readonly text: string;
  readonly ids: Uint32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Where the headline ends. */
  readonly headline: number;
  /** True where a headline writes nearly all its words with capitals, so that they say nothing. */
  readonly titled: boolean;
}

/** @param source the headline in the first line */
export function readHead(source: string): Head {
  const { text, size } = scan(source);
  const ids = new Uint32Array(found.ids.subarray(0, size));
  const starts = new Uint32Array(found.starts.subarray(0, size));
  const ends = new Uint32Array(found.ends.subarray(0, size));
  const line = text.indexOf('\n');
  const headline = line < 0 ? text.length : line;
  const words = starts.filter((start) => start < headline).length;
  const capitals = starts.filter((start) => start < headline && isCapital(text, start)).length;
  return { text, ids, starts, ends, headline, titled: capitals * 2 > words };
}

/**
 * Which of some words an editor would name for what two articles have in common, as the first of them writes them; the weightiest first.
 * So few lines don't tell what matters from what is only rare in a small archive: names are told, and of scripts
 * without capitals what both headlines say.
 */
export function saidIn(head: Head, other: Head, wanted: readonly number[]): string[] {
  const { text, ids, starts, ends, headline, titled } = head;
  const spots: Spot[] = [];
  const plain = new Set<number>();
  const told = new Set<number>();
  for (let k = 0; k < ids.length; k++) {
    const id = ids[k] ?? 0;
    const start = starts[k] ?? 0;
    // A letter alone names nothing: "I".
    if (!wanted.includes(id) || (ends[k] ?? 0) - start < 2) continue;
    const capital = isCapital(text, start);
    const first = (titled && start < headline) || OPENING.test(text.slice(Math.max(0, start - 12), start));
    spots.push({ id, start, end: ends[k] ?? 0, capital, first });
    if (capital ? !first : !hasCase(text, start) && start < headline && headlines(other, id)) told.add(id);
    else if (!capital && hasCase(text, start)) plain.add(id);
  }
  for (const id of plain) told.delete(id);
  const shown = spots.filter(({ id }) => told.has(id));
  return shown.length === 0 ? [] : tell(text, wanted, shown, told).map(({ words }) => words);
}

const headlines = ({ ids, starts, headline }: Head, id: number): boolean =>
  ids.some((word, k) => word === id && (starts[k] ?? 0) < headline);

function isCapital(text: string, at: number): boolean {
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return letter !== letter.toLowerCase();
}

/** Whether the letter is of a script with capitals. */
function hasCase(text: string, at: number): boolean {
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return letter.toLowerCase() !== letter.toUpperCase();
}

/** Says each shared word once, with its neighbours, the weightiest first. */
function tell(
  text: string,
  ids: readonly number[],
  spots: readonly Spot[],
  names: ReadonlySet<number>,
): { readonly words: string; readonly first: number }[] {
  const said = new Map<string, { readonly first: number; readonly place: number }>();
  const told = new Set<number>();
  const rank = new Map(ids.map((id, at) => [id, at]));
  /** The longest first, so that "Edi Rama" is told and "Rama" is not told again. */
  const runs = runsOf(text, spots, names).sort((a, b) => b.length - a.length);
  for (const run of runs) {
    if (run.every(({ id }) => told.has(id))) continue;
    const [from, to] = [run[0], run.at(-1)];
    if (from === undefined || to === undefined) continue;
    const words = text.slice(from.start, to.end).replace(UNSEEN, '').replace(/\s+/g, ' ');
    const place = Math.min(...run.map(({ id }) => rank.get(id) ?? ids.length));
    said.set(words, { first: from.id, place });
    for (const { id } of run) told.add(id);
  }
  return [...said].sort(([, a], [, b]) => a.place - b.place).map(([words, { first }]) => ({ words, first }));
}

function runsOf(text: string, spots: readonly Spot[], names: ReadonlySet<number>): Spot[][] {
  const runs: Spot[][] = [];
  for (const spot of spots) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const joined =
      run !== undefined &&
      last !== undefined &&
      ((names.has(last.id) && names.has(spot.id) && text.slice(last.end, spot.start) === ' ') ||
        spot.start < last.end);
    if (joined && run.length < LONGEST) run.push(spot);
    else runs.push([spot]);
  }
  return runs;
}
