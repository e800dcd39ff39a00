import { loadConfig } from '../../../src/config/index.js';
import type { Article } from '../../../src/model/article.js';
import type { Problem } from '../../../src/model/problem.js';
import { createParser, type Parser, parseConfig } from '../../../src/stages/parse/index.js';

const SITE = 'title: The Daily Example\nurl: https://example.org/\ntimezone: Europe/Tirane\n';

/** A parser for a site with these lines in its `site.yaml`, besides title, url and zone. */
export function parserFor(options = '', baseUrl?: string): Parser {
  const { config, problems } = loadConfig(SITE + options, 'content/site.yaml', { baseUrl });
  if (config === null) throw new Error(JSON.stringify(problems));
  return createParser(parseConfig(config));
}

const plain = parserFor();

export const FILE = 'content/articles/night-trains.md';
export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What an article's text comes to. */
export function parse(text: string, parser = plain, file = FILE) {
  return parser.article(file, bytes(text));
}

/** An article with these lines of front matter besides title and date, which they may replace. */
export function withFields(lines: string, text = 'The sleeper leaves at nine.'): string {
  const title = /^title:/im.test(lines) ? '' : 'title: Night trains return\n';
  const date = /^date:/im.test(lines) ? '' : 'date: 2023-06-30 10:00\n';
  return `---\n${title}${date}${lines}\n---\n${text}\n`;
}

/** The article with these lines of front matter. @throws where it has an error */
export function articleWith(lines: string, options = '', file = FILE): Article {
  const { value, problems } = parse(withFields(lines), options === '' ? plain : parserFor(options), file);
  if (value === null) throw new Error(JSON.stringify(problems, null, 1));
  return value.article;
}

/** `code line:column` of each problem. */
export function codes(problems: readonly Problem[]): string[] {
  return problems.map(({ code, line, column }) => `${code} ${line}:${column}`);
}
