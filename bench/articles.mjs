// Writes a made-up newsroom: node bench/articles.mjs DIR --count N [--seed S]
//
// The same N and S give the same bytes everywhere. Dateline and Hugo both build the folder: bench/README.md.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { createNewsroom, SECTIONS } from './newsroom/articles.mjs';

const SITE = `title: The Zipf Courier
description: A made-up newspaper for measurements.
url: https://zipf-courier.example/
language: en
timezone: UTC
sections: [${SECTIONS.map((name) => name[0].toUpperCase() + name.slice(1)).join(', ')}]
publisher:
  name: The Zipf Courier
related:
  count: 5
`;

/** Writes a whole newsroom below `dir` and gives it back, to ask for more articles. */
export function writeNewsroom(dir, { count, seed }) {
  const newsroom = createNewsroom({ count, seed });
  const made = new Set();
  mkdirSync(join(dir, 'content/articles'), { recursive: true });
  writeFileSync(join(dir, 'content/site.yaml'), SITE);
  cpSync(join(import.meta.dirname, 'peers/hugo'), dir, { recursive: true });
  for (let place = 0; place < count; place++) writeArticle(dir, newsroom.article(place), made);
  return newsroom;
}

/** Writes one article and gives back the path of its file. */
export function writeArticle(dir, { path, text }, made = new Set()) {
  const file = join(dir, 'content/articles', path);
  const folder = dirname(file);
  if (!made.has(folder)) {
    mkdirSync(folder, { recursive: true });
    made.add(folder);
  }
  writeFileSync(file, text);
  return file;
}

if (process.argv[1] === import.meta.filename) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { count: { type: 'string' }, seed: { type: 'string', default: '1' } },
  });
  const [dir] = positionals;
  const count = Number(values.count);
  const seed = Number(values.seed);
  if (dir === undefined || !Number.isInteger(count) || count < 1 || !Number.isInteger(seed)) {
    process.stderr.write('usage: node bench/articles.mjs DIR --count N [--seed S]\n');
    process.exitCode = 2;
  } else {
    writeNewsroom(dir, { count, seed });
  }
}
