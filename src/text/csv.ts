/** Figures in rows and columns, as they were written. Every row has as many cells as there are columns. */
export interface Figures {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What a chart can show; beyond this the data are a file to download. */
export const MOST_BYTES = 65_536;
const MOST_ROWS = 400;
const MOST_COLUMNS = 12;
const MOST_LETTERS = 120;

/**
 * Reads comma-, semicolon- or tab-separated values, with names in the first line. Cells in double quotes may hold
 * anything. Null where it is no table, or one that is too large to show.
 */
export function readFigures(text: string): Figures | null {
  const source = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const lines = cells(source, separatorOf(source));
  const [columns = [], ...rows] = lines.filter((line) => line.some((cell) => cell !== ''));
  if (columns.length < 2 || columns.length > MOST_COLUMNS) return null;
  if (rows.length === 0 || rows.length > MOST_ROWS) return null;
  if (rows.some((row) => row.length > columns.length)) return null;
  return {
    columns: columns.map((name) => name.replaceAll('_', ' ')),
    rows: rows.map((row) => columns.map((_, i) => row[i] ?? '')),
  };
}

/** The sign that the first line has most of. */
function separatorOf(source: string): string {
  const end = source.indexOf('\n');
  const line = (end < 0 ? source : source.slice(0, end)).replace(/"[^"]*"/g, '');
  let best = ',';
  let most = 0;
  for (const sign of [',', ';', '\t']) {
    const count = line.split(sign).length - 1;
    if (count > most) [best, most] = [sign, count];
  }
  return best;
}

function cells(source: string, separator: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = (): void => {
    line.push(shown(cell));
    cell = '';
  };
  for (let i = 0; i < source.length; i++) {
    const char = source.charAt(i);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (source[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (char === '"' && cell.trim() === '') {
      quoted = true;
      cell = '';
    } else if (char === separator) endCell();
    else if (char === '\n') {
      endCell();
      lines.push(line);
      line = [];
    } else cell += char;
  }
  endCell();
  lines.push(line);
  return lines;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSEEN = /[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]/g;

function shown(cell: string): string {
  const text = cell.replace(/\s+/g, ' ').replace(UNSEEN, '').trim();
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1).toWellFormed()}…` : text;
}

const NUMBER = /^([-−–+]?)\s?(?:[€$£¥]\s?)?(\d[\d.,\s'’]*)(?:\s?(?:%|‰|[€$£¥]))?$/u;

/**
 * The number that a cell shows: `1,717`, `1 717,5`, `−38 %`, `$ 4.20`. A comma or stop before three digits parts
 * thousands where it stands more than once, or where there is another sign for the fraction; a lone one before three
 * digits does so if it is a comma.
 */
export function numberIn(cell: string): number | null {
  const match = NUMBER.exec(cell);
  if (!match) return null;
  const [, sign = '', written = ''] = match;
  let digits = written.replace(/[\s'’]/g, '');
  const [comma, stop] = [digits.lastIndexOf(','), digits.lastIndexOf('.')];
  if (comma >= 0 && stop >= 0) {
    const [thousands, fraction] = comma > stop ? ['.', ','] : [',', '.'];
    digits = digits.replaceAll(thousands, '').replace(fraction, '.');
  } else if (comma >= 0) {
    digits = /^\d{1,3}(?:,\d{3})+$/.test(digits) ? digits.replaceAll(',', '') : digits.replace(',', '.');
  } else if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) digits = digits.replaceAll('.', '');
  if (!/^\d+(?:\.\d+)?$/.test(digits)) return null;
  const value = Number(digits);
  return Number.isFinite(value) ? (sign === '' || sign === '+' ? value : -value) : null;
}
