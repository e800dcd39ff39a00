import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A link of a page that leads to no file. */
export interface BrokenLink {
  /** Path of the page. */
  readonly from: string;
  /** Path of the file that is not there. */
  readonly to: string;
}

/** The pages that lie in a folder, by path. */
export function pagesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.html'));
}

/** Files of the site that a page links to or loads. */
export function linksOf(html: string, path: string, site: string): string[] {
  const here = new URL(path, site);
  const links = new Set<string>();
  for (const [, link = ''] of html.matchAll(/\s(?:href|src|data-src|content)="([^"]*)"/g)) {
    if (!/^(https?:|\/|\.|[\w-]+\/)/.test(link)) continue;
    const url = new URL(link.replaceAll('&amp;', '&'), here);
    if (url.origin !== here.origin) continue;
    const target = decodeURIComponent(url.pathname.slice(1));
    links.add(target === '' || target.endsWith('/') ? `${target}index.html` : target);
  }
  return [...links];
}

/**
 * Links that are broken on pages that a reader can get: pages that were known before, and all that links lead to from
 * there.
 */
export function brokenForReaders(folder: string, site: string, known: Iterable<string>): BrokenLink[] {
  const broken: BrokenLink[] = [];
  const seen = new Set<string>();
  const open = [...known].filter((path) => isFile(join(folder, path)));
  for (let from = open.pop(); from !== undefined; from = open.pop()) {
    if (seen.has(from)) continue;
    seen.add(from);
    for (const to of linksOf(readFileSync(join(folder, from), 'utf8'), from, site)) {
      if (!isFile(join(folder, to))) broken.push({ from, to });
      else if (to.endsWith('.html')) open.push(to);
    }
  }
  return broken;
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
