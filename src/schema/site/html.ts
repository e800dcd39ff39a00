import { z } from 'zod';

/** Raw HTML that `html: true` lets through, attributes being limited besides. Nothing here loads or runs anything. */
export const HTML_ELEMENTS: readonly string[] = `
  a abbr b bdi bdo blockquote br caption center cite code col colgroup dd del details dfn div dl dt em
  figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small span
  strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr
`
  .trim()
  .split(/\s+/);

/** Elements that no site can allow: they run code, load other servers' pages, or break the page around them. */
export const UNSAFE_ELEMENTS: readonly string[] = `
  applet base body button canvas dialog embed form frame frameset head html iframe input link listing
  math meta noembed noframes noscript object option param plaintext portal script select slot style
  svg template textarea title xmp
`
  .trim()
  .split(/\s+/);

/** `html` where it is no plain yes or no. */
export const htmlParts = z.object({
  allow: z
    .array(z.string())
    .describe('The elements that stay; all others are taken out and their text is kept.'),
});
