import type { RefView } from '../../model/view.js';
import { escapeHtml } from '../../text/html.js';

const OPEN = '\uFDD0';
const CLOSE = '\uFDD1';

/**
 * The HTML of a text with its holes filled (see `Body` in the model): links get their addresses, or vanish where they
 * lead nowhere; pictures become `img` elements; the region around a missing picture is left out.
 *
 * One pass over the holes; what fills them is escaped here and is never looked at again.
 */
export function fillBody(html: string, refs: readonly RefView[]): string {
  let open = html.indexOf(OPEN);
  if (open === -1) return html;
  let out = '';
  let from = 0;
  const endless = new Set<string>();
  while (open !== -1) {
    const close = html.indexOf(CLOSE, open);
    if (close === -1) break;
    out += html.slice(from, open);
    from = close + 1;
    const letter = html[open + 1];
    const number = html.slice(open + 2, close);
    const ref = refs[Number(number)] ?? null;
    if (letter === 'A') {
      if (ref?.kind === 'link') out += linkStart(ref);
    } else if (letter === 'Z') {
      if (ref?.kind === 'link') out += '</a>';
    } else if (letter === 'I') {
      if (ref?.kind === 'picture') out += imageElement(ref);
      else if (ref?.kind === 'remote')
        out += remotePicture(ref, out.lastIndexOf('<a ') > out.lastIndexOf('</a>'));
    } else if (letter === 'B' && ref?.kind !== 'picture' && ref?.kind !== 'remote' && !endless.has(number)) {
      const end = html.indexOf(`${OPEN}E${number}${CLOSE}`, from);
      if (end === -1) endless.add(number);
      else from = end + number.length + 3;
    }
    open = html.indexOf(OPEN, from);
  }
  return out + html.slice(from);
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
  return `<img src="${escapeHtml(picture.src)}" alt="${escapeHtml(picture.alt)}"${size} loading="lazy" decoding="async">`;
}

/** A picture of another server as a link that the reader may follow; inside a link, only its words. */
function remotePicture(picture: Extract<RefView, { kind: 'remote' }>, inLink: boolean): string {
  const words = escapeHtml(
    picture.alt ||
      (picture.href
        .replace(/[?#].*$/, '')
        .split('/')
        .at(-1) ??
        picture.href),
  );
  return inLink
    ? `<span class="remote-picture">${words}</span>`
    : `<a class="remote-picture" href="${escapeHtml(picture.href)}">${words}</a>`;
}
