import type { Problem } from '../../model/problem.js';
import type { Located } from '../locate.js';
import { shown } from '../quote.js';

/** What is wrong with the slots of a curated front. */

export const slotEmpty = (place: Located, name: string): Problem => ({
  ...place,
  code: 'slot-empty',
  severity: 'warning',
  message: `The slot \`${shown(name)}\` names no article and has no query, so it will never show anything.`,
  hint: 'Add articles with `items: [world/summit-ends]`, or let it fill itself: `query: { section: world, limit: 3 }`',
});

export const slotDuplicate = (place: Located, name: string): Problem => ({
  ...place,
  code: 'slot-duplicate',
  severity: 'error',
  message: `There are two slots called \`${shown(name)}\`, and a template could not tell them apart.`,
  hint: 'Give one of them another name, or put their articles into one slot.',
});

export const slotTime = (place: Located, name: string, value: string): Problem => ({
  ...place,
  code: 'slot-time',
  severity: 'error',
  message: `\`${shown(name)}\` is \`${shown(value)}\`, which is not a date.`,
  hint: `Write the day and, if you like, the time: \`${shown(name)}: 2026-11-24 18:00\``,
});

export const slotTimesCrossed = (place: Located): Problem => ({
  ...place,
  code: 'slot-times-crossed',
  severity: 'error',
  message: '`until` is not after `from`, so this slot would never be shown.',
  hint: 'Write a later time behind `until:`, or an earlier one behind `from:`.',
});
