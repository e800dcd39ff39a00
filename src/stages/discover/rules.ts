import type { GroupKind } from '../../model/profile.js';
import { isScratch } from '../../text/scratch.js';

/** What a file is. */
export type Role =
  | { readonly is: 'site' }
  | { readonly is: 'misnamed-site' }
  | { readonly is: 'article' }
  | { readonly is: 'page' }
  | { readonly is: 'static' }
  | { readonly is: 'ignored' }
  /** A file that would run on the site's own address, or on its server. */
  | { readonly is: 'active' }
  | { readonly is: 'front'; readonly id: string }
  /** `nested`: found by its place in another system's layout, not in our folder for profiles. */
  | { readonly is: 'profile'; readonly kind: GroupKind; readonly id: string; readonly nested: boolean }
  /** `own`: it lies in `media/`. */
  | { readonly is: 'media'; readonly url: string; readonly own: boolean };

const MARKDOWN = /\.(?:md|markdown)$/i;
const YAML = /\.ya?ml$/i;

/**
 * What browsers or servers execute. A site's owner publishes such a file from `content/static/`. Every kind of XML is a
 * page to a browser, whatever it describes: HTML may stand in it.
 */
const ACTIVE = new RegExp(
  `\\.(?:${[
    'x?html?|xhtm|xht|shtml?|stm|mht|mhtml|m?js|cjs|wasm|swf|jar|svgz|hta|htc|vbs|vbe|jse|wsf|wsh|sct',
    'xml|xsl|xslt|xsd|rng|dtd|xul|xbl|rdf|owl|rss|atom|opml|mml|mathml|smil?|sml|ttml|dfxp|kml|gpx|gml|dae|wsdl',
    'xspf|opf|ncx|ssml|srx|grxml|tei|teicorpus|mods|mets|mads|musicxml|xaml|xdp|xfdf',
    'php\\d?|phps|pht|phtml|phar|asp|aspx|asa|asax|ascx|ashx|asmx|axd|cfm|cfc|jspx?|jspf|fcgi|cgi|pl|py|rb|sh|lua|tcl',
    'htaccess|htpasswd|config',
  ].join('|')})$`,
  'i',
);

/** Files that describe a repository; news only where an editor put them among the articles. */
const HOUSEKEEPING = /^(?:readme|licen[cs]e|contributing|changelog)\./i;

const PROFILE_FOLDERS: ReadonlyMap<string, GroupKind> = new Map([
  ['authors', 'author'],
  ['sections', 'section'],
  ['tags', 'tag'],
  ['series', 'series'],
]);

/** Folders whose `NAME/_index.md` is a profile of NAME, wherever they are: Hugo's taxonomies. */
const TAXONOMIES: ReadonlyMap<string, GroupKind> = new Map([
  ...PROFILE_FOLDERS,
  ['topics', 'tag'],
  ['categories', 'tag'],
]);

/** What the file at this path below `content/` is. First rule that holds wins. */
export function classify(path: string): Role {
  const parts = path.split('/');
  const name = parts.at(-1) ?? '';
  const top = parts.length > 1 ? (parts[0] ?? '') : '';

  if (path === 'site.yaml') return { is: 'site' };
  if (top === '' && /^site\.(?:yml|json|toml)$/i.test(name)) return { is: 'misnamed-site' };
  if (top === 'static') return { is: 'static' };
  if (isScratch(name)) return { is: 'ignored' };
  if (top !== 'fronts' && ACTIVE.test(name)) return { is: 'active' };
  if (top === 'media') return { is: 'media', url: `/${path}`, own: true };
  if (top === 'fronts') {
    return YAML.test(name)
      ? { is: 'front', id: path.slice('fronts/'.length).replace(YAML, '') }
      : { is: 'ignored' };
  }
  if (!MARKDOWN.test(name)) {
    return YAML.test(name) ? { is: 'ignored' } : { is: 'media', url: `/media/${path}`, own: false };
  }
  const kind = PROFILE_FOLDERS.get(top);
  if (kind !== undefined) {
    const id = profileId(parts.slice(1));
    return id === '' ? { is: 'ignored' } : { is: 'profile', kind, id, nested: false };
  }
  if (isBranchBundle(name)) return branchBundle(parts);
  if (top !== 'articles' && HOUSEKEEPING.test(name)) return { is: 'ignored' };
  return { is: top === 'pages' ? 'page' : 'article' };
}

/** `rudina.md`, `rudina/index.md` and `rudina/_index.md` are all about `rudina`. */
function profileId(parts: readonly string[]): string {
  const path = parts.join('/').replace(MARKDOWN, '');
  return path.replace(/(?:^|\/)_?index$/i, '');
}

function isBranchBundle(name: string): boolean {
  return /^_index(?:\.[a-z-]+)?\.(?:md|markdown)$/i.test(name);
}

/** Hugo's `_index.md` is never an article: it says something of its folder. */
function branchBundle(parts: readonly string[]): Role {
  const folder = parts.at(-2);
  const kind = TAXONOMIES.get(parts.at(-3)?.toLowerCase() ?? '');
  // `_index.es.md` is the same in another language; the profile is the one without.
  if (folder === undefined || !/^_index\.(?:md|markdown)$/i.test(parts.at(-1) ?? ''))
    return { is: 'ignored' };
  if (kind !== undefined) return { is: 'profile', kind, id: folder, nested: true };
  const section = parts[0] === 'articles' ? parts.slice(1, -1).join('/') : '';
  return section === '' ? { is: 'ignored' } : { is: 'profile', kind: 'section', id: section, nested: true };
}
