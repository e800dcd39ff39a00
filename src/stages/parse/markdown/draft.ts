import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import type { BodyRef, Heading } from '../../../model/article.js';
import type { Problem } from '../../../model/problem.js';
import type { Located } from '../../../problems/index.js';
import { withoutMarks } from './marks-left.js';
import { type Places, places } from './places.js';
import type { Settings } from './settings.js';
import { bindsShortWords } from './short-words.js';
import type { TextPlace } from './types.js';

/** Everything that one text gathers on its way from source to HTML. Lives as long as one call. */
export interface Draft {
  readonly settings: Settings;
  readonly place: TextPlace;
  /** The text with LF line ends and without noncharacters: what markdown-it reads. */
  readonly source: string;
  readonly places: Places;
  /** Compiled once for the text's language; reads Markdown that stands inside something else, such as a caption. */
  readonly md: MarkdownIt;
  readonly refs: BodyRef[];
  readonly problems: Problem[];
  readonly headings: Heading[];
  readonly ids: Set<string>;
  /** Highest number behind each id so far, so that thousands of equal headings take no thousands of tries each. */
  readonly idCounts: Map<string, number>;
  readonly embeds: Set<string>;
  /** Other systems' marks by their look (`{{< img >}}`), with their number and what became of them. */
  readonly marks: Map<string, { readonly look: string; readonly fate: MarkFate; count: number }>;
  /** HTML tags that were left out, by name. */
  readonly tags: Map<string, number>;
  /** Line (from 0) of the first mark and of the first tag. */
  firstMark: number;
  firstTag: number;
  /** Lines (from 0) of the block that is being read or written. */
  from: number;
  to: number;
  /** Line ranges inside `{% raw %}`: marks there are text. */
  readonly raw: (readonly [from: number, to: number])[];
  /** Marks that have no closing one in a text, by name: so that none is looked for again and again. */
  readonly unclosed: Map<string, string>;
  /** First and last lines (from 0) of the colon-fence blocks, by their opening line, and their dangling ends. */
  readonly fences: Map<number, number>;
  /** Plain text of what is being written now, its lines as in the source. */
  plain: string;
  text: string;
  opening: string;
  lead: string | null;
  /** True where raw HTML may stand in the finished text, which is then sanitised as a whole. */
  readonly mayHaveHtml: boolean;
}

/**
 * What became of another system's mark: `link` read it as the path that it names, `card` made a card of it, `text`
 * left it as written, `out` took it out.
 */
export type MarkFate = 'link' | 'card' | 'text' | 'out';

/** markdown-it's `env`: the draft, and what its own rules keep there. */
export interface Env {
  readonly draft: Draft;
  /** Links that are defined in the text, by their name in upper case. */
  readonly references?: { readonly [name: string]: unknown };
  footnotes?: {
    list?: { label?: string; content?: string; count?: number; tokens?: Token[] }[];
  };
}

/** A fresh draft of a text whose source is clean. */
export function newDraft(settings: Settings, source: string, place: TextPlace, md: MarkdownIt): Draft {
  return {
    md,
    settings,
    place,
    source,
    places: places(source, place),
    refs: [],
    problems: [],
    headings: [],
    ids: new Set(),
    idCounts: new Map(),
    embeds: new Set(),
    marks: new Map(),
    tags: new Map(),
    firstMark: -1,
    firstTag: -1,
    from: 0,
    to: 0,
    raw: [],
    unclosed: new Map(),
    fences: new Map(),
    plain: '',
    text: '',
    opening: '',
    lead: null,
    mayHaveHtml: settings.allow !== null && /<[a-z!?/]/i.test(source),
  };
}

/** The draft in markdown-it's untyped `env`. */
export function draftOf(env: Env): Draft {
  return env.draft;
}

/** Notes another system's mark, to be told once for the whole text. */
export function noteMark(draft: Draft, look: string, fate: MarkFate): void {
  const key = `${fate} ${look}`;
  const known = draft.marks.get(key);
  if (known) known.count++;
  else draft.marks.set(key, { look, fate, count: 1 });
  if (draft.firstMark < 0) draft.firstMark = draft.from;
}

/** Notes a tag that is left out, to be told once for the whole text. */
export function noteTag(draft: Draft, name: string): void {
  draft.tags.set(name, (draft.tags.get(name) ?? 0) + 1);
  if (draft.firstTag < 0) draft.firstTag = draft.from;
}

/** Where in the file the words stand that the current block shows; its first line where they can't be found. */
export function locate(draft: Draft, words: string): Located {
  return draft.places.locate(words, draft.from, draft.to);
}

/** What is being written as plain words on one line, without other systems' marks that are left as written. */
export function wordsOf({ plain, marks }: Draft): string {
  const left = [...marks.values()].some(({ fate }) => fate === 'text');
  const words = (left ? withoutMarks(plain) : plain).trim();
  return words.includes('\n') ? words.replace(/\s*\n\s*/g, ' ') : words;
}

/** Characters kept for an excerpt. */
const OPENING_LENGTH = 4000;

/** Ends a block of plain text; `opening` where an excerpt may show it. */
export function endBlock(draft: Draft, opening: boolean): void {
  const words = wordsOf(draft);
  draft.plain = '';
  if (words === '') return;
  // The spaces that keep short words with the next are for lines on a page.
  draft.text += `${bindsShortWords(draft.place.lang) ? words.replaceAll('\u00a0', ' ') : words}\n`;
  if (opening && draft.opening.length < OPENING_LENGTH) draft.opening += `${words} `;
}
