// Measures Dateline beside its peers in one run: npm run bench. bench/README.md says how and what.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { writeNewsroom } from './articles.mjs';
import { astro, dateline, eleventy, hugo } from './lib/entrants.mjs';
import { plotsOf } from './lib/figures.mjs';
import { measureCache, measureCold, measureLive, measureWarm } from './lib/measure.mjs';
import { REPOSITORY, readOptions, USAGE } from './lib/options.mjs';
import { report } from './lib/report.mjs';
import { limits } from './lib/run.mjs';
import { SCENARIOS } from './lib/scenarios.mjs';
import { compareRoom, freeRoom, inMemory, neededRoom } from './lib/space.mjs';

const PAGE = join(REPOSITORY, 'docs/performance.md');
const BEGIN = '<!-- figures of `npm run bench` -->';
const END = '<!-- end of figures -->';

const log = (text) => process.stderr.write(`${text}\n`);

/** All that can be measured here, with a line for each that can't. Dateline comes first. */
function entrantsFor(wanted) {
  const own = dateline(wanted.home);
  const before =
    wanted.before === null ? [] : [dateline(wanted.before, { key: 'before', name: 'Dateline before' })];
  const found = (peer, missing) => {
    if (peer === null) log(missing);
    return peer === null ? [] : [peer];
  };
  return {
    own: [own, ...before],
    peers: [
      ...found(hugo(wanted.hugo, { related: true }), `There is no “${wanted.hugo}”: --hugo PATH names one.`),
      ...[hugo(wanted.hugo, { related: false })].filter((peer) => peer !== null),
      ...(wanted.eleventy
        ? found(eleventy(join(wanted.dir, 'eleventy')), 'npm could not install Eleventy: left out.')
        : []),
      ...(wanted.astro
        ? found(astro(join(wanted.dir, 'astro')), 'npm could not install Astro and its Node: left out.')
        : []),
    ],
  };
}

/** Says how much room the largest newsroom takes; ends here where there is not so much. */
function mindRoom(wanted, { own, peers }) {
  const twice = wanted.floor || ['template', 'styles'].some((key) => wanted.only.has(key));
  const rooms = wanted.counts.map((count) =>
    neededRoom(
      count,
      [...own, ...(count <= wanted.peersUpTo ? peers : [])].map(({ key }) => key),
      twice,
    ),
  );
  const most = {
    bytes: Math.max(...rooms.map(({ bytes }) => bytes)),
    files: Math.max(...rooms.map(({ files }) => files)),
  };
  const { short, text } = compareRoom(most, freeRoom(wanted.dir), wanted.dir);
  log(text);
  if (short && !wanted.anyway)
    throw new Error('Take fewer articles, another folder or --no-floor; --anyway begins all the same.');
}

const machineOf = (dir) =>
  [
    `${availableParallelism()} cores, ${Math.round(totalmem() / 1e9)} GB, Node ${process.versions.node}`,
    inMemory(dir) ? 'files in memory (tmpfs)' : 'files on a disk',
    loadavg()[0] > 0.5 ? `other work running beside (load ${loadavg()[0].toFixed(1)} at the start)` : null,
  ]
    .filter((part) => part !== null)
    .join(', ');

/** @param keep called with the results so far, after each number of articles */
async function measure(wanted, keep) {
  mkdirSync(wanted.dir, { recursive: true });
  limits.minutes = wanted.minutes;
  const { own, peers } = entrantsFor(wanted);
  const results = {
    date: new Date().toISOString().slice(0, 10),
    machine: machineOf(wanted.dir),
    versions: [...new Set([...own, ...peers].map(({ name, version }) => `${name.split(',')[0]} ${version}`))],
    counts: wanted.counts,
    turns: wanted.turns,
    rows: [],
    caches: [],
    dev: [],
    failures: [],
  };
  mindRoom(wanted, { own, peers });
  const warm = SCENARIOS.some(({ key }) => wanted.only.has(key));
  for (const count of wanted.counts) {
    log(`${count} articles`);
    const site = join(wanted.dir, `newsroom-${count}`);
    rmSync(site, { recursive: true, force: true });
    const newsroom = writeNewsroom(site, { count, seed: 1 });
    const race = {
      site,
      newsroom,
      entrants: [...own, ...(count <= wanted.peersUpTo ? peers : [])],
      /** A peer that fails once is out of the race with so many articles. Dateline stays, if it can build at all. */
      fail(entrant, error, scenario = null) {
        if (entrant === own[0] && scenario === null) throw error;
        log(`  ${entrant.name} did not finish: ${error.message}`);
        const reason = error.message
          .split('\n')
          .slice(0, 2)
          .join(' ')
          .slice(0, 300)
          .replaceAll(wanted.dir, '…');
        results.failures.push({ name: entrant.name, count, scenario, reason });
        if (entrant === own[0]) return;
        entrant.forget(site);
        race.entrants = race.entrants.filter((other) => other !== entrant);
      },
    };
    try {
      if (wanted.only.has('cold')) results.rows.push(...measureCold(race, wanted.turns, wanted.floor));
      if (warm) results.rows.push(...measureWarm(race, wanted.turns, wanted.only));
      if (warm) results.caches.push(measureCache(race, wanted.floor));
      if (wanted.only.has('dev')) results.dev.push(...(await measureLive(race, wanted.saves)));
    } finally {
      rmSync(site, { recursive: true });
    }
    keep(results);
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
  mkdirSync(join(REPOSITORY, 'docs/images'), { recursive: true });
  for (const { file, svg } of plots) writeFileSync(join(REPOSITORY, 'docs', file), svg);
  const images = plots.map(({ title, file }) => `![${title}](${file})\n`);
  writeFileSync(
    PAGE,
    [before + BEGIN, text.trimEnd(), ...images, END + after].join('\n\n').replaceAll('\n\n\n', '\n\n'),
  );
}

async function main() {
  const wanted = readOptions(process.argv.slice(2));
  if (wanted.help) {
    process.stdout.write(USAGE);
    return;
  }
  const keep = (results) => {
    if (wanted.json !== null) writeFileSync(wanted.json, `${JSON.stringify(results, null, 2)}\n`);
  };
  const results =
    wanted.redraw === null ? await measure(wanted, keep) : JSON.parse(readFileSync(wanted.redraw, 'utf8'));
  const text = report(results);
  if (wanted.write) write(results, text);
  process.stdout.write(text);
}

await main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
});
