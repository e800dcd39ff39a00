import type { Reporter, StageName, Work } from '../build/ports.js';
import { counted, duration } from './report/words.js';

export interface Profile {
  /** Passes everything on, and keeps when each stage, article and page began and ended. */
  readonly reporter: Reporter;
  /** The trace: Chrome's Trace Event Format, which `chrome://tracing` and https://ui.perfetto.dev open. */
  trace(): string;
  /** What took longest: templates, pages and articles, each a line. */
  summary(): readonly (readonly [label: string, text: string])[];
}

interface Span {
  readonly name: string;
  readonly cat: 'command' | 'stage' | 'article' | 'page';
  /** Milliseconds of the shared stopwatch. */
  readonly from: number;
  readonly to: number;
  readonly thread: number;
  readonly args?: Readonly<Record<string, string>>;
}

/** Articles and templates that are named. */
const NAMED = 5;
const SLOWEST = 20;

/**
 * Measures a build by stage, by template and by article.
 *
 * @param began when the process began, by `stopwatch`
 * @param stopwatch milliseconds, the same in all threads
 */
export function createProfile(reporter: Reporter, began: number, stopwatch: () => number): Profile {
  const ready = stopwatch();
  const stages: Span[] = [{ name: 'start', cat: 'command', from: began, to: ready, thread: 0 }];
  const work: Work[] = [];
  const open = new Map<StageName, number>();
  return {
    reporter: {
      ...reporter,
      stage(name, total) {
        open.set(name, stopwatch());
        reporter.stage(name, total);
      },
      ended(name) {
        stages.push({ name, cat: 'stage', from: open.get(name) ?? ready, to: stopwatch(), thread: 0 });
        reporter.ended?.(name);
      },
      spent: (done) => void work.push(done),
    },
    trace() {
      const whole: Span = { name: 'build', cat: 'command', from: ready, to: stopwatch(), thread: 0 };
      const pieces = work.map(({ kind, template, ...span }): Span => {
        return { ...span, cat: kind, ...(template !== undefined && { args: { template } }) };
      });
      const micro = (ms: number): number => Math.round(ms * 1000);
      const events = [whole, ...stages, ...pieces].map(({ name, cat, from, to, thread, args }) => ({
        name,
        cat,
        ph: 'X',
        ts: micro(from - began),
        dur: micro(to - from),
        pid: 1,
        tid: thread + 1,
        ...(args !== undefined && { args }),
      }));
      const threads = [...new Set(events.map(({ tid }) => tid))].sort((a, b) => a - b);
      const names = [
        { name: 'process_name', ph: 'M', pid: 1, tid: 1, args: { name: 'dateline build' } },
        ...threads.map((tid) => ({
          name: 'thread_name',
          ph: 'M',
          pid: 1,
          tid,
          args: { name: tid === 1 ? 'main thread' : `helper ${tid - 1}` },
        })),
      ];
      const otherData = {
        templates: templatesOf(work).map(({ ms, ...one }) => ({ ...one, ms: rounded(ms) })),
        slowestPages: slowest(work, 'page'),
        slowestArticles: slowest(work, 'article'),
      };
      const lines = [...names, ...events].map((event) => JSON.stringify(event)).join(',\n');
      return `{"displayTimeUnit":"ms","otherData":${JSON.stringify(otherData, null, 1)},"traceEvents":[\n${lines}\n]}\n`;
    },
    summary() {
      const templates = templatesOf(work)
        .slice(0, NAMED)
        .map(({ template, pages, ms }) => `${template} ${duration(ms)} for ${counted(pages, 'page')}`);
      const articles = slowest(work, 'article')
        .slice(0, NAMED)
        .map(({ name, ms }) => `${name} ${duration(ms)}`);
      return [
        ...(templates.length === 0 ? [] : [['templates', templates.join(', ')] as const]),
        ...(articles.length === 0 ? [] : [['slowest', articles.join(', ')] as const]),
      ];
    },
  };
}

const rounded = (ms: number): number => Math.round(ms * 1000) / 1000;

/** The time of all pages of a template, the most first. */
function templatesOf(work: readonly Work[]): { template: string; pages: number; ms: number }[] {
  const sums = new Map<string, { template: string; pages: number; ms: number }>();
  for (const { template, from, to } of work) {
    if (template === undefined) continue;
    const sum = sums.get(template) ?? { template, pages: 0, ms: 0 };
    sum.pages += 1;
    sum.ms += to - from;
    sums.set(template, sum);
  }
  return [...sums.values()].sort((a, b) => b.ms - a.ms);
}

function slowest(work: readonly Work[], kind: Work['kind']): { name: string; ms: number }[] {
  return work
    .filter((one) => one.kind === kind)
    .map(({ name, from, to }) => ({ name, ms: rounded(to - from) }))
    .sort((a, b) => b.ms - a.ms)
    .slice(0, SLOWEST);
}
