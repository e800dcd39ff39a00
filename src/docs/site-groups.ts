import type { SiteOptions } from '../schema/site.js';

/** The order and grouping of options in the documentation. */
export const SITE_GROUPS: readonly {
  readonly title: string;
  readonly options: readonly (keyof SiteOptions)[];
}[] = [
  {
    title: 'The newsroom',
    options: [
      'title',
      'tagline',
      'description',
      'url',
      'id',
      'language',
      'languages',
      'timezone',
      'copyright',
      'publisher',
      'image',
    ],
  },
  { title: 'Sections and links', options: ['sections', 'defaultSection', 'navigation', 'footer'] },
  { title: 'Addresses', options: ['permalink', 'slugs', 'redirects', 'elsewhere'] },
  {
    title: 'Articles',
    options: ['fields', 'ignore', 'excerpt', 'html', 'remotePictures', 'pictures', 'syndication'],
  },
  { title: 'Safety', options: ['security'] },
  { title: 'Feeds', options: ['feeds'] },
  { title: 'Search engines and other programs', options: ['newsSitemap', 'crawlers'] },
  { title: 'Related news', options: ['related'] },
  { title: 'Fronts and archives', options: ['front', 'archive'] },
  { title: 'Search', options: ['search'] },
  { title: 'The theme', options: ['texts', 'theme', 'icons', 'fragments', 'slots', 'assets', 'extra'] },
  { title: 'Messages', options: ['severity'] },
];
