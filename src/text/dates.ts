import type { Moment } from '../model/article.js';
import { dayInZone, fromWall, isoInZone, utc } from './zones.js';

export { dayInZone, formatLong, formatter, isoInZone, isZone, offsetAt } from './zones.js';

/**
 * Why a text is no date:
 *
 * - `impossible`: it reads as a date that no calendar or clock has; `part` and `value` say where
 * - `ambiguous`: `03/04/2023`, which is March in one country and April in another
 * - `incomplete`: a year or a month alone, a year of two digits
 * - `zone`: a zone by an abbreviation that means several
 * - `unknown`: not like any date
 */
export type DateFault =
  | {
      readonly reason: 'impossible';
      readonly part: 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'offset';
      readonly value: string;
      /** Where the month has no such day, its last one: `2026-02-28`. */
      readonly last?: string;
    }
  | { readonly reason: 'ambiguous'; readonly either: readonly [string, string] }
  | { readonly reason: 'zone'; readonly value: string }
  | { readonly reason: 'incomplete' | 'unknown' };

export type DateResult = { readonly moment: Moment } | { readonly fault: DateFault };

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:\s*([ap])\.?m\.?)?`;
const OFFSET = String.raw`\s*(Z|[A-Z]{2,5}|(?:UTC|GMT)?\s?[+\-−]\d{1,2}(?::?\d{2})?)?(?:\s*[[(].*)?`;
const TAIL = String.raw`(?:(?:T|,?\s+(?:at\s+)?)${TIME}${OFFSET})?`;

const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TAIL}$`, 'i');
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/i;
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4})${TAIL}$`, 'i');
const WEEKDAY = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?`;
const MONTH = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const DAY_MONTH = new RegExp(
  String.raw`^${WEEKDAY}(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(?:of\s+)?${MONTH},?[\s-]+(\d{4})${TAIL}$`,
  'i',
);
const MONTH_DAY = new RegExp(
  String.raw`^${WEEKDAY}${MONTH}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})${TAIL}$`,
  'i',
);
/** Two digits for the year, or a part of a date alone. */
const PARTIAL = /^(\d{4}|\d{4}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2}|\d{1,2}[-/.]\d{4})$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Zones that RFC 2822 names; all other abbreviations mean several places. */
const NAMED_ZONES: { readonly [name: string]: number } = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
};

/**
 * Reads a date in any common form that means one thing alone. Without a zone it is in `zone`; a bare day is 00:00
 * there. Where the zone's clocks show a time twice or skip it, see `fromWall`.
 */
export function parseMoment(written: string, zone: string): DateResult {
  const text = latinDigits(written.trim());
  let m = YEAR_FIRST.exec(text);
  if (m) return moment(zone, group(m, 1), group(m, 3), group(m, 4), m.slice(5));
  m = YEAR_LAST.exec(text);
  if (m) return yearLast(zone, group(m, 1), group(m, 2), group(m, 3), group(m, 4), m.slice(5));
  m = DAY_MONTH.exec(text);
  if (m) return moment(zone, group(m, 3), monthNumber(group(m, 2)), group(m, 1), m.slice(4));
  m = MONTH_DAY.exec(text);
  if (m) return moment(zone, group(m, 3), monthNumber(group(m, 1)), group(m, 2), m.slice(4));
  m = COMPACT.exec(text);
  if (m) {
    const [hour, minute, second, offset] = m.slice(4);
    return moment(zone, group(m, 1), group(m, 2), group(m, 3), [
      hour,
      minute,
      second,
      undefined,
      undefined,
      offset,
    ]);
  }
  return { fault: { reason: PARTIAL.test(text) ? 'incomplete' : 'unknown' } };
}

/** The moment at which a day that a file's name gives begins: `2023`, `06`, `30`. */
export function startOfDay(year: string, month: string, day: string, zone: string): DateResult {
  return moment(zone, year, month, day, []);
}

/** A moment of which only the milliseconds are known. */
function momentAt(ms: number, zone: string, timed = true): Moment {
  return { ms, iso: isoInZone(zone, ms), day: dayInZone(zone, ms), timed };
}

const group = (match: RegExpExecArray, index: number): string => match[index] ?? '';
const monthNumber = (name: string): string => String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);

/** `30.6.2023` is day first everywhere; with `/` and `-` only the numbers can say which is the month. */
function yearLast(
  zone: string,
  first: string,
  sign: string,
  second: string,
  year: string,
  tail: readonly (string | undefined)[],
): DateResult {
  const [a, b] = [Number(first), Number(second)];
  if (sign === '.' || a > 12 || a === b) return moment(zone, year, second, first, tail);
  if (b > 12) return moment(zone, year, first, second, tail);
  const iso = (month: string, day: string): string =>
    `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { fault: { reason: 'ambiguous', either: [iso(second, first), iso(first, second)] } };
}

type Part = Extract<DateFault, { reason: 'impossible' }>['part'];
const impossible = (part: Part, value: string, last?: string): DateResult => ({
  fault: { reason: 'impossible', part, value, ...(last === undefined ? {} : { last }) },
});

function moment(
  zone: string,
  year: string,
  month: string,
  day: string,
  [hour, minute, second, fraction, half, offset]: readonly (string | undefined)[],
): DateResult {
  const y = Number(year);
  const mo = Number(month);
  const d = Number(day);
  if (y < 1) return impossible('year', year);
  if (mo < 1 || mo > 12) return impossible('month', month);
  if (d < 1) return impossible('day', day);
  if (d > daysIn(y, mo))
    return impossible('day', day, [year, month.padStart(2, '0'), daysIn(y, mo)].join('-'));
  if (hour === undefined) return made(zone, fromWall(zone, utc(y, mo, d)), false);

  let h = Number(hour);
  if (h > 23 || (half !== undefined && (h < 1 || h > 12))) {
    return impossible('hour', half === undefined ? hour : `${hour}:${minute ?? '00'}${half.toLowerCase()}m`);
  }
  if (half !== undefined) h = (h % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  if (Number(minute) > 59) return impossible('minute', minute ?? '');
  if (Number(second ?? 0) > 59) return impossible('second', second ?? '');
  const millis = fraction === undefined ? 0 : Number(fraction.slice(0, 3).padEnd(3, '0'));
  const wall = utc(y, mo, d, h, Number(minute), Number(second ?? 0));
  // Exports write midnight to the second where the old system kept only a day; by hand one writes `00:00`.
  const timed = second === undefined || millis > 0 || wall !== utc(y, mo, d);
  if (offset === undefined) return made(zone, fromWall(zone, wall) + millis, timed);

  const ahead = offsetMinutes(offset);
  if (ahead === null) return { fault: { reason: 'zone', value: offset } };
  if (!(Math.abs(ahead) <= 18 * 60)) return impossible('offset', offset);
  return made(zone, wall - ahead * 60_000 + millis, timed);
}

const EARLIEST = utc(1, 1, 1);
const LATEST = utc(9999, 12, 31, 23, 59, 59);

function made(zone: string, ms: number, timed: boolean): DateResult {
  // A zone can push the first or last hours out of the years that four digits hold.
  if (ms < EARLIEST || ms > LATEST) return impossible('year', ms < EARLIEST ? '0' : '10000');
  return { moment: momentAt(ms, zone, timed) };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Minutes ahead of UTC: `Z`, `+02:00`, `-0400`, `+2`, `GMT+0200`, `EST`; null for other abbreviations. */
function offsetMinutes(text: string): number | null {
  const named = NAMED_ZONES[text.toLowerCase()];
  if (named !== undefined) return named;
  const m = /([+\-−])(\d{1,2}):?(\d{2})?$/.exec(text);
  if (!m) return null;
  const minutes = Number(m[2]) * 60 + Number(m[3] ?? 0);
  return Number(m[3] ?? 0) > 59 ? Number.NaN : m[1] === '+' ? minutes : -minutes;
}

/** Arabic, Persian, Devanagari and full-width digits as Latin ones, so that editors may write dates in their own. */
function latinDigits(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  return text
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/[٠-٩]/g, (c) => String(c.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (c) => String(c.charCodeAt(0) - 0x6f0))
    .replace(/[०-९]/g, (c) => String(c.charCodeAt(0) - 0x966))
    .replace(/[０-９]/g, (c) => String(c.charCodeAt(0) - 0xff10));
}
