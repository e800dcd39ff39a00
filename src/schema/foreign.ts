import type { Kind } from '../model/article.js';

/** What articles from other systems say, in their words. */

/** Other words for a kind, in lower case without blanks, `-` and `_`. */
export const KIND_SYNONYMS: { readonly [word: string]: Kind } = {
  article: 'news',
  story: 'news',
  newsarticle: 'news',
  oped: 'opinion',
  column: 'opinion',
  comment: 'opinion',
  commentary: 'opinion',
  essay: 'opinion',
  blog: 'opinion',
  leader: 'editorial',
  leadingarticle: 'editorial',
  newsanalysis: 'analysis',
  critique: 'review',
  criticism: 'review',
  recension: 'review',
  qa: 'interview',
  'q&a': 'interview',
  obit: 'obituary',
  factchecking: 'factcheck',
  claimreview: 'factcheck',
  guide: 'explainer',
  backgrounder: 'explainer',
  background: 'explainer',
  longread: 'feature',
  reportage: 'report',
  investigation: 'report',
  letters: 'letter',
  lettertotheeditor: 'letter',
  liveblog: 'live',
  liveticker: 'live',
  ticker: 'live',
  photos: 'gallery',
  photogallery: 'gallery',
  pictures: 'gallery',
  slideshow: 'gallery',
  audio: 'podcast',
  release: 'press-release',
  ad: 'sponsored',
  advert: 'sponsored',
  advertisement: 'sponsored',
  advertorial: 'sponsored',
  branded: 'sponsored',
  promoted: 'sponsored',
  paidpost: 'sponsored',
  partner: 'sponsored',
  sponsor: 'sponsored',
};

/** Fields of other systems that mean nothing here and are kept for templates without a word. */
export const FOREIGN_FIELDS: ReadonlySet<string> = new Set(
  (
    'layout weight comments nid link type status format markup sitemap toc math mathjax katex menu menus params ' +
    'cascade outputs headless build resources linktitle iscjklanguage readingtime pagination pinned sticky top ' +
    'featured hidden listed license licence copyright uuid wordpressid tumblrurl postid commentid disqus ' +
    'eleventynavigation eleventycomputed eleventyexcludefromcollections pagetitle sidebar navigation nav parent ' +
    'order rating badge color icon video audio podcast duration location city country email website github ' +
    'twitter facebook deprecated version redirectto redirect book issue volume page number year month day time ' +
    'translationkey translator translators editor editors reviewer publisher collector subject via'
  ).split(' '),
);
