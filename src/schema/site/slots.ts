import { z } from 'zod';
import { option } from '../option.js';

const heights = option(
  z.union([z.int().min(0).max(5000), z.record(z.string(), z.int().min(0).max(5000))]).optional(),
  {
    text: 'The height of the slot in pixels, or heights by the width of the window from which they count.',
    example: 'slots:\n  after-lead: 250\n  in-article: { 0: 280, 728: 90 }',
    form: 'a height in pixels such as `250`, or heights by width such as `{ 0: 280, 728: 90 }`',
  },
);

/** Slots that can keep room; `head` shows nothing. */
export const slotParts = z.object({ 'after-lead': heights, 'in-article': heights, footer: heights });
