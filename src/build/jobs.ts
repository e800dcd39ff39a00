import type { ParsedArticle } from '../model/article.js';
import type { Page, Phase } from '../model/page.js';
import type { Problem } from '../model/problem.js';
import type { Parsed, Parser } from '../stages/parse/index.js';
import type { Renderer } from '../stages/render/index.js';
import { type BriefTable, pageReader } from './page-json.js';
import type { PackedParse, StagedContent, StoredParse } from './ports.js';

/*
 * What can be done in any thread: jobs and their results are plain data, and the functions depend on nothing that
 * changes between two jobs.
 */

/** Who works, and a clock for durations alone that is the same in all threads, in milliseconds. */
export interface Hand {
  /** 0 is the main thread. */
  readonly thread: number;
  readonly stopwatch: () => number;
}

/** When a piece of work was done, and where. */
export interface Spent {
  readonly thread: number;
  readonly from: number;
  readonly to: number;
}

/** Articles that the store does not know. */
export type ParseJob = readonly { readonly file: string; readonly content: Uint8Array }[];

/** Of each file of the job, in its order. */
export type ParseDone = readonly FileDone[];
export type FileDone = (PackedParse | Unparsed) & { readonly spent: Spent };

/** A file with errors, and what it says of who may see it. */
export type Unparsed = Omit<Parsed<ParsedArticle>, 'value'>;

export function parseJob(
  parser: Parser,
  pack: (value: StoredParse) => PackedParse,
  { thread, stopwatch }: Hand,
): (job: ParseJob) => ParseDone {
  return (job) =>
    job.map(({ file, content }) => {
      const from = stopwatch();
      const { value, ...rest } = parser.article(file, content);
      const made = value === null ? rest : pack({ parsed: value, problems: rest.problems });
      return { ...made, spent: { thread, from, to: stopwatch() } };
    });
}

/** Pages that are to be rendered. */
export type RenderJob = readonly PageJob[];

export interface PageJob {
  /** The `Page` as `page-json.ts` packs it. */
  readonly page: string;
  /** Of what the page is made of, but for templates and assets. */
  readonly view: string;
  readonly text: string;
  /** The HTML of the page's body and of its live posts. */
  readonly texts: readonly string[];
  /** Hash of what is published at the page's path; null where nothing is. */
  readonly known: string | null;
}

export type RenderDone = readonly PageDone[];

/** What has become of a page. */
export type PageDone =
  | { readonly problem: Problem }
  | {
      readonly path: string;
      readonly template: string;
      readonly spent: Spent;
      readonly phase: Phase;
      /** Templates and assets. */
      readonly reached: readonly string[];
      readonly content: string | StagedContent;
    };

/** @param stage puts a content where it can be published from; without it, contents are in the result */
export function renderJob(
  renderer: Renderer,
  briefs: BriefTable,
  stage: ((html: string, known: string | null) => StagedContent) | null,
  { thread, stopwatch }: Hand,
): (job: RenderJob) => RenderDone {
  const read = pageReader(briefs);
  return (job) =>
    job.map(({ page: packed, texts, known }) => {
      const from = stopwatch();
      const page = read(packed);
      const rendered = renderer.render(page, (key) => texts[numberOf(page, key)] ?? '');
      if ('problem' in rendered) return rendered;
      const { html, reached } = rendered;
      const content = stage === null ? html : stage(html, known);
      const { path, template, phase } = page;
      return { path, template, phase, reached, content, spent: { thread, from, to: stopwatch() } };
    });
}

/** Which of a page's texts has this key. */
export const numberOf = ({ body, liveBodies }: Page, key: string): number =>
  key === body?.key ? 0 : 1 + liveBodies.findIndex((post) => post.key === key);
