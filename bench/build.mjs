// Measures Dateline beside Hugo in one run: npm run bench. bench/README.md says how and what.
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeNewsroom } from './articles.mjs';
import { measureDev } from './lib/dev.mjs';
import { copy, dateline, eleventy, hugo, inspect } from './lib/entrants.mjs';
import { plot } from './lib/plot.mjs';
import { report } from './lib/report.mjs';
import { run, spread } from './lib/run.mjs';
import { SCENARIOS } from './lib/scenarios.mjs';

const REPOSITORY = resolve(import.meta.dirname, '..');
const PAGE = join(REPOSITORY, 'docs/performance.md');
const BEGIN = '<!-- figures of `npm run bench` -->';
const END = '<!-- end of figures -->';
const TMPFS = 0x01021994;

const USAGE = `usage: npm run bench -- [DIR] [options]

DIR                   folder for newsrooms and sites; best in memory (default: the system's folder for temporary files)
--counts 1000,10000   how many articles (default: 1000,10000,100000)
--runs 5              runs of each
--hugo PATH           the hugo to compare with (default: hugo on the PATH, if there)
--no-eleventy         leave Eleventy out; otherwise npm installs it beside the newsrooms
--peers-up-to 10000   others than Dateline build no larger newsroom than this
--before DIR          another compiled Dateline to compare with
--only cold,added     these scenarios alone: cold, ${SCENARIOS.map((scenario) => scenario.key).join(', ')}, dev
--dateline DIR        the compiled Dateline to measure (default: this repository)
--json FILE           write every single figure there
--write               write the tables and plots into docs/ (by default only where all counts are measured)
`;

const log = (text) => process.stderr.write(`${text}\n`);

function options() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      counts: { type: 'string' },
      runs: { type: 'string', default: '5' },
      hugo: { type: 'string', default: 'hugo' },
      'no-eleventy': { type: 'boolean' },
      'peers-up-to': { type: 'string', default: '10000' },
      before: { type: 'string' },
      dateline: { type: 'string', default: REPOSITORY },
      only: { type: 'string' },
      json: { type: 'string' },
      write: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const whole = (text, name) => {
    if (!/^[1-9]\d*$/.test(text)) throw new Error(`${name} wants whole numbers, not “${text}”.\n\n${USAGE}`);
    return Number(text);
  };
  const known = ['cold', 'dev', ...SCENARIOS.map((scenario) => scenario.key)];
  const only = values.only?.split(',') ?? known;
  for (const key of only)
    if (!known.includes(key)) throw new Error(`There is no scenario “${key}”.\n\n${USAGE}`);
  return {
    help: values.help === true,
    dir: join(resolve(positionals[0] ?? tmpdir()), 'dateline-bench'),
    counts: (values.counts ?? '1000,10000,100000').split(',').map((text) => whole(text, '--counts')),
    turns: whole(values.runs, '--runs'),
    hugo: values.hugo,
    eleventy: values['no-eleventy'] !== true,
    peersUpTo: whole(values['peers-up-to'], '--peers-up-to'),
    home: resolve(values.dateline),
    before: values.before,
    only: new Set(only),
    json: values.json,
    write: values.write ?? (values.counts === undefined && values.only === undefined),
  };
}

/** Clean builds, each entrant once in each turn; who comes first changes, so that a slow minute hits all alike. */
function measureCold(entrants, site, newsroom, turns) {
  const rows = entrants.map(({ key, name }) => ({
    count: newsroom.count,
    scenario: 'cold',
    entrant: key,
    name,
    runs: [],
    size: null,
    stages: null,
  }));
  const reports = new Map();
  for (let turn = 0; turn < turns; turn++) {
    for (let i = 0; i < entrants.length; i++) {
      // A copy needs what was built, so the last comes last in the first turn.
      const at = (i + turn) % entrants.length;
      const entrant = entrants[at];
      entrant.forget(site);
      const { report: told, stdout: _, ...figures } = entrant.build(site);
      rows[at].runs.push(figures);
      if (told !== undefined) reports.set(figures, told);
      rows[at].size ??= inspect(entrant, site, newsroom);
      log(`  ${entrant.name}: ${figures.seconds.toFixed(2)} s`);
    }
  }
  for (const row of rows) {
    const { median } = spread(row.runs.map(({ seconds }) => seconds));
    const typical = row.runs.reduce((a, b) =>
      Math.abs(b.seconds - median) < Math.abs(a.seconds - median) ? b : a,
    );
    row.stages = reports.get(typical)?.stages ?? null;
  }
  return rows;
}

function measureWarm(entrants, site, newsroom, turns, only) {
  const rows = [];
  const [own] = entrants;
  for (const scenario of SCENARIOS.filter(({ key }) => only.has(key))) {
    const taking = scenario.peers ? entrants : [own];
    const measured = taking.map(({ key, name }) => ({
      count: newsroom.count,
      scenario: scenario.key,
      title: scenario.name,
      entrant: key,
      name,
      runs: [],
      changed: [],
    }));
    const setting = { site, newsroom, home: own.home, out: own.out(site), turns, turn: 0 };
    scenario.settle?.(setting);
    for (const entrant of taking) if (entrant.keeps) entrant.build(site);
    for (let turn = 0; turn < turns; turn++) {
      scenario.prepare({ ...setting, turn });
      for (const [at, entrant] of taking.entries()) {
        const { report: told, stdout: _, ...figures } = entrant.build(site, scenario.flags?.(setting) ?? []);
        measured[at].runs.push(figures);
        if (told !== undefined) measured[at].changed.push(told.added + told.changed + told.removed);
        log(`  ${scenario.name}, ${entrant.name}: ${figures.seconds.toFixed(2)} s`);
      }
    }
    rows.push(...measured);
  }
  return rows;
}

/** How large the cache is, and how long a machine takes to copy it to where it belongs. */
function measureCache(site, count) {
  const cache = join(site, '.dateline/cache');
  const sizes = readdirSync(cache, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => statSync(join(entry.parentPath, entry.name)).size);
  const { seconds } = run(['cp', '-r', cache, join(site, 'cache-copy')]);
  rmSync(join(site, 'cache-copy'), { recursive: true });
  return { count, files: sizes.length, bytes: sizes.reduce((a, b) => a + b, 0), seconds };
}

async function measure(wanted) {
  const own = dateline(wanted.home);
  const before =
    wanted.before === undefined
      ? []
      : [dateline(resolve(wanted.before), { key: 'before', name: 'Dateline before' })];
  const hugos = [hugo(wanted.hugo, { related: true }), hugo(wanted.hugo, { related: false })];
  if (hugos.includes(null)) log(`There is no “${wanted.hugo}”: --hugo PATH names one.`);
  const other = wanted.eleventy ? eleventy(join(wanted.dir, 'eleventy')) : null;
  if (wanted.eleventy && other === null) log('npm could not install Eleventy.');
  const peers = [...hugos, other].filter((peer) => peer !== null);
  mkdirSync(wanted.dir, { recursive: true });
  const results = {
    date: new Date().toISOString().slice(0, 10),
    machine: [
      `${availableParallelism()} cores, ${Math.round(totalmem() / 1e9)} GB, Node ${process.versions.node}`,
      statfsSync(wanted.dir).type === TMPFS ? 'files in memory (tmpfs)' : 'files on a disk',
      loadavg()[0] > 0.5 ? `other work running beside (load ${loadavg()[0].toFixed(1)} at the start)` : null,
    ]
      .filter((part) => part !== null)
      .join(', '),
    versions: [own, ...before].map(({ name, version }) => `${name} ${version}`),
    counts: wanted.counts,
    turns: wanted.turns,
    rows: [],
    caches: [],
    dev: [],
  };
  if (hugos[0] !== null) results.versions.push(`Hugo ${hugos[0].version}`);
  if (other !== null) results.versions.push(`Eleventy ${other.version}`);
  for (const count of wanted.counts) {
    log(`${count} articles`);
    const site = join(wanted.dir, `newsroom-${count}`);
    rmSync(site, { recursive: true, force: true });
    const newsroom = writeNewsroom(site, { count, seed: 1 });
    const generators = [own, ...before, ...(count <= wanted.peersUpTo ? peers : [])];
    if (wanted.only.has('cold'))
      results.rows.push(...measureCold([...generators, copy(own)], site, newsroom, wanted.turns));
    const warm = SCENARIOS.some(({ key }) => wanted.only.has(key));
    if (warm) results.rows.push(...measureWarm(generators, site, newsroom, wanted.turns, wanted.only));
    if (warm) results.caches.push(measureCache(site, count));
    for (const entrant of wanted.only.has('dev')
      ? [own, ...generators.filter(({ key }) => key === 'hugo-plain')]
      : []) {
      if (results.dev.some((row) => row.count === count && row.entrant === entrant.key)) continue;
      const live = await measureDev(entrant, site, newsroom);
      results.dev.push({ count, entrant: entrant.key, name: entrant.name, ...live });
    }
    rmSync(site, { recursive: true });
  }
  return results;
}

/** The figures into docs/performance.md, between the two marks, and the plots beside it. */
function write(results, text) {
  const page = readFileSync(PAGE, 'utf8');
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`${PAGE} has no “${BEGIN}” and “${END}”`);
  const plots = plotsOf(results);
  for (const { file, svg } of plots) writeFileSync(join(REPOSITORY, 'docs', file), svg);
  const images = plots.map(({ title, file }) => `![${title} against the number of articles](${file})\n`);
  writeFileSync(
    PAGE,
    [before + BEGIN, text.trimEnd(), ...images, END + after].join('\n\n').replaceAll('\n\n\n', '\n\n'),
  );
}

/** Time and memory of clean builds against the number of articles. */
function plotsOf({ rows, counts }) {
  if (counts.length < 2) return [];
  const cold = rows.filter((row) => row.scenario === 'cold');
  const lines = (figure) =>
    [...new Set(cold.map((row) => row.name))]
      .map((name) => ({
        name,
        points: cold
          .filter((row) => row.name === name)
          .map((row) => [row.count, spread(row.runs.map((one) => one[figure]))?.median ?? null])
          .filter(([, value]) => value !== null),
      }))
      .filter(({ points }) => points.length > 0);
  return [
    {
      title: 'Time of a clean build',
      unit: 'seconds',
      file: 'images/bench-time.svg',
      lines: lines('seconds'),
    },
    {
      title: 'Memory of a clean build',
      unit: 'MB',
      file: 'images/bench-memory.svg',
      lines: lines('memory').filter(({ name }) => !name.startsWith('`cp')),
    },
  ]
    .filter((one) => one.lines.length > 0)
    .map(({ title, unit, file, lines: drawn }) => ({
      title,
      file,
      svg: plot({ title, unit, lines: drawn }),
    }));
}

async function main() {
  const wanted = options();
  if (wanted.help) {
    process.stdout.write(USAGE);
    return;
  }
  const results = await measure(wanted);
  const text = report(results);
  if (wanted.json !== undefined) writeFileSync(wanted.json, `${JSON.stringify(results, null, 2)}\n`);
  if (wanted.write) write(results, text);
  process.stdout.write(text);
}

await main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
});
