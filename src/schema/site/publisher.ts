import { z } from 'zod';
import type { ADDRESS_PARTS, Policy } from '../../model/machines.js';
import { option } from '../option.js';

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

const mail = (what: string) =>
  option(
    z
      .string()
      .regex(/^[^\s@]+@[^\s@]+$/)
      .optional(),
    {
      text: what,
      example: 'publisher:\n  email: newsroom@example.org',
      form: 'an e-mail address',
    },
  );

const telephone = (what: string) =>
  option(
    z
      .string()
      .regex(/^\+?[\d\s()./-]{3,30}$/)
      .optional(),
    {
      text: what,
      example: 'publisher:\n  telephone: +355 4 222 3333',
      form: 'a number with the country’s, such as `+355 4 222 3333`',
    },
  );

/** How the newsroom is reached. */
const contacts = {
  email: mail('Where readers write to the newsroom.'),
  telephone: telephone('The newsroom’s telephone.'),
  address: option(
    z
      .object({
        streetAddress: text.optional(),
        addressLocality: text.optional(),
        addressRegion: text.optional(),
        postalCode: text.optional(),
        addressCountry: z
          .string()
          .regex(/^[A-Z]{2}$/)
          .optional(),
      } satisfies Record<(typeof ADDRESS_PARTS)[number], z.ZodOptional>)
      .optional(),
    {
      text: 'Where the newsroom is: `streetAddress`, `addressLocality` (the town), `addressRegion`, `postalCode`, `addressCountry` in two letters.',
      example:
        'publisher:\n  address: { streetAddress: 1 Harbour Road, addressLocality: Durrës, postalCode: "2001", addressCountry: AL }',
      form: '`streetAddress`, `addressLocality`, `addressRegion`, `postalCode`, and `addressCountry` in two letters such as `AL`',
    },
  ),
  contactPoint: option(
    z
      .array(
        z.object({
          contactType: text,
          email: mail('Where to write.'),
          telephone: telephone('Where to call.'),
        }),
      )
      .default([]),
    {
      text: 'Whom to reach for what: each has a `contactType` in words (`corrections`, `letters`), with `email` or `telephone`.',
      example:
        'publisher:\n  contactPoint:\n    - { contactType: corrections, email: corrections@example.org }',
      form: 'a list; each entry has `contactType`, and `email` or `telephone`',
    },
  ),
};

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
  alternateName: names.default([]).describe('Other names of the paper, such as its initials.'),
  legalName: text.optional().describe('The registered name of the company or association that publishes it.'),
  ...contacts,
  ...policies,
});
