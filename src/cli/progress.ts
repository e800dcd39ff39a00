import type { Reporter } from '../build/ports.js';
import type { Terminal } from './terminal.js';

const WORDS: Readonly<Record<string, string>> = {
  discover: 'Looking for files',
  parse: 'Reading articles',
  assemble: 'Putting the site together',
  relate: 'Finding related news',
  plan: 'Planning pages',
  render: 'Making pages',
  publish: 'Publishing',
};

const BAR = 24;

/** A bar on one line of a terminal, redrawn at most ten times a second; silent elsewhere. */
export function createProgress(terminal: Terminal, stopwatch: () => number): Reporter & { clear(): void } {
  if (!terminal.live) return { stage() {}, tick() {}, clear() {} };
  let label = '';
  let total = 0;
  let drawn = 0;
  let shown = false;
  const draw = (text: string): void => {
    terminal.err(`\r\u001b[2K${text.slice(0, terminal.width - 1)}`);
    shown = true;
  };
  return {
    stage(name, expected) {
      label = WORDS[name] ?? name;
      total = expected ?? 0;
      drawn = stopwatch();
      draw(`${label} …`);
    },
    tick(done) {
      if (stopwatch() - drawn < 100) return;
      drawn = stopwatch();
      const part = total > 0 ? Math.min(1, done / total) : 0;
      const full = Math.round(part * BAR);
      const bar = total > 0 ? `${'█'.repeat(full)}${'░'.repeat(BAR - full)} ` : '';
      draw(
        `${label.padEnd(26)} ${bar}${done.toLocaleString('en-US')}${total > 0 ? ` of ${total.toLocaleString('en-US')}` : ''}`,
      );
    },
    clear() {
      if (shown) terminal.err('\r\u001b[2K');
      shown = false;
    },
  };
}
