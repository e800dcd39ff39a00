import MarkdownIt from 'markdown-it';
import cjkFriendly from 'markdown-it-cjk-friendly';
import footnote from 'markdown-it-footnote';
import { withoutOdd } from '../../../text/control.js';
import { draftOf } from './draft.js';
import { markedTarget, noteHomemade } from './marks.js';
import type { QuoteSet } from './quotes.js';
import { bareLink } from './rules/bare-links.js';
import { embedLine, inlineEmbed } from './rules/embed.js';
import { colonFence } from './rules/fences.js';
import { footnoteTail } from './rules/footnotes.js';
import { headlessTable } from './rules/headless-tables.js';
import { inlineMark, markLines } from './rules/marks.js';
import { mathematics } from './rules/mathematics.js';
import { templatedTag } from './rules/templated-tags.js';
import { text } from './rules/text.js';
import { typography } from './rules/typography.js';

const INTERRUPTS = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };

/**
 * A markdown-it with every rule that Dateline has, compiled once for a set of quotation marks. It reads raw HTML, so
 * that tags are known as tags; what becomes of them is decided when the tokens are rendered (`raw-html.ts`).
 */
export function createEngine(quotes: QuoteSet): MarkdownIt {
  const md = new MarkdownIt({ html: true, typographer: true, quotes: [...quotes] });
  md.use(footnote);
  // CommonMark takes the stars of `**年龄：**8` for text: its rule counts on spaces around words.
  md.use(cjkFriendly);
  md.core.ruler.disable(['normalize', 'linkify', 'replacements']);

  // Targets stay as written; they are judged when they are rendered, where a problem can say so.
  md.normalizeLink = (url) => url;
  md.validateLink = () => true;
  // An address as readers see it: the library decodes it, and with it what can't be shown (`%01`).
  const { normalizeLinkText } = md;
  md.normalizeLinkText = (url) => withoutOdd(normalizeLinkText(url));
  const { parseLinkDestination } = md.helpers;
  md.helpers.parseLinkDestination = (source, start, max) =>
    source.charCodeAt(start) === 0x7b /* { */ || source.startsWith('<{', start)
      ? (markedDestination(source, start, max) ?? parseLinkDestination(source, start, max))
      : parseLinkDestination(source, start, max);

  md.core.ruler.at('inline', (state) => {
    const draft = draftOf(state.env);
    for (const token of state.tokens) {
      if (token.map) {
        draft.from = token.map[0];
        draft.to = token.map[1];
      }
      if (token.type !== 'inline') continue;
      noteHomemade(token.content, draft);
      state.md.inline.parse(token.content, state.md, state.env, token.children ?? []);
    }
  });
  md.core.ruler.at('footnote_tail', footnoteTail);
  md.core.ruler.after('footnote_tail', 'typography', typography);

  const table = md.block.ruler.getRules('').find(({ name }) => name === 'table');
  if (table) md.block.ruler.at('table', headlessTable(table), { alt: ['paragraph', 'reference'] });
  md.block.ruler.before('fence', 'colon_fence', colonFence, INTERRUPTS);
  md.block.ruler.before('fence', 'marks', markLines, INTERRUPTS);
  md.block.ruler.before('fence', 'embed', embedLine, { alt: [] });

  md.inline.ruler.at('text', text);
  md.inline.ruler.at('linkify', bareLink);
  md.inline.ruler.after('linkify', 'marks', inlineMark);
  md.inline.ruler.before('escape', 'mathematics', mathematics);
  md.inline.ruler.after('image', 'embed', inlineEmbed);
  md.inline.ruler.before('html_inline', 'templated_tag', templatedTag);
  return md;
}

interface Destination {
  ok: boolean;
  pos: number;
  str: string;
}

function markedDestination(source: string, start: number, max: number): Destination | null {
  const found = markedTarget(source, start, max);
  return found === null ? null : { ok: true, pos: found.end, str: found.target };
}
