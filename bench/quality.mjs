// How near related news comes to links that editors set by hand: node bench/quality.mjs MASKED TRUTH [--hugo hugo] [--write]
//
// MASKED has a folder of Markdown for each archive, every link to an article of the archive taken out, its words and its
// address both. TRUTH has NAME.links.jsonl for each, a line for an article, {"id": PATH, "links": [PATH, …]}, with paths
// in the folder. MASKED/NAME.yaml adds to the newsroom's site.yaml (`fields`, `language`); MASKED/NAME.now is the time of the
// reading, for archives whose articles have expired since. Texts of others are never committed.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { measure } from '../dist/relate.js';
import { nameOf, readArticles } from './lib/archives.mjs';
import { writeBetween } from './lib/between.mjs';
import { cosineLists, HUGO, hugoLists } from './lib/rivals.mjs';

const BIN = join(import.meta.dirname, '../dist/main.js');
const USAGE = `usage: node bench/quality.mjs MASKED TRUTH [--hugo PATH] [--runs DIR] [--json] [--write]

  --hugo PATH  the lists of this Hugo beside ours
  --runs DIR   keep every list: NAME.RULE.jsonl, a line for each article, {"id", "related": […]}
  --json       every figure, for programs
  --write      the table of docs/related.md
`;
const KEYS = ['ndcg5', 'recall5', 'recall10', 'mrr'];
const HEADS = { ndcg5: 'nDCG@5', recall5: 'recall@5', recall10: 'recall@10', mrr: 'MRR' };
const MARKS = ['<!-- quality: written by bench/quality.mjs -->', '<!-- end of quality -->'];

const OURS = 'Dateline';
const COSINE = 'tf-idf cosine';

/** What `dateline related` lists for each article. Versions of a story are not folded: a link means one very article. */
function ownLists(name, masked, now) {
  const root = mkdtempSync(join(tmpdir(), 'dateline-quality-'));
  try {
    mkdirSync(join(root, 'content'), { recursive: true });
    cpSync(join(masked, name), join(root, 'content', name), { recursive: true });
    const yaml = [
      `title: ${name}`,
      `url: https://${name}.example/`,
      'related: { fold: false }',
      beside(masked, name, 'yaml'),
      '',
    ];
    writeFileSync(join(root, 'content/site.yaml'), yaml.join('\n'));
    const args = ['related', '--root', root, '--all', '--json', '--limit', '100', '--quiet'];
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [BIN, ...args, ...(now ? ['--now', now] : [])],
      { encoding: 'utf8', maxBuffer: 1 << 30 },
    );
    if (status !== 0) throw new Error(`${name}: \`dateline related\` ended with ${status}.\n${stderr}`);
    const short = (id) => nameOf(id.startsWith(`${name}/`) ? id.slice(name.length + 1) : id);
    return new Map(
      stdout
        .split('\n')
        .filter(Boolean)
        .map((line) => {
          const { id, related } = JSON.parse(line);
          return [short(id), related.map((item) => short(item.id))];
        }),
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function beside(masked, name, end) {
  const file = join(masked, `${name}.${end}`);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
}

/**
 * All rules on the same articles: those that Dateline's readers can see, in one language. Links to others are left out, since no
 * list could have them.
 */
function measureOne(name, masked, truth, hugo, runs) {
  const own = ownLists(name, masked, beside(masked, name, 'now'));
  const articles = readArticles(join(masked, name)).filter(
    ({ path, day }) => own.has(nameOf(path)) && day !== null,
  );
  if (articles.length === 0) throw new Error(`${name}: no article of the folder is in a list.`);
  const known = new Set(articles.map(({ path }) => nameOf(path)));
  const days = new Map(articles.map(({ path, day }) => [nameOf(path), Date.parse(day)]));
  const links = new Map(
    readFileSync(join(truth, `${name}.links.jsonl`), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
      .filter(({ id }) => known.has(nameOf(id)))
      .map(({ id, links }) => [nameOf(id), new Set(links.map(nameOf).filter((link) => known.has(link)))]),
  );
  const named = (lists) =>
    new Map([...lists].map(([path, list]) => [nameOf(path), list.map((other) => nameOf(other))]));
  const wanted = new Set(articles.map(({ path }) => path).filter((path) => links.has(nameOf(path))));
  const methods = { [OURS]: own, [COSINE]: named(cosineLists(articles, wanted)) };
  if (hugo !== undefined)
    for (const [rule, settings] of Object.entries(HUGO))
      methods[rule] = named(hugoLists(hugo, settings, articles));
  return Object.entries(methods).map(([method, lists]) => {
    const scored = new Map(
      [...lists].map(([id, list]) => [id, list.map((other) => ({ id: other, score: 0 }))]),
    );
    if (runs !== undefined) {
      const lines = [...lists].map(([id, related]) => JSON.stringify({ id, related }));
      writeFileSync(join(runs, `${name}.${method.replace(/\W+/g, '-')}.jsonl`), `${lines.join('\n')}\n`);
    }
    return { name, method, ...measure(scored, links, days) };
  });
}

function table(rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const methods = [...new Set(rows.map(({ method }) => method))];
  const meanOf = (method) => {
    const own = rows.filter((row) => row.method === method);
    const mean = (key) => own.reduce((sum, row) => sum + row[key], 0) / own.length;
    return { method, ...Object.fromEntries(KEYS.map((key) => [key, mean(key)])) };
  };
  const row = (first, articles, { method, ...figures }, strong = (text) => text) =>
    line([first, articles, method, ...KEYS.map((key) => strong(figures[key].toFixed(3)))]);
  return [
    line(['archive', 'articles with links', 'rule', ...KEYS.map((key) => HEADS[key])]),
    line(['---', '---', '---', ...KEYS.map(() => '---')]),
    ...rows.map((one) => (one.method === methods[0] ? row(one.name, one.articles, one) : row('', '', one))),
    ...methods.map((method, m) =>
      row(m === 0 ? '**mean**' : '', '', meanOf(method), (text) => `**${text}**`),
    ),
  ].join('\n');
}

/** Which program gave the lists beside ours. */
const versionOf = (command) =>
  spawnSync(command, ['version'], { encoding: 'utf8' }).stdout.match(/v(\d+\.\d+\.\d+)/)?.[1] ?? 'unknown';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    hugo: { type: 'string' },
    runs: { type: 'string' },
    json: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});
if (positionals.length !== 2) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const [masked, truth] = positionals.map((path) => resolve(path));
  const names = readdirSync(truth)
    .flatMap((file) => /^(.+)\.links\.jsonl$/.exec(file)?.[1] ?? [])
    .filter((name) => existsSync(join(masked, name)))
    .sort();
  if (names.length === 0)
    throw new Error(`No archive has both a folder in ${masked} and its links in ${truth}.`);
  if (values.runs !== undefined) mkdirSync(values.runs, { recursive: true });
  const rows = names.flatMap((name) => measureOne(name, masked, truth, values.hugo, values.runs));
  const told = values.hugo === undefined ? '' : `Hugo ${versionOf(values.hugo)}, `;
  const text = `${table(rows)}\n\n(${told}Node ${process.versions.node}.)`;
  process.stdout.write(values.json ? `${JSON.stringify(rows)}\n` : `${text}\n`);
  if (values.write) writeBetween(MARKS, text);
}
