import type { IndexFiles } from './index-files.js';
import { type Query, wordsOf } from './matches.js';

const FIELDS = ['q', 'section', 'author', 'year', 'lang', 'sort'] as const;

/** What the form and the address ask for. */
export interface Question extends Query {
  /** `best`, else the newest first. */
  readonly sort: string;
}

type Field = HTMLInputElement | HTMLSelectElement | null;

function fieldOf(form: HTMLFormElement, name: string): Field {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field : null;
}

/** What the form asks for. An author is written by name and asked for by slug. */
export async function readForm(form: HTMLFormElement, files: IndexFiles): Promise<Question> {
  const value = (name: (typeof FIELDS)[number]): string => fieldOf(form, name)?.value.trim() ?? '';
  const [q, section, year, lang, sort] = [
    value('q'),
    value('section'),
    value('year'),
    value('lang'),
    value('sort'),
  ];
  return { q, section, author: await slugOf(value('author'), files), year, lang, sort };
}

/** Names as people type them: without accents, in any order. */
const fold = (name: string): string => [...wordsOf(name)].sort().join(' ');

async function slugOf(author: string, files: IndexFiles): Promise<string> {
  if (author === '') return '';
  const all = await files.authors().catch(() => []);
  return all.find(([, name]) => fold(name) === fold(author))?.[0] ?? author;
}

/** Puts what an address asks for into the form. */
export async function fillForm(form: HTMLFormElement, files: IndexFiles, address: string): Promise<void> {
  const asked = new URLSearchParams(address);
  for (const name of FIELDS) {
    const field = fieldOf(form, name);
    if (field === null) continue;
    field.value = asked.get(name) ?? '';
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.selectedIndex = 0;
  }
  const field = fieldOf(form, 'author');
  if (field === null || field.value === '') return;
  const slug = field.value;
  const all = await files.authors().catch(() => []);
  field.value = all.find(([own]) => own === slug)?.[1] ?? slug;
}

/** The part of an address behind its path. */
export function addressOf(question: Question): string {
  const said = FIELDS.flatMap((name) => (question[name] === '' ? [] : [[name, question[name]]]));
  const text = new URLSearchParams(said).toString();
  return text === '' ? '' : `?${text}`;
}

/** Fills the list of names that the field of authors offers, the first time that it is asked for. */
export async function offerAuthors(form: HTMLFormElement, files: IndexFiles): Promise<void> {
  const list = form.querySelector('datalist');
  if (list === null || list.children.length > 0) return;
  const all = await files.authors().catch(() => []);
  if (list.children.length === 0) list.append(...all.map(([, name]) => new Option(name, name)));
}
