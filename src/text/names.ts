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
    const letter = String.fromCodePoint(text.codePointAt(start) ?? 0);
    const capital = letter !== letter.toLowerCase();
    spots.push({ id, start, end, capital, first: OPENING.test(text.slice(Math.max(0, start - 12), start)) });
  }
  const plain = new Set(spots.filter(({ capital }) => !capital).map(({ id }) => id));
  const written = new Set(
    spots.filter(({ id, capital, first }) => capital && !first && !plain.has(id)).map(({ id }) => id),
  );

  const names = new Map<string, number>();
  const words = new Map<string, number>();
  const told = new Set<number>();
  const rank = new Map(ids.map((id, at) => [id, at]));
  // Where a word is no name, its plain form is told, not the one that begins a sentence.
  const shown = spots.filter(({ id, capital }) => !capital || !plain.has(id));
  /** The longest first, so that "Edi Rama" is told and "Rama" is not told again. */
  const runs = runsOf(text, shown, written).sort((a, b) => b.length - a.length);
  for (const run of runs) {
    if (run.every(({ id }) => told.has(id))) continue;
    const [from, to] = [run[0], run.at(-1)];
    if (from === undefined || to === undefined) continue;
    const said = text.slice(from.start, to.end).replace(UNSEEN, '').replace(/\s+/g, ' ');
    const place = Math.min(...run.map(({ id }) => rank.get(id) ?? ids.length));
    (written.has(from.id) ? names : words).set(said, place);
    for (const { id } of run) told.add(id);
  }
  const ordered = (all: ReadonlyMap<string, number>): string[] =>
    [...all].sort(([, a], [, b]) => a - b).map(([said]) => said);
  return { names: ordered(names), words: ordered(words) };
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
