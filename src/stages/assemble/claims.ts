import type { Spot } from '../../model/article.js';
import type { Place } from '../../model/problem.js';

/** Who answers a url, and where that is said. */
export interface Claim {
  /** In words: `the section "sport"`, `content/articles/a.md`. */
  readonly owner: string;
  readonly place: Place | null;
}

/** Every address of the site and its owner; the first one keeps it. Case is folded, as some disks and hosts do. */
export interface Claims {
  /** Takes an address; gives the claim that was there before, or null. */
  take(url: string, claim: Claim): Claim | null;
  owner(url: string): Claim | null;
}

export function createClaims(): Claims {
  const byUrl = new Map<string, Claim>();
  const key = (url: string): string => url.normalize('NFC').toLowerCase();
  return {
    take(url, claim) {
      const existing = byUrl.get(key(url));
      if (existing !== undefined) return existing;
      byUrl.set(key(url), claim);
      return null;
    },
    owner: (url) => byUrl.get(key(url)) ?? null,
  };
}

/** A place in a file, at a spot where it is known. */
export function placeAt(file: string, spot: Spot | undefined): Place {
  return spot === undefined ? { file, line: 1, column: 1 } : { file, line: spot.line, column: spot.column };
}
