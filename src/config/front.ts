import type { Problem } from '../model/problem.js';
import type { FrontPlan, Slot } from '../model/profile.js';
import * as told from '../problems/config/fronts.js';
import { sorted } from '../problems/list.js';
import type { Located } from '../problems/locate.js';
import { type FrontOptions, frontSchema } from '../schema/front.js';
import type { Path } from './fit.js';
import { type Read, readOptions } from './read.js';

/** Reads a date as an editor wrote it, in the site's time zone; null where it is none. */
export type ParseDate = (text: string) => { readonly ms: number } | null;

export interface ParsedFront {
  /** Null where the file has an error. */
  readonly front: FrontPlan | null;
  readonly problems: readonly Problem[];
}

/**
 * Reads `content/fronts/NAME.yaml`. Whether its articles exist is checked where all articles are known.
 *
 * @param id `home`, or the path of a section
 */
export function parseFront(source: string, file: string, id: string, parseDate: ParseDate): ParsedFront {
  const read = readOptions(source, file, frontSchema);
  if (read.options === null) return { front: null, problems: sorted(read.problems) };
  const problems = [...read.problems];
  const slots = [...shortForms(read.options, read), ...longForms(read.options, read, parseDate, problems)];
  const seen = new Set<string>();
  for (const slot of slots) {
    if (seen.has(slot.name)) {
      problems.push(told.slotDuplicate({ file, ...slot.spot, ...sourceOf(slot, read) }, slot.name));
    }
    seen.add(slot.name);
  }
  const sound = problems.every((problem) => problem.severity !== 'error');
  return {
    front: sound ? { id, file, slots: slots.map(({ path: _, ...slot }) => slot) } : null,
    problems: sorted(problems),
  };
}

type Placed = Slot & { readonly path: Path };

function sourceOf(slot: Placed, read: Read<FrontOptions>): Pick<Located, 'source'> {
  const { source } = read.placeOf(slot.path);
  return source === undefined ? {} : { source };
}

function shortForms(options: FrontOptions, read: Read<FrontOptions>): Placed[] {
  const slots: Placed[] = [];
  const bare = { title: null, query: null, from: null, until: null };
  if (options.lead !== undefined) {
    const spot = spotOf(read.placeOf(['lead']));
    const items = [{ text: options.lead, ...spot }];
    slots.push({ name: 'lead', ...bare, items, spot: spotOf(read.placeOf(['lead'], 'key')), path: ['lead'] });
  }
  if (options.secondary.length > 0) {
    const items = references(options.secondary, ['secondary'], read);
    const spot = spotOf(read.placeOf(['secondary'], 'key'));
    slots.push({ name: 'secondary', ...bare, items, spot, path: ['secondary'] });
  }
  return slots;
}

function longForms(
  options: FrontOptions,
  read: Read<FrontOptions>,
  parseDate: ParseDate,
  problems: Problem[],
): Placed[] {
  return options.slots.map((slot, i) => {
    const path = ['slots', i];
    const time = (name: 'from' | 'until'): number | null => {
      const text = slot[name];
      if (text === undefined) return null;
      const date = parseDate(text);
      if (date === null) problems.push(told.slotTime(read.placeOf([...path, name]), name, text));
      return date?.ms ?? null;
    };
    const from = time('from');
    const until = time('until');
    if (from !== null && until !== null && until <= from) {
      problems.push(told.slotTimesCrossed(read.placeOf([...path, 'until'])));
    }
    const name = read.placeOf([...path, 'name']);
    if (slot.items.length === 0 && slot.query === undefined) problems.push(told.slotEmpty(name, slot.name));
    const { query } = slot;
    return {
      name: slot.name,
      title: slot.title ?? null,
      items: references(slot.items, [...path, 'items'], read),
      query:
        query === undefined
          ? null
          : {
              section: query.section ?? null,
              tag: query.tag ?? null,
              author: query.author ?? null,
              series: query.series ?? null,
              kind: query.kind ?? null,
              limit: query.limit,
            },
      from,
      until,
      spot: spotOf(name),
      path: [...path, 'name'],
    };
  });
}

function references(texts: readonly string[], path: Path, read: Read<FrontOptions>) {
  return texts.map((text, i) => ({ text, ...spotOf(read.placeOf([...path, i])) }));
}

function spotOf(place: Located) {
  return { line: place.line ?? 1, column: place.column ?? 1 };
}
