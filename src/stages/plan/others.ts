import type { PlannedPage } from '../../model/page.js';
import type { Entry, Site } from '../../model/site.js';
import type { PeriodView } from '../../model/view.js';
import { sharedPage } from '../../text/counterparts.js';
import { byText } from '../../text/order.js';
import { yearOf } from '../../text/periods.js';
import { absolute, withBase } from '../../text/urls.js';
import { correctionView } from './article.js';
import { standingGraph } from './json-ld/index.js';
import { oldAddresses } from './old-addresses.js';
import { pageView, planned } from './page-view.js';

/** Standing pages: about, contact, imprint. */
export function* standingPages(site: Site): Generator<PlannedPage> {
  for (const { page: standing, refs, translations } of site.pages) {
    const { file, url, title, description, lang, noindex, extra } = standing;
    yield planned({ kind: 'page', url, template: standing.template?.text ?? null, file }, () => ({
      view: {
        page: pageView(site, {
          kind: 'page',
          url,
          title,
          description,
          lang,
          robots: noindex ? 'noindex, follow' : null,
          jsonLd: standingGraph(site, standing),
          counterparts: translations,
        }),
        headings: standing.body.headings,
        extra,
      },
      body: { key: file, refs },
    }));
  }
}

/** `/corrections/` shows the newest year that has any; older years have pages of their own. */
export function* correctionPages(site: Site): Generator<PlannedPage> {
  const all = site.entries
    .flatMap((entry) => entry.article.corrections.map((correction) => ({ entry, correction })))
    .sort(
      (a, b) =>
        b.correction.date.ms - a.correction.date.ms ||
        byText(a.entry.article.id, b.entry.article.id) ||
        byText(a.correction.text, b.correction.text),
    );
  const years = new Map<string, { entry: Entry; correction: (typeof all)[number]['correction'] }[]>();
  for (const item of all) {
    const year = yearOf(item.correction.date.day);
    years.set(year, [...(years.get(year) ?? []), item]);
  }
  const names = [...years.keys()];
  const first = `${site.config.root}corrections/`;
  const urlOf = (year: string): string => (year === names[0] ? first : `${first}${year}/`);
  const periods: PeriodView[] = names.map((period) => ({
    period,
    url: withBase(site.config.base, urlOf(period)),
    count: null,
    months: [],
  }));
  for (const year of names.length === 0 ? [null] : names) {
    const url = year === null ? first : urlOf(year);
    const counterparts = url === first ? sharedPage(site, 'corrections/') : [];
    const items = year === null ? [] : (years.get(year) ?? []);
    yield planned({ kind: 'corrections', url }, () => ({
      view: {
        page: pageView(site, { kind: 'corrections', url, counterparts }),
        corrections: items.map(({ entry, correction }) => ({
          article: entry.brief,
          correction: correctionView(correction),
        })),
        year,
        years: periods,
      },
      title: [{ text: 'corrections.page' }],
    }));
  }
}

/** What stands where a story was taken down: nothing of it but the reason, where there is one. */
export function* gonePages(site: Site): Generator<PlannedPage> {
  for (const { url, reason, lang } of site.gone) {
    yield planned({ kind: 'gone', url }, () => ({
      view: { page: pageView(site, { kind: 'gone', url, lang, robots: 'noindex' }), reason },
      phase: 'article',
      title: [{ text: 'gone' }],
    }));
  }
}

/** A small page at every old address, for hosts without redirect rules. */
export function* redirectPages(site: Site): Generator<PlannedPage> {
  if (!site.config.redirects.includes('html')) return;
  for (const { from, to } of site.redirects) {
    yield planned({ kind: 'redirect', url: from }, () => {
      const canonical = absolute(site.config.url, to);
      const page = pageView(site, { kind: 'redirect', url: from, canonical, robots: 'noindex' });
      return { view: { page, target: withBase(site.config.base, to) }, title: [{ text: 'redirect' }] };
    });
  }
}

export function notFoundPage(site: Site): PlannedPage {
  const outline = { kind: 'not-found', url: `${site.config.root}404.html` } as const;
  return planned(outline, () => ({
    view: {
      page: pageView(site, { ...outline, robots: 'noindex' }),
      latest: site.entries
        .filter(({ article }) => article.kind !== 'sponsored')
        .slice(0, 5)
        .map(({ brief }) => brief),
      oldAddresses: oldAddresses(site),
    },
    title: [{ text: 'not-found' }],
  }));
}
