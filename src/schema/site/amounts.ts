import { z } from 'zod';
import { count, option } from '../option.js';

/** The parts of `front`: how much stands on fronts. Which stories stand there by choice is in `schema/front.ts`. */
export const frontParts = z.object({
  secondary: option(count(0, 50).default(6), {
    text: 'Stories beside the lead of the home page.',
    example: 'front:\n  secondary: 4',
    unit: 'stories',
  }),
  latest: option(count(0, 100).default(12), {
    text: 'Stories in the list of the latest news on the home page.',
    example: 'front:\n  latest: 15',
    unit: 'stories',
  }),
  perSection: option(count(0, 50).default(5), {
    text: 'Stories in the block of each section on the home page.',
    example: 'front:\n  perSection: 4',
    unit: 'stories',
  }),
  opinion: option(count(0, 50).default(4), {
    text: 'Opinion pieces set apart on the home page.',
    example: 'front:\n  opinion: 3',
    unit: 'stories',
  }),
  group: option(count(1, 200).default(20), {
    text: 'Stories on the front of a section, tag, author or series. Older ones are in its archive.',
    example: 'front:\n  group: 30',
    unit: 'stories',
  }),
});

/** The parts of `archive`. */
export const archiveParts = z.object({
  pageSize: option(count(5, 1000).default(50), {
    text: 'Stories on one page of an archive. Pages are numbered from the oldest story up.',
    example: 'archive:\n  pageSize: 100',
    unit: 'stories',
  }),
});

/** The parts of `excerpt`. */
export const excerptParts = z.object({
  length: option(count(20, 2000).default(180), {
    text: 'How long an excerpt may be, the "…" included. It is cut at the end of a word.',
    example: 'excerpt:\n  length: 200',
    unit: 'characters',
  }),
});

/** The parts of `assets`. */
export const assetParts = z.object({
  keep: option(count(0, 3650).default(30), {
    text: 'How long style sheets, scripts and fonts stay online after the site has others in their place: pages that a reader’s browser or a cache still holds ask for them. `0`: they go with the next build.',
    example: 'assets:\n  keep: 90',
    unit: 'days',
  }),
});
