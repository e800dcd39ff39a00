import type { RefView } from '../../model/view.js';
import { escapeHtml } from '../../text/html.js';
import { TEXT_SIZES } from '../../text/variants.js';
import { drawChart } from './chart.js';
import { pictureElement } from './picture.js';

const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';

/**
 * The HTML of a text with its holes filled (see `Body` in the model): links get their addresses, or vanish where they
 * lead nowhere; pictures become `img` elements, those of other servers links; the region around a missing picture is left out.
 *
 * One pass over the holes; what fills them is escaped here and is never looked at again.
 */
export function fillBody(html: string, refs: readonly RefView[]): string {
  let open = html.indexOf(OPEN);
  if (open === -1) return html;
  let out = '';
  let from = 0;
  /** Numbers of regions that never end. */
  const endless = new Set<string>();
  const remotes = refs.some((ref) => ref?.kind === 'remote');
  let inLink = false;
  while (open !== -1) {
    const close = html.indexOf(CLOSE, open);
    if (close === -1) break;
    const piece = html.slice(from, open);
    if (remotes) inLink = insideLink(piece, inLink);
    out += piece;
    from = close + 1;
    const letter = html[open + 1];
    const number = html.slice(open + 2, close);
    const ref = refs[Number(number)] ?? null;
    if (letter === 'B') {
      if (ref === null || ref.kind === 'link') from = behindRegion(html, number, from, endless);
    } else {
      out += filling(letter, ref, inLink);
      if (ref?.kind === 'link') inLink = letter === 'A' || (letter !== 'Z' && inLink);
    }
    open = html.indexOf(OPEN, from);
  }
  return out + html.slice(from);
}

/** Where the text goes on behind a region that is left out. */
function behindRegion(html: string, number: string, from: number, endless: Set<string>): number {
  const end = endless.has(number) ? -1 : html.indexOf(`${OPEN}E${number}${CLOSE}`, from);
  if (end !== -1) return end + number.length + 3;
  endless.add(number);
  return from;
}

/** What stands in the place of a hole. */
function filling(letter: string | undefined, ref: RefView, inLink: boolean): string {
  switch (ref?.kind) {
    case 'link':
      return letter === 'A' ? linkStart(ref) : letter === 'Z' ? '</a>' : '';
    case 'picture':
      return letter === 'I' ? imageElement(ref) : '';
    case 'chart':
      return letter === 'G' ? drawChart(ref) : '';
    case 'remote':
      return letter === 'I' ? remotePicture(ref, inLink) : '';
    default:
      return '';
  }
}

function linkStart(link: Extract<RefView, { kind: 'link' }>): string {
  const title = link.title === null ? '' : ` title="${escapeHtml(link.title)}"`;
  const rel = link.rel === null ? '' : ` rel="${escapeHtml(link.rel)}"`;
  return `<a href="${escapeHtml(link.href)}"${title}${rel}>`;
}

function imageElement(picture: Extract<RefView, { kind: 'picture' }>): string {
  const size =
    picture.width === null || picture.height === null
      ? ''
      : ` width="${picture.width}" height="${picture.height}"`;
  const attributes = ` alt="${escapeHtml(picture.alt)}"${size} loading="lazy" decoding="async"`;
  return pictureElement(picture, TEXT_SIZES, attributes);
}

/** Whether a link is open behind a piece of HTML. */
function insideLink(piece: string, before: boolean): boolean {
  const start = piece.lastIndexOf('<a ');
  const end = piece.lastIndexOf('</a>');
  return start === end ? before : start > end;
}

/** A picture of another server as a link that the reader may follow; inside a link, only its words. */
function remotePicture(picture: Extract<RefView, { kind: 'remote' }>, inLink: boolean): string {
  const words = escapeHtml(picture.words);
  const rel = picture.rel === null ? '' : ` rel="${escapeHtml(picture.rel)}"`;
  return inLink
    ? `<span class="remote-picture">${words}</span>`
    : `<a class="remote-picture" href="${escapeHtml(picture.href)}"${rel}>${words}</a>`;
}
