import { z } from 'zod';
import { MODERN_FORMATS } from '../../model/picture.js';
import { option } from '../option.js';

/** The parts of `pictures`; `config/pictures.ts` makes a `PicturesConfig` of them. */
export const pictureParts = z.object({
  widths: option(z.array(z.int().min(16).max(8192)).min(1).max(12).default([400, 800, 1200, 1600]), {
    text: 'How wide the smaller pictures are, in pixels. None is made wider than its picture.',
    example: 'pictures:\n  widths: [480, 960, 1440]',
    form: 'a list of 1 to 12 widths',
  }),
  formats: option(z.array(z.enum(MODERN_FORMATS)).default([...MODERN_FORMATS]), {
    text: 'What is made besides JPEG, or PNG where something shows through: `avif` is the smallest and takes the longest to make.',
    example: 'pictures:\n  formats: [webp]',
    form: 'a list of `avif` and `webp`, or an empty one',
  }),
  quality: option(z.int().min(1).max(100).default(75), {
    text: 'How much of a picture is kept, as JPEG counts it. AVIF and WebP are made to look alike.',
    example: 'pictures:\n  quality: 82',
    form: 'a number from 1 to 100',
  }),
  cards: option(
    z
      .union([z.string().regex(/^(all|none|recent:\s*[1-9]\d*)$/), z.object({ recent: z.int().min(1) })])
      .default('none'),
    {
      text: 'For which articles without a photograph a card is drawn, with headline, section and name of the site, that social networks show with links to them: `all`, the newest ones (`recent:500`), or `none`. A card takes a twentieth of a second once.',
      example: 'pictures:\n  cards: recent:500',
      form: '`all`, `none`, or `recent:` and a number',
    },
  ),
  colours: option(z.record(z.string(), z.string()).default({}), {
    text: 'The ground of drawn cards by the address of the section, and `default` for all others. Letters on it are black or white, whichever is read better.',
    example: 'pictures:\n  colours: { sport: "#1f6f2e", default: "#b3131b" }',
    form: 'a section, a colon and a colour such as `"#1f6f2e"`',
    fallback: 'the colours of the theme, and the newsroom’s own in `theme.brand`',
  }),
});

export type PictureOptions = z.infer<typeof pictureParts>;
