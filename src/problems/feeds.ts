import type { Problem } from '../model/problem.js';
import type { GroupKind } from '../model/profile.js';
import type { Located } from './locate.js';
import { suggestion } from './suggest.js';

const OPTION: { readonly [kind in GroupKind]: string } = {
  section: 'sections',
  tag: 'tags',
  author: 'authors',
  series: 'series',
};

export const invalidFeedAlias = (place: Located, value: string): Problem => ({
  ...place,
  code: 'invalid-feed-alias',
  severity: 'error',
  message: `\`${value}\` in \`feeds.aliases\` is no address that a file of this site could answer.`,
  hint: 'Write a path that begins with `/`, without `?`, `#`, spaces and `..`: `/feed/`, `/index.xml`, or with `:section`, `:tag`, `:author` or `:series` in it: `/category/:section/feed/`',
});

export const idleFeedAlias = (place: Located, value: string, kind: GroupKind | null): Problem => ({
  ...place,
  code: 'idle-feed-alias',
  severity: 'warning',
  message:
    kind === null
      ? `\`${value}\` is to be answered by the site's feed, and \`feeds.formats\` says that there is none. So this address stays missing.`
      : `\`${value}\` is to be answered by the feeds of each ${kind}, and \`feeds.${OPTION[kind]}\` says that there are none. So these addresses stay missing.`,
  hint: `Turn the feeds on: \`${kind === null ? 'formats: [rss]' : `${OPTION[kind]}: true`}\` under \`feeds\`. Or delete this line.`,
});

export const invalidPartnerName = (place: Located, value: string): Problem => ({
  ...place,
  code: 'invalid-partner-name',
  severity: 'error',
  message: `A partner's feed cannot be named \`${value}\`: the name becomes part of its address, which is made of letters of the English alphabet, digits and hyphens and is not \`index\`.`,
  hint: 'Write a short name: `name: wire` makes `/feed/wire.xml`. What people read is `title`.',
});

export const unknownPartnerLanguage = (
  place: Located,
  language: string,
  known: readonly string[],
): Problem => ({
  ...place,
  code: 'unknown-partner-language',
  severity: 'error',
  message: `A partner’s feed is to be in \`${language}\`, and the site is in ${known.map((tag) => `\`${tag}\``).join(', ')}.`,
  hint: 'Write the tag of one of them, or add the language under `languages`.',
});

export const duplicatePartner = (place: Located, value: string): Problem => ({
  ...place,
  code: 'duplicate-partner',
  severity: 'error',
  message: `Two partners' feeds are named \`${value}\`, and both would stand at one address.`,
  hint: `Give one of them another name: \`name: ${value}-2\``,
});

export const unknownPartnerSection = (place: Located, slug: string, known: readonly string[]): Problem => ({
  ...place,
  code: 'unknown-partner-section',
  severity: 'warning',
  message: `This partner's feed asks for the section \`${slug}\`, which is not in \`sections\`.${suggestion(slug, known)} It gets no story from it.`,
  hint: 'Correct the name, add the section to `sections`, or delete it here.',
});
