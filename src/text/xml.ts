/** What no XML document may hold, nor a lone half of a surrogate pair; and the marks of holes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufdd0-\ufdef\ufffe\uffff]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: one look tells whether there is anything to do
const SUSPECT = /[\x00-\x08\x0b-\x1f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;

/** Text without the characters that XML 1.0 cannot hold; lines end in `\n`, as every parser reads them. */
export function xmlText(text: string): string {
  return SUSPECT.test(text) ? text.toWellFormed().replace(/\r\n?/g, '\n').replace(FORBIDDEN, '') : text;
}

const ESCAPES: { readonly [char: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Text as the content of an element. */
export function escapeXml(text: string): string {
  return xmlText(text).replace(/[&<>]/g, (char) => ESCAPES[char] ?? char);
}

/** Attributes as they stand in a tag, a space before each; those without a value are left out. */
export function xmlAttributes(attributes: { readonly [name: string]: string | number | null }): string {
  let out = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null) continue;
    const text = xmlText(String(value)).replace(/[&<>"\n\t]/g, (char) => ESCAPES[char] ?? char);
    out += ` ${name}="${text}"`;
  }
  return out;
}

/** Markup that stands in an element as text; what would end the section is split over two. */
export function cdata(text: string): string {
  return `<![CDATA[${xmlText(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}
