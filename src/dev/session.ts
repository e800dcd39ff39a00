import { isRefused, type LivePorts, type LiveSite, openLive, resaved, withRelations } from '../build/live.js';
import { rulesFor } from '../build/live-rules.js';
import { nextChange } from '../build/next.js';
import type { RelatedMemory } from '../build/ports.js';
import { prepareRelating, type Relations, relateSite, relatingSite, UNRELATED } from '../build/relate.js';
import type { BuildOptions, BuildResult } from '../build/result.js';
import { codeOf } from '../edges/failure.js';
import type { Problem } from '../model/problem.js';
import { createAlarm } from './alarm.js';
import { type Edition, NO_EDITION } from './edition.js';
import { note } from './note.js';
import { type EditorLink, overlay } from './overlay.js';
import type { SiteServer } from './server.js';

export interface DevSession {
  /** These files changed: shows the site as it is now; while it is being made, once more after it. */
  changed(paths: readonly string[]): Promise<void>;
  /** Resolves when related news is that of what is shown, too. */
  settled(): Promise<void>;
  /** Finds out what pictures there still are to look at and to make; resolves when that is shown. */
  pictured(): Promise<void>;
  /** The site as its readers see it at another time. One such edition is kept. */
  at(moment: number): Promise<Edition>;
  /** Whether the site has this file. */
  knows(path: string): boolean;
  /** Makes nothing more; resolves when what is being made is done. */
  end(): Promise<void>;
}

/** What is said of an edition. */
export interface Shown extends Pick<BuildResult, 'site' | 'articles' | 'pages'> {
  readonly problems: readonly Problem[];
  /** How long it took. */
  readonly ms: number;
  /** Everything was read, not what was saved alone. */
  readonly whole: boolean;
  /** More is known of pictures than before. */
  readonly pictures: boolean;
  /** No site could be made of the newsroom: the one before is still shown, as a whole. */
  readonly refused: boolean;
}

export interface SessionOptions {
  /** The present time of each edition, in milliseconds. */
  readonly clock: () => number;
  readonly ports: LivePorts & { readonly finds?: RelatedMemory | undefined };
  readonly server: Pick<SiteServer, 'show'>;
  readonly link: EditorLink;
  /** Told of each edition that is shown, with the files that led to it. */
  readonly shown: (edition: Shown, paths: readonly string[]) => Promise<void> | void;
  /** Something ended by an error that is none of the newsroom's; what was shown stays. */
  readonly failed: (error: unknown) => void;
  /** What of pictures is found out afterwards, and whether that makes another site. Default: nothing. */
  readonly pictures?: { work(isOver: () => boolean): Promise<boolean> } | undefined;
  /** Related news of so many articles is found before the site is shown; of more, after it. Default: 500. */
  readonly few?: number;
  /** What is found afterwards is shown when nothing was saved for so many milliseconds. Default: 400. */
  readonly quietMs?: number;
}

/** Editors save by renaming: a file that was found may be gone for a moment when it is read. */
const PATIENCE = 10;
const PAUSE_MS = 30;

/** All that is in the newsroom, with badges on what readers can't see. */
const EVERYTHING: Omit<BuildOptions, 'now'> = {
  show: { drafts: true, future: true, expired: true },
  onInvalid: 'keep',
};
const WHAT_READERS_SEE: Omit<BuildOptions, 'now'> = {
  show: { drafts: false, future: false, expired: false },
  onInvalid: 'keep',
};

const FEW = 500;
/** Related news of more is searched for when nothing was saved for so long; pictures that were made are shown so long after. */
const QUIET_MS = 400;

const ARTICLE = /^content\/articles\/.*\.(?:md|markdown)$/;

/**
 * Shows each edition. Wrong articles are shown as they last were, with their problems over the page; a wrong template or
 * site.yaml leaves the whole edition as it was. A save of an article that changes its words alone costs one article; after
 * other saves all is read again, from memory. What is related is found after all, when there is time. The site is
 * also shown anew when the clock comes to a moment that changes it.
 */
export function createSession(options: SessionOptions): DevSession {
  const { clock, ports, server, link, shown, failed, pictures, few = FEW, quietMs = QUIET_MS } = options;
  const pending = new Set<string>();
  let work: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | null = null;
  let ended = false;
  let live: LiveSite | null = null;
  /** Whether `live` is what the newsroom is: not where that was refused. */
  let standing = false;
  let relations: Relations = UNRELATED;
  /** Set while the related news of what is shown is still to be found. */
  let unsettled: NodeJS.Timeout | null = null;
  /** More is known of pictures than what is shown was made with. */
  let outdated = false;
  let picturing: Promise<void> | null = null;
  let again = false;
  /** How often the newsroom has changed. */
  let state = 0;
  let other: { readonly moment: number; readonly state: number; readonly edition: Edition } | null = null;

  /** One thing at a time: they share what is kept from one to the next. */
  const inTurn = <T>(job: () => Promise<T>): Promise<T> => {
    const done = work.then(job);
    work = done.catch(() => {});
    return done;
  };

  const make = async (paths: readonly string[]) => {
    const now = clock();
    const alone = live !== null && standing && paths.length > 0 && paths.every((path) => ARTICLE.test(path));
    const quick = alone && !outdated;
    standing = false;
    outdated = false;
    const saved = quick && live !== null ? await resaved(live, paths, now) : null;
    const made = saved ?? (await openLive({ ...EVERYTHING, now }, ports, relations, live));
    return { made, whole: saved === null };
  };

  const once = async (): Promise<void> => {
    next = null;
    if (ended) return;
    state += 1;
    const paths = [...pending];
    pending.clear();
    const from = ports.stopwatch();
    const ofPictures = outdated;
    const { made, whole } = await patiently(() => make(paths));
    if (!isRefused(made)) {
      live = made;
      standing = true;
      const { assembled } = made.made.reading;
      if ((assembled?.site.entries.length ?? 0) <= few) await settle(made, () => false);
      else later();
    }
    const { problems } = made;
    const isStyle = paths.length > 0 && paths.every((path) => /^templates\/assets\/.*\.css$/.test(path));
    await server.show(editionOf(live, problems, link), isStyle && standing ? 'styles' : 'pages');
    const { reading } = isRefused(made) ? made : made.made;
    const site = reading.config;
    await shown(
      {
        site: site && { title: site.title, timezone: site.timezone, base: site.base },
        articles: reading.assembled?.site.entries.length ?? 0,
        pages: live?.outputs.pages.size ?? 0,
        problems,
        ms: ports.stopwatch() - from,
        whole,
        pictures: ofPictures,
        refused: isRefused(made),
      },
      paths,
    );
  };

  /**
   * Finds what is related in the site that stands, and when it changes by itself.
   *
   * @param isOver whether something was saved meanwhile; then nothing is found
   */
  const settle = async (site: LiveSite, isOver: () => boolean): Promise<void> => {
    const { assembled, texts } = site.made.reading;
    if (assembled === null) return;
    const steps = relatingSite(await prepareRelating(assembled.site, texts, ports.finds), ports.finds);
    if (isOver()) return;
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      await ports.turn?.();
      if (isOver()) return;
    }
    relations = step.value;
    ports.finds?.save();
    live = withRelations(site, relations);
    const { at } = nextChange(assembled, relations.stories);
    if (!ended) alarm.set(at === null ? null : Date.parse(at));
  };
  const later = (): void => {
    if (unsettled !== null) clearTimeout(unsettled);
    unsettled = setTimeout(() => void settled().catch(failed), quietMs);
    unsettled.unref();
  };
  const settled = (): Promise<void> =>
    inTurn(async () => {
      if (unsettled === null || ended) return;
      clearTimeout(unsettled);
      unsettled = null;
      if (live === null || !standing) return;
      // Whatever is saved comes first, and another search after it.
      await settle(live, () => ended || next !== null);
      await server.show(editionOf(live, live.problems, link), 'pages');
    });

  const changed = (paths: readonly string[]): Promise<void> => {
    for (const path of paths) pending.add(path);
    next ??= inTurn(once)
      .catch(failed)
      .finally(() => void pictured());
    return next;
  };
  /** Beside all else, since other threads do it; whatever is saved comes first. */
  const pictured = (): Promise<void> => {
    again = true;
    picturing ??= picture().catch(failed);
    return picturing;
  };
  const picture = async (): Promise<void> => {
    try {
      while (pictures !== undefined && !ended) {
        again = false;
        if (next !== null) await next;
        const another = await pictures.work(() => ended || next !== null);
        if (another) {
          outdated = true;
          await new Promise((resolve) => setTimeout(resolve, quietMs));
          if (!ended) await changed([]);
        } else if (next === null && !again) return;
      }
    } finally {
      picturing = null;
    }
  };
  const alarm = createAlarm(clock, () => void changed([]));

  const elsewhen = async (moment: number): Promise<Edition> => {
    const made = await openLive({ ...WHAT_READERS_SEE, now: moment }, ports, UNRELATED, null);
    if (isRefused(made)) return editionOf(null, made.problems, link);
    const { assembled, texts } = made.made.reading;
    const then =
      assembled === null
        ? UNRELATED
        : relateSite(await prepareRelating(assembled.site, texts, ports.finds), ports.finds);
    return editionOf(withRelations(made, then), made.problems, link);
  };
  return {
    changed,
    settled,
    pictured,
    at: (moment) =>
      inTurn(async () => {
        if (other?.moment === moment && other.state === state) return other.edition;
        const edition = await patiently(() => elsewhen(moment));
        other = { moment, state, edition };
        return edition;
      }),
    knows: (path) => live?.made.reading.contents.has(path) ?? false,
    async end() {
      ended = true;
      alarm.set(null);
      if (unsettled !== null) clearTimeout(unsettled);
      await picturing;
      await work;
    },
  };
}

/** Pages in the place of others, for hosts that have no rules. */
const STAND_INS: ReadonlySet<string> = new Set(['redirect.njk', 'gone.njk']);

function editionOf(live: LiveSite | null, problems: readonly Problem[], link: EditorLink): Edition {
  const above = overlay(problems, link);
  if (live === null) return { ...NO_EDITION, overlay: above };
  const { pages } = live.outputs;
  const site = live.made.reading.assembled?.site;
  const ruleFor = site && rulesFor(site);
  const mayLead = (name: string | null, query: string): boolean =>
    name === null ||
    STAND_INS.has(pages.get(name)?.template ?? '') ||
    (query !== '' && site !== undefined && site.queryRedirects.length > 0);
  return {
    has: live.has,
    content: live.content,
    note: (path) => note(problems, pages.get(path)?.file ?? null, link),
    rule: (name, path, query) => (mayLead(name, query) ? (ruleFor?.(path, query) ?? null) : null),
    overlay: above,
  };
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' || attempt === PATIENCE) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
