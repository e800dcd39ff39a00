import type { Token } from 'markdown-it';
import { escapeHtml } from '../../../text/html.js';
import { type Draft, endBlock } from './draft.js';
import { hole } from './holes.js';
import { linkTo, relOf } from './inline.js';
import { readLine } from './line.js';
import { phrase } from './phrases.js';
import type { EmbedMeta } from './rules/embed.js';
import type { BlockMeta } from './rules/fences.js';

/** Start of a colon-fence block. */
export function openBlock(token: Token): string {
  const { name }: BlockMeta = token.meta;
  switch (name) {
    case 'factbox':
      return '<aside class="factbox">\n';
    case 'note':
      return '<div class="note" role="note">\n';
    case 'gallery':
      return '<div class="gallery">\n';
    case 'quote':
      return '<figure class="quote">\n<blockquote>\n';
    case 'chart':
      return '<figure class="chart">\n';
    default:
      return '<div class="block">\n';
  }
}

/** End of a colon-fence block. */
export function closeBlock(token: Token, draft: Draft): string {
  const { name, title }: BlockMeta = token.meta;
  switch (name) {
    case 'factbox':
      return '</aside>\n';
    case 'quote':
      return title === '' ? '</blockquote>\n</figure>\n' : '</figure>\n';
    case 'chart':
      return `${chartData(token.meta, draft)}</figure>\n`;
    default:
      return '</div>\n';
  }
}

/** The heading of a block, or who said a quote. */
export function openTitle(token: Token): string {
  const { name }: BlockMeta = token.meta;
  return name === 'quote' ? '</blockquote>\n<figcaption>' : '<p class="block-title">';
}

export function closeTitle(token: Token, draft: Draft): string {
  const { name }: BlockMeta = token.meta;
  endBlock(draft, false);
  return name === 'quote' ? '</figcaption>\n' : '</p>\n';
}

/** The drawing and the table of a chart, unless the block shows its own, and the way to the figures themselves. */
function chartData({ data: path, title, shows }: BlockMeta, draft: Draft): string {
  if (path === '') return '';
  let drawing = '';
  if (!shows && /\.[ct]sv$/i.test(path)) {
    const { settings, places, place, md } = draft;
    const spot = places.spot(path, draft.from, draft.to);
    const alt = readLine(title, place.lang, settings, () => md);
    const table = phrase(settings, place.lang, 'table');
    drawing = hole(
      'G',
      draft.refs.push({ kind: 'chart', target: path, alt, title: table, remote: null, ...spot }) - 1,
    );
  }
  const { open, close } = linkTo(path, null, draft);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const label = escapeHtml(phrase(draft.settings, draft.place.lang, 'data'));
  return `${drawing}<figcaption>${label}: ${open}${escapeHtml(name)}${close}</figcaption>\n`;
}

/** A card that leads to the thing on its own site: nobody else's server is asked before the reader clicks. */
export function embedCard(token: Token, draft: Draft): string {
  const { embed, caption }: EmbedMeta = token.meta;
  const { name, kind, label, url } = embed;
  draft.embeds.add(name);
  draft.plain += caption;
  endBlock(draft, false);
  const words = escapeHtml(phrase(draft.settings, draft.place.lang, kind, label));
  const note = caption === '' ? '' : `<figcaption>${escapeHtml(caption)}</figcaption>`;
  return `<figure class="embed" data-embed="${name}"><a href="${escapeHtml(url)}"${relOf(draft)}>${words}</a>${note}</figure>\n`;
}
