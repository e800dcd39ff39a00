import type { CatalogueEntry } from './entry.js';

/** What `docs/problems.md` says of the codes in `problems/feeds.ts`. */
export const feeds: readonly CatalogueEntry[] = [
  {
    code: 'invalid-feed-alias',
    severity: 'error',
    title: 'An old address of the feed is no path of a file',
    explanation:
      'Old addresses of feeds are answered by a copy of the feed at the same path. A static site has no answer for addresses with `?`, such as `/?feed=rss2`: those need a rule of the host.',
    example: 'feeds:\n  aliases: ["/?feed=rss2"]',
    cure: 'feeds:\n  aliases: [/feed/]',
  },
  {
    code: 'idle-feed-alias',
    severity: 'warning',
    title: 'An old address belongs to feeds that the site does not have',
    explanation:
      'An address with `:tag` in it stands for the feed of each tag; where tags have no feeds, there is nothing to answer with.',
    example: 'feeds:\n  aliases: ["/tag/:tag/feed/"]',
    cure: 'feeds:\n  tags: true\n  aliases: ["/tag/:tag/feed/"]',
  },
  {
    code: 'invalid-partner-name',
    severity: 'error',
    title: 'A partner’s feed has a name that no address can have',
    explanation:
      'The feed stands at `/feed/NAME.xml`, so the name holds letters of the English alphabet, digits and hyphens alone.',
    example: 'feeds:\n  partners:\n    - name: The Wire!',
    cure: 'feeds:\n  partners:\n    - { name: wire, title: The Wire! }',
  },
  {
    code: 'duplicate-partner',
    severity: 'error',
    title: 'Two partners’ feeds have one name',
    explanation: 'Each stands at the address that its name makes, and only one can stand there.',
    example: 'feeds:\n  partners:\n    - name: wire\n    - name: wire',
    cure: 'feeds:\n  partners:\n    - name: wire\n    - name: wire-long',
  },
  {
    code: 'unknown-partner-section',
    severity: 'warning',
    title: 'A partner’s feed asks for a section that `sections` does not name',
    explanation:
      'Most often it is a slip. A section that only articles name is no mistake either, but then list it under `sections`, so that the next slip is noticed.',
    example: 'sections: [World]\nfeeds:\n  partners:\n    - { name: wire, sections: [wolrd] }',
    cure: 'sections: [World]\nfeeds:\n  partners:\n    - { name: wire, sections: [world] }',
  },
  {
    code: 'unknown-partner-language',
    severity: 'error',
    title: 'A partner’s feed is in a language that the site has not',
    explanation:
      'A partner’s feed has the stories of one language, the main one where it says none. The others are those of `languages`.',
    example: 'feeds:\n  partners:\n    - { name: wire, language: fr }',
    cure: 'languages:\n  fr: { prefix: /fr/ }\nfeeds:\n  partners:\n    - { name: wire, language: fr }',
  },
];
