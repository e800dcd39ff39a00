// How much room a measurement takes, so that it does not end half done on a full disk.
import { existsSync, readFileSync, statfsSync } from 'node:fs';

const TMPFS = 0x01021994;

/** Room for an article: bytes in whole pages of 4 KB, and files with their folders. Measured, and rounded up. */
const NEWSROOM = { bytes: 9_000, files: 1 };
const ROOM = {
  // The finished site; the caches.
  dateline: { site: { bytes: 50_000, files: 5.5 }, rest: { bytes: 13_000, files: 0.1 } },
  hugo: { site: { bytes: 21_000, files: 2.6 }, rest: { bytes: 0, files: 0 } },
  eleventy: { site: { bytes: 25_000, files: 2.8 }, rest: { bytes: 0, files: 0 } },
  astro: { site: { bytes: 25_000, files: 2.8 }, rest: { bytes: 45_000, files: 2.8 } },
};
/** Another Dateline has a copy of the newsroom besides. */
const copying = {
  ...ROOM.dateline,
  rest: {
    bytes: ROOM.dateline.rest.bytes + NEWSROOM.bytes,
    files: ROOM.dateline.rest.files + NEWSROOM.files,
  },
};
const roomOf = (key) => ({ ...ROOM, 'hugo-plain': ROOM.hugo, before: copying, release: copying })[key];

/**
 * What a newsroom of so many articles takes at most, with the sites of all entrants.
 *
 * @param keys who builds
 * @param twice whether a site stands there a second time: as a copy, or as pages that wait to take the place of all others
 */
export function neededRoom(count, keys, twice) {
  const rooms = keys.map(roomOf);
  const sum = (figure) =>
    NEWSROOM[figure] +
    rooms.reduce((total, { site, rest }) => total + site[figure] + rest[figure], 0) +
    (twice ? Math.max(...rooms.map(({ site }) => site[figure])) : 0);
  return { bytes: Math.ceil(count * sum('bytes')), files: Math.ceil(count * sum('files')) };
}

export const inMemory = (dir) => statfsSync(dir).type === TMPFS;

/** What builds themselves take of the memory that files would fill. */
const BUILDS = 3e9;

/** What a folder has free: bytes and files (`null`: as many as one likes). */
export function freeRoom(dir) {
  const { bavail, bsize, ffree, files } = statfsSync(dir);
  const left = existsSync('/proc/meminfo')
    ? Number(/^MemAvailable:\s+(\d+) kB/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1] ?? Number.NaN) *
      1024
    : Number.NaN;
  const bytes = bavail * bsize;
  return {
    bytes: inMemory(dir) && left - BUILDS < bytes ? Math.max(0, left - BUILDS) : bytes,
    files: files === 0 ? null : ffree,
  };
}

const gigabytes = (bytes) => `${(bytes / 1e9).toFixed(1)} GB`;
const millions = (files) => `${(files / 1e6).toFixed(2)} million files`;

/** Says what is needed and what is there; `short` where that is too little. */
export function compareRoom(needed, free, dir) {
  const short = needed.bytes > free.bytes || (free.files !== null && needed.files > free.files);
  const has = [gigabytes(free.bytes), ...(free.files === null ? [] : [millions(free.files)])];
  return {
    short,
    text: `It needs about ${gigabytes(needed.bytes)} and ${millions(needed.files)} in ${dir}, which has room for ${has.join(' and ')}.`,
  };
}
