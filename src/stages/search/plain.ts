import { decodeHTML } from 'entities';

const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
/** Tags, and the holes of a `Body`. */
const MARKUP = /<\/?([a-z][a-z0-9]*)[^>]*>|\uFDD0[^\uFDD1]*\uFDD1/gi;

/** The words of a text's HTML, before its holes are filled. */
export function wordsOfHtml(html: string): string {
  const text = html.replace(MARKUP, (_, tag: string | undefined) =>
    tag === undefined || INLINE.has(tag.toLowerCase()) ? '' : ' ',
  );
  return text.includes('&') ? decodeHTML(text) : text;
}
