import { z } from 'zod';
import { flag, line, list, name, paths, shaped } from './field.js';
import { isWebAddress, languageTag, picture, templateName } from './values.js';

/** The front matter of a profile: `content/{authors,sections,tags,series}/NAME.md`. */
export const profileFields = z.object({
  title: line({
    doc: 'Name as readers see it.',
    example: 'title: Rudina Leka',
    otherwise: 'from the file’s name',
    names: ['name', 'displayName', 'fullName'],
  }),
  description: line({
    doc: 'One or two sentences.',
    example: 'description: Covers railways.',
    names: ['summary', 'bio', 'deck', 'about', 'excerpt'],
  }),
  picture: picture('picture: rudina-leka.jpg', [
    'image',
    'photo',
    'avatar',
    'portrait',
    'cover',
    'thumbnail',
    'featuredImage',
  ]),
  order: shaped(z.number().optional(), 'number', 'a number', {
    doc: 'Smaller stands first.',
    example: 'order: 10',
    names: ['weight'],
  }),
  names: list(200, {
    doc: 'Other names by which articles may call it.',
    example: 'names: [R. Leka]',
    names: ['alsoKnownAs', 'aka', 'synonyms'],
  }),
  aliases: paths(1000, {
    doc: 'Old addresses on this site that lead here.',
    example: 'aliases: [/staff/rudina/]',
    names: ['redirectFrom'],
  }),
  role: line({
    doc: 'An author’s job title.',
    example: 'role: Transport editor',
    names: ['jobTitle', 'position', 'job'],
  }),
  organization: flag({
    doc: 'For an author that is an agency or a desk and no person: search engines are told so.',
    example: 'organization: true',
    otherwise: '`false`',
  }),
  email: shaped(
    z
      .string()
      .regex(/^[^\s@<>"']+@[^\s@<>"']+$/)
      .optional(),
    'name',
    'an e-mail address',
    {
      doc: 'Shown on the author’s page.',
      example: 'email: rudina@example.org',
      names: ['mail'],
    },
  ),
  sameAs: shaped(
    z.array(z.string().refine(isWebAddress)).max(50).default([]),
    'paths',
    'a list of addresses',
    {
      doc: 'Addresses of the same person or topic elsewhere.',
      example: 'sameAs: [https://mastodon.social/@rudina]',
      names: ['links', 'website', 'bioUrl'],
    },
  ),
});

/** The front matter of a standing page: `content/pages/**.md`. */
export const pageFields = z.object({
  title: line({ doc: 'Headline.', example: 'title: About us', otherwise: 'the first heading of the text' }),
  description: line({
    doc: 'One sentence for search engines.',
    example: 'description: Who we are.',
    names: ['summary', 'excerpt'],
  }),
  url: name({
    doc: 'Address on this site, where it must be another than the file’s path makes.',
    example: 'url: /imprint/',
    names: ['permalink'],
    expects: 'a path on this site, such as `/imprint/`',
  }),
  lang: shaped(languageTag(), 'language', 'a language tag, such as `sq` or `en-GB`', {
    doc: 'Language of the page.',
    example: 'lang: sq',
    otherwise: 'the site’s `language`',
    names: ['language', 'locale'],
  }),
  translationOf: name({
    doc: 'On a site in several languages: file or address of the page of which this one is a translation, where it has not the same path.',
    example: 'translationOf: /about/',
    expects: 'the file or address of another page',
  }),
  noindex: flag({
    doc: 'Search engines are asked to leave the page out.',
    example: 'noindex: true',
    otherwise: '`false`',
  }),
  draft: flag({ doc: 'Not shown to anybody.', example: 'draft: true', otherwise: '`false`' }),
  template: shaped(templateName(), 'name', 'the name of a template, such as `contact.njk`', {
    doc: 'Another template than `page.njk`.',
    example: 'template: contact.njk',
  }),
  aliases: paths(1000, {
    doc: 'Old addresses on this site that lead here.',
    example: 'aliases: [/about-us.html]',
    names: ['redirectFrom'],
  }),
});
