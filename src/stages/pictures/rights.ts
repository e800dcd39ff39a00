import { escapeXml } from '../../text/xml.js';
import { exifTexts } from './exif.js';

/** Whose a picture is and on what terms it may be used: all that is kept of what cameras and desks write into a file. */
export interface Rights {
  readonly creators: readonly string[];
  readonly credit: string | null;
  /** `© 2026 A. Name/Agency`. */
  readonly notice: string | null;
  readonly terms: string | null;
  /** Where the licence stands. */
  readonly statement: string | null;
  /** Where a licence is to be had. */
  readonly licensor: string | null;
  /** How it came to be, by IPTC's list: taken by a camera, made by a model. */
  readonly source: string | null;
}

/** The blocks of metadata of a file, as they lie in it. */
export interface Metadata {
  readonly exif: Uint8Array | null;
  readonly iptc: Uint8Array | null;
  readonly xmp: Uint8Array | null;
}

const MOST_TEXT = 500;
const MOST_BLOCK = 1024 * 1024;

/** Reads XMP before IPTC before EXIF, the newest of these formats first; null where none of them says anything. */
export function readRights({ exif, iptc, xmp }: Metadata): Rights | null {
  const fromXmp = xmp !== null && xmp.length <= MOST_BLOCK ? Buffer.from(xmp).toString('utf8') : '';
  const fromIptc = iptc !== null && iptc.length <= MOST_BLOCK ? iptcTexts(iptc) : new Map<number, string[]>();
  const fromExif = exif === null ? { artist: null, copyright: null } : exifTexts(exif);
  const one = (...found: readonly (string | null | undefined)[]): string | null =>
    found.map((text) => clean(text ?? '')).find((text) => text !== '') ?? null;
  const xmpOne = (name: string): string | null => one(...xmpTexts(fromXmp, name));
  const lists = [xmpTexts(fromXmp, 'dc:creator'), fromIptc.get(80) ?? [], fromExif.artist?.split(';') ?? []];
  const creators = lists
    .map((list) => list.map(clean).filter((text) => text !== ''))
    .find((list) => list.length > 0);
  const rights: Rights = {
    creators: [...new Set(creators ?? [])].slice(0, 10),
    credit: one(
      xmpOne('photoshop:Credit'),
      fromIptc.get(110)?.[0],
      xmpOne('photoshop:Source'),
      fromIptc.get(115)?.[0],
    ),
    notice: one(xmpOne('dc:rights'), fromIptc.get(116)?.[0], fromExif.copyright),
    terms: xmpOne('xmpRights:UsageTerms'),
    statement: address(xmpOne('xmpRights:WebStatement')),
    licensor: address(xmpOne('plus:LicensorURL')),
    source: address(xmpOne('Iptc4xmpExt:DigitalSourceType')),
  };
  const says = rights.creators.length > 0 || Object.values(rights).some((value) => typeof value === 'string');
  return says ? rights : null;
}

const clean = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Noncharacter_Code_Point}\s]+/gu, ' ')
    .toWellFormed()
    .trim()
    .slice(0, MOST_TEXT);

const address = (text: string | null): string | null =>
  text !== null && /^https?:\/\/\S+$/i.test(text) ? text : null;

const ENTITIES: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (xml: string): string =>
  xml.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (all, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[String(name)] ?? all;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

/** What a property of an XMP packet says, written as an attribute, as an element or as a list; the default language first. */
function xmpTexts(xmp: string, name: string): string[] {
  const attribute = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(xmp);
  if (attribute !== null) return [unescaped(attribute[1] ?? attribute[2] ?? '')];
  const start = new RegExp(`<${name}(?:\\s[^<>]*)?>`).exec(xmp);
  if (start === null) return [];
  const from = start.index + start[0].length;
  const end = xmp.indexOf(`</${name}>`, from);
  if (end === -1) return [];
  const inside = xmp.slice(from, end);
  if (!inside.includes('<')) return [unescaped(inside)];
  const items = [...inside.matchAll(/<rdf:li(\s[^<>]*)?>([^<]*)<\/rdf:li>/g)];
  const usual = items.find((item) => item[1]?.includes('x-default'));
  return (usual === undefined ? items : [usual]).map((item) => unescaped(item[2] ?? ''));
}

/** The texts of IPTC's application record, by number: alone, or inside Photoshop's resources as JPEG files have it. */
function iptcTexts(block: Uint8Array): Map<number, string[]> {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const texts = new Map<number, string[]>();
  const raw: [number, Buffer][] = [];
  let utf8 = false;
  // Datasets begin with a mark of their own, so the resources around them need not be taken apart.
  let at = bytes.indexOf(0x1c);
  while (at !== -1 && at + 5 <= bytes.length) {
    const length = bytes.readUInt16BE(at + 3);
    if (length >= 0x8000 || at + 5 + length > bytes.length) break;
    const value = bytes.subarray(at + 5, at + 5 + length);
    const [record, number] = [bytes[at + 1], bytes[at + 2] ?? 0];
    if (record === 1 && number === 90) utf8 = value.includes('\x1b%G', 0, 'latin1');
    else if (record === 2) raw.push([number, value]);
    at = bytes[at + 5 + length] === 0x1c ? at + 5 + length : -1;
  }
  for (const [number, value] of raw) {
    const asUtf8 = value.toString('utf8');
    // Many desks write UTF-8 and don't say so.
    const text = utf8 || !asUtf8.includes('\ufffd') ? asUtf8 : value.toString('latin1');
    texts.set(number, [...(texts.get(number) ?? []), text]);
  }
  return texts;
}

/** An XMP packet that says this and nothing else. */
export function xmpOf(rights: Rights): string {
  const text = (name: string, value: string | null): string =>
    value === null ? '' : `<${name}>${escapeXml(value)}</${name}>`;
  const inLanguage = (name: string, value: string | null): string =>
    value === null
      ? ''
      : `<${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(value)}</rdf:li></rdf:Alt></${name}>`;
  const creators = rights.creators.map((name) => `<rdf:li>${escapeXml(name)}</rdf:li>`).join('');
  const licensor =
    rights.licensor === null
      ? ''
      : `<plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource">${text('plus:LicensorURL', rights.licensor)}</rdf:li></rdf:Seq></plus:Licensor>`;
  return [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"',
    ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"',
    ' xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">',
    creators === '' ? '' : `<dc:creator><rdf:Seq>${creators}</rdf:Seq></dc:creator>`,
    inLanguage('dc:rights', rights.notice),
    text('photoshop:Credit', rights.credit),
    inLanguage('xmpRights:UsageTerms', rights.terms),
    text('xmpRights:WebStatement', rights.statement),
    licensor,
    text('Iptc4xmpExt:DigitalSourceType', rights.source),
    '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>',
  ].join('');
}

const NAMESPACE = / xmlns:(\w+)="[^"]*"/g;

/**
 * A packet of exactly so many bytes, filled up with spaces as programs that write into files fill theirs: all of the
 * rights where there is room, else who made the picture and whose it is, else who made it.
 *
 * @param packet with all of it
 */
export function fitted(rights: Rights | null, packet: Uint8Array | null, size: number): Buffer {
  const out = Buffer.alloc(size, ' ');
  if (rights === null) return out;
  const nothing = { terms: null, statement: null, licensor: null, source: null };
  const less: Rights[] = [
    rights,
    { ...rights, ...nothing },
    { ...rights, ...nothing, credit: null, notice: null },
  ];
  // What is declared and not used takes the most room.
  const short = (xmp: string): string =>
    xmp.replace(NAMESPACE, (all, name: string) => (xmp.includes(`<${name}:`) ? all : ''));
  const wanted = [packet, ...less.map((one) => Buffer.from(short(xmpOf(one))))];
  const fits = wanted.find((one) => one !== null && one.length <= size);
  if (fits) out.set(fits);
  return out;
}
