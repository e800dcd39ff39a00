// Who still takes part with one number of articles, what was measured, and what was missed.
import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file so that one which is there is never half of the new one. */
export function writeWhole(file, text) {
  writeFileSync(`${file}.part`, text);
  renameSync(`${file}.part`, file);
}

/**
 * @param results what all races have found so far; figures and failures are added to it
 * @param keep called whenever something was added, to write it down: a run that is killed loses one scenario
 * @param hidden the folder of the run, which no report names
 * @param log called with each line on how it goes
 */
export function createRace({ site, newsroom, entrants, results, keep, hidden, log }) {
  const [own] = entrants;
  const race = {
    site,
    newsroom,
    log,
    entrants: [...entrants],
    /** Adds figures of one kind: `rows`, `caches` or `dev`. */
    add(kind, ...figures) {
      results[kind].push(...figures);
      keep(results);
    },
    /** An entrant has no figure in one scenario (`null`: the clean build), and takes part in the next one all the same. */
    miss(entrant, { message, detail }, scenario) {
      log(`  ${entrant.name} has no figure: ${message}${detail ? `\n${detail.trimEnd()}` : ''}`);
      const reason = message.split('\n').slice(0, 2).join(' ').slice(0, 400).replaceAll(hidden, '…');
      results.failures.push({ name: entrant.name, count: newsroom.count, scenario, reason });
      keep(results);
    },
    /** A peer that fails in a build is out of the race with so many articles. Dateline stays, if it can build at all. */
    fail(entrant, error, scenario = null) {
      if (entrant === own && scenario === null) throw error;
      race.miss(entrant, error, scenario);
      if (entrant === own) return;
      entrant.forget(site);
      race.entrants = race.entrants.filter((other) => other !== entrant);
    },
  };
  return race;
}
