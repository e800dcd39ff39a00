import type { Reporter } from '../build/ports.js';
import { grouped } from './report/words.js';
import { paint, type Terminal } from './terminal.js';

const WORDS: Readonly<Record<string, string>> = {
  discover: 'Looking for files',
  parse: 'Reading articles',
  assemble: 'Putting the site together',
  relate: 'Finding related news',
  plan: 'Planning pages',
  render: 'Making pages',
  search: 'Indexing for the search',
  publish: 'Publishing',
};

const LABEL = 26;
const BAR = 24;
/** No more often than an eye can follow. */
const REDRAW_MS = 100;

export interface Progress extends Reporter {
  /** Takes the line away, before anything else is written. */
  clear(): void;
}

/** A bar on one line of a terminal; silent elsewhere and with `quiet`. */
export function createProgress(terminal: Terminal, stopwatch: () => number, quiet = false): Progress {
  if (!terminal.live || quiet) return { stage() {}, tick() {}, clear() {} };
  const { good, dim } = paint(terminal);
  let label = '';
  let total = 0;
  let drawn = Number.NEGATIVE_INFINITY;
  let shown = false;

  const draw = (text: string): void => {
    terminal.err(`\r\u001b[2K${text}`);
    shown = true;
    drawn = stopwatch();
  };
  const bar = (done: number): string => {
    const room = terminal.width - 1 - LABEL - 1;
    // The total may be a guess; a count that has passed it stands alone.
    const count = total >= done ? `${grouped(done)} of ${grouped(total)}` : grouped(done);
    const width = Math.min(BAR, room - count.length - 1);
    if (total < done || width < 6) return count.slice(0, Math.max(0, room));
    const full = Math.round((done / total) * width);
    return `${good('━'.repeat(full))}${dim('━'.repeat(width - full))} ${count}`;
  };
  return {
    stage(name, expected) {
      label = WORDS[name] ?? name;
      total = expected ?? 0;
      draw(label);
    },
    tick(done) {
      if (stopwatch() - drawn >= REDRAW_MS) draw(`${label.padEnd(LABEL)} ${bar(done)}`);
    },
    clear() {
      if (shown) terminal.err('\r\u001b[2K');
      shown = false;
    },
  };
}
