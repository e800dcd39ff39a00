// The plots of one run, from its figures.
import { bars, plot } from './plot.mjs';
import { quantile, spread } from './run.mjs';
import { SCENARIOS } from './scenarios.mjs';

const median = (runs, figure = 'seconds') => spread(runs.map((one) => one[figure]))?.median ?? null;

/** Lines of `[articles, value]` by name, without what has no figure; null where there is nothing to compare. */
function linesOf(points) {
  const lines = new Map();
  for (const { name, count, value } of points) {
    if (value === null || !(value > 0)) continue;
    if (!lines.has(name)) lines.set(name, { name, points: [] });
    lines.get(name).points.push([count, value]);
  }
  for (const line of lines.values()) line.points.sort(([a], [b]) => a - b);
  const counts = new Set([...lines.values()].flatMap((line) => line.points.map(([count]) => count)));
  return counts.size < 2 ? null : [...lines.values()];
}

const against = (title, unit, file, points) => {
  const lines = linesOf(points);
  return lines === null
    ? []
    : [{ title: `${title} against the number of articles`, file, svg: plot({ title, unit, lines }) }];
};

/** `[{ title, file, svg }]`: what each shows, and its path below `docs/`. */
export function plotsOf({ rows, dev }) {
  const cold = rows.filter((row) => row.scenario === 'cold');
  const own = rows.filter((row) => row.entrant === 'dateline');
  const ownCold = cold.filter((row) => row.entrant === 'dateline');
  const floors = ownCold.map(({ count, floors: copies }) => ({
    name: 'cp -r of its site',
    count,
    value: median(copies),
  }));
  const stages = [...new Set(ownCold.flatMap((row) => Object.keys(row.stages ?? {})))];
  const staged = ownCold
    .filter((row) => row.stages !== null)
    .map(({ count, stages: told }) => ({
      name: `${count.toLocaleString('en')} articles`,
      values: stages.map((stage) => (told[stage] ?? 0) / 1000),
    }));
  return [
    ...against('Time of a clean build', 'seconds', 'images/bench-time.svg', [
      ...cold.map(({ name, count, runs }) => ({ name, count, value: median(runs) })),
      ...floors.map((point) => ({ ...point, name: 'cp -r of Dateline’s site' })),
    ]),
    ...against(
      'Memory of a clean build',
      'MB',
      'images/bench-memory.svg',
      cold.map(({ name, count, runs }) => ({ name, count, value: median(runs, 'memory') })),
    ),
    ...against(
      'A clean build against `cp -r` of what it made',
      'times as long',
      'images/bench-floor.svg',
      cold.map(({ name, count, runs, floors: copies }) => {
        const least = median(copies);
        return { name, count, value: least === null || least === 0 ? null : median(runs) / least };
      }),
    ),
    ...against('Time of a warm build by Dateline', 'seconds', 'images/bench-warm.svg', [
      ...own.map(({ scenario, count, runs }) => ({
        name: SCENARIOS.find(({ key }) => key === scenario)?.short ?? 'clean, nothing kept',
        count,
        value: median(runs),
      })),
      ...floors,
    ]),
    ...against(
      'One article added',
      'seconds',
      'images/bench-added.svg',
      rows
        .filter((row) => row.scenario === 'added')
        .map(({ name, count, runs }) => ({ name, count, value: median(runs) })),
    ),
    ...against(
      'From save to the page served, 95th percentile',
      'milliseconds',
      'images/bench-live.svg',
      dev.map(({ name, count, pause, times, missed = null }) => ({
        name: `${name.split(',')[0]}, ${pause / 1000} s apart`,
        count,
        value: times.length === 0 || missed !== null ? null : quantile(times, 0.95),
      })),
    ),
    ...(staged.length === 0
      ? []
      : [
          {
            title: 'Where the time of a clean build goes',
            file: 'images/bench-stages.svg',
            svg: bars({
              title: 'Where the time of a clean build goes',
              unit: 'seconds',
              parts: stages,
              rows: staged,
            }),
          },
        ]),
  ];
}
