import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DOCS = join(import.meta.dirname, '../../docs/related.md');

/** Puts a text into docs/related.md, between two marks. */
export function writeBetween([begin, end], text) {
  const page = readFileSync(DOCS, 'utf8');
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from)
    throw new Error(`docs/related.md has no place for the table between ${begin} and ${end}.`);
  writeFileSync(DOCS, `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`);
}
