import { z } from 'zod';

/** A link with its words. */
export const link = z.object({
  name: z.string().describe('What readers see.'),
  url: z.string().describe('A path on this site that begins with `/`, or a whole address.'),
});

/** Words of the theme; where their number matters, several by its form. */
export const texts = z.record(z.string(), z.union([z.string(), z.record(z.string(), z.string())]));

/** A section in another language: its name alone, or its parts. */
const translatedSection = z.union([
  z.string(),
  z.object({
    title: z.string().describe('Its name in this language.'),
    slug: z.string().optional().describe('Its address in this language. Default: as in the main language.'),
    nav: z.boolean().default(true).describe('`false` leaves it out of the navigation of this language.'),
  }),
]);

/** What a site says otherwise in one of its other languages; `config/languages.ts` makes a `Config` of it. */
export const languageParts = z.object({
  prefix: z
    .string()
    .optional()
    .describe('Under which address all of its pages stand: `/sq/`. Default: its tag.'),
  name: z.string().optional().describe('What the switch calls it. Default: its own name for itself.'),
  title: z.string().optional().describe('The name of the newsroom in this language.'),
  tagline: z.string().optional().describe('The line under the name.'),
  description: z.string().optional().describe('What the site is, for search engines and feeds.'),
  copyright: z.string().optional().describe('The line at the foot of every page.'),
  sections: z
    .record(z.string(), translatedSection)
    .optional()
    .describe(
      'The sections of this language in the order of its navigation: the address of the section in the main language, and its name here. Default: those of the main language, by their names there.',
    ),
  navigation: z
    .array(link)
    .optional()
    .describe('The navigation, where it should be other than its sections.'),
  footer: z
    .array(link)
    .optional()
    .describe('Links at the foot of its pages. Default: those of the main language.'),
  texts: texts.default({}).describe('Words of the theme that this site says otherwise in this language.'),
});
