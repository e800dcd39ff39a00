// How many lists of related news one edit changes: node bench/locality.mjs DIR… [--trials N] [--builds N] [--write]
//
// Each DIR is an archive of Markdown that nobody here wrote, as for `bench/quality.mjs`; `DIR.yaml` beside it adds to the
// newsroom's site.yaml, `DIR.now` is the time of the builds. The lists are made by the product's own `relate` from the words of
// each file. An edit counts for a list where other articles stand in it than before: pages show them in order of date, so a
// score that moves changes no page. Texts of others are never committed.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DEFAULTS, relate } from '../dist/relate.js';
import { termsOf } from '../dist/terms.js';
import { readArticles } from './lib/archives.mjs';
import { writeBetween } from './lib/between.mjs';

const BIN = join(import.meta.dirname, '../dist/main.js');
const USAGE = `usage: node bench/locality.mjs DIR… [--trials N] [--builds N] [--json] [--write]

  --trials N   edits of each kind, of which the lists are compared (default 30)
  --builds N   so many of each kind are built too, and the changed files counted (default 0: none)
  --json       every figure, for programs
  --write      the table of docs/related.md
`;
const MARKS = ['<!-- locality: written by bench/locality.mjs -->', '<!-- end of locality -->'];

/** How many articles stand at the foot and on the page of related news, as site.yaml has it by default. */
const FOOT = 4;
const PAGE = 12;
/** A passage of another article that an edit brings in, in words. */
const BROUGHT = 60;

const settings = { ...DEFAULTS, limit: PAGE };

const docOf = (article, text = article.text, key = article.path) => ({
  id: article.path,
  key,
  ms: Date.parse(article.day),
  day: article.day,
  lang: 'en',
  groups: [],
  terms: termsOf({ title: article.title, summary: '', tags: article.tags, text }),
  pinned: [],
  translations: [],
  excluded: [],
  allowed: true,
  listed: true,
});

/** The text without its last paragraph, and with a passage of another article at its end. */
const edited = (text, other) => {
  const from = Math.max(0, text.trimEnd().lastIndexOf('\n\n'));
  const words = other.split(/\s+/).filter(Boolean);
  const middle = Math.floor(words.length / 2);
  return `${from > 0 ? text.slice(0, from) : text}\n\n${words.slice(middle, middle + BROUGHT).join(' ')}\n`;
};

/** Articles to edit, spread over a part of the archive; oldest first. */
const spread = (count, trials, from, to) =>
  Array.from({ length: trials }, (_, t) => Math.floor(count * (from + ((to - from) * (t + 0.5)) / trials)));

const membersOf = (list, length) =>
  list
    .slice(0, length)
    .map(({ id }) => id)
    .sort()
    .join('\n');

/** Lists of articles that are there before and after, whose members are others. */
function changed(before, after) {
  let foot = 0;
  let page = 0;
  for (const [id, list] of after) {
    const was = before.get(id);
    if (was === undefined) continue;
    if (membersOf(was, FOOT) !== membersOf(list, FOOT)) foot += 1;
    if (membersOf(was, PAGE) !== membersOf(list, PAGE)) page += 1;
  }
  return { foot, page };
}

function compareLists(articles, trials) {
  const docs = articles.map((article) => docOf(article));
  const finds = new Map();
  let keep = true;
  const memory = {
    get: (name) => finds.get(name) ?? null,
    put: (name, found) => keep && finds.set(name, found),
    save() {},
  };
  const all = relate(docs, settings, { memory });
  // From here on each trial starts from what this first one has found.
  keep = false;
  const lists = (some) => relate(some, settings, { memory });
  let until = lists(docs.slice(0, docs.length - trials));
  const added = Array.from({ length: trials }, (_, t) => {
    const next = lists(docs.slice(0, docs.length - trials + t + 1));
    const counted = changed(until, next);
    until = next;
    return counted;
  });
  return {
    added,
    edited: spread(docs.length, trials, 0.4, 0.6).map((at) => {
      const other = articles[(at * 7919 + 13) % articles.length];
      const changedDoc = docOf(articles[at], edited(articles[at].text, other.text), `${at} edited`);
      return changed(all, lists(docs.with(at, changedDoc)));
    }),
    removed: spread(docs.length, trials, 0.1, 0.4).map((at) => changed(all, lists(docs.toSpliced(at, 1)))),
  };
}

/** The files that builds change, one edit after the other. */
function countFiles(folder, articles, builds) {
  const name = basename(folder);
  const root = mkdtempSync(join(tmpdir(), 'dateline-locality-'));
  const beside = (end) =>
    existsSync(`${folder}.${end}`) ? readFileSync(`${folder}.${end}`, 'utf8').trim() : '';
  const now = beside('now');
  const place = (path) => join(root, 'content', name, path);
  const build = () => {
    const args = ['build', '--root', root, '--on-invalid', 'skip', '--json', '--quiet'];
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [BIN, ...args, ...(now ? ['--now', now] : [])],
      { encoding: 'utf8', maxBuffer: 1 << 30 },
    );
    if (status !== 0 && status !== 3) throw new Error(`${name}: the build ended with ${status}.\n${stderr}`);
    const result = JSON.parse(stdout);
    return { files: result.added + result.changed + result.removed };
  };
  try {
    cpSync(folder, join(root, 'content', name), { recursive: true });
    writeFileSync(
      join(root, 'content/site.yaml'),
      `title: ${name}\nurl: https://${name}.example/\n${beside('yaml')}\n`,
    );
    const newest = articles.slice(-builds);
    for (const { path } of newest) unlinkSync(place(path));
    build();
    const added = newest.map(({ path }) => {
      mkdirSync(dirname(place(path)), { recursive: true });
      cpSync(join(folder, path), place(path));
      return build();
    });
    const changedFiles = spread(articles.length, builds, 0.4, 0.6).map((at) => {
      const whole = readFileSync(place(articles[at].path), 'utf8');
      const other = articles[(at * 7919 + 13) % articles.length];
      writeFileSync(place(articles[at].path), edited(whole, other.text));
      return build();
    });
    const removed = spread(articles.length, builds, 0.1, 0.4).map((at) => {
      unlinkSync(place(articles[at].path));
      return build();
    });
    return { added, edited: changedFiles, removed };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** Median, 95 % and worst. */
function spreadOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  return `${at(0.5)} / ${at(0.95)} / ${at(1)}`;
}

const SAID = {
  added: 'the newest added',
  edited: 'one of the middle edited',
  removed: 'an old one removed',
};

function table(measured, builds) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const heads = [
    'archive, articles',
    'edit',
    `lists at the foot (${FOOT})`,
    `lists on the page (${PAGE})`,
    ...(builds > 0 ? [`files of a build (${builds} each)`] : []),
  ];
  return [
    line(heads),
    line(heads.map(() => '---')),
    ...measured.flatMap(({ name, count, lists, files }) =>
      Object.entries(SAID).map(([kind, words], i) =>
        line([
          i === 0 ? `${name}, ${count}` : '',
          words,
          spreadOf(lists[kind].map(({ foot }) => foot)),
          spreadOf(lists[kind].map(({ page }) => page)),
          ...(files === null ? [] : [spreadOf(files[kind].map((one) => one.files))]),
        ]),
      ),
    ),
  ].join('\n');
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    trials: { type: 'string', default: '30' },
    builds: { type: 'string', default: '0' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
const [trials, builds] = [Number(values.trials), Number(values.builds)];
if (positionals.length === 0 || !Number.isInteger(trials) || trials < 1 || !Number.isInteger(builds)) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const measured = positionals.map((path) => {
    const folder = resolve(path);
    const articles = readArticles(folder)
      .filter(({ day }) => day !== null)
      .sort((a, b) => (a.day === b.day ? (a.path < b.path ? -1 : 1) : a.day < b.day ? -1 : 1));
    if (articles.length < trials * 10)
      throw new Error(`${folder} has too few articles for ${trials} trials.`);
    return {
      name: basename(folder),
      count: articles.length,
      lists: compareLists(articles, trials),
      files: builds > 0 ? countFiles(folder, articles, builds) : null,
    };
  });
  const text = table(measured, builds);
  process.stdout.write(values.json ? `${JSON.stringify(measured)}\n` : `${text}\n`);
  if (values.write) writeBetween(MARKS, text);
}
