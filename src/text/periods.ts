/** `2026` of `2026-11-24`. */
export const yearOf = (day: string): string => day.slice(0, day.indexOf('-', 1));

/** `2026-11` of `2026-11-24`. */
export const monthOf = (day: string): string => day.slice(0, day.lastIndexOf('-'));

/** Address of a period's page inside a group or the site: `/sport/` and `2026-11` → `/sport/2026/11/`. */
export const periodUrl = (groupUrl: string, period: string): string =>
  `${groupUrl}${period.replace('-', '/')}/`;

/** Page of all periods of a group or the site. */
export const archiveUrl = (groupUrl: string): string => `${groupUrl}archive/`;

/** Sections, like the whole site, are archived by month; tags, authors and series by year. */
export const archivedByMonth = (kind: string): boolean => kind === 'section';
