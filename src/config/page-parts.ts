import { type Config, SLOT_NAMES } from '../model/config.js';
import type { Problem } from '../model/problem.js';
import { slotWidth } from '../problems/config/parts.js';
import { invalidPath, unsafePath } from '../problems/config/values.js';
import type { Located } from '../problems/locate.js';
import type { SiteOptions } from '../schema/site.js';
import { climbs } from './address.js';
import type { Path } from './fit.js';

type PlaceOf = (path: Path, part?: 'key' | 'value') => Located;

/** The room that slots keep, from the narrowest window on. */
export function readSlots(
  slots: SiteOptions['slots'],
  placeOf: PlaceOf,
  problems: Problem[],
): Config['slots'] {
  return SLOT_NAMES.flatMap((name) => {
    const written = name === 'head' ? undefined : slots[name];
    if (written === undefined) return [];
    const heights = Object.entries(typeof written === 'number' ? { 0: written } : written);
    for (const [width] of heights) {
      if (!/^\d{1,5}$/.test(width)) problems.push(slotWidth(placeOf(['slots', name, width], 'key'), width));
    }
    return [
      {
        name,
        heights: heights
          .map(([width, height]) => ({ from: Number(width), height }))
          .sort((a, b) => a.from - b.from),
      },
    ];
  });
}

/** Paths of pictures; where none are written, those that the theme shows. */
export function readIcons(
  { icons, theme, publisher }: SiteOptions,
  placeOf: PlaceOf,
  problems: Problem[],
): Config['icons'] {
  icons.forEach((path, i) => {
    const place = placeOf(['icons', i]);
    if (climbs(path)) problems.push(unsafePath(place, 'icons', path));
    else if (!/^\/[^\s?#]+$/.test(path)) problems.push(invalidPath(place, 'icons', path));
  });
  if (icons.length > 0) return icons;
  return [theme.icon, publisher.logo, theme.logo]
    .flatMap((path) => (typeof path === 'string' && path.startsWith('/') ? [path] : []))
    .slice(0, 1);
}
