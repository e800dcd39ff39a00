import { DATE_STYLE_NAMES } from '../stages/render/dates.js';

const STYLES = DATE_STYLE_NAMES.filter((name) => name !== 'iso' && name !== 'own-calendar')
  .map((name) => `\`${name}\``)
  .join(', ');

/** What a filter or a function does, with lines that a test runs. */
export interface ToolDoc {
  readonly name: string;
  /** With its arguments: `date(style='long')`. */
  readonly use: string;
  readonly text: string;
  /** A line of a template and what it prints. */
  readonly examples: readonly (readonly [string, string])[];
}

export const FILTER_DOCS: readonly ToolDoc[] = [
  {
    name: 'date',
    use: "date(style='long')",
    text: `A date in the language of the page and the site's time zone. Styles: ${STYLES}; \`iso\` leaves it as it is; \`own-calendar\` says from when to when a month or year such as \`2026-11\` is in the language's own calendar, and nothing where that is the Gregorian one. Takes the dates of views and periods such as \`2026-11\`. Calendar and digits are the language's own (Persian pages have Persian dates); a language tag such as \`fa-u-ca-gregory\` asks for others.`,
    examples: [
      ['{{ article.date | date }}', 'November 24, 2026'],
      ["{{ article.date | date('full') }}", 'Tuesday, November 24, 2026'],
      ["{{ '2026-11' | date('month') }}", 'November 2026'],
    ],
  },
  {
    name: 'excerpt',
    use: 'excerpt(length=180)',
    text: 'A text cut at the end of a word, with "…", to at most so many characters.',
    examples: [["{{ 'The river rose to its highest level.' | excerpt(20) }}", 'The river rose to…']],
  },
  {
    name: 'plural',
    use: 'plural(key)',
    text: "The text of the theme for a number, in the plural of the page's language: `minutes.one`, `minutes.few`, `minutes.other` in `texts/`. The same as `t(key, { n: … })`.",
    examples: [["{{ article.minutes | plural('minutes') }}", '5 minutes']],
  },
  {
    name: 'number',
    use: 'number',
    text: 'A number as the language of the page writes it.',
    examples: [['{{ article.words | number }}', '1,234']],
  },
  {
    name: 'url',
    use: 'url',
    text: "A path of the site, written in a template, as it must be printed: with the folder in which the site lies. Addresses in views don't need it.",
    examples: [["{{ '/about/' | url }}", '/news/about/']],
  },
  {
    name: 'absolute',
    use: 'absolute',
    text: 'A printed path as a whole address, for what leaves the page: social cards, feeds.',
    examples: [['{{ article.url | absolute }}', 'https://post.example/news/2026/11/flood/']],
  },
  {
    name: 'image',
    use: 'image(alt, class, sizes, loading, fetchpriority, …)',
    text: 'The `img` element of a picture: with its alternative text and size, loaded late unless `fetchpriority="high"` or `loading="eager"`. Named arguments are attributes. Nothing where there is no picture.',
    examples: [
      [
        "{{ { src: '/a.jpg', alt: 'A flood', width: 600, height: 400 } | image(class='lead') }}",
        '<img src="/a.jpg" alt="A flood" width="600" height="400" loading="lazy" decoding="async" class="lead">',
      ],
    ],
  },
  {
    name: 'json',
    use: 'json',
    text: 'Data for a script, such as JSON-LD. Nothing in it can end the `script` element.',
    examples: [
      [
        '<script type="application/ld+json">{{ { name: article.section.name, html: "</script>" } | json }}</script>',
        '<script type="application/ld+json">{"name":"World","html":"\\u003c/script\\u003e"}</script>',
      ],
    ],
  },
  {
    name: 'insert',
    use: 'insert(html, after=4)',
    text: 'A text with a piece of HTML behind the paragraph of this number, where at least two more follow; else the text as it is.',
    examples: [
      [
        "{{ '<p>1</p><p>2</p><p>3</p>' | safe | insert('<hr>' | safe, 1) }}",
        '<p>1</p>\n<hr><p>2</p><p>3</p>',
      ],
    ],
  },
];

export const FUNCTION_DOCS: readonly ToolDoc[] = [
  {
    name: 't',
    use: 't(key, values)',
    text: "A text of the theme, from `texts/LANGUAGE.yaml`: in the language of the page, else the site's, else English. `{name}` in the text is the value of that name. Also a filter: `'related' | t`.",
    examples: [
      ["{{ t('related') }}", 'Related'],
      ["{{ t('sponsored.by', { name: 'Ferma' }) }}", 'Paid for by Ferma'],
    ],
  },
  {
    name: 'asset',
    use: 'asset(name)',
    text: "The address of a file in `templates/assets/`. Its name has a mark of the file's content, so that browsers may keep it for ever.",
    examples: [
      [
        '<link rel="stylesheet" href="{{ asset(\'site.css\') }}">',
        '<link rel="stylesheet" href="/news/assets/site.1a2b3c4d.css">',
      ],
    ],
  },
  {
    name: 'fragment',
    use: 'fragment(name)',
    text: 'A piece that many pages share and that changes often, `breaking` or `latest`, by the way that `fragments` of `site.yaml` names ([fragments](fragments.md)).',
    examples: [
      ["{{ fragment('breaking') }}", '<div class="fragment" data-fragment="/news/_f/breaking.html"></div>'],
    ],
  },
  {
    name: 'allow',
    use: 'allow(directive, source)',
    text: "Prints nothing. Lets the page load from another server what can't be seen in its HTML, such as a frame that a script makes when a reader clicks ([headers](headers.md)).",
    examples: [["{{ allow('frame-src', 'https://player.example') }}", '']],
  },
];
