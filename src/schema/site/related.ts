import { z } from 'zod';
import { KINDS } from '../../model/article.js';
import { count, option } from '../option.js';

const names = z.array(z.string());

/** When two articles are versions of one story. */
export const foldParts = z.object({
  within: z.number().min(0).max(30).default(3),
  alike: z.number().min(0.4).max(1).default(0.6),
});

/** The parts of `related`. */
export const relatedParts = z.object({
  count: option(count(0, 50).default(4), {
    text: 'How many related articles stand at the foot of an article.',
    example: 'related:\n  count: 5',
    unit: 'articles',
  }),
  pageCount: option(count(1, 100).default(12), {
    text: 'How many stand on the page of related news.',
    example: 'related:\n  pageCount: 20',
    unit: 'articles',
  }),
  pages: option(
    z
      .union([z.string().regex(/^(all|none|recent:\s*[1-9]\d*)$/), z.object({ recent: z.int().min(1) })])
      .default('all'),
    {
      text: 'Which articles have a page of related news: `all`, the newest ones (`recent:1000`), or `none`.',
      example: 'related:\n  pages: recent:1000',
      form: '`all`, `none`, or `recent:` and a number',
    },
  ),
  minimum: option(z.number().min(0).max(1).default(0.03), {
    text: 'How near two texts must be to be related: 0 is no word in common, 1 the same words. Larger: fewer articles, and nearer ones; where nothing is near enough, fewer are shown. `dateline related ID --explain` tells the likeness of each.',
    example: 'related:\n  minimum: 0.06',
    form: 'a number from 0 to 1',
  }),
  newer: option(z.boolean().default(true), {
    text: 'Whether a list may hold articles that are newer than its own. `false`: lists look back alone, and a new article changes no page of an older one.',
    example: 'related:\n  newer: false',
  }),
  maxAge: option(count(1, 36_500).optional(), {
    text: 'How many days may lie between an article and what is in its list, before or after. Pins and parts of a series may be farther.',
    example: 'related:\n  maxAge: 730',
    unit: 'days',
    fallback: 'any',
  }),
  never: option(
    z
      .object({
        sections: names.default([]),
        kinds: z.array(z.enum(KINDS)).default([]),
      })
      .prefault({}),
    {
      text: 'What is in no list unless an editor pins it: articles of these `sections` (and of those inside) and `kinds`. They have lists of their own. Paid-for stories are in none in any case.',
      example: 'related:\n  never: { sections: [notices], kinds: [letter] }',
      form: '`sections`, a list of sections, and `kinds`, a list of kinds',
      fallback: 'nothing',
    },
  ),
  series: option(z.boolean().default(false), {
    text: 'Whether the parts before and after in a series come first, behind the pins, whatever they say.',
    example: 'related:\n  series: true',
  }),
  reasons: option(z.boolean().default(false), {
    text: 'Whether readers are told why each article stands on the page of related news: that you chose it, its series, names and words that both tell of, topics that both have. Templates find it in `reasons`. It takes some time of each build in which much is new.',
    example: 'related:\n  reasons: true',
  }),
  translations: option(z.boolean().default(false), {
    text: 'In a site of several languages: whether the list of a story that is translated also holds what is related to its translations. Readers are shown it in their language where it is translated, else in the language that it is in, which the card says. Each story stands there once. `false`: lists keep to one language.',
    example: 'related:\n  translations: true',
  }),
  fold: option(z.union([z.boolean(), foldParts]).default(true), {
    text: 'Whether versions of one story (the same agency story twice, a shorter cut, an update) stand in lists of related news and on fronts as one, with all credits. `within`: days after the first version within which another may belong to it, from 0 to 30 (default 3). `alike`: the share of the shorter text that must stand word for word in the longer one, from 0.4 to 1 (default 0.6).',
    example: 'related:\n  fold: { within: 2, alike: 0.8 }',
    form: '`true`, `false`, or `within` and `alike`',
  }),
});
