/** What `npm run screenshots` shows: a name, the newsroom, its path, and the screen. */

const desktop = { width: 1280, height: 1400 };
const phone = { width: 360, height: 760 };
const tablet = { width: 768, height: 1100 };
const dark = { scheme: 'dark' };

const demo = (name, path, screen, more = {}) => ({ name, site: 'demo', path, ...screen, ...more });
const arabic = (name, path, screen, more = {}) => ({ name, site: 'arabic', path, ...screen, ...more });

const ARTICLE = '/2026/11/cinema-clirimi/';
const LIVE = '/2026/11/storm-live/';
const OPINION = '/2026/11/velaj-queue/';

export const SHOTS = [
  demo('home-desktop', '/', desktop),
  demo('home-tablet', '/', tablet),
  demo('home-phone', '/', phone),
  demo('home-dark', '/', { ...desktop, height: 900 }, dark),
  demo('article-desktop', ARTICLE, desktop),
  demo('article-phone', ARTICLE, phone),
  demo('article-dark', ARTICLE, phone, dark),
  demo('article-print', ARTICLE, { width: 700, height: 990 }, { media: 'print' }),
  demo('live-desktop', LIVE, desktop),
  demo('live-phone', LIVE, phone),
  demo('opinion-desktop', OPINION, { ...desktop, height: 900 }),
  demo('opinion-phone', OPINION, phone),
  demo('paid-desktop', '/2026/11/sponsored-winter-walks/', { ...desktop, height: 900 }),
  demo('section-desktop', '/politics/', desktop),
  demo('section-phone', '/politics/', phone),
  demo('author-desktop', '/authors/lindita-como/', { ...desktop, height: 900 }),
  demo('series-desktop', '/series/vjosa-law/', { ...desktop, height: 900 }),
  demo('tag-desktop', '/tags/vjosa/', { ...desktop, height: 900 }),
  demo('month-desktop', '/2026/11/', { ...desktop, height: 900 }),
  demo('archive-desktop', '/archive/', { ...desktop, height: 900 }),
  demo('related-desktop', `${ARTICLE}related/`, { ...desktop, height: 900 }),
  demo('corrections-desktop', '/corrections/', { ...desktop, height: 900 }),
  demo('page-phone', '/about/', phone),
  demo('missing-phone', '/404.html', phone),
  demo('albanian-home-desktop', '/sq/', { ...desktop, height: 900 }),
  demo('albanian-article-phone', '/sq/2026/11/votimi-per-deget-e-vjoses/', phone),
  demo('search-phone', '/search/?q=Vjosa', phone),
  arabic('arabic-home-desktop', '/', { ...desktop, height: 1000 }),
  arabic('arabic-home-phone', '/', phone),
  arabic('arabic-article-desktop', '/2026/11/harbour/', desktop),
  arabic('arabic-article-dark', '/2026/11/harbour/', phone, dark),
  arabic('arabic-live-phone', '/2026/11/storm/', phone),
];

/** For the README: the front page, and an article on a phone beside it. */
export const TOGETHER = [
  demo('', '/', { width: 1280, height: 940 }),
  demo('', ARTICLE, { width: 400, height: 940 }),
];
