import type MarkdownIt from 'markdown-it';
import type { Token } from 'markdown-it';
import type { Config } from '../../../model/config.js';
import { foreignMarks, htmlLeftOut, textTooLong } from '../../../problems/markdown.js';
import { byText } from '../../../text/order.js';
import { countWords } from '../../../text/words.js';
import { type Draft, type Env, type MarkFate, newDraft } from './draft.js';
import { createEngine } from './engine.js';
import { withoutHoles } from './holes.js';
import { plainText } from './inline.js';
import { readLine } from './line.js';
import { quotesOf } from './quotes.js';
import { renderBlocks } from './render.js';
import { sanitise } from './sanitise.js';
import { NEVER_ALLOWED, settingsOf } from './settings.js';
import type { Markdown, MarkdownText, TextPlace } from './types.js';

export type { Markdown, MarkdownText, TextPlace } from './types.js';

/**
 * Makes the function that turns an article's Markdown into a `Body`. Rules are compiled once for each set of
 * quotation marks, never for an article.
 */
export function createMarkdown(config: Pick<Config, 'url' | 'base' | 'html' | 'texts'>): Markdown {
  const settings = settingsOf(config);
  const engines = new Map<string, MarkdownIt>();
  const engineFor = (lang: string): MarkdownIt => {
    const quotes = quotesOf(lang);
    const key = quotes.join('');
    let engine = engines.get(key);
    if (!engine) {
      engine = createEngine(quotes);
      engines.set(key, engine);
    }
    return engine;
  };

  const read = (written: string, place: TextPlace): MarkdownText => {
    const long = written.length > MOST_CHARACTERS || linesBeyond(written, MOST_LINES);
    if (long) return tooLong(written, place);
    const md = engineFor(place.lang);
    const source = clean(written);
    const draft = newDraft(settings, source, place, md);
    const env: Env = { draft };
    const tokens = md.parse(source, env);
    const title = place.takeTitle ? takeTitle(tokens) : null;
    let html = renderBlocks(tokens, draft);
    if (draft.mayHaveHtml) html = sanitise(html, draft);
    if (html.includes('\f')) html = html.replaceAll('\f', '');
    tellOnce(draft);
    draft.problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
    const text = draft.text.trimEnd();
    return {
      body: {
        html,
        refs: draft.refs,
        headings: draft.headings,
        words: countWords(text),
        embeds: [...draft.embeds].sort(byText),
      },
      title,
      lead: draft.lead || null,
      text,
      opening: draft.opening.trimEnd() || text.slice(0, 2000),
      problems: draft.problems,
    };
  };
  return Object.assign(read, {
    line: (text: string, lang: string) => readLine(text, lang, settings, engineFor),
  });
}

/** The longest article of a newspaper has a few hundred thousand characters. Beyond this, reading takes minutes. */
const MOST_CHARACTERS = 2_000_000;
const MOST_LINES = 100_000;

function linesBeyond(text: string, most: number): boolean {
  if (text.length < most) return false;
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && lines <= most; at = text.indexOf('\n', at + 1)) lines++;
  return lines > most;
}

/** Nothing of a text that is too long is shown: half a story would be worse than a message. */
function tooLong(written: string, { file, line }: TextPlace): MarkdownText {
  return {
    body: { html: '', refs: [], headings: [], words: 0, embeds: [] },
    title: null,
    lead: null,
    text: '',
    opening: '',
    problems: [textTooLong({ file, line }, written.length, MOST_CHARACTERS, MOST_LINES)],
  };
}

/** LF line ends, no NUL, nothing that could forge a hole. */
function clean(written: string): string {
  const source = written.includes('\r') ? written.replace(/\r\n?/g, '\n') : written;
  return withoutHoles(source.includes('\0') ? source.replaceAll('\0', '\ufffd') : source);
}

/** Takes an opening heading out of the tokens. */
function takeTitle(tokens: Token[]): string | null {
  const first = tokens.findIndex(
    ({ type, content }) => type !== 'html_block' || !/^<!--[\s\S]*-->\s*$/.test(content),
  );
  if (tokens[first]?.type !== 'heading_open') return null;
  const [, inline] = tokens.splice(first, 3);
  return plainText(inline?.children ?? []) || null;
}

/** Marks and tags are told once for a text, however many there are. */
function tellOnce(draft: Draft): void {
  if (draft.marks.size > 0) {
    const of = (fate: MarkFate): [string, number][] =>
      [...draft.marks.values()].filter((mark) => mark.fate === fate).map(({ look, count }) => [look, count]);
    draft.problems.push(
      foreignMarks(draft.places.line(draft.firstMark), of('out'), of('link'), of('card'), of('text')),
    );
  }
  if (draft.tags.size > 0) {
    const tags = [...draft.tags].sort(([a, n], [b, m]) => m - n || byText(a, b));
    const allowable = tags.map(([name]) => name).filter((name) => !NEVER_ALLOWED.has(name));
    draft.problems.push(htmlLeftOut(draft.places.line(draft.firstTag), tags, allowable));
  }
}
