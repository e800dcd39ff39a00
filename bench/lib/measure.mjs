// What is measured of one newsroom: clean builds, warm ones, the cache, the live server.
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { measureDev } from './dev.mjs';
import { floor, inspect } from './entrants.mjs';
import { eachFile } from './files.mjs';
import { run, spread } from './run.mjs';
import { SCENARIOS } from './scenarios.mjs';

/** Milliseconds between two saves: by an editor in a hurry, and by one who looks at the page before. */
const PAUSES = [250, 2000];

const log = (text) => process.stderr.write(`${text}\n`);

/** Clean builds, each entrant once in each turn; who comes first changes, so that a slow minute hits all alike. */
export function measureCold(race, turns, copies) {
  const { site, newsroom, fail } = race;
  const entrants = [...race.entrants];
  const rows = entrants.map(({ key, name }) => ({
    count: newsroom.count,
    scenario: 'cold',
    entrant: key,
    name,
    runs: [],
    /** Copying the site: what no generator can do faster. */
    floors: [],
    size: null,
    stages: null,
  }));
  const reports = new Map();
  for (let turn = 0; turn < turns; turn++) {
    for (let i = 0; i < entrants.length; i++) {
      const at = (i + turn) % entrants.length;
      const entrant = entrants[at];
      const row = rows[at];
      if (!race.entrants.includes(entrant)) continue;
      try {
        entrant.forget(site);
        const { report: told, stdout: _, ...figures } = entrant.build(site);
        row.size ??= inspect(entrant, site, newsroom);
        row.runs.push(figures);
        if (told !== undefined) reports.set(figures, told);
        log(`  ${entrant.name}: ${figures.seconds.toFixed(2)} s`);
      } catch (error) {
        fail(entrant, error);
        continue;
      }
      if (!copies) continue;
      const { stdout: _, ...figures } = floor(entrant, site);
      row.floors.push(figures);
    }
  }
  for (const row of rows.filter(({ runs }) => runs.length > 0)) {
    const { median } = spread(row.runs.map(({ seconds }) => seconds));
    const typical = row.runs.reduce((a, b) =>
      Math.abs(b.seconds - median) < Math.abs(a.seconds - median) ? b : a,
    );
    row.stages = reports.get(typical)?.stages ?? null;
  }
  return rows.filter(({ runs }) => runs.length > 0);
}

const takesPart = ({ key, home, keeps }, who) =>
  key === 'dateline' ||
  who === 'all' ||
  (who === 'keeping' && keeps) ||
  (who === 'both' && home !== undefined);

export function measureWarm(race, turns, only) {
  const { site, newsroom, fail } = race;
  const [own] = race.entrants;
  const rows = [];
  for (const scenario of SCENARIOS.filter(({ key }) => only.has(key))) {
    const taking = race.entrants.filter((entrant) => takesPart(entrant, scenario.who));
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
    const failed = new Set();
    const attempt = (entrant, action) => {
      if (failed.has(entrant) || !race.entrants.includes(entrant)) return;
      try {
        action();
      } catch (error) {
        failed.add(entrant);
        fail(entrant, error, scenario.name);
      }
    };
    for (const entrant of taking) if (entrant.keeps) attempt(entrant, () => entrant.build(site));
    for (let turn = 0; turn < turns; turn++) {
      scenario.prepare({ ...setting, turn });
      for (let i = 0; i < taking.length; i++) {
        const at = (i + turn) % taking.length;
        const entrant = taking[at];
        attempt(entrant, () => {
          const {
            report: told,
            stdout: _,
            ...figures
          } = entrant.build(site, scenario.flags?.(setting) ?? []);
          if (scenario.check?.({ ...setting, turn }, entrant.out(site), told) === false)
            throw new Error('the change is not in its site');
          measured[at].runs.push(figures);
          if (told !== undefined) measured[at].changed.push(told.added + told.changed + told.removed);
          log(`  ${scenario.name}, ${entrant.name}: ${figures.seconds.toFixed(2)} s`);
        });
      }
    }
    rows.push(...measured.filter(({ runs }) => runs.length > 0));
  }
  return rows;
}

/** How large the cache is, and how long a machine takes to copy it to where it belongs. */
export function measureCache({ site, newsroom }, copies) {
  const cache = join(site, '.dateline/cache');
  let files = 0;
  let bytes = 0;
  eachFile(cache, (path) => {
    files += 1;
    bytes += statSync(path).size;
  });
  if (!copies) return { count: newsroom.count, files, bytes, seconds: null };
  const copy = join(site, 'cache-copy');
  const { seconds } = run(['cp', '-r', cache, copy]);
  rmSync(copy, { recursive: true });
  return { count: newsroom.count, files, bytes, seconds };
}

/** Live servers: how soon each serves with nothing kept and with what a build kept, and what a save takes at either pause. */
export async function measureLive(race, saves) {
  const { site, newsroom, fail } = race;
  const rows = [];
  // Templates that were edited before are today's: the other Dateline has its own.
  rmSync(join(site, 'templates'), { recursive: true, force: true });
  for (const entrant of race.entrants.filter(({ key }) =>
    ['dateline', 'before', 'hugo-plain'].includes(key),
  )) {
    try {
      entrant.forget(site);
      rmSync(join(site, '.dateline/cache'), { recursive: true, force: true });
      const cold = await measureDev(entrant, site, newsroom, { saves: 0 });
      if (entrant.keeps) entrant.build(site, entrant.live);
      for (const pause of PAUSES) {
        const { ready, times } = await measureDev(entrant, site, newsroom, { saves, pause });
        rows.push({
          count: newsroom.count,
          entrant: entrant.key,
          name: entrant.name,
          pause,
          cold: cold.ready,
          warm: entrant.keeps ? ready : null,
          times,
        });
        log(`  live, ${entrant.name}: served after ${ready.toFixed(2)} s`);
      }
    } catch (error) {
      fail(entrant, error, 'the live server');
    }
  }
  return rows;
}
