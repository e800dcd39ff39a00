// How near related news comes to links that editors set by hand: node bench/quality.mjs MASKED TRUTH [--write]
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

const BIN = join(import.meta.dirname, '../dist/main.js');
const DOCS = join(import.meta.dirname, '../docs/related.md');
const USAGE = `usage: node bench/quality.mjs MASKED TRUTH [--json] [--write]

  --json     every figure, for programs
  --write    the table of docs/related.md
`;
const KEYS = ['ndcg5', 'recall5', 'recall10', 'mrr'];
const HEADS = { ndcg5: 'nDCG@5', recall5: 'recall@5', recall10: 'recall@10', mrr: 'MRR' };
const MARKS = ['<!-- quality: written by bench/quality.mjs -->', '<!-- end of quality -->'];

/** The file of an article in a newsroom where the archive lies in a folder. */
const fileOf = (name, path) => `content/${name}/${path}`;

function measureOne(name, masked, truth) {
  const root = mkdtempSync(join(tmpdir(), 'dateline-quality-'));
  try {
    mkdirSync(join(root, 'content'), { recursive: true });
    cpSync(join(masked, name), join(root, 'content', name), { recursive: true });
    const beside = (end) => {
      const file = join(masked, `${name}.${end}`);
      return existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
    };
    // Versions of a story are not folded: a link means one very article.
    const yaml = [
      `title: ${name}`,
      `url: https://${name}.example/`,
      'related: { fold: false }',
      beside('yaml'),
      '',
    ];
    writeFileSync(join(root, 'content/site.yaml'), yaml.join('\n'));
    const links = readFileSync(join(truth, `${name}.links.jsonl`), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const { id, links } = JSON.parse(line);
        return JSON.stringify({ id: fileOf(name, id), links: links.map((link) => fileOf(name, link)) });
      });
    const file = join(root, 'links.jsonl');
    writeFileSync(file, links.join('\n'));
    const now = beside('now');
    const args = [
      'related',
      '--root',
      root,
      '--score',
      file,
      '--json',
      '--quiet',
      ...(now ? ['--now', now] : []),
    ];
    const { stdout, stderr, status } = spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8' });
    if (status !== 0)
      throw new Error(`${name}: \`dateline related --score\` ended with ${status}.\n${stderr}`);
    return { name, ...JSON.parse(stdout) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function table(rows) {
  const mean = (key) => rows.reduce((sum, row) => sum + row[key], 0) / rows.length;
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    line(['archive', 'articles with links', ...KEYS.map((key) => HEADS[key])]),
    line(['---', '---', ...KEYS.map(() => '---')]),
    ...rows.map((row) => line([row.name, row.articles, ...KEYS.map((key) => row[key].toFixed(3))])),
    line(['**mean**', '', ...KEYS.map((key) => `**${mean(key).toFixed(3)}**`)]),
  ].join('\n');
}

function write(text) {
  const page = readFileSync(DOCS, 'utf8');
  const [from, to] = MARKS.map((mark) => page.indexOf(mark));
  if (from < 0 || to < from)
    throw new Error(`docs/related.md has no place for the table between ${MARKS.join(' and ')}.`);
  writeFileSync(DOCS, `${page.slice(0, from + MARKS[0].length)}\n\n${text}\n\n${page.slice(to)}`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, write: { type: 'boolean', default: false } },
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
  const rows = names.map((name) => measureOne(name, masked, truth));
  process.stdout.write(values.json ? `${JSON.stringify(rows)}\n` : `${table(rows)}\n`);
  if (values.write) write(table(rows));
}
