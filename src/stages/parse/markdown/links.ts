import type { Settings } from './settings.js';

/**
 * Where a link leads: `hole`, to something that the site may have; `fragment`, into the same page; `external`;
 * `empty`, nowhere; `unsafe`, to a scheme that is no link.
 */
export type LinkClass = 'hole' | 'fragment' | 'external' | 'empty' | 'unsafe';

/** Schemes that a link may have. */
export const SCHEMES: ReadonlySet<string> = new Set([
  'http',
  'https',
  'mailto',
  'tel',
  'sms',
  'callto',
  'geo',
  'ftp',
  'ftps',
  'sftp',
  'irc',
  'ircs',
  'xmpp',
  'sip',
  'sips',
  'matrix',
  'magnet',
  'news',
  'nntp',
  'gopher',
  'gemini',
  'webcal',
  'git',
  'ssh',
  'svn',
  'apt',
  'doi',
  'urn',
  'skype',
  'whatsapp',
  'tg',
  'signal',
  'bitcoin',
  'ipfs',
  'ipns',
]);

/** Browsers ignore these before and inside a scheme: `java\nscript:`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const IGNORED = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028\u2029\u2060\ufeff]+/g;
const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

/** Sorts a link's target, as written and decoded once. */
export function classify(target: string, settings: Settings): LinkClass {
  const first = target.charCodeAt(0);
  if (first === 0x23 /* # */) return target.length > 1 ? 'fragment' : 'empty';
  if (first === 0x2f /* / */ && target.charCodeAt(1) !== 0x2f) return 'hole';
  const bare = target.replace(IGNORED, '');
  if (bare === '' || bare === '#') return 'empty';
  if (bare.startsWith('//')) return isOwn(bare.slice(2), settings) ? 'hole' : 'external';
  const scheme = SCHEME.exec(bare)?.[1]?.toLowerCase();
  if (scheme === undefined) return 'hole';
  if (!SCHEMES.has(scheme)) return 'unsafe';
  if (
    (scheme === 'http' || scheme === 'https') &&
    isOwn(bare.slice(scheme.length + 1).replace(/^\/\//, ''), settings)
  ) {
    return 'hole';
  }
  return 'external';
}

/** A picture's source: with a hole, or unsafe. */
export function isSafePicture(src: string): boolean {
  const bare = src.replace(IGNORED, '');
  const scheme = SCHEME.exec(bare)?.[1]?.toLowerCase();
  return bare !== '' && (scheme === undefined || scheme === 'http' || scheme === 'https');
}

/** The host of an absolute address, without `www.`; null for paths. */
export function hostOf(address: string): string | null {
  return (
    /^(?:https?:)?\/\/(?:[^/?#@]*@)?(?:www\.)?([^/:?#]+)/i.exec(address.trim())?.[1]?.toLowerCase() ?? null
  );
}

/** Whether `host/path` is on this site and below its base. */
function isOwn(address: string, { host, base }: Settings): boolean {
  const end = address.search(/[/?#]|$/);
  if (address.slice(0, end).toLowerCase() !== host) return false;
  const path = address.slice(end);
  return base === '/' || path.startsWith(base) || `${path}/` === base;
}
