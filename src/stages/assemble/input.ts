import type { Article, Body } from '../../model/article.js';
import type { Config } from '../../model/config.js';
import type { Problem } from '../../model/problem.js';
import type { FrontPlan, Profile, StandingPage } from '../../model/profile.js';
import type { MediaFile, Site } from '../../model/site.js';

/** A text without its HTML: what must be known of it while all articles are at hand. */
export type BodyHead = Omit<Body, 'html'>;

/** A parsed article without its text and words. */
export interface ArticleHead {
  readonly article: Article;
  readonly body: BodyHead;
}

/** Which invisible articles are shown all the same, with a badge. */
export interface Show {
  readonly drafts: boolean;
  /** Embargoed articles and those with a date to come. */
  readonly future: boolean;
  readonly expired: boolean;
}

export interface AssembleInput {
  readonly config: Config;
  /** Milliseconds; the only clock there is. */
  readonly now: number;
  readonly show: Show;
  readonly articles: readonly ArticleHead[];
  readonly profiles: readonly Profile[];
  readonly pages: readonly StandingPage[];
  readonly fronts: readonly FrontPlan[];
  /** Every picture or file that could be published. */
  readonly media: readonly MediaFile[];
  /** Names of the templates that there are: `article.njk`. */
  readonly templates: ReadonlySet<string>;
  /** Urls of the files of `content/static/`. */
  readonly statics: readonly string[];
  /** Files that could not be read as articles; links to them are not reported a second time. */
  readonly invalid: ReadonlySet<string>;
}

/** Why an article may not be seen. */
export type Hidden = 'draft' | 'embargo' | 'expired';

/** An article that may not be seen at `now`. For people at the keyboard only: nothing of it goes on. */
export interface InvisibleArticle {
  readonly article: Article;
  readonly why: Hidden;
  /** When it appears, in ms; null for drafts and expired ones. */
  readonly from: number | null;
}

/** A moment at which the site changes by itself. */
export interface Due {
  readonly ms: number;
  readonly reason: 'embargo' | 'expiry' | 'breaking' | 'slot';
  /** False where a front may look the same after it. */
  readonly certain: boolean;
}

export interface Assembled {
  readonly site: Site;
  readonly problems: readonly Problem[];
  readonly invisible: readonly InvisibleArticle[];
  /** Files left out because of an error told in `problems`: articles with one address, a static file in a page's place. */
  readonly dropped: readonly string[];
  /** The moments after `now` at which the site differs, or may. In order. */
  readonly moments: readonly Due[];
  /** The curated fronts at another time, with nothing else having changed. */
  frontsAt(ms: number): Site['fronts'];
  /**
   * The same a little later, with another version of an article. Both are put into the site in place: what was given before
   * is used up. Null where more than the article's own entry may differ.
   *
   * @param now milliseconds
   */
  replace(head: ArticleHead, now: number): Assembled | null;
}
