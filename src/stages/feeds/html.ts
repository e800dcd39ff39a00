/** Elements that readers' programs show; the words in others stay. */
const ELEMENTS: ReadonlySet<string> = new Set(
  (
    'a abbr audio b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure ' +
    'h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp small source span strong sub summary sup table ' +
    'tbody td tfoot th thead time tr track u ul var video wbr'
  ).split(' '),
);

/** Elements that only structure a page, and old names of others. */
const RENAMED: { readonly [name: string]: string } = {
  aside: 'div',
  section: 'div',
  center: 'div',
  strike: 's',
  tt: 'code',
};

const EVERYWHERE = ['lang', 'dir', 'title'];
const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src', 'cite', 'poster']);
const ATTRIBUTES: { readonly [name: string]: readonly string[] } = {
  a: ['href', 'rel'],
  audio: ['src', 'controls'],
  blockquote: ['cite'],
  col: ['span'],
  colgroup: ['span'],
  del: ['cite', 'datetime'],
  details: ['open'],
  img: ['src', 'alt', 'width', 'height'],
  ins: ['cite', 'datetime'],
  li: ['value'],
  ol: ['start', 'type', 'reversed'],
  q: ['cite'],
  source: ['src', 'type'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan', 'scope'],
  time: ['datetime'],
  track: ['src', 'kind', 'srclang', 'label'],
  video: ['src', 'controls', 'poster', 'width', 'height'],
};

const TAG = /<(\/?)([a-z][a-z0-9]*)((?:\s[^<>]*)?)\/?>/gi;
const ATTRIBUTE = /\s([a-z-]+)(?:="([^"]*)")?/gi;

/**
 * The finished HTML of a text as it can stand in any program: without the page's classes, ids and roles, and with
 * every address absolute. Rests on what the parser and the renderer write: attributes in double quotes, no `<` or `>`
 * inside them.
 *
 * @param base absolute address of the page that the text stands on
 */
export function portable(html: string, base: string): string {
  return html
    .replace(TAG, (_, slash: string, written: string, attributes: string) => {
      const name = RENAMED[written.toLowerCase()] ?? written.toLowerCase();
      if (!ELEMENTS.has(name)) return '';
      return slash === '' ? `<${name}${kept(name, attributes, base)}>` : `</${name}>`;
    })
    .trim();
}

function kept(name: string, attributes: string, base: string): string {
  if (attributes === '') return '';
  let out = '';
  for (const [, key = '', value] of attributes.matchAll(ATTRIBUTE)) {
    const attribute = key.toLowerCase();
    if (!EVERYWHERE.includes(attribute) && !ATTRIBUTES[name]?.includes(attribute)) continue;
    if (value === undefined) out += ` ${attribute}`;
    else out += ` ${attribute}="${ADDRESSES.has(attribute) ? absoluteAddress(value, base) : value}"`;
  }
  return out;
}

/** An address as a reader far from the site needs it. May be escaped for HTML: nothing here is decoded. */
export function absoluteAddress(address: string, base: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return address;
  return URL.canParse(address, base) ? new URL(address, base).href : base;
}
