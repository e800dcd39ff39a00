import type { Page } from '../model/page.js';
import { byText } from '../text/order.js';
import { EVERYWHERE, type PageKeys, type PageMemory, type PageRecord } from './page-keys.js';

/** Why a page is rendered. */
export type Reason =
  /** Nothing is remembered of an earlier edition. */
  | { readonly because: 'nothing-known' }
  /** The site had no such page. */
  | { readonly because: 'new' }
  /** The page's own file, or one of an article that it shows, is another or new. */
  | { readonly because: 'own-file' | 'shown-file'; readonly file: string; readonly isNew: boolean }
  /** What stands on it is another, and no file of its own is: these files of the newsroom are. */
  | { readonly because: 'view'; readonly files: readonly string[] }
  /** What every template may read: `site`, or the texts of the theme. */
  | { readonly because: (typeof EVERYWHERE)[number] }
  /** Templates that it reached, assets (`asset('site.css')`). */
  | { readonly because: 'part'; readonly name: string }
  /** The published file is gone, or not what was published. */
  | { readonly because: 'output' };

/** What a page is made of now. */
export interface PageNow {
  readonly page: Page;
  readonly view: string;
  readonly text: string;
}

export interface Reasons {
  /** Empty: it is made of the same as the last time. */
  of(now: PageNow, record: PageRecord | null): Reason[];
  /** The parts that are others than the last time, or were not there, or are there no more. */
  readonly changedParts: ReadonlySet<string>;
}

/** @param fileOf the file of an article by its id */
export function reasonsFor(
  { last }: Pick<PageMemory, 'last'>,
  keys: PageKeys,
  files: ReadonlyMap<string, string>,
  fileOf: (id: string) => string | undefined,
): Reasons {
  const changedParts = changed(last?.parts ?? new Map(), keys.parts);
  const changedFiles = changed(last?.files ?? new Map(), files);
  const everywhere = EVERYWHERE.filter((name) => changedParts.has(name));
  const fileReason = (because: 'own-file' | 'shown-file', file: string): Reason => ({
    because,
    file,
    isNew: last?.files.has(file) === false,
  });
  const ofView = (page: Page, textChanged: boolean): Reason[] => {
    const own = page.file !== null && changedFiles.has(page.file) ? page.file : null;
    const reasons = own === null ? [] : [fileReason('own-file', own)];
    for (const id of briefsIn(page.view)) {
      const file = fileOf(id);
      if (file !== undefined && file !== own && changedFiles.has(file))
        reasons.push(fileReason('shown-file', file));
    }
    if (reasons.length === 0 || (textChanged && own === null))
      reasons.push({ because: 'view', files: [...changedFiles].sort(byText) });
    return reasons;
  };
  return {
    changedParts,
    of({ page, view, text }, record) {
      if (last === null) return [{ because: 'nothing-known' }];
      if (record === null) return [{ because: 'new' }];
      const another = record.view !== view || record.text !== text;
      return [
        ...(another ? ofView(page, record.text !== text) : []),
        ...everywhere.map((because): Reason => ({ because })),
        ...(record.sources === keys.sources(record.reached)
          ? []
          : record.reached
              .filter((name) => changedParts.has(name))
              .map((name): Reason => ({ because: 'part', name }))),
      ];
    },
  };
}

/** Names whose hash is another, or that are on one side alone. */
function changed(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): Set<string> {
  const names = new Set<string>();
  for (const [name, hash] of now) if (before.get(name) !== hash) names.add(name);
  for (const name of before.keys()) if (!now.has(name)) names.add(name);
  return names;
}

/** Ids of the other articles of which a view holds a brief, in the order in which they stand there. */
export function briefsIn(view: object): string[] {
  const ids = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    if ('id' in node && 'title' in node && 'summary' in node && typeof node.id === 'string') ids.add(node.id);
    for (const child of Object.values(node)) visit(child);
  };
  visit(view);
  if ('article' in view && typeof view.article === 'object' && view.article !== null && 'id' in view.article)
    ids.delete(String(view.article.id));
  return [...ids];
}
