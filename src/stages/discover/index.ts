import type { Config } from '../../model/config.js';
import type { Problem } from '../../model/problem.js';
import type { GroupKind } from '../../model/profile.js';
import {
  activeMedia,
  duplicateFront,
  duplicateProfile,
  mediaTaken,
  siteFileName,
} from '../../problems/files.js';
import { byText } from '../../text/order.js';
import { matcher } from './glob.js';
import { classify } from './rules.js';
import { unfitFor } from './unfit.js';

/** A profile's file, and whom or what it is about. */
export interface FoundProfile {
  readonly kind: GroupKind;
  /** `rudina-leka`, `world/europe`. */
  readonly id: string;
  readonly file: string;
}

/** A picture or other file that pages may show or link to. */
export interface FoundMedia {
  readonly file: string;
  /** Path on the site below its base. */
  readonly url: string;
}

/** What every file under `content/` is, by its name alone. Paths from the site's root, in code-point order. */
export interface Discovered {
  readonly site: string | null;
  readonly articles: readonly string[];
  readonly profiles: readonly FoundProfile[];
  /** Standing pages. */
  readonly pages: readonly string[];
  readonly fronts: readonly { readonly id: string; readonly file: string }[];
  readonly media: readonly FoundMedia[];
  /** Files that are published byte for byte. */
  readonly statics: readonly string[];
  readonly ignored: readonly string[];
  readonly problems: readonly Problem[];
}

/**
 * Says of every file what it is, by its path; reads none. The same for the same set of paths, whatever their order.
 * Where two files claim to be one thing, the first in order is it, and the other is told.
 */
export function discover(
  files: readonly { readonly path: string; readonly size?: number }[],
  config: Pick<Config, 'ignore'>,
): Discovered {
  const ignores = matcher(config.ignore);
  const sizes = new Map(files.map(({ path, size = 0 }) => [path, size]));
  const paths = [...sizes.keys()].sort(byText);

  let site: string | null = null;
  const articles: string[] = [];
  const pages: string[] = [];
  const statics: string[] = [];
  const ignored: string[] = [];
  const problems: Problem[] = [];
  const profiles = new Map<string, FoundProfile & { readonly nested: boolean }>();
  const fronts = new Map<string, string>();
  const media = new Map<string, FoundMedia & { readonly own: boolean }>();

  /** Keeps the better claim: what lies in the folder meant for it, else the first; tells of the other. */
  const claim = <T extends { readonly file: string }>(
    known: Map<string, T>,
    key: string,
    found: T,
    better: (found: T, before: T) => boolean,
    tell: (file: string, other: string) => Problem,
  ): void => {
    const before = known.get(key);
    const wins = before === undefined || better(found, before);
    if (before !== undefined)
      problems.push(wins ? tell(before.file, found.file) : tell(found.file, before.file));
    if (wins) known.set(key, found);
  };

  for (const path of paths) {
    const below = path.startsWith('content/') ? path.slice('content/'.length) : null;
    if (below === null || (ignores(below) && below !== 'site.yaml')) {
      ignored.push(path);
      continue;
    }
    const role = classify(below);
    const unfit =
      role.is === 'ignored' || role.is === 'active' ? null : unfitFor(role, path, sizes.get(path) ?? 0);
    if (unfit !== null) {
      problems.push(unfit.problem);
      if (unfit.skipped) {
        ignored.push(path);
        continue;
      }
    }
    if (role.is === 'site') site = path;
    else if (role.is === 'article') articles.push(path);
    else if (role.is === 'page') pages.push(path);
    else if (role.is === 'static') statics.push(path);
    else if (role.is === 'ignored') ignored.push(path);
    else if (role.is === 'misnamed-site') {
      ignored.push(path);
      problems.push(siteFileName({ file: path }));
    } else if (role.is === 'active') {
      ignored.push(path);
      if (below.startsWith('media/')) problems.push(activeMedia({ file: path }));
    } else if (role.is === 'front') {
      const other = fronts.get(role.id);
      if (other === undefined) fronts.set(role.id, path);
      else problems.push(duplicateFront({ file: path }, role.id, other));
    } else if (role.is === 'profile') {
      const { kind, id, nested } = role;
      claim(
        profiles,
        `${kind}:${id}`,
        { kind, id, file: path, nested },
        (found, before) => before.nested && !found.nested,
        (file, other) => duplicateProfile({ file }, kind, id, other),
      );
    } else {
      claim(
        media,
        role.url,
        { file: path, url: role.url, own: role.own },
        (found, before) => found.own && !before.own,
        (file, other) => mediaTaken({ file }, role.url, other),
      );
    }
  }

  return {
    site,
    articles,
    pages,
    statics,
    ignored,
    problems,
    profiles: [...profiles.values()]
      .map(({ kind, id, file }) => ({ kind, id, file }))
      .sort((a, b) => byText(a.file, b.file)),
    fronts: [...fronts].map(([id, file]) => ({ id, file })),
    media: [...media.values()].map(({ file, url }) => ({ file, url })).sort((a, b) => byText(a.file, b.file)),
  };
}
