import { searchWords } from '../../text/search-words.js';
import type { Card } from './index-files.js';
import type { Fit } from './matches.js';

/** The elements of `search.njk` that the search fills. */
export interface Elements {
  readonly form: HTMLFormElement;
  readonly status: HTMLElement;
  readonly results: HTMLElement;
  readonly more: HTMLButtonElement;
  readonly result: HTMLTemplateElement;
  readonly kinds: HTMLTemplateElement;
}

/** Null where a site's own template has left one out. */
export function elements(): Elements | null {
  const of = <T extends HTMLElement>(type: new () => T, name: string): T | null => {
    const found = document.getElementById(`dl-search${name}`);
    return found instanceof type ? found : null;
  };
  const form = of(HTMLFormElement, '');
  const status = of(HTMLElement, '-status');
  const results = of(HTMLElement, '-results');
  const more = of(HTMLButtonElement, '-more');
  const result = of(HTMLTemplateElement, '-result');
  const kinds = of(HTMLTemplateElement, '-kinds');
  if (form === null || status === null || results === null || more === null) return null;
  return result === null || kinds === null ? null : { form, status, results, more, result, kinds };
}

/** The element of one result: the template's, its parts filled in and those without words taken out. */
export function resultOf(
  { form, result, kinds }: Pick<Elements, 'form' | 'result' | 'kinds'>,
  card: Card,
  fits: readonly Fit[],
  base: string,
): DocumentFragment {
  const [url, title, day, excerpt, section, authors, kind, lang] = card;
  const copy = document.importNode(result.content, true);
  const fill = (name: string, text: string, own = false): void => {
    for (const element of copy.querySelectorAll<HTMLElement>(`[data-part="${name}"]`)) {
      if (text === '') element.remove();
      else element.replaceChildren(...(own ? marked(text, fits) : [text]));
      if (!own) continue;
      // The story's own words: they may be in another language than the page.
      element.dir = 'auto';
      if (lang !== '') element.lang = lang;
    }
  };
  const label = kinds.content.querySelector(`[data-kind="${CSS.escape(kind)}"]`)?.textContent ?? '';
  fill('title', title, true);
  fill('excerpt', excerpt, true);
  fill('section', section);
  fill('authors', authors.join(', '));
  fill('kind', kind === '' ? '' : label);
  fill('date', dateText(day));
  for (const element of copy.querySelectorAll<HTMLElement>('.card')) {
    element.classList.add(`kind-${kind || 'news'}`);
    const slug = slugOf(form, section);
    if (slug !== '') element.dataset.section = `/${slug}/`;
  }
  for (const time of copy.querySelectorAll('time')) time.dateTime = day;
  for (const link of copy.querySelectorAll('a')) link.href = base + encodeURI(url.slice(1));
  return copy;
}

/** The section that a result names, as the form asks for it: by that the theme knows its colour. */
function slugOf(form: HTMLFormElement, section: string): string {
  const field = form.elements.namedItem('section');
  if (section === '' || !(field instanceof HTMLSelectElement)) return '';
  // Those inside another stand behind it: `World › Europe`.
  return [...field.options].find(({ text }) => text.split(' › ').at(-1) === section)?.value ?? '';
}

let dates: Intl.DateTimeFormat | null = null;

function dateText(day: string): string {
  const { lang } = document.documentElement;
  // The first of a month is written in its own way in some languages: `1er`.
  const isOwn = day.endsWith('-01') && Intl.DateTimeFormat.supportedLocalesOf(lang).length > 0;
  const said = isOwn ? null : bySample(day);
  if (said !== null) return said;
  const date = new Date(`${day}T00:00Z`);
  if (Number.isNaN(date.getTime())) return day;
  dates ??= new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' });
  return dates.format(date);
}

/**
 * As the page says it of a day in the same month: browsers don't have the months of all languages (Albanian), and what they
 * have takes long to load. Null where a language writes days in another way than as a number.
 */
function bySample(day: string): string | null {
  const months = document.getElementById('dl-search-months');
  if (!(months instanceof HTMLTemplateElement)) return null;
  const [year = '', month = '', date = ''] = day.split('-');
  const sample = months.content.querySelector(`[datetime="2000-${month}-27"]`)?.textContent ?? '';
  if (!sample.includes('27') || !sample.includes('2000')) return null;
  return sample.replace('27', String(Number(date))).replace('2000', year);
}

/** The text with what was searched for in `mark` elements. */
function marked(source: string, fits: readonly Fit[]): (Node | string)[] {
  const { text, words } = searchWords(source);
  const pieces: (Node | string)[] = [];
  let end = 0;
  for (const { key, start, end: stop } of words) {
    if (!fits.some((fitOf) => fitOf(key) > 0)) continue;
    const last = pieces.at(-1);
    if (start <= end && last instanceof HTMLElement) {
      // Pieces of a script without spaces overlap.
      last.append(text.slice(end, stop));
    } else {
      const mark = document.createElement('mark');
      mark.append(text.slice(start, stop));
      pieces.push(text.slice(end, start), mark);
    }
    end = Math.max(end, stop);
  }
  return [...pieces, text.slice(end)];
}
