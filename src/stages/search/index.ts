import type { Config } from '../../model/config.js';
import type { Entry, Site } from '../../model/site.js';
import { contentHash } from '../../text/hash.js';
import { byName, byText } from '../../text/order.js';
import { CARDS } from './bundle.js';
import { docKey } from './doc.js';
import { partsOf, periodsOf } from './periods.js';

export { type Bundle, bundler } from './bundle.js';
export { searchDoc } from './doc.js';
export type { SearchDoc } from './types.js';

/** Where the index of a language lies below `public/`. */
const folderOf = ({ root }: Pick<Config, 'root'>): string => `${root.slice(1)}search/`;

/** The index of one period before it is made. */
export interface PlannedBundle {
  readonly name: string;
  /** Oldest first: the number of an article in the index. */
  readonly entries: readonly Entry[];
  /** Paths of its files below `public/`: words, then cards. */
  readonly parts: readonly string[];
  readonly cards: readonly string[];
}

/** The bundles of a site in one of its languages, that of its newest period first. */
export function planBundles({ entries, config }: Pick<Site, 'entries' | 'config'>): PlannedBundle[] {
  const folder = folderOf(config);
  return periodsOf(entries).map((period) => ({
    name: period.name,
    entries: [...period.entries].reverse(),
    parts: paths(`${folder}${period.name}/w`, partsOf(period.entries.length, period.open)),
    cards: paths(`${folder}${period.name}/c`, Math.ceil(period.entries.length / CARDS)),
  }));
}

const paths = (start: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${start}${i}.json`);

/** Where the list of periods stands, which a search fetches first. */
export const periodsPath = (config: Pick<Config, 'root'>): string => `${folderOf(config)}periods.json`;

/** Goes up when the same articles give another index. */
const FORMAT = 2;

/**
 * What decides the files of a bundle, as a hash.
 *
 * @param parseOf the key of an article's parse, which decides what its file says
 */
export function bundleKey(
  { entries, parts }: PlannedBundle,
  { search, language }: Pick<Config, 'search' | 'language'>,
  parseOf: (entry: Entry) => string,
): string {
  const docs = entries.map((entry) => docKey(entry, parseOf(entry)));
  return contentHash([FORMAT, parts.length, search?.text, language, ...docs].join('\n'));
}

/** Paths of a bundle's files, those of words first. */
export const filesOf = ({ parts, cards }: PlannedBundle): string[] => [...parts, ...cards];

/**
 * The list of periods, newest first: name, articles, files of words, and what tells this edition of their files from
 * those that a browser may have kept.
 */
export function periodsText(
  bundles: readonly PlannedBundle[],
  keyOf: (bundle: PlannedBundle) => string,
): string {
  const rows = bundles.map((bundle) => {
    const { name, entries, parts } = bundle;
    return JSON.stringify([name, entries.length, parts.length, keyOf(bundle).slice(0, 8)]);
  });
  return `{"cards":${CARDS},"periods":[${rows.join(',\n')}]}\n`;
}

/** Where the names of authors stand, fetched when a reader wants to choose by one. */
export const authorsPath = (config: Pick<Config, 'root'>): string => `${folderOf(config)}authors.json`;

/** Authors with stories, by name. */
export function authorsText({ authors, config }: Pick<Site, 'authors' | 'config'>): string {
  const byNames = byName(config.language);
  const rows = authors
    .filter(({ entries }) => entries.length > 0)
    .sort((a, b) => byNames(a.name, b.name) || byText(a.slug, b.slug))
    .map(({ slug, name }) => JSON.stringify([slug, name]));
  return `[${rows.join(',\n')}]\n`;
}
