// The results as Markdown: tables, and how they stand to the goals.
import { quantile, spread } from './run.mjs';

const number = (value) => value.toLocaleString('en', { maximumFractionDigits: 0 });
const seconds = (value) => (value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : number(value));

function time(runs) {
  const { median, min, max } = spread(runs.map((run) => run.seconds));
  return runs.length === 1
    ? `${seconds(median)} s`
    : `**${seconds(median)} s** (${seconds(min)}–${seconds(max)})`;
}

const cpu = (runs) => {
  const used = spread(runs.map((run) => run.cpu));
  return used === null ? '–' : `${seconds(used.median)} s`;
};

const memory = (runs) => {
  const used = spread(runs.map((run) => run.memory));
  return used === null ? '–' : `${number(used.max)} MB`;
};

const medianSeconds = (runs) => spread(runs.map((run) => run.seconds)).median;

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

const medianOf = (rows, count, scenario, entrant) => {
  const row = rows.find(
    (other) => other.count === count && other.scenario === scenario && other.entrant === entrant,
  );
  return row === undefined ? null : spread(row.runs.map((run) => run.seconds)).median;
};

function coldTable({ rows }, count) {
  const cold = rows.filter((row) => row.count === count && row.scenario === 'cold');
  const own = cold.find((row) => row.entrant === 'dateline');
  const share = (row, figure) => {
    const [ours, theirs] = [own, row].map((one) => spread(one.runs.map(figure)));
    return ours === null || theirs === null || theirs.median === 0
      ? '–'
      : (ours.median / theirs.median).toFixed(2);
  };
  return table(
    [
      'clean build',
      'wall: median (least–most)',
      'processor',
      'memory',
      'files',
      '`cp -r` of them',
      'times as long as that',
      'Dateline takes',
    ],
    cold.map((row) => [
      row.name,
      time(row.runs),
      cpu(row.runs),
      memory(row.runs),
      row.size === null ? '–' : `${number(row.size.files)}, ${number(row.size.bytes / 1e6)} MB`,
      row.floors.length === 0 ? '–' : `${seconds(medianSeconds(row.floors))} s`,
      row.floors.length === 0 ? '–' : (medianSeconds(row.runs) / medianSeconds(row.floors)).toFixed(1),
      row.entrant === 'dateline' || own === undefined
        ? ''
        : `${share(row, (run) => run.seconds)} × its time, ${share(row, (run) => run.cpu)} × its processor`,
    ]),
  );
}

function warmTable({ rows }, count) {
  const warm = rows.filter((row) => row.count === count && row.scenario !== 'cold');
  return table(
    [
      'then, in a fresh process',
      'wall: median (least–most)',
      'processor',
      'memory',
      'files changed, at most',
    ],
    warm.map((row) => [
      row.entrant === 'dateline' ? row.title : `${row.title}: ${row.name}`,
      time(row.runs),
      cpu(row.runs),
      memory(row.runs),
      row.changed.length === 0 ? '–' : number(Math.max(...row.changed)),
    ]),
  );
}

function devTable(dev) {
  return table(
    [
      'from save to the new page served',
      'articles',
      'after a pause of',
      'median',
      '95th percentile',
      'most',
      'serving, nothing kept',
      'serving, warm',
      'the last build, with a note',
    ],
    dev.map(({ name, count, pause, cold, warm, first = null, times, missed = null }) => [
      name,
      number(count),
      `${seconds(pause / 1000)} s`,
      // The saves that were shown before say nothing without the one that was not.
      ...(missed === null
        ? [
            `${number(quantile(times, 0.5))} ms`,
            `**${number(quantile(times, 0.95))} ms**`,
            `${number(Math.max(...times))} ms`,
          ]
        : ['–', '**missed**', '–']),
      ...[cold, warm, first].map((value) => (value === null ? '–' : `${seconds(value)} s`)),
    ]),
  );
}

function stagesTable({ rows }, counts) {
  const cold = counts.map((count) =>
    rows.find((row) => row.count === count && row.scenario === 'cold' && row.entrant === 'dateline'),
  );
  const names = [...new Set(cold.flatMap((row) => Object.keys(row?.stages ?? {})))];
  return table(
    ['stage of a clean build', ...counts.map((count) => `${number(count)} articles`)],
    names.map((name) => [
      name,
      ...cold.map((row) =>
        row?.stages?.[name] === undefined ? '–' : `${seconds(row.stages[name] / 1000)} s`,
      ),
    ]),
  );
}

/** What docs/performance.md promises, and what this run says of it. Goals without figures in this run are left out. */
export function goals({ rows, dev }) {
  const cold = (count, entrant = 'dateline') => medianOf(rows, count, 'cold', entrant);
  const ratio = (count, peer) => (cold(count, peer) === null ? null : cold(count) / cold(count, peer));
  const find = (count, scenario) =>
    rows.find((row) => row.count === count && row.scenario === scenario && row.entrant === 'dateline');
  const lives = (count, most) =>
    dev
      .filter((row) => row.entrant === 'dateline' && row.count === count)
      .map(({ pause, times: saves, missed = null }) => [
        `${number(count)} articles, from save to page, ${seconds(pause / 1000)} s between saves, 95th percentile`,
        most,
        missed === null ? quantile(saves, 0.95) : Number.POSITIVE_INFINITY,
        inMs,
      ]);
  const starts = dev.filter((row) => row.entrant === 'dateline' && row.count === 10_000);
  const largest = find(100_000, 'cold');
  const added = find(100_000, 'added');
  const render = find(10_000, 'cold')?.stages?.render ?? null;
  const template = medianOf(rows, 10_000, 'template', 'dateline');
  const span = cold(1000) !== null && cold(100_000) !== null ? Math.log(cold(100_000) / cold(1000)) : null;
  const times = (value) => `${value.toFixed(2)} ×`;
  const inSeconds = (value) => `${seconds(value)} s`;
  const inMs = (value) => `${number(value)} ms`;
  return [
    ['10,000 articles, clean, against Hugo with related', 0.12, ratio(10_000, 'hugo'), times],
    ['10,000 articles, clean, against Hugo without any', 0.4, ratio(10_000, 'hugo-plain'), times],
    ['10,000 articles, nothing changed', 0.5, medianOf(rows, 10_000, 'unchanged', 'dateline'), inSeconds],
    ['10,000 articles, one added', 0.7, medianOf(rows, 10_000, 'added', 'dateline'), inSeconds],
    [
      '10,000 articles, one template edited, against the render stage of a clean build',
      1.3,
      render === null || template === null ? null : (template * 1000) / render,
      times,
    ],
    ...lives(10_000, 60),
    [
      '10,000 articles, live: serving after a warm start',
      1,
      spread(starts.map(({ warm }) => warm ?? Number.POSITIVE_INFINITY))?.median ?? null,
      inSeconds,
    ],
    ['100,000 articles, clean', 40, cold(100_000), inSeconds],
    [
      '100,000 articles, clean: memory',
      1024,
      largest === undefined ? null : (spread(largest.runs.map((run) => run.memory))?.max ?? null),
      (value) => `${number(value)} MB`,
    ],
    ...[
      ['added', 'one added'],
      ['edited', 'the newest edited'],
      ['old', 'an old one edited'],
      ['removed', 'one removed'],
    ].map(([scenario, name]) => [
      `100,000 articles, ${name}`,
      3,
      medianOf(rows, 100_000, scenario, 'dateline'),
      inSeconds,
    ]),
    [
      '100,000 articles, one added: files changed',
      60,
      added === undefined ? null : Math.max(...added.changed),
      number,
    ],
    ...lives(100_000, 150),
    [
      'growth from 1,000 to 100,000: time ~ articles to the power of',
      1.1,
      span === null ? null : span / Math.log(100),
      (value) => value.toFixed(2),
    ],
  ]
    .filter(([, , value]) => value !== null)
    .map(([name, most, value, format]) => ({ name, most, value, format, met: value <= most }));
}

const goalsTable = (list) =>
  table(
    ['goal', 'at most', 'measured', ''],
    list.map(({ name, most, value, format, met }) => [
      name,
      format(most),
      format(value),
      met ? 'met' : '**missed**',
    ]),
  );

/** The whole report. */
export function report(results) {
  const { date, machine, versions, turns, dev, failures, absent = [] } = results;
  // One that was broken off has no figures of all that it meant to measure.
  const counts = results.counts.filter((count) => results.rows.some((row) => row.count === count));
  const list = goals(results);
  const parts = [
    `Measured on ${date}: ${machine}. ${versions.join(', ')}. ${turns} ${turns === 1 ? 'run' : 'runs'} of each, in turn.`,
  ];
  if (list.length > 0) parts.push(goalsTable(list));
  if (failures.length > 0)
    parts.push(
      failures
        .map(
          ({ name, count, scenario, reason }) =>
            `- With ${number(count)} articles ${name} has no figure (${scenario ?? 'clean build'}): ${reason}`,
        )
        .join('\n'),
    );
  if (absent.length > 0) parts.push(absent.map((line) => `- ${line}`).join('\n'));
  for (const count of counts) {
    parts.push(`### ${number(count)} articles`);
    if (results.rows.some((row) => row.count === count && row.scenario === 'cold'))
      parts.push(coldTable(results, count));
    if (results.rows.some((row) => row.count === count && row.scenario !== 'cold'))
      parts.push(warmTable(results, count));
    const cache = results.caches.find((other) => other.count === count);
    if (cache !== undefined)
      parts.push(
        `The cache takes ${number(cache.bytes / 1e6)} MB in ${number(cache.files)} files${cache.seconds === null ? '' : `; copying it takes ${seconds(cache.seconds)} s`}.`,
      );
  }
  if (dev.length > 0) parts.push('### Live', devTable(dev));
  if (results.rows.some((row) => row.scenario === 'cold'))
    parts.push('### Where the time goes', stagesTable(results, counts));
  return `${parts.join('\n\n')}\n`;
}
