import { nginxQuoted, strictly } from './encode.js';
import { type QueryMove, type Rules, withoutSlash } from './rules.js';

/**
 * nginx looks old addresses up in maps, which it reads once and searches by hash, however many there are. Maps stand
 * in `http`, so that they are a file of their own; the other file is the few lines of the `server`.
 *
 * @param origin what targets begin with: nginx would else make `Location` of its own name and port, which are not
 *   what readers know where something stands before it
 */
export function nginxMaps({ moves, queries, gone }: Rules, origin: string): string {
  const target = (to: string): string => nginxQuoted(origin + strictly(to));
  const plain = new Keys();
  for (const { from, to } of moves) plain.add(from, target(to));
  for (const { from, to } of moves) plain.add(withoutSlash(from), target(to));
  const ended = new Keys();
  for (const { from, page } of gone) ended.add(from, nginxQuoted(`${strictly(page)}index.html`));
  for (const { from, page } of gone)
    ended.add(withoutSlash(from), nginxQuoted(`${strictly(page)}index.html`));
  const kinds = byNames(queries);

  const maps = [...kinds].map(([names, same], i) => {
    const keys = new Keys();
    for (const { from, query, to } of same)
      keys.add(`${from}?${query.map(({ name, value }) => `${name}=${value}`).join('&')}`, target(to));
    const source = `$uri?${names.map((name) => `${name}=$arg_${name.toLowerCase()}`).join('&')}`;
    return { source: `"${source}"`, name: `$dateline_query_${i + 1}`, keys };
  });
  const all = [
    { source: '$uri', name: '$dateline_path', keys: plain },
    ...maps,
    { source: '$uri', name: '$dateline_gone', keys: ended },
  ];
  // A query is the more precise address, and each kind of it asks the next where it knows nothing.
  const chain = ['$dateline_path', ...maps.map(({ name }) => name)];
  const fallback = (name: string): string => {
    const at = chain.indexOf(name);
    return at > 0 ? (chain[at - 1] ?? '""') : '""';
  };
  return [
    '# Made by dateline build from `aliases` and `gone`; edits are overwritten. Include it in `http { }`.',
    ...hashSizes(all.map(({ keys }) => keys)),
    ...all.map(
      ({ source, name, keys }) =>
        `map ${source} ${name} {\n  default ${fallback(name)};\n${keys.lines.map((line) => `  ${line}\n`).join('')}}`,
    ),
    `map "" $dateline_to {\n  default ${chain.at(-1) ?? '""'};\n}`,
    '',
  ].join('\n');
}

/** Include it in `server { }`. A named location shows the page of a removed story without asking the maps again. */
export const NGINX_SERVER = `# Made by dateline build; edits are overwritten. Include it in \`server { }\`, beside \`root\`.
if ($dateline_to) {
  return 301 $dateline_to;
}
if ($dateline_gone) {
  return 410;
}
error_page 410 @dateline_gone;
location @dateline_gone {
  try_files $dateline_gone =410;
}
`;

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

/**
 * nginx refuses a map with a key that does not fit a bucket (64 bytes by default, the key and some for itself), and
 * warns where a table is small for its keys. Said only where it is needed: a directive may stand once.
 */
function hashSizes(maps: readonly Keys[]): string[] {
  const longest = Math.max(...maps.map(({ longest }) => longest));
  const most = Math.max(...maps.map(({ lines }) => lines.length));
  const bucket = powerOfTwo(longest + 34);
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
