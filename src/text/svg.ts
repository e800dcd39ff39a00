/**
 * What makes an SVG more than a drawing: scripts, handlers, HTML inside, addresses that run, entities that could spell
 * one of them, and documents of other kinds.
 */
const ACTIVE =
  /<\s*(?:[\w-]+:)?(?:script|foreignObject|iframe|object|embed|handler|listener)\b|[\s"'/]on\w+\s*=|(?:javascript|vbscript)\s*:|data\s*:\s*(?:text\/html|image\/svg|application\/)|<!ENTITY|<\?xml-stylesheet|attributeName\s*=\s*["']?\s*(?:xlink:)?(?:href|on)/i;

/** Characters written as numbers, which could hide any of the words above. */
const NUMBERED = /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/gi;

/** Whether an SVG could do anything when its address is opened. Errs on the side of yes. */
export function isActiveSvg(source: string): boolean {
  // Another encoding would hide everything.
  if (source.includes('\0') || source.includes('\ufffd')) return true;
  const plain = source.replace(NUMBERED, (_, hex: string | undefined, decimal: string | undefined) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
  return ACTIVE.test(plain) || ACTIVE.test(plain.replace(/[\s\p{Cc}]+/gu, ''));
}
