import type { Ports, StageName } from './ports.js';

/** Runs a stage, tells the reporter of it, and keeps how long it took. Stages that run twice add up. */
export interface StageClock {
  run<T>(name: StageName, total: number | undefined, work: () => Promise<T> | T): Promise<T>;
  readonly times: { [stage in StageName]?: number };
}

export function createStageClock(ports: Pick<Ports, 'reporter' | 'stopwatch'>): StageClock {
  const times: StageClock['times'] = {};
  return {
    times,
    async run(name, total, work) {
      ports.reporter.stage(name, total);
      const start = ports.stopwatch();
      try {
        return await work();
      } finally {
        times[name] = (times[name] ?? 0) + ports.stopwatch() - start;
        ports.reporter.ended?.(name);
      }
    },
  };
}
