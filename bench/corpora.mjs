// Builds folders of other people's Markdown, and holds what comes out against the formats: node bench/corpora.mjs DIR…
//
// Each folder is copied into a newsroom of its own in a scratch folder, which is gone afterwards: nothing of it is kept.
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
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { HtmlValidate } from 'html-validate';
import { loadTestSupport } from './lib/test-support.mjs';

const BIN = join(import.meta.dirname, '../dist/main.js');
const USAGE = `usage: node bench/corpora.mjs DIR… [--now ISO] [--sample N] [--verbose]

  --now ISO     the time of the builds
  --sample N    pages of each site that html-validate reads (default 150)
  --verbose     the first faults and errors of each kind

NAME.yaml beside the folder NAME is added to its site.yaml: \`fields: { date: [published] }\`.
`;

const siteYaml = (name, more) => `title: ${name}
url: https://${name}.example/
id: ${name}
feeds: { sections: [rss, atom, json], tags: true, authors: true, series: true }
newsSitemap: true
${more}`;

const counted = (values) => {
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([value, count]) => `${count} ${value}`);
};

/** Every `count`-th of a list, so that all kinds of pages are among them. */
const sampleOf = (all, count) => {
  const step = Math.max(1, Math.floor(all.length / count));
  return all.filter((_, i) => i % step === 0).slice(0, count);
};

async function measure(folder, { now, sample }, support) {
  const name = basename(folder);
  const root = mkdtempSync(join(tmpdir(), 'dateline-corpus-'));
  try {
    mkdirSync(join(root, 'content'), { recursive: true });
    cpSync(folder, join(root, 'content', name), { recursive: true });
    const beside = `${folder}.yaml`;
    const more = existsSync(beside) ? readFileSync(beside, 'utf8') : '';
    writeFileSync(join(root, 'content/site.yaml'), siteYaml(name, more));
    const start = performance.now();
    const args = ['build', '--root', root, '--on-invalid', 'skip', '--json', '--no-cache'];
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [BIN, ...args, ...(now ? ['--now', now] : [])],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 30,
      },
    );
    const seconds = (performance.now() - start) / 1000;
    if (status !== 0 && status !== 3)
      throw new Error(`${name}: the build ended with ${status}.\n${stderr}${stdout}`.slice(0, 4000));
    const result = JSON.parse(stdout);
    return { name, seconds, result, ...(await faultsIn(join(root, 'public'), sample, support)) };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** What is wrong with the files of a site, by what kind of program reads them. */
async function faultsIn(out, sample, { feedFaults, validateSitemap, jsonLdFaults }) {
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
    .sort();
  const read = (path) => readFileSync(join(out, path), 'utf8');
  const found = { feeds: [], sitemaps: [], jsonLd: [], html: [] };
  const feeds = files.filter((path) => /(?:^|\/)(?:feed|atom)\.(?:xml|json)$/.test(path));
  for (const path of feeds) found.feeds.push(...feedFaults(read(path)).map((fault) => `${path}: ${fault}`));
  const sitemaps = files.filter((path) => /^sitemap.*\.xml$/.test(path));
  for (const path of sitemaps) {
    try {
      validateSitemap(read(path));
    } catch (error) {
      found.sitemaps.push(`${path}: ${error}`);
    }
  }
  const pages = files.filter((path) => path.endsWith('.html') && !path.startsWith('assets/'));
  for (const path of pages) {
    const html = read(path);
    if (html.includes('application/ld+json'))
      found.jsonLd.push(...jsonLdFaults(html).map((fault) => `${path}: ${fault}`));
  }
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: { 'long-title': 'off', 'no-inline-style': 'off' },
  });
  const chosen = sampleOf(pages, sample);
  for (const path of chosen) {
    const { results } = await validator.validateString(read(path), path);
    for (const { messages } of results)
      found.html.push(...messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId} ${message}`));
  }
  return {
    counts: { feeds: feeds.length, sitemaps: sitemaps.length, pages: pages.length, html: chosen.length },
    found,
  };
}

function tell({ name, seconds, result, counts, found }, verbose) {
  const errors = result.problems.filter(({ severity }) => severity === 'error');
  const bad = new Set(errors.map(({ file }) => file)).size;
  const lines = [
    `${name}: ${result.articles} articles, ${result.invisible} not visible, ${bad} files left out, ${counts.pages} pages in ${seconds.toFixed(1)} s`,
    `  left out    ${counted(errors.map(({ code }) => code)).join(', ') || 'none'}`,
    `  warnings    ${counted(result.problems.filter(({ severity }) => severity !== 'error').map(({ code }) => code)).join(', ') || 'none'}`,
    `  faults      feeds ${found.feeds.length} in ${counts.feeds}, sitemaps ${found.sitemaps.length} in ${counts.sitemaps}, JSON-LD ${found.jsonLd.length} in ${counts.pages}, HTML ${found.html.length} in ${counts.html}`,
  ];
  if (verbose) {
    const first = (texts) =>
      texts.slice(0, 10).map((text) => `    ${text.slice(0, 300).replaceAll('\n', ' ')}`);
    lines.push(
      ...first(errors.map(({ file, line, code, message }) => `${file}:${line ?? ''} ${code} ${message}`)),
    );
    for (const faults of Object.values(found)) lines.push(...first(faults));
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    now: { type: 'string' },
    sample: { type: 'string', default: '150' },
    verbose: { type: 'boolean', default: false },
  },
});
const sample = Number(values.sample);
if (positionals.length === 0 || !Number.isInteger(sample) || sample < 0) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  const support = await loadTestSupport();
  let faults = 0;
  for (const folder of positionals) {
    const measured = await measure(resolve(folder), { now: values.now, sample }, support);
    tell(measured, values.verbose);
    faults += Object.values(measured.found).reduce((sum, some) => sum + some.length, 0);
  }
  if (faults > 0) process.exitCode = 1;
}
