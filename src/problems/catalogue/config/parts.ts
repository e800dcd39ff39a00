import type { CatalogueEntry } from '../entry.js';

export const parts: readonly CatalogueEntry[] = [
  {
    code: 'redirects-one-file',
    severity: 'error',
    title: 'Two hosts want the same file of redirects',
    explanation:
      'Netlify and Cloudflare both read `_redirects`, but not the same rules. A site is published at one of them.',
    example: 'redirects: [netlify, cloudflare]',
    cure: 'redirects: [html, netlify]',
  },
  {
    code: 'slot-width',
    severity: 'error',
    title: 'A slot has a height for something that is no width',
    explanation:
      'Under the name of a slot stand heights by the width of the window from which they count, both in pixels and without a unit.',
    example: 'slots:\n  in-article: { phone: 280, 728px: 90 }',
    cure: 'slots:\n  in-article: { 0: 280, 728: 90 }',
  },
  {
    code: 'related-counts',
    severity: 'warning',
    title: 'The page of related news would hold less than the foot of the article',
    explanation:
      'The foot of an article leads on to its page of related news for more. Where `count` is larger than `pageCount`, the page holds as many as the foot.',
    example: 'related:\n  count: 20   # and `pageCount` is 12 by default',
    cure: 'related:\n  count: 20\n  pageCount: 40',
  },
  {
    code: 'unknown-never-section',
    severity: 'warning',
    title: '`related.never` names no section',
    explanation:
      'Articles of the sections in `related.never` are in no list of related news. The name is not in `sections`, so it would keep nothing out.',
    example: 'related:\n  never: { sections: [notises] }',
    cure: 'related:\n  never: { sections: [notices] }',
  },
];
