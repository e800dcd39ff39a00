import type { RefView } from '../../model/view.js';
import { numberIn } from '../../text/csv.js';
import { escapeHtml } from '../../text/html.js';

type Chart = Extract<RefView, { kind: 'chart' }>;

/** A column of numbers; null where a cell is empty. */
interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** As the data have them. */
  readonly written: readonly string[];
}

/** More bars than these are read in the table. */
const MOST_BARS = 24;
const MOST_SERIES = 3;
/** Series of one chart share its scale: one that is so much smaller would be a line on the ground. */
const FLATTEST = 40;

/**
 * A chart without script: bars, or lines where the first column is time; its words are text of the page, so they keep
 * their size on every screen. The figures stand below as a table, for all who can't see the drawing.
 */
export function drawChart(chart: Chart): string {
  const { columns, rows } = chart;
  const numbers = columns.map((name, i) => seriesOf(name, rows, i));
  const series = shownTogether(numbers.slice(1).filter((one) => one !== null));
  const labels = rows.map((row) => row[0] ?? '');
  let drawing = '';
  if (series.length > 0) {
    if (rows.length > 3 && isTime(labels)) drawing = lines(chart, series, labels);
    else if (rows.length <= MOST_BARS) drawing = bars(chart, series, labels);
  }
  const table = tableOf(chart, numbers);
  return drawing === ''
    ? `${table}\n`
    : `${drawing}<details><summary>${escapeHtml(chart.table)}</summary>\n${table}</details>\n`;
}

function seriesOf(name: string, rows: Chart['rows'], column: number): Series | null {
  const written = rows.map((row) => row[column] ?? '');
  const values = written.map((cell) => numberIn(cell));
  const known = values.filter((value) => value !== null);
  return known.length > 0 && written.every((cell, i) => cell === '' || values[i] !== null)
    ? { name, values, written }
    : null;
}

/** The first column of figures, and those after it that its scale suits. */
function shownTogether(all: readonly Series[]): Series[] {
  const [first, ...others] = all;
  if (first === undefined) return [];
  const size = extent([first]);
  const fits = (one: Series): boolean => {
    const { low, high } = extent([one]);
    if (low < 0 !== size.low < 0 || high > 0 !== size.high > 0) return false;
    const [small = 0, large = 0] = [Math.max(high, -low), Math.max(size.high, -size.low)].sort(
      (a, b) => a - b,
    );
    return small * FLATTEST >= large;
  };
  return [first, ...others.filter(fits)].slice(0, MOST_SERIES);
}

/** Smallest and largest value, zero among them. */
function extent(series: readonly Series[]): { low: number; high: number } {
  let low = 0;
  let high = 0;
  for (const { values } of series) {
    for (const value of values) {
      if (value === null) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return { low, high };
}

const TIME = /^(?:\d{4}|\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?|\d{4}[-\s]?[QqWw]\d{1,2})$/;

/** Years, months, quarters or days, in order. */
function isTime(labels: readonly string[]): boolean {
  return labels.every((label, i) => TIME.test(label) && (i === 0 || label > (labels[i - 1] ?? '')));
}

function bars(chart: Chart, series: readonly Series[], labels: readonly string[]): string {
  const { low, high } = extent(series);
  const span = high - low || 1;
  const rows = labels.map((label, row) => {
    const each = series.map(({ values, written }, i) => {
      const value = values[row] ?? null;
      const from = percent((Math.min(value ?? 0, 0) - low) / span);
      const width = percent(Math.abs(value ?? 0) / span);
      return `<li><svg class="bar" aria-hidden="true"><rect class="s${i + 1}" x="${from}" width="${width}" height="100%"/></svg> ${escapeHtml(written[row] ?? '')}</li>`;
    });
    return `<li><span>${escapeHtml(label)}</span><ul>${each.join('')}</ul></li>`;
  });
  return frame(chart, series, 'bars', `<ul>${rows.join('\n')}</ul>`);
}

function lines(chart: Chart, series: readonly Series[], labels: readonly string[]): string {
  const { low, high } = extent(series);
  const span = high - low || 1;
  const y = (value: number): string => round(100 - ((value - low) / span) * 100);
  const x = (i: number): string => round((i / (labels.length - 1)) * 100);
  const paths = series.map(({ values }, i) => {
    let path = '';
    let pen = 'M';
    values.forEach((value, at) => {
      if (value !== null) path += `${pen}${x(at)} ${y(value)}`;
      pen = value === null ? 'M' : 'L';
    });
    return `<path class="s${i + 1}" d="${path}"/>`;
  });
  const ground = `<path d="M0 ${y(0)}H100"/>`;
  const ends = [extremeLabel(series, high), low < 0 ? extremeLabel(series, low) : '0'];
  const plot = `<svg class="plot" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">${ground}${paths.join('')}</svg>`;
  const [first = '', last = ''] = [labels[0], labels.at(-1)];
  return frame(
    chart,
    series,
    'lines',
    `<p>${escapeHtml(ends[0] ?? '')}</p>${plot}<p>${escapeHtml(ends[1] ?? '')}</p><p class="ends"><span>${escapeHtml(first)}</span><span>${escapeHtml(last)}</span></p>`,
  );
}

/** A value as the data write it. */
function extremeLabel(series: readonly Series[], value: number): string {
  for (const { values, written } of series) {
    const at = values.indexOf(value);
    if (at >= 0) return written[at] ?? '';
  }
  return String(value);
}

function frame(chart: Chart, series: readonly Series[], kind: string, inside: string): string {
  const name = [chart.title, ...series.map((one) => one.name)].filter((word) => word !== '').join(', ');
  const keys = series.map(
    (one, i) =>
      `<li><svg class="key" aria-hidden="true"><rect class="s${i + 1}" width="100%" height="100%"/></svg> ${escapeHtml(one.name)}</li>`,
  );
  return `<div class="drawing ${kind}" role="img" aria-label="${escapeHtml(name)}">\n<ul class="keys">${keys.join('')}</ul>\n${inside}\n</div>\n`;
}

function tableOf({ columns, rows, title }: Chart, numbers: readonly (Series | null)[]): string {
  const side = numbers.map((one, i) => (one === null || i === 0 ? '' : ' class="right"'));
  const head = columns.map((name, i) => `<th scope="col"${side[i] ?? ''}>${escapeHtml(name)}</th>`);
  const body = rows.map((row) => {
    const cells = row.map((cell, i) =>
      i === 0 ? `<th scope="row">${escapeHtml(cell)}</th>` : `<td${side[i] ?? ''}>${escapeHtml(cell)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  const label = escapeHtml(title === '' ? columns.join(', ') : title);
  return `<div class="table" role="group" aria-label="${label}" tabindex="0">\n<table>\n<thead>\n<tr>${head.join('')}</tr>\n</thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table>\n</div>`;
}

const round = (value: number): string => String(Math.round(value * 100) / 100);
const percent = (share: number): string => `${round(share * 100)}%`;
