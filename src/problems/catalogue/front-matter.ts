import type { CatalogueEntry } from './entry.js';

/** What `docs/problems.md` says of the codes in `problems/front-matter.ts`. */
export const frontMatter: readonly CatalogueEntry[] = [
  {
    code: 'not-text',
    severity: 'error',
    title: 'A file is no plain text',
    explanation:
      'The file is a Word, RTF or PDF document, a picture or an archive with the ending `.md`. Renaming a document does not make it plain text.',
    example: '{\\rtf1\\ansi Night trains return}',
    cure: 'Open it in the program that made it and save it as plain text (UTF-8).',
  },
  {
    code: 'wrong-encoding',
    severity: 'error',
    title: 'A file is not UTF-8',
    explanation:
      'Some bytes stand for no character in UTF-8. Dateline does not guess another encoding, because a wrong guess prints wrong names.',
    example: 'title: Gjirokast\\xebr   # saved as Latin-1',
    cure: 'Open the file, choose “Save with encoding: UTF-8”, and save it.',
  },
  {
    code: 'control-characters',
    severity: 'warning',
    title: 'A text holds invisible control characters',
    explanation:
      'Such characters come along when text is copied from other programs. They can’t stand in HTML or in feeds, so they are left out.',
    example: 'title: Night\\x0btrains',
    cure: 'Delete the character at the place that the message names.',
  },
  {
    code: 'empty-file',
    severity: 'error',
    title: 'A file is empty',
    explanation: 'The file holds nothing but blanks, so there is nothing to publish.',
    example: '(nothing)',
    cure: 'Write the text, or delete the file.',
  },
  {
    code: 'merge-conflict',
    severity: 'error',
    title: 'A file holds two versions of itself',
    explanation:
      'Two people changed the same lines. Git could not know whose are right and put both into the file; readers would see both.',
    example: '<<<<<<< HEAD\ntitle: The port reopens\n=======\ntitle: The port is open\n>>>>>>> evening',
    cure: 'title: The port is open',
  },
  {
    code: 'unclosed-front-matter',
    severity: 'error',
    title: 'Nothing ends the front matter',
    explanation:
      'The fields stand between two lines of exactly three dashes. Without the second, the whole article would be taken for fields. Four dashes, or dashes with a word behind them, don’t count.',
    example: '---\ntitle: Night trains return\ndate: 2023-06-30\n\nThe sleeper leaves at nine.',
    cure: '---\ntitle: Night trains return\ndate: 2023-06-30\n---\n\nThe sleeper leaves at nine.',
  },
  {
    code: 'unclear-fence',
    severity: 'error',
    title: 'A line within the front matter begins with three dashes',
    explanation:
      'The front matter ends with three dashes alone on their line. A line that begins with them and holds more may be meant as the end, or as part of a value.',
    example: '---\ntitle: Night trains return\ndate: 2023-06-30\n-----\nText.\n\n---\n\nMore text.',
    cure: '---\ntitle: Night trains return\ndate: 2023-06-30\n---\nText.\n\n---\n\nMore text.',
  },
  {
    code: 'front-matter-language',
    severity: 'error',
    title: 'The front matter is in a language that Dateline does not read',
    explanation:
      'YAML, TOML and JSON are read. Other programs also run JavaScript or CoffeeScript there; Dateline never runs code from an article.',
    example: '---js\n{ title: "Night trains return" }\n---\nText.',
    cure: '---\ntitle: Night trains return\ndate: 2023-06-30\n---\nText.',
  },
  {
    code: 'front-matter-too-long',
    severity: 'error',
    title: 'The front matter is longer than any real one',
    explanation:
      'More than a megabyte of fields, or thousands of empty lines among them, is a mistake, usually a forgotten `---`.',
    example: '---\ntitle: Night trains return\n(a whole book)\n---',
    cure: 'End the front matter with `---` and put the text below it.',
  },
  {
    code: 'front-matter-not-fields',
    severity: 'error',
    title: 'The front matter holds no fields',
    explanation: 'Fields are lines of a name, a colon and a value. A list or a text alone names no field.',
    example: '---\n- Night trains return\n---\nText.',
    cure: '---\ntitle: Night trains return\ndate: 2023-06-30\n---\nText.',
  },
  {
    code: 'front-matter-syntax',
    severity: 'error',
    title: 'The front matter is not valid YAML',
    explanation:
      'A sign in the wrong place keeps the fields from being read. The message names the usual cause; texts with special signs belong in quotes.',
    example: 'tags: [railways, night trains',
    cure: 'tags: [railways, night trains]',
  },
  {
    code: 'toml-syntax',
    severity: 'error',
    title: 'The front matter is not valid TOML',
    explanation:
      'Front matter between `+++` lines is TOML: a name, an equals sign and a value, texts in quotes.',
    example: '+++\ntitle = Night trains return\ndate = 2023-06-30\n+++\nText.',
    cure: '+++\ntitle = "Night trains return"\ndate = 2023-06-30\n+++\nText.',
  },
  {
    code: 'unquoted-colon',
    severity: 'error',
    title: 'A value with a colon stands without quotes',
    explanation:
      'In YAML a colon followed by a space separates a name from its value, also inside a headline. Quotes say that all of it is one text. Curly quotes are letters for YAML, not quotes.',
    example: 'title: Tirana: a city wakes',
    cure: 'title: "Tirana: a city wakes"',
  },
  {
    code: 'unclosed-quote',
    severity: 'error',
    title: 'A quote is opened and never closed',
    explanation: 'A value that begins with a quote goes on until the same quote comes again.',
    example: 'title: "Night trains return',
    cure: 'title: "Night trains return"',
  },
  {
    code: 'text-after-quote',
    severity: 'error',
    title: 'Text stands behind a quoted value',
    explanation:
      'A value that begins with a quote ends at the next one. A quote inside must be of the other kind, or be written twice in single quotes.',
    example: 'title: "Fair" trains return',
    cure: 'title: \'"Fair" trains return\'',
  },
  {
    code: 'unquoted-sign',
    severity: 'error',
    title: 'A value begins with a sign that means something in YAML',
    explanation:
      'Signs such as `@`, `*`, `&`, `!`, `%`, `[` and `{` at the start of a value mean something in YAML. Quotes make them part of the text.',
    example: 'title: @home in Tirana',
    cure: 'title: "@home in Tirana"',
  },
  {
    code: 'text-after-hash',
    severity: 'warning',
    title: 'A number sign cuts a text off',
    explanation:
      'In YAML a `#` behind a blank begins a comment, and what follows is not read. In a headline, a list of tags or a caption it was hardly meant so.',
    example: 'title: We are #1 in the table',
    cure: 'title: "We are #1 in the table"',
  },
  {
    code: 'curly-quotes',
    severity: 'warning',
    title: 'A name or a summary stands in curly quotes',
    explanation:
      'Word processors make curly quotes of straight ones. YAML knows only the straight ones, so an author, tag or section would have the quotes in its name and a page of its own.',
    example: 'author: “Ana Leka”',
    cure: 'author: Ana Leka',
  },
  {
    code: 'tab-indent',
    severity: 'error',
    title: 'A line is indented with a tab',
    explanation: 'YAML shows by spaces what belongs together, and forbids tabs there.',
    example: 'image:\n\tsrc: sleeper.jpg',
    cure: 'image:\n  src: sleeper.jpg',
  },
  {
    code: 'duplicate-field',
    severity: 'error',
    title: 'A field stands twice',
    explanation:
      'Only one of the two values could count, and nobody can say which was meant. Some programs silently take the last.',
    example: 'tags: [railways]\ntags: [night trains]',
    cure: 'tags: [railways, night trains]',
  },
  {
    code: 'same-field-twice',
    severity: 'error',
    title: 'Two spellings of one field stand in one article',
    explanation: 'Case, `-` and `_` don’t count in the names of fields, so these are the same field.',
    example: 'relatedExclude: [articles/a]\nrelated-exclude: [articles/b]',
    cure: 'relatedExclude: [articles/a, articles/b]',
  },
  {
    code: 'alias-bomb',
    severity: 'error',
    title: 'References multiply without end',
    explanation:
      'YAML lets a value refer to another (`*name`). References to references can come to billions of values, or lead in a circle; Dateline stops at 50,000.',
    example: 'tags: &a [*a]',
    cure: 'tags: [railways]',
  },
  {
    code: 'too-deep',
    severity: 'error',
    title: 'Lists are nested too deeply',
    explanation: 'More than a hundred levels of lists inside lists are no field of an article.',
    example: 'tags: [[[[[[[[… a hundred brackets …]]]]]]]]',
    cure: 'tags: [railways]',
  },
  {
    code: 'forbidden-key',
    severity: 'error',
    title: 'A field has a name that programs use for themselves',
    explanation:
      'A field called `__proto__` could change how the program works. It has no use in an article.',
    example: '__proto__: { admin: true }',
    cure: 'Delete the line.',
  },
  {
    code: 'missing-title',
    severity: 'error',
    title: 'An article has no title',
    explanation:
      'Every page, list and feed shows the headline. A file without any front matter takes it from its first heading.',
    example: '---\ndate: 2023-06-30\n---\nThe sleeper leaves at nine.',
    cure: '---\ntitle: Night trains return\ndate: 2023-06-30\n---\nThe sleeper leaves at nine.',
  },
  {
    code: 'missing-date',
    severity: 'error',
    title: 'An article has no date',
    explanation:
      'Address, order and embargo follow from the date. It may also stand in the file’s name (`2023-06-30-night-trains.md`), or under another name that `fields` of site.yaml maps.',
    example: '---\ntitle: Night trains return\n---\nThe sleeper leaves at nine.',
    cure: '---\ntitle: Night trains return\ndate: 2023-06-30 10:00\n---\nThe sleeper leaves at nine.',
  },
  {
    code: 'invalid-date',
    severity: 'error',
    title: 'A date can’t be read, or does not exist',
    explanation:
      'The date is on no calendar (31 February), at no hour (25:00), means different days in different countries (03/04/2023), or looks like no date at all.',
    example: 'date: 03/04/2023',
    cure: 'date: 2023-04-03',
  },
  {
    code: 'wrong-shape',
    severity: 'error',
    title: 'A field holds another kind of value',
    explanation: 'A list stands where one value is expected, or a group of fields where a list is.',
    example: 'summary: [one, two]',
    cure: 'summary: one and two',
  },
  {
    code: 'invalid-value',
    severity: 'error',
    title: 'A field has a value that it can’t have',
    explanation:
      'The field takes certain values alone, such as `true` or `false`, a number, a language tag or an address.',
    example: 'draft: maybe',
    cure: 'draft: true',
  },
  {
    code: 'too-long',
    severity: 'error',
    title: 'A field is much longer than it should be',
    explanation:
      'Usually the text of the article slipped into a field because a quote or the closing `---` is missing.',
    example: 'title: (five thousand letters)',
    cure: 'Shorten the field, and check the quotes and the `---` lines.',
  },
  {
    code: 'too-many',
    severity: 'error',
    title: 'A list has too many entries',
    explanation:
      'Each tag and author makes a page, each alias a redirect. An article has at most 250 tags, 100 authors, 1,000 aliases, 200 corrections, 2,000 live posts and 100 pinned articles.',
    example: 'tags: [a, b, c, …]   # a thousand of them',
    cure: 'tags: [railways, night trains]',
  },
  {
    code: 'address-too-long',
    severity: 'error',
    title: 'An address is too long for a disk',
    explanation:
      'The address comes from `slug`, `section`, `url`, or from the folders in which the file lies. Pages below it would have names longer than file systems allow.',
    example: 'section: a/b/c/…   # a hundred sections inside each other',
    cure: 'section: world/europe',
  },
  {
    code: 'section-too-deep',
    severity: 'error',
    title: 'A section lies inside too many others',
    explanation:
      'A section is a path of at most 20 parts, from `section` or from the folders under `content/articles/`. Each part is a section with pages of its own.',
    example: 'section: a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p/q/r/s/t/u',
    cure: 'section: world/europe',
  },
  {
    code: 'unknown-kind',
    severity: 'error',
    title: 'There is no such kind of article',
    explanation:
      'The kind decides the label on the page and what search engines are told, so it must be one of a fixed list.',
    example: 'kind: opinon',
    cure: 'kind: opinion',
  },
  {
    code: 'unknown-correction-type',
    severity: 'error',
    title: 'There is no such type of correction',
    explanation: 'A correction is a `correction`, a `clarification`, an `update` or a `retraction`.',
    example: 'corrections:\n  - { date: 2023-07-01, text: A wrong fare., type: erratum }',
    cure: 'corrections:\n  - { date: 2023-07-01, text: A wrong fare., type: correction }',
  },
  {
    code: 'incomplete-entry',
    severity: 'error',
    title: 'A correction or live post lacks its date or text',
    explanation: 'Readers see when something was corrected or reported, and what.',
    example: 'corrections:\n  - text: An earlier version gave a wrong fare.',
    cure: 'corrections:\n  - date: 2023-07-01\n    text: An earlier version gave a wrong fare.',
  },
  {
    code: 'misspelt-field',
    severity: 'warning',
    title: 'A field is almost called like one of Dateline’s',
    explanation:
      'Fields that Dateline does not know are kept for templates. This one is one letter away from a known one, so it is probably a slip.',
    example: 'sumary: The sleeper leaves again.',
    cure: 'summary: The sleeper leaves again.',
  },
  {
    code: 'unclear-visibility',
    severity: 'error',
    title: 'A field asks to hide the article, in words that Dateline does not know',
    explanation:
      'To publish what should have waited is the one mistake that cannot be taken back. So a field such as `embargoed`, `private`, `visible: false` or `status: draft` is not passed over.',
    example: 'embargoed: true',
    cure: 'embargo: 2023-07-01 06:00',
  },
  {
    code: 'slug-outside',
    severity: 'error',
    title: 'A slug is a path',
    explanation:
      'A slug is one part of the address. With `/` or `..` in it, also written as `%2F`, a page could be written outside its folder.',
    example: 'slug: ../../index',
    cure: 'slug: night-trains-return',
  },
  {
    code: 'address-outside',
    severity: 'error',
    title: 'An address is not on this site',
    explanation:
      '`url` and `aliases` are addresses on this site: paths without `..`, or full addresses with this site’s host.',
    example: 'aliases: [../../etc/passwd]',
    cure: 'aliases: [/old/night-trains/]',
  },
  {
    code: 'alias-query',
    severity: 'warning',
    title: 'An old address differs only behind its `?` or `#`',
    explanation:
      'Old addresses such as `/?p=1234` lead on where the parts behind the `?` are names with plain values. What stands behind a `#` never leaves the browser, and other signs are compared differently by each host.',
    example: 'aliases: ["/?q=port%20strike#top"]',
    cure: 'aliases: ["/?p=1234"]',
  },
  {
    code: 'expires-early',
    severity: 'warning',
    title: 'An article expires before it appears',
    explanation:
      'It is visible from `date` or `embargo`, whichever is later, until `expires`. Here that is no time at all.',
    example: 'date: 2023-06-30\nexpires: 2022-12-31',
    cure: 'date: 2023-06-30\nexpires: 2023-12-31',
  },
  {
    code: 'country-for-language',
    severity: 'warning',
    title: 'A country stands where a language is meant',
    explanation:
      'Languages have codes of their own: Albanian is `sq`, Greek `el`, Chinese `zh`, Ukrainian `uk`, Japanese `ja`, Czech `cs`, Danish `da`, Swedish `sv`. For the code of a country the theme has no words and dates, and screen readers don’t know how to read it. `se` (Northern Sámi) and `kr` (Kanuri) are languages, too: nothing is told of them where `site.yaml` names them as languages of the site.',
    example: 'lang: al',
    cure: 'lang: sq',
  },
  {
    code: 'updated-early',
    severity: 'warning',
    title: 'An article was updated before it was published',
    explanation:
      '`updated` is printed beside the date of publication. A day before that date would only puzzle readers.',
    example: 'date: 2023-06-30\nupdated: 2023-06-20',
    cure: 'date: 2023-06-30\nupdated: 2023-07-01',
  },
  {
    code: 'reserved-address',
    severity: 'error',
    title: 'An address is one that Dateline needs itself',
    explanation:
      'Archives, tags, authors, feeds and other pages have fixed addresses such as `/tags/` and `/2023/06/`. An article, section or page can’t take their place, and an alias not that of files such as `/robots.txt`.',
    example: 'section: tags',
    cure: 'section: topics-explained',
  },
];
