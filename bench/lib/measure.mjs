// What is measured of one newsroom: clean builds, warm ones, the cache, the live server.
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { measureDev } from './dev.mjs';
import { floor, inspect } from './entrants.mjs';
import { eachFile } from './files.mjs';
import { run, spread } from './run.mjs';
import { SCENARIOS } from './scenarios.mjs';

/** Milliseconds between two saves: by an editor in a hurry, and by one who looks at the page before. */
const PAUSES = [250, 2000];

/** Clean builds, each entrant once in each turn; who comes first changes, so that a slow minute hits all alike. */
export async function measureCold(race, turns, copies) {
  const { site, newsroom, fail, log } = race;
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
        const { report: told, stdout: _, ...figures } = await entrant.build(site);
        row.size ??= inspect(entrant, site, newsroom);
        row.runs.push(figures);
        if (told !== undefined) reports.set(figures, told);
        log(`  ${entrant.name}: ${figures.seconds.toFixed(2)} s`);
      } catch (error) {
        fail(entrant, error);
        continue;
      }
      if (!copies) continue;
      try {
        const { stdout: _, ...figures } = await floor(entrant, site);
        row.floors.push(figures);
      } catch (error) {
        race.miss(entrant, error, 'copying its site');
      }
    }
  }
  for (const row of rows.filter(({ runs }) => runs.length > 0)) {
    const { median } = spread(row.runs.map(({ seconds }) => seconds));
    const typical = row.runs.reduce((a, b) =>
      Math.abs(b.seconds - median) < Math.abs(a.seconds - median) ? b : a,
    );
    row.stages = reports.get(typical)?.stages ?? null;
  }
  race.add('rows', ...rows.filter(({ runs }) => runs.length === turns));
}

const takesPart = ({ key, home, keeps }, who) =>
  key === 'dateline' ||
  who === 'all' ||
  (who === 'keeping' && keeps) ||
  (who === 'both' && home !== undefined);

/** Builds by fresh processes of what they have built before, one scenario after the other. */
export async function measureWarm(race, turns, only) {
  const { site, newsroom, fail, log } = race;
  const [own] = race.entrants;
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
    const attempt = async (entrant, action) => {
      if (failed.has(entrant) || !race.entrants.includes(entrant)) return;
      try {
        await action();
      } catch (error) {
        failed.add(entrant);
        fail(entrant, error, scenario.name);
      }
    };
    for (const entrant of taking) if (entrant.keeps) await attempt(entrant, () => entrant.build(site));
    for (let turn = 0; turn < turns; turn++) {
      scenario.prepare({ ...setting, turn });
      for (let i = 0; i < taking.length; i++) {
        const at = (i + turn) % taking.length;
        const entrant = taking[at];
        await attempt(entrant, async () => {
          const {
            report: told,
            stdout: _,
            ...figures
          } = await entrant.build(site, scenario.flags?.(setting) ?? []);
          if (scenario.check?.({ ...setting, turn }, entrant.out(site), told) === false)
            throw new Error('the change is not in its site');
          measured[at].runs.push(figures);
          const files = told === undefined ? Number.NaN : told.added + told.changed + told.removed;
          if (Number.isFinite(files)) measured[at].changed.push(files);
          log(`  ${scenario.name}, ${entrant.name}: ${figures.seconds.toFixed(2)} s`);
        });
      }
    }
    race.add('rows', ...measured.filter(({ runs }) => runs.length === turns));
  }
}

/** How large the cache is, and how long a machine takes to copy it to where it belongs. */
export async function measureCache(race, copies) {
  const { site, newsroom } = race;
  const cache = join(site, '.dateline/cache');
  if (!existsSync(cache)) return;
  let files = 0;
  let bytes = 0;
  eachFile(cache, (path) => {
    files += 1;
    bytes += statSync(path).size;
  });
  const copy = join(site, 'cache-copy');
  const { seconds } = copies ? await run(['cp', '-r', cache, copy]) : { seconds: null };
  rmSync(copy, { recursive: true, force: true });
  race.add('caches', { count: newsroom.count, files, bytes, seconds });
}

/** Hugo without related news is the faster of the two. */
const LIVE = ['dateline', 'before', 'release', 'hugo-plain'];

/**
 * Live servers: how soon each serves with nothing kept and with what a build kept, and what a save takes at either pause. One that
 * ends, or shows nothing, has missed that scenario; what it did until then is told.
 *
 * @param options edits (`saves`), the pauses between them and the patience with each, as `measureDev` has them
 */
export async function measureLive(race, { pauses = PAUSES, ...options }) {
  const { site, newsroom, log } = race;
  // Templates that were edited before are today's: another Dateline has its own.
  rmSync(join(site, 'templates'), { recursive: true, force: true });
  for (const entrant of race.entrants.filter(({ key }) => LIVE.includes(key))) {
    const { key, name, keeps } = entrant;
    try {
      entrant.forget(site);
      const cold = await measureDev(entrant, site, newsroom, { ...options, saves: 0 });
      if (cold.missed !== null) {
        race.miss(entrant, cold.missed, 'the live server, nothing kept');
        const nothing = { cold: null, first: null, warm: null, times: [], missed: cold.missed.message };
        for (const pause of pauses)
          race.add('dev', { count: newsroom.count, entrant: key, name, pause, ...nothing });
        continue;
      }
      if (keeps) await entrant.build(site);
      for (const pause of pauses) {
        const { first, ready, times, missed } = await measureDev(entrant, site, newsroom, {
          ...options,
          pause,
        });
        const warm = { first: keeps ? first : null, warm: keeps ? ready : null };
        const told = { pause, cold: cold.ready, ...warm, times };
        if (missed === null) log(`  live, ${name}: served after ${ready.toFixed(2)} s`);
        else race.miss(entrant, missed, `the live server, ${pause / 1000} s between saves`);
        const reason = missed?.message ?? null;
        race.add('dev', { count: newsroom.count, entrant: key, name, ...told, missed: reason });
      }
    } catch (error) {
      race.miss(entrant, error, 'the live server');
    }
  }
}
