import { z } from 'zod';
import { SEARCH_TEXTS } from '../../model/config.js';
import { option } from '../option.js';

/** The parts of `search`; `config/search.ts` makes a `SearchConfig` of them. */
export const searchParts = z.object({
  text: option(z.enum(SEARCH_TEXTS).default('full'), {
    text: 'What readers search in. `full`: headlines, summaries, names, topics and the whole texts. `summary`: all but the texts, for a tenth of the files’ size and of the work.',
    example: 'search:\n  text: summary',
  }),
  engine: option(z.string().optional(), {
    text: 'The address of a search engine, `{query}` standing for the words. Readers without script are shown a link to it that asks for the pages of this site alone. Nothing is sent there before they click.',
    example: 'search:\n  engine: "https://duckduckgo.com/?q={query}"',
    form: 'an address with `{query}` in it',
    fallback: 'no link to any',
  }),
});

/** What is written behind `search`, every default in place. */
export type SearchOptions = boolean | z.output<typeof searchParts>;
