import type { PlannedPage, TitlePart } from '../../model/page.js';
import type { Entry, Group, Site } from '../../model/site.js';
import type { ArchiveView, LinkView, PeriodView } from '../../model/view.js';
import { type Counterpart, sharedPage } from '../../text/counterparts.js';
import { archivedByMonth, archiveUrl, monthOf, periodUrl, yearOf } from '../../text/periods.js';
import { withBase } from '../../text/urls.js';
import { pageView, planned, topSection } from './page-view.js';

/** Whose archive it is, and where it lies. */
interface Holder {
  readonly group: Group | null;
  /** Url before the period: `/`, `/sport/`. */
  readonly url: string;
  readonly name: string;
  readonly byMonth: boolean;
  readonly entries: readonly Entry[];
}

/** The archive of the whole site: all years, each year's months, each month's stories. */
export function siteArchivePages(site: Site): Generator<PlannedPage> {
  return archivePages(site, {
    group: null,
    url: site.config.root,
    name: site.config.title,
    byMonth: true,
    entries: site.entries,
  });
}

export function groupArchivePages(site: Site, group: Group): Generator<PlannedPage> {
  return archivePages(site, {
    group,
    url: group.url,
    name: group.name,
    byMonth: archivedByMonth(group.kind),
    entries: group.entries,
  });
}

/**
 * Pages by calendar, so that a story changes the pages of its own period and no others, however old the archive is:
 * the page of all years changes when a month begins, a year's page when one of its months gains a story.
 */
function* archivePages(site: Site, holder: Holder): Generator<PlannedPage> {
  const years = byPeriod(holder.entries, yearOf);
  const up: LinkView = { name: holder.name, url: withBase(site.config.base, archiveUrl(holder.url)) };
  const link = (period: string): string => withBase(site.config.base, periodUrl(holder.url, period));
  const periodView = (period: string, count: number | null, inside: readonly Entry[] = []): PeriodView => ({
    period,
    url: link(period),
    count,
    months: holder.byMonth
      ? [...byPeriod(inside, monthOf).keys()].map((month) => periodView(month, null))
      : [],
  });
  yield archivePage(site, holder, archiveUrl(holder.url), () => ({
    periods: [...years].map(([period, entries]) => periodView(period, null, entries)),
  }));
  const yearNames = [...years.keys()];
  for (const [i, year] of yearNames.entries()) {
    const entries = years.get(year) ?? [];
    const around = neighbours(yearNames, i, link);
    if (!holder.byMonth) {
      yield* periodPages(site, holder, year, entries, { ...around, up });
      continue;
    }
    yield archivePage(site, holder, periodUrl(holder.url, year), () => {
      const months = byPeriod(entries, monthOf);
      const periods = [...months].map(([period, stories]) => periodView(period, stories.length));
      return { period: year, periods, ...around, up };
    });
  }
  if (!holder.byMonth) return;
  const months = byPeriod(holder.entries, monthOf);
  const monthNames = [...months.keys()];
  for (const [i, month] of monthNames.entries()) {
    const year = yearOf(`${month}-01`);
    yield* periodPages(site, holder, month, months.get(month) ?? [], {
      ...neighbours(monthNames, i, link),
      up: { name: year, url: link(year) },
    });
  }
}

/** Entries by period, newest period first, as the entries come. */
function byPeriod(entries: readonly Entry[], periodOf: (day: string) => string): Map<string, Entry[]> {
  const periods = new Map<string, Entry[]>();
  for (const entry of entries) {
    const period = periodOf(entry.article.date.day);
    const list = periods.get(period);
    if (list === undefined) periods.set(period, [entry]);
    else list.push(entry);
  }
  return periods;
}

function neighbours(
  names: readonly string[],
  i: number,
  link: (period: string) => string,
): { newer: string | null; older: string | null } {
  const newer = names[i - 1];
  const older = names[i + 1];
  return {
    newer: newer === undefined ? null : link(newer),
    older: older === undefined ? null : link(older),
  };
}

type Around = Pick<ArchiveView, 'newer' | 'older' | 'up'>;

/**
 * The stories of one period. Full pages are numbered from the oldest up and stay as they are; the newest stories, from
 * one page's worth up to two, stand on the period's own address. So a new story changes that page alone.
 */
function* periodPages(
  site: Site,
  holder: Holder,
  period: string,
  entries: readonly Entry[],
  around: Around,
): Generator<PlannedPage> {
  const size = site.config.archive.pageSize;
  const url = periodUrl(holder.url, period);
  const numbered = Math.max(0, Math.floor(entries.length / size) - 1);
  const print = (path: string): string => withBase(site.config.base, path);
  const numberedUrl = (n: number): string => `${url}page/${n}/`;
  const top = entries.slice(0, entries.length - numbered * size);
  yield archivePage(site, holder, url, () => ({
    ...around,
    period,
    articles: top.map((entry) => entry.brief),
    older: numbered > 0 ? print(numberedUrl(numbered)) : around.older,
  }));
  for (let n = numbered; n >= 1; n -= 1) {
    const end = entries.length - (n - 1) * size;
    yield archivePage(site, holder, numberedUrl(n), () => ({
      up: around.up,
      period,
      number: n,
      articles: entries.slice(end - size, end).map((entry) => entry.brief),
      newer: print(n === numbered ? url : numberedUrl(n + 1)),
      older: n > 1 ? print(numberedUrl(n - 1)) : around.older,
    }));
  }
}

/** Its title is that of the period, behind the name of the group. */
function archivePage(
  site: Site,
  holder: Holder,
  url: string,
  facts: () => Partial<ArchiveView>,
): PlannedPage {
  return planned({ kind: 'archive', url }, () => {
    const view = archiveView(site, holder, url, facts());
    const { group, period } = view;
    const about = group === null ? [] : [{ name: group.name }];
    const when: TitlePart = period === null ? { text: 'archive' } : { period };
    return { view, title: [...about, when] };
  });
}

function archiveView(site: Site, holder: Holder, url: string, facts: Partial<ArchiveView>): ArchiveView {
  const above = holder.group === null ? [] : [holder.group.link];
  return {
    group: holder.group?.link ?? null,
    period: null,
    number: null,
    articles: [],
    periods: [],
    newer: null,
    older: null,
    up: null,
    ...facts,
    page: pageView(site, {
      kind: 'archive',
      url,
      title: holder.name,
      above: facts.up === undefined || facts.up === null ? above : [...above, facts.up],
      section: holder.group === null ? null : topSection(holder.group),
      counterparts: holder.group === null ? sameTime(site, url, facts.period ?? null) : [],
      ...(holder.group === null && { elsewhere: archiveUrl('') }),
    }),
  };
}

/** The page of all years, or the first of a year or month, in all languages that have it. */
function sameTime(site: Site, url: string, period: string | null): readonly Counterpart[] {
  const path = period === null ? archiveUrl('') : periodUrl('', period);
  if (site.languages.length < 2 || url !== site.config.root + path) return [];
  return sharedPage(site, path, (local) => period === null || periodsIn(local).has(period));
}

/** The years and months of a language, found once. */
const known = new WeakMap<Site, ReadonlySet<string>>();

function periodsIn(local: Site): ReadonlySet<string> {
  let periods = known.get(local);
  if (periods === undefined) {
    periods = new Set(
      local.entries.flatMap(({ article: { date } }) => [yearOf(date.day), monthOf(date.day)]),
    );
    known.set(local, periods);
  }
  return periods;
}
