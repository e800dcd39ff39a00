// What `bench/quality.mjs` reads of other people's Markdown by itself, for the rules that stand beside Dateline's.
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseDocument } from 'yaml';

/** The name of an article, as `dateline related` tells it: its path without the extension, or its folder. */
export const nameOf = (path) => path.replace(/\.(?:md|markdown)$/i, '').replace(/\/index$/i, '');

const list = (...values) =>
  [...new Set(values.flat().filter((value) => typeof value === 'string' || typeof value === 'number'))]
    .flatMap((value) => String(value).split(/[,;]/))
    .map((value) => value.trim())
    .filter(Boolean);

/** Linux.cn writes its fields as `[#]: subject: (…)`. */
const headerOf = (text) =>
  Object.fromEntries(
    [...text.matchAll(/^\[#\]: *(\w+): *[("](.*)[)"] *$/gm)].map(([, name, value]) => [name, value]),
  );

const dayOf = (fields, path) => {
  const written = [fields.date, fields.published, path.split('/').at(-1)].map(String);
  for (const text of written) {
    const [, year, month, day] = /^\s*(20\d\d|19\d\d)-?(\d{1,2})-?(\d{1,2})/.exec(text) ?? [];
    if (year !== undefined) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  return null;
};

/** The articles of a folder: what their front matter says that Hugo can relate by, their day, their text. */
export function readArticles(folder) {
  return readdirSync(folder, { recursive: true })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => /\.(?:md|markdown)$/i.test(path))
    .sort()
    .map((path) => {
      const whole = readFileSync(join(folder, path), 'utf8').replaceAll('\r\n', '\n');
      const head = /^\s*---[ \t]*\n([\s\S]*?)^---[ \t]*$/m.exec(whole);
      const read = head === null ? null : parseDocument(head[1], { uniqueKeys: false, schema: 'failsafe' });
      const fields = read?.toJS() ?? headerOf(whole);
      const text = head === null ? whole.replace(/^\[#\]:.*\n/gm, '') : whole.slice(head[0].length);
      return {
        path,
        title: String(fields.title ?? fields.subject ?? ''),
        day: dayOf(fields, path),
        tags: list(fields.tags, fields.tag, fields.topics),
        categories: list(fields.categories, fields.category, fields.section),
        authors: list(fields.authors, fields.author).map((author) => author.replace(/ https?:\S+$/, '')),
        text,
      };
    });
}
