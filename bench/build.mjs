// Measures Dateline beside its peers in one run: npm run bench. bench/README.md says how and what.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, totalmem } from 'node:os';
import { basename, join } from 'node:path';
import { writeNewsroom } from './articles.mjs';
import { astro, dateline, eleventy, hugo } from './lib/entrants.mjs';
import { plotsOf } from './lib/figures.mjs';
import { passing, removePassing } from './lib/files.mjs';
import { measureCache, measureCold, measureLive, measureWarm } from './lib/measure.mjs';
import { REPOSITORY, readOptions, USAGE } from './lib/options.mjs';
import { mindPlaces, takeFolder } from './lib/places.mjs';
import { createRace, writeWhole } from './lib/race.mjs';
import { compileRelease, findRelease } from './lib/release.mjs';
import { report } from './lib/report.mjs';
import { limits, stopAll } from './lib/run.mjs';
import { SCENARIOS } from './lib/scenarios.mjs';
import { compareRoom, freeRoom, inMemory, neededRoom } from './lib/space.mjs';

const PAGE = join(REPOSITORY, 'docs/performance.md');
const BEGIN = '<!-- figures of `npm run bench` -->';
const END = '<!-- end of figures -->';

const log = (text) => process.stderr.write(`${text}\n`);

/** All that can be measured here, Dateline first; `absent` has a line for each that can't. */
async function entrantsFor(wanted) {
  const absent = [];
  const missing = (text) => {
    log(text);
    absent.push(text);
    return [];
  };
  const found = (peer, text) => (peer === null ? missing(text) : [peer]);
  const own = [dateline(wanted.home)];
  if (wanted.before !== null) own.push(dateline(wanted.before, { key: 'before', name: 'Dateline before' }));
  if (wanted.release !== false) {
    try {
      const release = findRelease(REPOSITORY, wanted.release);
      const home = await compileRelease(REPOSITORY, release, wanted.dir, { log });
      const { name, commit } = release;
      own.push(dateline(home, { key: 'release', name: `Dateline ${name}`, commit: commit.slice(0, 7) }));
    } catch (error) {
      missing(error.message.replaceAll(wanted.dir, '…'));
      if (error.cause?.detail) log(error.cause.detail);
    }
  }
  const peers = found(
    hugo(wanted.hugo, { related: true }),
    `There is no “${basename(wanted.hugo)}” to compare with: --hugo PATH names one.`,
  );
  if (peers.length > 0) peers.push(hugo(wanted.hugo, { related: false }));
  if (wanted.eleventy)
    peers.push(...found(eleventy(join(wanted.dir, 'eleventy')), 'npm could not install Eleventy: left out.'));
  if (wanted.astro)
    peers.push(
      ...found(astro(join(wanted.dir, 'astro')), 'npm could not install Astro and its Node: left out.'),
    );
  return { own, peers, absent };
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

/** @param keep called with the results so far, after each scenario */
async function measure(wanted, keep) {
  limits.minutes = wanted.minutes;
  const { own, peers, absent } = await entrantsFor(wanted);
  const results = {
    date: new Date().toISOString().slice(0, 10),
    machine: machineOf(wanted.dir),
    versions: [
      ...new Set(
        [...own, ...peers].map(({ product, name, version }) => `${product ?? name.split(',')[0]} ${version}`),
      ),
    ],
    counts: wanted.counts,
    turns: wanted.turns,
    rows: [],
    caches: [],
    dev: [],
    failures: [],
    absent,
  };
  mindRoom(wanted, { own, peers });
  keep(results);
  const warm = SCENARIOS.some(({ key }) => wanted.only.has(key));
  for (const count of wanted.counts) {
    log(`${count} articles`);
    const site = join(wanted.dir, `newsroom-${count}`);
    rmSync(site, { recursive: true, force: true });
    const clear = passing(site);
    try {
      const newsroom = writeNewsroom(site, { count, seed: 1 });
      const entrants = [...own, ...(count <= wanted.peersUpTo ? peers : [])];
      const race = createRace({ site, newsroom, entrants, results, keep, hidden: wanted.dir, log });
      if (wanted.only.has('cold')) await measureCold(race, wanted.turns, wanted.floor);
      if (warm) await measureWarm(race, wanted.turns, wanted.only);
      if (warm) await measureCache(race, wanted.floor);
      if (wanted.only.has('dev')) await measureLive(race, { saves: wanted.saves, patience: wanted.patience });
    } finally {
      clear();
    }
  }
  return results;
}

/** Ctrl-C: nothing goes on running, and nothing of what may be gigabytes stays. */
function breakOff() {
  stopAll();
  removePassing();
  process.exit(130);
}

/** The page, before and after its figures. */
function pageParts() {
  const [before, rest] = readFileSync(PAGE, 'utf8').split(BEGIN);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`${PAGE} has no “${BEGIN}” and “${END}”`);
  return { before, after };
}

/** The figures into docs/performance.md, between the two marks, and the plots beside it. */
function write(results, text) {
  const { before, after } = pageParts();
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
  if (wanted.redraw !== null) {
    tell(readFigures(wanted.redraw), wanted);
    return;
  }
  process.once('SIGINT', breakOff);
  process.once('SIGTERM', breakOff);
  process.once('SIGHUP', breakOff);
  let last = null;
  const keep = (results) => {
    last = results;
    if (wanted.json !== null) writeWhole(wanted.json, `${JSON.stringify(results, null, 2)}\n`);
  };
  mindPlaces(wanted, log);
  if (wanted.write) pageParts();
  const leave = takeFolder(wanted.dir);
  try {
    tell(await measure(wanted, keep), wanted);
  } catch (error) {
    // Hours of figures may stand there already: they are told, though not written into docs/.
    if (last !== null && last.rows.length + last.dev.length > 0) tell(last, { write: false });
    throw error;
  } finally {
    leave();
  }
}

function readFigures(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} has no figures of an earlier \`--json\`: ${error.message}`);
  }
}

function tell(results, wanted) {
  const text = report(results);
  if (wanted.write) write(results, text);
  process.stdout.write(text);
}

await main().catch((error) => {
  log(error.message + (error.detail ? `\n${error.detail}` : ''));
  process.exitCode = 2;
});
