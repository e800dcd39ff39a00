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

/** Articles that the store does not know. */
export type ParseJob = readonly { readonly file: string; readonly content: Uint8Array }[];

/** Of each file of the job, in its order. */
export type ParseDone = readonly FileDone[];
export type FileDone = PackedParse | Unparsed;

/** A file with errors, and what it says of who may see it. */
export type Unparsed = Omit<Parsed<ParsedArticle>, 'value'>;

export function parseJob(
  parser: Parser,
  pack: (value: StoredParse) => PackedParse,
): (job: ParseJob) => ParseDone {
  return (job) =>
    job.map(({ file, content }) => {
      const { value, ...rest } = parser.article(file, content);
      return value === null ? rest : pack({ parsed: value, problems: rest.problems });
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
): (job: RenderJob) => RenderDone {
  const read = pageReader(briefs);
  return (job) =>
    job.map(({ page: packed, texts, known }) => {
      const page = read(packed);
      const rendered = renderer.render(page, (key) => texts[numberOf(page, key)] ?? '');
      if ('problem' in rendered) return rendered;
      const { html, reached } = rendered;
      const content = stage === null ? html : stage(html, known);
      return { path: page.path, phase: page.phase, reached, content };
    });
}

/** Which of a page's texts has this key. */
export const numberOf = ({ body, liveBodies }: Page, key: string): number =>
  key === body?.key ? 0 : 1 + liveBodies.findIndex((post) => post.key === key);
