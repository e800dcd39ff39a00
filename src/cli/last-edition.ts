import type { Ports } from '../build/ports.js';
import type { BuildOptions, BuildResult } from '../build/result.js';
import { openEditions } from '../edges/edition.js';
import { NOTHING_CHANGED } from '../edges/publisher/decide.js';
import { placesOf } from '../edges/publisher/places.js';
import { lookAtPublished } from '../threads/look.js';
import type { Sources } from './sources.js';

export interface Edition {
  readonly sources: Sources;
  readonly out: string;
  readonly options: BuildOptions;
  /** False: the work itself is wanted, even where it would come to nothing. */
  readonly mayRest: boolean;
  /** False: only what must be uploaded is made, and nothing is in the output folder afterwards. Default: true. */
  readonly publishes?: boolean;
  /** Threads at most. Default: one for each processor. */
  readonly workers?: number | undefined;
  /**
   * Everything else that a build needs, asked for where it is needed.
   *
   * @param untouched names what is published, where all of it is known to be as it was published
   */
  readonly ports: (untouched: () => Promise<string | null>) => Promise<Ports>;
}

/** Builds, but for where the last edition is what would come of it and lies untouched in the output folder. */
export async function makeEdition(edition: Edition): Promise<BuildResult> {
  const { sources, out, options, mayRest, publishes = true, workers, ports } = edition;
  const last = lastEdition(sources, out, options, workers);
  const known = mayRest ? ((await last?.result()) ?? null) : null;
  if (known !== null) {
    // Files whose times are new were read once more, and need not be the next time.
    sources.hashes.save();
    return known;
  }
  const { build } = await import('../build/pipeline.js');
  const result = await build(options, await ports(async () => (await last?.untouched()) ?? null));
  sources.hashes.save();
  if (publishes) await last?.keep(result);
  return result;
}

interface LastEdition {
  /** The result of a build that finds everything as it is; null where it must be tried. */
  result(): Promise<BuildResult | null>;
  /** See `Editions`. */
  untouched(): Promise<string | null>;
  /** Remembers a build that has just ended. */
  keep(result: BuildResult): Promise<void>;
}

/** Null where nothing may be kept between builds. */
function lastEdition(
  { root, files, theme, cache }: Sources,
  out: string,
  { now, ...options }: BuildOptions,
  workers: number | undefined,
): LastEdition | null {
  if (cache === null) return null;
  const places = placesOf(root, out);
  const asked = JSON.stringify([cache.version, options]);
  const look = (): (() => Promise<boolean>) => lookAtPublished(places, workers);
  const editions = openEditions({ places, asked, now, sources: [files, theme], look });
  return {
    async result() {
      const said = await editions.same();
      if (said === null) return null;
      const result: BuildResult = JSON.parse(said);
      return { ...result, rendered: 0, changes: NOTHING_CHANGED, stages: {} };
    },
    untouched: () => editions.untouched(),
    async keep(result) {
      if (!result.repeatable) return;
      const { at } = result.next;
      // Lists of thousands of files, which nothing that is said of an unchanged edition needs.
      const said = { ...result, changes: null };
      await editions.keep(JSON.stringify(said), at === null ? null : Date.parse(at));
    },
  };
}
