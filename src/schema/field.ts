import { z } from 'zod';

/**
 * How a field may be written, and what becomes of it before its schema checks it:
 *
 * - `line`: one line of plain text; HTML tags and entities become text
 * - `name`: one word or name, kept to the letter (`0123` stays `0123`); of a list the first
 * - `language`: a language tag, with `-` or `_`
 * - `kind`: a name of a kind, in any case, or a synonym
 * - `list`: a list of texts, or one text with commas
 * - `people`: a list of names, or one text that names several
 * - `paths`: a list of texts, or one text
 * - `moment`: a date as it was written
 * - `flag`: true or false, in the words of YAML 1.1 too (`yes`, `off`)
 * - `number`: a number
 * - `picture`, `source`, `corrections`, `live`: see their schemas
 * - `until`: true, or a date
 * - `reason`: true, or a text
 */
export type Shape =
  | 'line'
  | 'name'
  | 'language'
  | 'kind'
  | 'list'
  | 'people'
  | 'paths'
  | 'moment'
  | 'flag'
  | 'number'
  | 'picture'
  | 'source'
  | 'corrections'
  | 'live'
  | 'until'
  | 'reason';

/** What is known of a field besides its type. `docs/content.md` and the JSON Schema show it. */
export interface FieldNote {
  readonly shape: Shape;
  /** One or two sentences for editors. Markdown. */
  readonly doc: string;
  /** The line to write: `title: Your headline`. */
  readonly example: string;
  /** What a message says that the field must be: `a date, such as 2023-06-30 10:00`. */
  readonly expects: string;
  /** Other systems' names for it, tried in this order after ours and after those of site.yaml. */
  readonly names?: readonly string[];
  /** What stands in for it where it isn't written, for the docs. */
  readonly otherwise?: string;
}

const notes = new WeakMap<z.core.$ZodType, FieldNote>();

type Note = Omit<FieldNote, 'shape' | 'expects'> & { readonly expects?: string };

/** Each entry of a list makes a page, a link or a redirect, so no list may be endless; the docs tell the limit. */
const limited = (note: Note, most: number): Note => ({ ...note, doc: `${note.doc} At most ${most}.` });

/** A field of any type, with what is known of it. */
export const shaped = <T extends z.ZodType>(type: T, shape: Shape, expects: string, note: Note): T => {
  notes.set(type, { expects, ...note, shape });
  return type;
};

const texts = (most: number) => z.array(z.string()).max(most).default([]);

export const line = (note: Note) => shaped(z.string().max(5000).optional(), 'line', 'one line of text', note);
export const name = (note: Note) => shaped(z.string().max(1000).optional(), 'name', 'a name', note);
export const moment = (note: Note) =>
  shaped(z.string().optional(), 'moment', 'a date, such as `2023-06-30 10:00`', note);
export const flag = (note: Note) => shaped(z.boolean().default(false), 'flag', '`true` or `false`', note);
export const list = (most: number, note: Note) =>
  shaped(texts(most), 'list', 'a list, such as `[one, two]`', limited(note, most));
export const people = (most: number, note: Note) =>
  shaped(texts(most), 'people', 'a name or a list of names', limited(note, most));
export const paths = (most: number, note: Note) =>
  shaped(texts(most), 'paths', 'a list of addresses', limited(note, most));

/** The note of a field. @throws where a schema was written without one. */
export function noteOf(type: z.core.$ZodType): FieldNote {
  const note = notes.get(type);
  if (!note) throw new Error('A field of the schema has no note.');
  return note;
}
