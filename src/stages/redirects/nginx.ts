import { nginxQuoted, strictly } from './encode.js';
import { type Move, type QueryMove, queryText, type Rules, withoutSlash } from './rules.js';

/**
 * nginx looks old addresses up in maps, which it reads once and searches by hash, however many there are. Maps stand
 * in `http`, so that they are a file of their own; the other file is the few lines of the `server`.
 *
 * @param origin what targets begin with: nginx would else make `Location` of its own name and port, which are not
 *   what readers know where something stands before it
 */
export function nginxMaps({ moves, queries, gone }: Rules, origin: string): string {
  const target = ({ to }: Move): string => nginxQuoted(origin + strictly(to));
  const page = (path: string): string => nginxQuoted(`${strictly(path)}index.html`);
  const ofMove = (move: Move): Answer => [move.from, move.gone ? page(move.to) : target(move)];
  const leading = pathMap('$dateline_path', moves.filter(isLeading).map(ofMove));
  const ended = pathMap('$dateline_gone', [
    ...moves.filter(isGone).map(ofMove),
    ...gone.map(({ from, page: path }): Answer => [from, page(path)]),
  ]);
  const asked = queryMaps('$dateline_query', queries.filter(isLeading), target);
  const askedEnded = queryMaps('$dateline_gone_query', queries.filter(isGone), ({ to }) => page(to));
  const all = [leading, ...asked, ended, ...askedEnded];
  return [
    '# Made by dateline build from `aliases` and `gone`; edits are overwritten. Include it in `http { }`.',
    ...hashSizes(all.map(({ keys }) => keys)),
    ...all.map(
      ({ source, name, fallback, keys }) =>
        `map ${source} ${name} {\n  default ${fallback};\n${keys.lines.map((line) => `  ${line}\n`).join('')}}`,
    ),
    '',
  ].join('\n');
}

/**
 * Include it in `server { }`. What is asked for behind a `?` is the more precise address, so that it comes first. A
 * named location shows the page of a removed story without asking the maps again.
 */
export const NGINX_SERVER = `# Made by dateline build; edits are overwritten. Include it in \`server { }\`, beside \`root\`.
if ($dateline_gone_query) {
  return 410;
}
if ($dateline_query) {
  return 301 $dateline_query;
}
if ($dateline_path) {
  return 301 $dateline_path$is_args$args;
}
if ($dateline_gone) {
  return 410;
}
error_page 410 @dateline_gone;
location @dateline_gone {
  try_files $dateline_gone_query $dateline_gone =410;
}
`;

/** An old address, and what its entry says. */
type Answer = readonly [from: string, value: string];

interface LookUp {
  readonly source: string;
  readonly name: string;
  /** What is said where it knows nothing. */
  readonly fallback: string;
  readonly keys: Keys;
}

const isGone = ({ gone }: Move): boolean => gone === true;
const isLeading = (move: Move): boolean => !isGone(move);

function pathMap(name: string, answers: readonly Answer[]): LookUp {
  const keys = new Keys();
  for (const [from, value] of answers) keys.add(from, value);
  for (const [from, value] of answers) keys.add(withoutSlash(from), value);
  return { source: '$uri', name, fallback: '""', keys };
}

/** A map for each set of names behind a `?`. Each asks the one before where it knows nothing; the last has the name. */
function queryMaps(
  name: string,
  queries: readonly QueryMove[],
  valueIn: (move: QueryMove) => string,
): LookUp[] {
  const maps = [...byNames(queries)].map(([names, same], i, { length }) => {
    const keys = new Keys();
    const add = (from: string | null, move: QueryMove): void =>
      keys.add(from === null ? null : `${from}?${queryText(move)}`, valueIn(move));
    for (const move of same) add(move.from, move);
    for (const move of same) add(withoutSlash(move.from), move);
    const asked = names.map((one) => `${one}=$arg_${one.toLowerCase()}`).join('&');
    return {
      source: `"$uri?${asked}"`,
      name: i === length - 1 ? name : `${name}_${i + 1}`,
      fallback: i === 0 ? '""' : `${name}_${i}`,
      keys,
    };
  });
  return maps.length > 0 ? maps : [{ source: '$uri', name, fallback: '""', keys: new Keys() }];
}

/** Keys of a map, each once: nginx folds the case of ASCII letters and refuses a key that comes twice. */
class Keys {
  readonly lines: string[] = [];
  private readonly seen = new Set<string>();
  longest = 0;

  add(key: string | null, value: string): void {
    const folded = key?.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
    if (key === null || folded === undefined || this.seen.has(folded)) return;
    this.seen.add(folded);
    this.longest = Math.max(this.longest, new TextEncoder().encode(key).length);
    this.lines.push(`${nginxQuoted(key)} ${value};`);
  }
}

/** With more keys than these some share a bucket, whatever the size of the table. */
const FEW_KEYS = 30;
/** Room for so many of the longest keys in a bucket is enough for any number: nginx takes what it needs of it. */
const SHARING = 8;

/**
 * nginx refuses a map with a key that does not fit a bucket (64 bytes by default, the key and some for itself), and
 * warns where a table is small for its keys. Said only where it is needed: a directive may stand once.
 */
function hashSizes(maps: readonly Keys[]): string[] {
  const longest = Math.max(...maps.map(({ longest }) => longest));
  const most = Math.max(...maps.map(({ lines }) => lines.length));
  const bucket = powerOfTwo(most > FEW_KEYS ? SHARING * (longest + 24) : longest + 34);
  return [
    ...(bucket > 64 ? [`map_hash_bucket_size ${bucket};`] : []),
    ...(most > 1000 ? [`map_hash_max_size ${powerOfTwo(most * 2)};`] : []),
  ];
}

function powerOfTwo(least: number): number {
  let size = 64;
  while (size < least) size *= 2;
  return size;
}

/** Old addresses by the names that stand behind their `?`. */
function byNames(queries: readonly QueryMove[]): Map<readonly string[], QueryMove[]> {
  const kinds = new Map<string, { names: readonly string[]; moves: QueryMove[] }>();
  for (const move of queries) {
    const names = move.query.map(({ name }) => name);
    const key = names.join('&');
    const kind = kinds.get(key) ?? { names, moves: [] };
    kind.moves.push(move);
    kinds.set(key, kind);
  }
  return new Map([...kinds.values()].map(({ names, moves }) => [names, moves]));
}
