import { z } from 'zod';
import { KINDS } from '../../model/article.js';

const names = z.array(z.string());

const may = (what: string) => z.enum(['allow', 'disallow']).default('allow').describe(what);

/** The parts of `crawlers`; who belongs to which is in `stages/sitemaps/crawlers.ts`. */
export const crawlerParts = z.object({
  training: may('Programs that gather texts to train language models with.'),
  search: may('Programs that fill the index of an AI’s search and send readers to its sources.'),
  user: may('Programs that fetch a page because somebody asked an AI about it.'),
  lines: names
    .default([])
    .describe(
      'Lines of your own for robots.txt. They stand under `User-agent: *`, until one of them names another program.',
    ),
});

/** The parts of `newsSitemap`. */
export const newsSitemapParts = z.object({
  name: z
    .string()
    .optional()
    .describe('The name of the publication, letter for letter as Google News has it. Default: `title`.'),
  sections: names.default([]).describe('Stories of these sections alone.'),
  kinds: z
    .array(z.enum(KINDS))
    .default([])
    .describe('Stories of these kinds alone. Sponsored ones never are in it.'),
});
