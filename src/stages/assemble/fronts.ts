import type { Config } from '../../model/config.js';
import type { Problem } from '../../model/problem.js';
import type { FrontPlan } from '../../model/profile.js';
import type { Entry, Front, Group } from '../../model/site.js';
import { unknownFront, unknownSlotArticle } from '../../problems/site.js';
import { frontId, languagesOf } from '../../text/languages.js';
import { placeAt } from './claims.js';
import type { Targets } from './targets.js';

/** The curated fronts at `now`: slots that are on, with the articles that can be seen. */
export function resolveFronts(
  config: Config,
  plans: readonly FrontPlan[],
  now: number,
  byId: ReadonlyMap<string, Entry>,
  sections: readonly Group[],
  targets: Targets,
  problems: Problem[],
): Map<string, Front> {
  const known = new Set([
    ...languagesOf(config).map((local) => frontId(local, 'home')),
    ...languagesOf(config).flatMap((local) =>
      sections.flatMap(({ root, slug }) => (root === local.root ? [frontId(local, slug)] : [])),
    ),
  ]);
  const fronts = new Map<string, Front>();
  for (const plan of plans) {
    if (!known.has(plan.id)) problems.push(unknownFront({ file: plan.file, line: 1, column: 1 }, plan.id));
    const slots = plan.slots.map((slot) => {
      const items: Entry[] = [];
      for (const item of slot.items) {
        const { id, hidden, invalid } = targets.articleId(item.text, { file: plan.file, url: '/' });
        const entry = id === null ? undefined : byId.get(id);
        if (entry !== undefined) items.push(entry);
        else if (!hidden && !invalid)
          problems.push(unknownSlotArticle(placeAt(plan.file, item), slot.name, item.text));
      }
      return { slot, items };
    });
    fronts.set(plan.id, {
      file: plan.file,
      slots: slots
        .filter(({ slot }) => (slot.from ?? now) <= now && (slot.until ?? Number.POSITIVE_INFINITY) > now)
        .map(({ slot, items }) => ({ name: slot.name, title: slot.title, items, query: slot.query })),
    });
  }
  return fronts;
}
