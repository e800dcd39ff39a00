import { describe, expect, it } from 'vitest';
import { createProgress, type Progress } from '../../src/cli/progress.js';
import type { Terminal } from '../../src/cli/terminal.js';

/** A terminal that nobody sees, and a clock that goes on when told to. */
function screen(surroundings: Partial<Terminal> = {}): {
  readonly terminal: Terminal;
  readonly stopwatch: () => number;
  readonly wait: (ms: number) => void;
  /** All that was written since the last time, escapes and all. */
  readonly written: () => string;
} {
  let text = '';
  let now = 0;
  return {
    terminal: {
      out: () => {
        throw new Error('Progress goes to stderr.');
      },
      err: (more) => {
        text += more;
      },
      live: true,
      width: 80,
      colours: { out: false, err: false },
      cwd: '/',
      env: {},
      stopped: () => new Promise(() => {}),
      ...surroundings,
    },
    stopwatch: () => now,
    wait: (ms) => {
      now += ms;
    },
    written: () => {
      const all = text;
      text = '';
      return all;
    },
  };
}

const CLEAR = '\r\u001b[2K';
const bar = (count: string, done: string, label = 'Making pages'): string =>
  `${CLEAR}${label.padEnd(26)} ${done}${count}`;

describe('the progress of a build', () => {
  it('is a bar on one line, with what is done of how much', () => {
    const { terminal, stopwatch, wait, written } = screen();
    const progress = createProgress(terminal, stopwatch);
    progress.stage('render', 2000);
    expect(written()).toBe(`${CLEAR}Making pages`);
    wait(100);
    progress.tick(1000);
    expect(written()).toBe(bar(' 1,000 of 2,000', '━'.repeat(24)));
    wait(100);
    progress.stage('publish');
    expect(written()).toBe(`${CLEAR}Publishing`);
  });

  it('shows the part that is done in another colour', () => {
    const { terminal, stopwatch, wait, written } = screen({ colours: { out: false, err: true } });
    const progress = createProgress(terminal, stopwatch);
    progress.stage('parse', 100);
    wait(100);
    progress.tick(25);
    const [done = '', left = ''] = written().match(/━+/g) ?? [];
    expect([done.length, left.length]).toEqual([6, 18]);
  });

  it('counts on without a bar where there was more to do than expected', () => {
    const { terminal, stopwatch, wait, written } = screen();
    const progress = createProgress(terminal, stopwatch);
    progress.stage('render', 10);
    wait(100);
    progress.tick(10);
    expect(written()).toContain(`${CLEAR}Making pages`);
    wait(100);
    progress.tick(1234);
    expect(written()).toBe(bar('1,234', ''));
  });

  it('is drawn no more often than an eye can follow', () => {
    const { terminal, stopwatch, wait, written } = screen();
    const progress = createProgress(terminal, stopwatch);
    progress.stage('render', 10);
    written();
    progress.tick(1);
    wait(99);
    progress.tick(2);
    expect(written()).toBe('');
    wait(1);
    progress.tick(3);
    expect(written()).toContain('3 of 10');
  });

  it.each([30, 40, 50, 120])('never breaks a line of %i columns', (width) => {
    const { terminal, stopwatch, wait, written } = screen({ width });
    const progress = createProgress(terminal, stopwatch);
    progress.stage('assemble', 1_000_000);
    for (const done of [0, 500_000, 1_000_000, 10_000_000]) {
      wait(100);
      progress.tick(done);
    }
    for (const line of written().split(CLEAR)) expect(line.length).toBeLessThan(width);
  });

  it('takes its line away once, before anything else is written', () => {
    const { terminal, stopwatch, written } = screen();
    const progress = createProgress(terminal, stopwatch);
    progress.clear();
    expect(written()).toBe('');
    progress.stage('discover');
    written();
    progress.clear();
    progress.clear();
    expect(written()).toBe(CLEAR);
  });

  it.each<[string, (of: ReturnType<typeof screen>) => Progress]>([
    ['where stderr is no terminal', (of) => createProgress({ ...of.terminal, live: false }, of.stopwatch)],
    ['with --quiet', (of) => createProgress(of.terminal, of.stopwatch, true)],
  ])('says nothing %s', (_, progressOf) => {
    const of = screen();
    const progress = progressOf(of);
    progress.stage('render', 10);
    of.wait(1000);
    progress.tick(5);
    progress.clear();
    expect(of.written()).toBe('');
  });
});
