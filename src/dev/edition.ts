import { ASSETS, withoutMark } from '../text/assets.js';

/** What the server shows; replaced as a whole after each build, so that nobody sees half of one. */
export interface Edition {
  /** Content by path below the site's base: `2026/11/x/index.html`. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Html that stands over every page while something is wrong; null where all is well. */
  readonly overlay: string | null;
}

/** What open pages have to do about another edition. */
export type News =
  | { readonly kind: 'all' | 'styles' | 'none' }
  | { readonly kind: 'pages'; readonly pages: ReadonlySet<string> };

export type Found = { readonly name: string; readonly content: Uint8Array } | 'folder' | null;

/** The file that answers a path, below the base of the site. */
export function fileFor({ files }: Edition, base: string, path: string): Found {
  if (!path.startsWith(base)) return `${path}/` === base ? 'folder' : null;
  const local = path.slice(base.length);
  const name = local === '' || local.endsWith('/') ? `${local}index.html` : local;
  for (const form of [name, name.normalize('NFC')]) {
    const content = files.get(form);
    if (content !== undefined) return { name: form, content };
    if (files.has(`${form}/index.html`)) return 'folder';
  }
  return currentAsset(files, name);
}

/** The file of the theme as it is now, by its name or an earlier mark: open pages swap their style sheets by it. */
function currentAsset(files: Edition['files'], name: string): Found {
  if (!name.startsWith(ASSETS)) return null;
  const wanted = withoutMark(name)?.path ?? name;
  for (const [path, content] of files) {
    if (path.startsWith(ASSETS) && withoutMark(path)?.path === wanted) return { name: path, content };
  }
  return null;
}

/** The event for a page that was and is made of these files. */
export function concerns(news: News, files: readonly Found[]): 'page' | 'styles' | null {
  if (news.kind === 'styles') return 'styles';
  if (news.kind !== 'pages') return news.kind === 'all' ? 'page' : null;
  const names = files.map((found) => (found === null ? '404.html' : found === 'folder' ? '' : found.name));
  return names[0] !== names[1] || names.some((file) => news.pages.has(file)) ? 'page' : null;
}
