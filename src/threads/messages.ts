import type { ParseDone, ParseJob, RenderDone, RenderJob } from '../build/jobs.js';
import type { BriefTable } from '../build/page-json.js';
import type { SearchJob } from '../build/search.js';
import type { ParseConfig } from '../stages/parse/index.js';
import type { Finds, Part } from '../stages/relate/index.js';
import type { RendererInput } from '../stages/render/index.js';
import type { Bundle } from '../stages/search/index.js';

/** What this thread says to a helper. Jobs are answered, in their order; the others are not. */
export type Order =
  | { readonly order: 'parser'; readonly config: ParseConfig }
  | { readonly order: 'parse'; readonly job: ParseJob }
  | {
      readonly order: 'renderer';
      readonly input: RendererInput;
      readonly briefs: BriefTable;
      readonly stage: string | null;
    }
  | { readonly order: 'render'; readonly job: RenderJob }
  | { readonly order: 'find'; readonly job: Part }
  | { readonly order: 'index'; readonly job: SearchJob };

export type Answer =
  | { readonly parsed: ParseDone }
  | { readonly rendered: RenderDone }
  | { readonly found: Finds }
  | { readonly indexed: Bundle }
  | { readonly failed: unknown };
