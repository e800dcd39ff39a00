import type { Reporter, StageName } from '../build/ports.js';

export interface Profile {
  /** Passes everything on, and keeps when each stage began and ended. */
  readonly reporter: Reporter;
  /** The trace: Chrome's Trace Event Format, which `chrome://tracing` and https://ui.perfetto.dev open. */
  trace(): string;
}

interface Span {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Measures the stages of a build.
 *
 * @param stopwatch milliseconds since the process began
 */
export function createProfile(reporter: Reporter, stopwatch: () => number): Profile {
  const began = stopwatch();
  const spans: Span[] = [{ name: 'start', start: 0, end: began }];
  const open = new Map<StageName, number>();
  return {
    reporter: {
      stage(name, total) {
        open.set(name, stopwatch());
        reporter.stage(name, total);
      },
      tick: (done) => reporter.tick(done),
      ended(name) {
        spans.push({ name, start: open.get(name) ?? began, end: stopwatch() });
        reporter.ended?.(name);
      },
    },
    trace() {
      const end = stopwatch();
      const micro = (ms: number): number => Math.round(ms * 1000);
      const events = [{ name: 'build', start: began, end }, ...spans].map((span) => ({
        name: span.name,
        cat: span.name === 'build' || span.name === 'start' ? 'command' : 'stage',
        ph: 'X',
        ts: micro(span.start),
        dur: micro(span.end - span.start),
        pid: 1,
        tid: 1,
      }));
      const name = { name: 'process_name', ph: 'M', pid: 1, tid: 1, args: { name: 'dateline build' } };
      return `${JSON.stringify({ displayTimeUnit: 'ms', traceEvents: [name, ...events] }, null, 1)}\n`;
    },
  };
}
