import { z } from 'zod';
import { KINDS } from '../model/article.js';
import type { Policy } from '../model/machines.js';
import { option } from './option.js';

const text = z.string();
const names = z.array(z.string());

const policy = (what: string) =>
  text
    .optional()
    .describe(
      `${what} A page of this site, such as \`/ethics/\`, or a whole address. Search engines read it.`,
    );

/** The pages of `publisher` that say how the newsroom works. */
const policies = {
  publishingPrinciples: policy('The principles of the newsroom’s work.'),
  ethicsPolicy: policy('The code of ethics.'),
  correctionsPolicy: policy('How mistakes are corrected.'),
  verificationFactCheckingPolicy: policy('How facts are checked before publication.'),
  unnamedSourcesPolicy: policy('When sources stay unnamed.'),
  actionableFeedbackPolicy: policy('How readers are heard.'),
  diversityPolicy: policy('Whom the newsroom wants to employ and hear.'),
  diversityStaffingReport: policy('Figures about who works in the newsroom.'),
  missionCoveragePrioritiesPolicy: policy('What the newsroom is for and what it covers first.'),
  masthead: policy('Who makes the paper: names and offices.'),
  ownershipFundingInfo: policy('Who owns it and who pays.'),
  noBylinesPolicy: policy('Why stories have no names of authors, where they have none.'),
} satisfies Record<Policy, z.ZodOptional>;

/** The parts of `publisher`. */
export const publisherParts = z.object({
  name: text.optional().describe('Who publishes the site. Default: `title`.'),
  url: text.optional().describe('The address of the publisher.'),
  logo: text.optional().describe('A picture under `content/`, such as `/media/logo.svg`.'),
  foundingDate: option(
    z
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
      .optional(),
    {
      text: 'Since when the paper exists.',
      example: 'publisher:\n  foundingDate: "1994"',
      form: 'a year or a day, such as `1994` or `1994-05-02`',
    },
  ),
  sameAs: names
    .default([])
    .describe('Addresses of the same newsroom elsewhere: encyclopaedias, social networks.'),
  ...policies,
});

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
  name: text
    .optional()
    .describe('The name of the publication, letter for letter as Google News has it. Default: `title`.'),
  sections: names.default([]).describe('Stories of these sections alone.'),
  kinds: z
    .array(z.enum(KINDS))
    .default([])
    .describe('Stories of these kinds alone. Sponsored ones never are in it.'),
});
