import type { Body } from '../../../../src/model/article.js';
import {
  createMarkdown,
  type Markdown,
  type MarkdownText,
  type TextPlace,
} from '../../../../src/stages/parse/markdown/index.js';
/** What texts see of a site's configuration. */
export type Options = Parameters<typeof createMarkdown>[0];

const site: Options = { url: 'https://news.example/', base: '/', html: false, texts: {} };
const makers = new Map<string, Markdown>();

/** Reads a text on a site with these options; one maker for each set of options. */
export function read(
  source: string,
  place: Partial<TextPlace> = {},
  options: Partial<Options> = {},
): MarkdownText {
  const key = JSON.stringify(options);
  const make = makers.get(key) ?? createMarkdown({ ...site, ...options });
  makers.set(key, make);
  return make(source, { file: 'content/a.md', line: 1, lang: 'en', runIn: null, takeTitle: false, ...place });
}

/** The HTML with holes that can be read: `[A0]words[Z0]`, `[I1]`. Blocks are joined without line breaks. */
export function html(source: string, place: Partial<TextPlace> = {}, options: Partial<Options> = {}): string {
  return visible(read(source, place, options).body.html);
}

export function visible(text: string): string {
  return text
    .replace(/\ufdd0([A-Z]\d+)\ufdd1/g, '[$1]')
    .replace(/(?<=>|\])\n+/g, '')
    .trim();
}

/** The HTML with each hole filled by what was written: what a reader would get if every link led somewhere. */
export function filled({ html: text, refs }: Body, encode: (url: string) => string): string {
  return text.replace(/\ufdd0([AZIBE])(\d+)\ufdd1/g, (_, letter: string, number: string) => {
    const ref = refs[Number(number)];
    if (ref === undefined) throw new Error(`hole ${letter}${number} without a ref`);
    const title = ref.title === null ? '' : ` title="${escaped(ref.title)}"`;
    if (letter === 'A') return `<a href="${escaped(encode(ref.target))}"${title}>`;
    if (letter === 'I') return `<img src="${escaped(encode(ref.target))}" alt="${escaped(ref.alt)}"${title}>`;
    return letter === 'Z' ? '</a>' : '';
  });
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}

/** Codes of the problems of a text, with the place of each: `unsafe-link 1:4`. */
export function codes(
  source: string,
  place: Partial<TextPlace> = {},
  options: Partial<Options> = {},
): string[] {
  return read(source, place, options).problems.map(
    ({ code, line, column }) => `${code} ${line ?? '?'}:${column ?? '?'}`,
  );
}
