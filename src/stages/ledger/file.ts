import type { Problem } from '../../model/problem.js';
import { ledgerLine } from '../../problems/redirects.js';
import { byText } from '../../text/order.js';

/** An address that the site has published, and the permanent name of what stood there. */
export interface LedgerEntry {
  /** Path below the site's base, percent-encoded: no address has a space. */
  readonly url: string;
  /** Id of an article or page, `section:world`; null where nobody knows any more. */
  readonly id: string | null;
  /** Of the file, from 1; 0 for one that is not in it yet. */
  readonly line: number;
}

const HEAD = `# Every address that this site has published, with the id of what stood there. Commit this file.
# \`dateline urls --save\` adds new ones; a build tells of those that answer no more.
`;

/**
 * The entries of `urls.txt`. Order, doubles, empty lines and comments don't matter, so that git can merge two versions
 * line by line (`urls.txt merge=union` in .gitattributes lets it do so unasked).
 */
export function parseLedger(text: string): {
  readonly entries: readonly LedgerEntry[];
  readonly problems: readonly Problem[];
} {
  const entries = new Map<string, LedgerEntry>();
  const problems: Problem[] = [];
  for (const [i, raw] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .entries()) {
    const line = raw.trim();
    if (line === '' || line.startsWith('# ') || line === '#') continue;
    const cut = line.search(/\s/);
    const url = cut < 0 ? line : line.slice(0, cut);
    const id = cut < 0 ? null : line.slice(cut + 1).trim();
    if (!/^\/[\x21-\x7e]*$/.test(url) || url.startsWith('//'))
      problems.push(ledgerLine(i + 1, line.slice(0, 200)));
    else if (entries.get(url)?.id === undefined || entries.get(url)?.id === null)
      entries.set(url, { url, id: id === '' ? null : id, line: i + 1 });
  }
  return { entries: [...entries.values()], problems };
}

/** The file: sorted, a line for each, so that two branches seldom touch the same lines. */
export function writeLedger(entries: Iterable<LedgerEntry>): string {
  const lines = [...entries]
    .sort((a, b) => byText(a.url, b.url))
    .map(({ url, id }) => (id === null ? `${url}\n` : `${url} ${oneLine(id)}\n`));
  return HEAD + lines.join('');
}

/**
 * What is known, with what is new. An id is that of whoever has the address now, but for those of which somebody must
 * decide first: they stay as they are.
 */
export function withNew(
  known: readonly LedgerEntry[],
  now: readonly LedgerEntry[],
  undecided: readonly LedgerEntry[] = [],
): LedgerEntry[] {
  const all = new Map(known.map((entry) => [entry.url, entry]));
  for (const entry of now) all.set(entry.url, { ...entry, id: entry.id ?? all.get(entry.url)?.id ?? null });
  for (const entry of undecided) all.set(entry.url, entry);
  return [...all.values()];
}

const oneLine = (id: string): string => id.replace(/\s+/g, ' ').trim();
