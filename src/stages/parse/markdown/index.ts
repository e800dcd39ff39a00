import MarkdownIt from 'markdown-it';
import type { Config } from '../../../model/config.js';
import type { Markdown } from './types.js';

export type { Markdown, MarkdownText, TextPlace } from './types.js';

/** Makes the function that turns an article's Markdown into a `Body`; every rule is compiled once, here. */
export function createMarkdown(_config: Config): Markdown {
  const md = new MarkdownIt({ html: false });
  return (source) => {
    const html = md.render(source);
    const text = html.replace(/<[^>]*>/g, '');
    return {
      body: { html, refs: [], headings: [], words: text.split(/\s+/).length, embeds: [] },
      title: null,
      lead: null,
      text,
      opening: text,
      problems: [],
    };
  };
}
