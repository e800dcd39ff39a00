import type { Config } from '../model/config.js';
import type { Changes, NextChange } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import type { InvisibleArticle, Show } from '../stages/assemble/index.js';
import type { ServerFile } from '../stages/redirects/index.js';
import type { HostName } from '../text/hosts.js';
import type { StageName } from './ports.js';

export interface BuildOptions {
  /** The build's only clock: what may be seen is decided at this moment. Milliseconds. */
  readonly now: number;
  /** Absolute address of the front page, instead of `url` in `site.yaml`. */
  readonly baseUrl?: string;
  readonly show: Show;
  /** For `check`: a host whose limits the site is held against. */
  readonly target?: HostName;
  /**
   * What a wrong article does. `fail`: nothing is published. `skip`: the site is published without it.
   * `keep`: with its last good version, where there was one and it may still be seen.
   */
  readonly onInvalid: 'fail' | 'skip' | 'keep';
}

/**
 * `done`: published as it should be. `faults`: published, but not with every article. `content`: an article is wrong.
 * `setup`: the configuration, a template or the machine is; nothing was published in the last two.
 */
export type Outcome = 'done' | 'faults' | 'content' | 'setup';

/** Exit statuses of design section 6. */
export const EXIT: { readonly [outcome in Outcome]: number } = { done: 0, content: 1, setup: 2, faults: 3 };

export interface BuildResult {
  readonly outcome: Outcome;
  /** Null where `site.yaml` could not be read. */
  readonly site: Pick<Config, 'title' | 'timezone' | 'base'> | null;
  /** Articles that readers can see. */
  readonly articles: number;
  /** For people at the keyboard; nothing of it is in the output. */
  readonly invisible: readonly Pick<InvisibleArticle, 'why' | 'from'>[];
  /** Articles left out, or shown as they were, because of an error. */
  readonly invalid: number;
  readonly pages: number;
  /** Pages that a template was run for; the others are published already, and made of the same. */
  readonly rendered: number;
  /** Null where nothing was published. */
  readonly changes: Changes | null;
  readonly next: NextChange;
  /** Rules for whoever runs the server; they are no part of the site. Empty where nothing was published. */
  readonly serverFiles: readonly ServerFile[];
  /** In the order in which they are told. */
  readonly problems: readonly Problem[];
  /** Published as it should be, and the same build again would tell the same: nothing was told of this run alone. */
  readonly repeatable: boolean;
  /** Milliseconds of each stage that ran. */
  readonly stages: { readonly [stage in StageName]?: number };
}
