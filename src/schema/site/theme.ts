import { z } from 'zod';
import { SHARE_TARGETS } from '../../model/look.js';
import { option } from '../option.js';

const text = z.string();
const value = z.union([text, z.number()]);

const fontParts = z.object({
  family: text.min(1).describe('The name of the typeface.'),
  file: text.describe('Its file under `content/media/`, such as `/media/fonts/franklin-700.woff2`.'),
  weight: z.int().min(1).max(1000).default(700).describe('How heavy the face in this file is.'),
  style: z.enum(['normal', 'italic']).default('normal').describe('Whether it is upright or italic.'),
  for: z
    .enum(['head', 'text', 'ui'])
    .optional()
    .describe(
      'What it is for: headlines, the text of stories, or all small print. Sets the token of that name.',
    ),
});

/** `theme` of `site.yaml`: what the theme that comes with Dateline reads. Any other name is for templates of the site's own. */
export const themeSchema = z
  .object({
    brand: option(
      z
        .object({
          dark: z.record(text, value).optional().describe('Values for readers whose device is set to dark.'),
        })
        .catchall(value)
        .optional(),
      {
        text: 'Values of tokens by their names (docs/theme.md lists them): colours, typefaces, sizes. `dark` holds those for dark grounds; a colour of words that has none there gets one of its hue that can be read.',
        example: 'theme:\n  brand:\n    red: "#00558c"',
        form: 'names of tokens and their values',
        fallback: 'the theme’s own',
      },
    ),
    fonts: option(z.array(fontParts).optional(), {
      text: 'Typefaces of your own, each with its `family`, its `file` in WOFF2, `weight`, `style`, and what it is `for`: `head`, `text` or `ui`.',
      example:
        'theme:\n  fonts:\n    - { family: Libre Franklin, file: /media/fonts/franklin-700.woff2, weight: 700, for: head }',
      form: 'a list of typefaces',
    }),
    logo: text
      .optional()
      .describe(
        'A picture instead of the name at the top of each page, such as `/media/wordmark.svg`; it is 40 pixels high.',
      ),
    logoDark: text.optional().describe('The same for dark grounds, where the first can’t be read on them.'),
    icon: text
      .optional()
      .describe(
        'The small picture that browsers show beside the title. Without it: `publisher.logo`, else `logo`.',
      ),
    share: option(z.array(z.enum(SHARE_TARGETS)).optional(), {
      text: 'Where readers can pass an article on to, in this order. They are plain links: nobody is asked before a reader follows one. `[]`: none.',
      example: 'theme:\n  share: [copy, whatsapp, telegram]',
      fallback: '`[copy, email, whatsapp, facebook, bluesky]`',
      form: `a list of ${SHARE_TARGETS.map((target) => `\`${target}\``).join(', ')}`,
    }),
  })
  .catchall(z.json());

export type ThemeOptions = z.output<typeof themeSchema>;
