import { isDrawingElement, isInertNamespace, SVG } from './svg-names.js';

/*
 * An SVG that is opened at its own address can do all that a page can. So it is read as strictly as a browser reads XML,
 * by a grammar of what drawing programs write, and what is not known to be a drawing counts as active.
 */

const WS = '[ \\t\\r\\n]';
const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';
const VALUE = `"[^<"]*"|'[^<']*'`;
const QUOTED = `"[^"<>\\[\\]]*"|'[^'<>\\[\\]]*'`;

/** In any other encoding words could be spelt in bytes that are others here. */
const DECLARATION = new RegExp(
  `^<\\?xml${WS}+version${WS}*=${WS}*["']1\\.0["'](?:${WS}+encoding${WS}*=${WS}*["'](?:utf-?8|us-ascii)["'])?` +
    `(?:${WS}+standalone${WS}*=${WS}*["'](?:yes|no)["'])?${WS}*\\?>`,
  'i',
);
/** Lazy where much may come, for which the engine else remembers every step. */
const TOKEN = new RegExp(
  [
    '(?<text>[^<]+)',
    '<!--(?<comment>[^]*?)-->',
    '<!\\[CDATA\\[(?<data>[^]*?)\\]\\]>',
    // Without declarations of its own, which could spell a word.
    `<!DOCTYPE${WS}+svg(?:${WS}+(?:PUBLIC${WS}+(?:${QUOTED})${WS}+|SYSTEM${WS}+)(?:${QUOTED}))?${WS}*>`,
    // Those of XMP.
    '<\\?(?:xpacket|adobe-xap-filters)[^]*?\\?>',
    `</(?<end>${NAME})${WS}*>`,
    `<(?<start>${NAME})(?<attributes>(?:${WS}+${NAME}${WS}*=${WS}*(?:${VALUE})){0,1000})${WS}*(?<empty>/?)>`,
  ].join('|'),
  'y',
);
const ATTRIBUTE = new RegExp(`(${NAME})${WS}*=${WS}*(${VALUE})`, 'g');

/** Control characters but for tab and line ends; what no encoding gives. */
const ODD = /[^\P{Cc}\t\r\n]|[\ufffd-\uffff]/u;
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));|&/gi;
const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const RUNS =
  /(?:javascript|vbscript|livescript):|data:(?:text\/(?!plain|css)|image\/svg|application\/(?!.{0,9}font))/i;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;
const SCHEMES = /^(?:https?|mailto|tel|data)$/i;

/** Namespaces by prefix, where an element stands. */
type Scope = ReadonlyMap<string, string>;

interface Open {
  readonly name: string;
  readonly scope: Scope;
  readonly isStyle: boolean;
}

/** Whether an SVG could do anything when its address is opened. Errs on the side of yes. */
export function isActiveSvg(source: string): boolean {
  const text = source.replace(/^\ufeff/, '');
  if (ODD.test(text)) return true;
  const open: Open[] = [];
  let roots = 0;
  TOKEN.lastIndex = DECLARATION.exec(text)?.[0].length ?? 0;
  while (TOKEN.lastIndex < text.length) {
    const found = TOKEN.exec(text)?.groups;
    // No XML, or something that no drawing needs.
    if (found === undefined) return true;
    const { text: plain, comment, data, start, end, attributes = '', empty } = found;
    const parent = open.at(-1);
    if (plain !== undefined || data !== undefined) {
      const said = data ?? decoded(plain ?? '');
      if (said === null || (parent?.isStyle && runs(said))) return true;
      // A browser reads nothing outside of the root.
      if (parent === undefined && said.trim() !== '') return true;
    } else if (comment !== undefined) {
      if (/--|-$/.test(comment)) return true;
    } else if (end !== undefined) {
      if (open.pop()?.name !== end) return true;
    } else if (start !== undefined) {
      if (parent === undefined) roots += 1;
      const element = drawingElement(start, attributes, parent?.scope ?? new Map());
      if (element === null || roots > 1 || (parent === undefined && !/^(?:[^:]*:)?svg$/.test(start)))
        return true;
      if (empty === '') open.push(element);
    }
  }
  return open.length > 0 || roots !== 1;
}

/** An element that only draws or describes; null for any other. */
function drawingElement(name: string, written: string, outside: Scope): Open | null {
  const attributes = new Map<string, string>();
  for (const [, key = '', quoted = ''] of written.matchAll(ATTRIBUTE)) {
    const value = decoded(quoted.slice(1, -1));
    if (value === null || attributes.has(key)) return null;
    attributes.set(key, value);
  }
  const own = [...attributes].filter(([key]) => /^xmlns(?::|$)/.test(key));
  const scope =
    own.length === 0 ? outside : new Map([...outside, ...own.map(([k, v]) => [k.slice(6), v] as const)]);
  const [local = '', prefix = ''] = name.split(':').reverse();
  // A drawing without any namespace is taken for one that has it.
  const space = scope.get(prefix) ?? (prefix === '' ? SVG : null);
  if (space === null) return null;
  const isSvg = space === SVG || space === '';
  if (isSvg ? !isDrawingElement(local) : !isInertNamespace(space, local)) return null;
  for (const [key, value] of attributes) if (isActiveAttribute(key, value)) return null;
  return { name, scope, isStyle: isSvg && local === 'style' };
}

function isActiveAttribute(name: string, value: string): boolean {
  const local = name.slice(name.indexOf(':') + 1).toLowerCase();
  if (/^xmlns(?::|$)/.test(name)) return false;
  if (local.startsWith('on')) return true;
  // What an animation changes.
  if (local === 'attributename') return /^(?:[^:]*:)?(?:href|on.*)$/i.test(value.trim());
  if (local !== 'href' && local !== 'src' && local !== 'base') return runs(value);
  const scheme = SCHEME.exec(value.replace(/[\s\p{Cc}]+/gu, ''))?.[1];
  return runs(value) || (scheme !== undefined && !SCHEMES.test(scheme));
}

/** Browsers leave out line ends and the like within an address. */
const runs = (value: string): boolean => RUNS.test(value.replace(/[\s\p{Cc}]+/gu, ''));

/** Text with its references resolved; null where one is not XML's own. */
function decoded(written: string): string | null {
  if (!written.includes('&')) return written;
  let isXml = true;
  const text = written.replace(REFERENCE, (_, hex?: string, decimal?: string, name?: string) => {
    const named = name === undefined ? undefined : NAMED.get(name);
    if (named !== undefined) return named;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
    isXml = false;
    return '';
  });
  return isXml ? text : null;
}
