import { z } from 'zod';

/** A section as it may be written: its name alone, or its parts. */
export type SectionInput =
  | string
  | {
      title?: string | undefined;
      slug?: string | undefined;
      nav: boolean;
      sections?: SectionInput[] | undefined;
    };

/** An entry of `sections`. */
export const section: z.ZodType<SectionInput> = z.lazy(() => z.union([z.string(), sectionParts]));

const sectionParts = z.object({
  title: z.string().optional().describe('Its name for readers. Default: the slug as a name.'),
  slug: z
    .string()
    .optional()
    .describe('Its address: `world` stands at `/world/`. Default: made of the title.'),
  nav: z.boolean().default(true).describe('`false` leaves it out of the main navigation.'),
  get sections() {
    return z.array(section).optional().describe('Sections inside this one, written in the same ways.');
  },
});
