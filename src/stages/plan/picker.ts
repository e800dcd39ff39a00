import type { Entry, Site, Stories } from '../../model/site.js';
import type { Brief, StoryView } from '../../model/view.js';
import { briefIn } from './briefs.js';
import { storyView, versionsOf } from './versions.js';

/** Takes stories out of a pool, each once, so that none stands in two places, in whatever version. */
export interface Picker {
  /** The first `count` that pass and were not taken yet. */
  take(entries: readonly Entry[], count: number, test?: (entry: Entry) => boolean): Brief[];
  /** Of the stories taken until now, those that have several versions. */
  stories(): StoryView[];
}

/**
 * @param stories null where versions of a story stand each for itself: on fronts that tell all that somebody wrote
 * @param chosen what an editor has put on the front and will be taken: of its story, that is the version that is shown
 */
export function createPicker(site: Site, stories: Stories | null, chosen: readonly Entry[] = []): Picker {
  const taken = new Set<Entry>();
  const shown: Entry[] = [];
  const leaders = new Map<string, Entry>();
  const storyOf = ({ article }: Entry): string | undefined => stories?.firstOf.get(article.id);
  for (const entry of chosen) {
    const story = storyOf(entry);
    if (story !== undefined && !leaders.has(story)) leaders.set(story, entry);
  }
  /** Another version of it is on the page, or will be. */
  const isElsewhere = (entry: Entry): boolean => {
    const story = storyOf(entry);
    return story !== undefined && (leaders.get(story) ?? entry) !== entry;
  };
  return {
    take(entries, count, test = () => true) {
      const briefs: Brief[] = [];
      for (const entry of entries) {
        if (briefs.length >= count) break;
        if (taken.has(entry) || isElsewhere(entry) || !test(entry)) continue;
        const story = storyOf(entry);
        if (story !== undefined) leaders.set(story, entry);
        taken.add(entry);
        shown.push(entry);
        briefs.push(briefIn(site, entry));
      }
      return briefs;
    },
    stories() {
      if (stories === null) return [];
      return shown.flatMap((entry) => {
        const others = versionsOf(site, stories, entry).filter((other) => other !== entry);
        return storyView(entry, others, false) ?? [];
      });
    },
  };
}
