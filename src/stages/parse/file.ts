import type { Moment, Reference } from '../../model/article.js';
import type { Problem } from '../../model/problem.js';
import { addressOutside, aliasQuery, reservedAlias } from '../../problems/front-matter/addresses.js';
import { invalidDate } from '../../problems/front-matter/title-and-date.js';
import type { Located, Locator } from '../../problems/index.js';
import { fewOfEach, sorted } from '../../problems/list.js';
import { parseMoment } from '../../text/dates.js';
import { queryPath, reservedFile, sitePath } from './addresses.js';
import type { ParseConfig } from './config.js';
import type { Scalar } from './tree.js';

/** What parse makes of one file. */
export interface Parsed<T> {
  /** Null where a problem is an error. */
  readonly value: T | null;
  readonly problems: readonly Problem[];
  /**
   * True where the file says (or may say, where it can't be read) that it is a draft, embargoed or taken down: logs must
   * not quote it. Its problems are `confidential` then.
   */
  readonly hidden: boolean;
  /**
   * From when to when it may be seen, as far as that could be read, in ms; null where nothing is said. Also where
   * `value` is null, so that an article that appears tomorrow is not quoted because another field is wrong.
   */
  readonly from: number | null;
  readonly until: number | null;
}

/** Puts together what came of a file: errors take the value away, hidden files' problems are marked. */
export function parsed<T>(
  value: T | null,
  problems: readonly Problem[],
  seen: { readonly hidden: boolean; readonly from?: number | null; readonly until?: number | null },
): Parsed<T> {
  const told = problems.length > 1 ? fewOfEach(sorted(problems)) : problems;
  return {
    value: problems.some((problem) => problem.severity === 'error') ? null : value,
    problems: seen.hidden ? told.map((problem) => ({ ...problem, confidential: true })) : told,
    hidden: seen.hidden,
    from: seen.from ?? null,
    until: seen.until ?? null,
  };
}

/** A date of the front matter; what is wrong with it goes to `problems`. */
export function readMoment(
  written: string | undefined,
  field: string,
  zone: string,
  problems: Problem[],
  place: () => Located,
): Moment | null {
  if (written === undefined) return null;
  const result = parseMoment(written, zone);
  if ('moment' in result) return result.moment;
  problems.push(invalidDate(place(), field, written, result.fault));
  return null;
}

/** Items of a list as references, each once. */
export function references(
  items: readonly Scalar[],
  key: (text: string) => string = (text) => text,
): Reference[] {
  const out: Reference[] = [];
  const seen = items.length > 1 ? new Set<string>() : null;
  for (const { text, line, column } of items) {
    if (seen) {
      const name = key(text);
      if (seen.has(name)) continue;
      seen.add(name);
    }
    out.push({ text, line, column });
  }
  return out;
}

/** Old addresses as paths on this site; `self` is no old address. */
export function aliasesOf(
  items: readonly Scalar[],
  name: string,
  self: string,
  config: ParseConfig,
  at: Locator,
  problems: Problem[],
): Reference[] {
  const out: Reference[] = [];
  const seen = new Set([self]);
  for (const item of items) {
    const place = at.line(item.line, item.column, item.length);
    const result = sitePath(item.text, config);
    if ('fault' in result) {
      const asked = result.fault === 'query' ? queryPath(item.text, config) : null;
      if (asked !== null) {
        if (!seen.has(asked)) out.push({ text: asked, line: item.line, column: item.column });
        seen.add(asked);
      } else if (result.fault === 'outside') problems.push(addressOutside(place, name, item.text));
      else if (result.fault === 'query') problems.push(aliasQuery(place, item.text));
      else problems.push(reservedAlias(place, item.text, ''));
      continue;
    }
    const taken = reservedFile(result.path);
    if (taken !== null) {
      problems.push(reservedAlias(place, result.path, taken));
      continue;
    }
    if (seen.has(result.path)) continue;
    seen.add(result.path);
    out.push({ text: result.path, line: item.line, column: item.column });
  }
  return out;
}
