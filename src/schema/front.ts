import { z } from 'zod';
import { KINDS } from '../model/article.js';
import { option } from './option.js';

const items = z.array(z.string());

const query = z.object({
  section: z.string().optional().describe('Articles of this section and of those inside it.'),
  tag: z.string().optional().describe('Articles with this tag.'),
  author: z.string().optional().describe('Articles by this author.'),
  series: z.string().optional().describe('Articles of this series.'),
  kind: z.enum(KINDS).optional().describe('Articles of this kind.'),
  limit: z.int().min(1).max(100).default(5).describe('How many articles the slot holds in all.'),
});

const slot = z.object({
  name: z.string().min(1).describe('By which a template finds it.'),
  title: z.string().optional().describe('The headline over it.'),
  items: items.default([]).describe('Articles by id, path or address, shown first and in this order.'),
  query: query.optional().describe('What fills the slot up, newest first. All that is said must hold.'),
  from: z.string().optional().describe('When it appears. Before that the slot is empty.'),
  until: z.string().optional().describe('When it ends.'),
});

/** `content/fronts/NAME.yaml`: what stands on a front by an editor's choice. */
export const frontSchema = z.object({
  lead: option(z.string().optional(), {
    text: 'The article that leads, by id, path or address. A short form of a slot called `lead`.',
    example: 'lead: world/summit-ends',
  }),
  secondary: option(items.default([]), {
    text: 'The articles beside the lead. A short form of a slot called `secondary`.',
    example: 'secondary:\n  - politics/budget-vote\n  - culture/film-week',
    form: 'a list of articles',
  }),
  slots: option(z.array(slot).default([]), {
    text: 'Named places of the front. Each shows its `items`, then what its `query` finds, between `from` and `until`. Those that have items alone may be written as names with their items: `slots: { election: [politics/turnout] }`.',
    example:
      'slots:\n  - name: election\n    title: The election\n    items: [politics/turnout-at-noon]\n    query: { tag: election, limit: 4 }\n    until: 2026-11-30 20:00',
    form: 'a list such as `[{ name: election, items: [politics/turnout] }]`, or names with their items: `{ election: [politics/turnout] }`',
  }),
});

export type FrontOptions = z.output<typeof frontSchema>;
