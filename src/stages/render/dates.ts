import { remember } from './memo.js';

/** Styles of the `date` filter: what they are to `Intl.DateTimeFormat`. */
export const DATE_STYLES = {
  short: { dateStyle: 'short' },
  medium: { dateStyle: 'medium' },
  long: { dateStyle: 'long' },
  full: { dateStyle: 'full' },
  time: { timeStyle: 'short' },
  datetime: { dateStyle: 'long', timeStyle: 'short' },
  day: { day: 'numeric', month: 'long' },
  'short-day': { day: 'numeric', month: 'short' },
  month: { year: 'numeric', month: 'long' },
  'month-name': { month: 'long' },
  year: { year: 'numeric' },
  'own-calendar': { dateStyle: 'long' },
} as const satisfies { readonly [style: string]: Intl.DateTimeFormatOptions };

/** For messages and for the check of templates; `iso` leaves a date as it is. */
export const DATE_STYLE_NAMES: readonly string[] = [...Object.keys(DATE_STYLES), 'iso'];

/** A year, a month or a day: they mean the same in every time zone. */
const PERIOD = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** A formatter of the dates of views. Null: the text is no date. */
export type DateFormat = (
  iso: string,
  style: keyof typeof DATE_STYLES,
  locales: readonly string[],
) => string | null;

/**
 * Dates by language, in one time zone. `locales` ends in a language that `Intl` knows, so that the machine's own
 * language is never asked. Formatters are kept: making one costs more than a page.
 */
export function dateFormat(timeZone: string): DateFormat {
  const formats = new Map<string, (iso: string) => string | null>();
  return (iso, style, locales) =>
    remember(formats, `${style} ${locales[0] ?? ''}`, () =>
      style === 'own-calendar' ? ownCalendar(locales) : formatterOf(DATE_STYLES[style], locales, timeZone),
    )(iso);
}

/** So many dates of one style are kept: a story's stands on the pages of its neighbours, and writing it is slow. */
const MOST_KEPT = 20_000;

/** Writes moments. Persian sets the weekday before the date, which `Intl` turns round in its full style. */
function writer(
  style: Intl.DateTimeFormatOptions,
  locales: readonly string[],
  timeZone: string,
): (ms: number) => string {
  // Papers in Albanian count 24 hours, whatever `Intl` says.
  const isAlbanian = /^sq\b/.test(new Intl.DateTimeFormat([...locales]).resolvedOptions().locale);
  const hours = isAlbanian && 'timeStyle' in style ? { hourCycle: 'h23' as const } : {};
  let format = new Intl.DateTimeFormat([...locales], { ...style, ...hours, timeZone });
  // Where the medium date has figures alone (11/24/2026, 24. 11. 2026), readers are told the month by its name.
  if (!/\p{L}/u.test(format.format(0))) {
    if (style.dateStyle === 'medium')
      format = new Intl.DateTimeFormat([...locales], { ...style, dateStyle: 'long', timeZone });
    if (style.month === 'short')
      format = new Intl.DateTimeFormat([...locales], { ...style, month: 'long', timeZone });
  }
  if (style.dateStyle !== 'full' || !/^fa\b/.test(format.resolvedOptions().locale))
    return (ms) => format.format(ms);
  const weekday = new Intl.DateTimeFormat([...locales], { weekday: 'long', timeZone });
  const date = new Intl.DateTimeFormat([...locales], { dateStyle: 'long', timeZone });
  return (ms) => `${weekday.format(ms)} ${date.format(ms)}`;
}

/**
 * From when to when a Gregorian month or year is in the language's own calendar: "۱۰ آبان تا ۹ آذر ۱۴۰۵". Empty where
 * that is the Gregorian one.
 */
function ownCalendar(locales: readonly string[]): (iso: string) => string | null {
  const days = new Intl.DateTimeFormat([...locales], { ...DATE_STYLES.long, timeZone: 'UTC' });
  const years = new Intl.DateTimeFormat([...locales], { ...DATE_STYLES.year, timeZone: 'UTC' });
  const gregorian = days.resolvedOptions().calendar === 'gregory';
  return (iso) => {
    const [, year = '', month, day] = PERIOD.exec(iso) ?? [];
    if (year === '' || day !== undefined) return null;
    if (gregorian) return '';
    const first = Date.UTC(Number(year), Number(month ?? 1) - 1, 1);
    const last = Date.UTC(Number(year), Number(month ?? 12), 0);
    return (month === undefined ? years : days).formatRange(first, last);
  };
}

function formatterOf(
  style: Intl.DateTimeFormatOptions,
  locales: readonly string[],
  timeZone: string,
): (iso: string) => string | null {
  const instants = writer(style, locales, timeZone);
  const days = writer(style, locales, 'UTC');
  // The archive's years and months are Gregorian, also where the language reckons by another calendar.
  const periods = new Intl.DateTimeFormat([...locales], { ...style, calendar: 'gregory', timeZone: 'UTC' });
  const write = (iso: string): string | null => {
    const period = PERIOD.exec(iso);
    if (period !== null) {
      const ms = Date.UTC(Number(period[1]), Number(period[2] ?? 1) - 1, Number(period[3] ?? 1));
      return new Date(ms).toISOString().startsWith(iso)
        ? period[3] === undefined
          ? periods.format(ms)
          : days(ms)
        : null;
    }
    const ms = INSTANT.test(iso) ? Date.parse(iso) : Number.NaN;
    return Number.isNaN(ms) ? null : instants(ms);
  };
  const kept = new Map<string, string | null>();
  return (iso) => {
    if (kept.size >= MOST_KEPT) kept.clear();
    return remember(kept, iso, () => write(iso));
  };
}
