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
  month: { year: 'numeric', month: 'long' },
  'month-name': { month: 'long' },
  year: { year: 'numeric' },
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
  const formatters = new Map<string, Intl.DateTimeFormat>();
  return (iso, style, locales) => {
    const period = PERIOD.exec(iso);
    const ms = period
      ? Date.UTC(Number(period[1]), Number(period[2] ?? 1) - 1, Number(period[3] ?? 1))
      : INSTANT.test(iso)
        ? Date.parse(iso)
        : Number.NaN;
    if (Number.isNaN(ms)) return null;
    const zone = period ? 'UTC' : timeZone;
    const key = `${style} ${zone} ${locales[0] ?? ''}`;
    const options = { ...DATE_STYLES[style], timeZone: zone };
    return remember(formatters, key, () => new Intl.DateTimeFormat([...locales], options)).format(ms);
  };
}
