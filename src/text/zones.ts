/**
 * Time zones by the Intl data of this Node, never by the machine's own zone. Offsets are whole minutes (local mean
 * times of before about 1900 are rounded), so that a moment and its RFC 3339 text always say the same.
 */

const MINUTE = 60_000;
const DAY = 86_400_000;

interface Zone {
  readonly wall: Intl.DateTimeFormat;
  /** Offset at 00:00 UTC of a day, by the number of the day. */
  readonly midnights: Map<number, number>;
}

const zones = new Map<string, Zone>();

function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    zone = {
      wall: new Intl.DateTimeFormat('en-US', {
        timeZone: name,
        calendar: 'gregory',
        numberingSystem: 'latn',
        hourCycle: 'h23',
        era: 'short',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      }),
      midnights: new Map(),
    };
    zones.set(name, zone);
  }
  return zone;
}

/** Milliseconds by which the zone is ahead of UTC at a moment; whole minutes. */
export function offsetAt(zone: string, ms: number): number {
  if (zone === 'UTC') return 0;
  const known = zoneOf(zone);
  const day = Math.floor(ms / DAY);
  const before = atMidnight(known, day);
  // No zone changes twice within one day, so where both ends agree nothing changed between.
  return before === atMidnight(known, day + 1) ? before : measure(known, ms);
}

function atMidnight(zone: Zone, day: number): number {
  let offset = zone.midnights.get(day);
  if (offset === undefined) {
    offset = measure(zone, day * DAY);
    zone.midnights.set(day, offset);
  }
  return offset;
}

function measure(zone: Zone, ms: number): number {
  const part: { [type: string]: string } = {};
  for (const { type, value } of zone.wall.formatToParts(ms)) part[type] = value;
  const year = part.era === 'BC' ? 1 - Number(part.year) : Number(part.year);
  const wall = utc(
    year,
    Number(part.month),
    Number(part.day),
    Number(part.hour),
    Number(part.minute),
    Number(part.second),
  );
  return Math.round((wall - Math.floor(ms / 1000) * 1000) / MINUTE) * MINUTE;
}

/** `Date.UTC` for any year (the library's function takes 99 for 1999); months count from 1. */
export function utc(year: number, month: number, day: number, hour = 0, minute = 0, second = 0): number {
  if (year > 99) return Date.UTC(year, month - 1, day, hour, minute, second);
  return new Date(Date.UTC(2000, month - 1, day, hour, minute, second)).setUTCFullYear(year, month - 1, day);
}

/**
 * The moment at which the zone's clocks show a wall time (given as if it were UTC). Where clocks show it twice, the
 * first time; where they skip it, as far after the change as it is after the skip's start: in both cases the offset
 * that held before the change.
 */
export function fromWall(zone: string, wall: number): number {
  const earlier = offsetAt(zone, wall - DAY);
  const later = offsetAt(zone, wall + DAY);
  if (earlier === later || offsetAt(zone, wall - earlier) === earlier) return wall - earlier;
  return offsetAt(zone, wall - later) === later ? wall - later : wall - earlier;
}

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));
const four = (n: number): string => String(n).padStart(4, '0');

/** RFC 3339 with the offset that the zone had then: `2023-06-30T10:00:00+02:00`. Milliseconds only where there are any. */
export function isoInZone(zone: string, ms: number): string {
  const offset = offsetAt(zone, ms);
  const wall = new Date(ms + offset);
  const millis = wall.getUTCMilliseconds();
  const ahead = Math.abs(offset) / MINUTE;
  return (
    `${dateOf(wall)}T${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}:${two(wall.getUTCSeconds())}` +
    `${millis === 0 ? '' : `.${String(millis).padStart(3, '0')}`}` +
    `${offset < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`
  );
}

/** The calendar day in the zone: `2023-06-30`. */
export function dayInZone(zone: string, ms: number): string {
  return dateOf(new Date(ms + offsetAt(zone, ms)));
}

function dateOf(wall: Date): string {
  return `${four(wall.getUTCFullYear())}-${two(wall.getUTCMonth() + 1)}-${two(wall.getUTCDate())}`;
}

/** True for a name that this Node knows as a time zone (`Europe/Tirane`, `UTC`). */
export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** A formatter for one language and zone, made once: making one takes 100 times as long as using it. */
export function formatter(
  lang: string,
  zone: string,
  options: Readonly<Intl.DateTimeFormatOptions>,
): Intl.DateTimeFormat {
  const key = `${lang}|${zone}|${JSON.stringify(options)}`;
  let made = formatters.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(lang, { ...options, timeZone: zone });
    formatters.set(key, made);
  }
  return made;
}

/** The day in the language's long form: `June 30, 2023`, `30 qershor 2023`, `۹ تیر ۱۴۰۲`. */
export function formatLong(lang: string, zone: string, ms: number): string {
  return formatter(lang, zone, LONG).format(ms);
}
const LONG: Readonly<Intl.DateTimeFormatOptions> = { dateStyle: 'long' };
