import type { Body, Picture, Reference, Spot } from './article.js';
import type { Json } from './json.js';

/** The ways in which articles are grouped. */
export type GroupKind = 'section' | 'tag' | 'author' | 'series';

/** `content/{authors,sections,tags,series}/NAME.md`: what a newsroom says of an author, a section, a topic, a series. */
export interface Profile {
  readonly kind: GroupKind;
  /** The file's path below its folder, without `.md`: `rudina-leka`, `world/europe`. */
  readonly id: string;
  readonly file: string;
  /** Language of its words. One of another language than the site's says what `id` is called there. */
  readonly lang: string;
  /** Empty where one in another language says none. */
  readonly title: string;
  readonly description: string | null;
  readonly picture: Picture | null;
  /** Smaller first; those without stand behind, by name. */
  readonly order: number | null;
  /** Other names by which articles may call it. */
  readonly names: readonly string[];
  readonly aliases: readonly Reference[];
  /** An author's job title. */
  readonly role: string | null;
  /** True for an author that is no person: an agency, a desk. */
  readonly organization: boolean;
  readonly email: string | null;
  /** Addresses of the same person or topic elsewhere. */
  readonly sameAs: readonly string[];
  readonly body: Body;
  readonly extra: { readonly [key: string]: Json };
  readonly spots: { readonly [field: string]: Spot };
}

/** `content/pages/**.md`: about, contact, imprint. */
export interface StandingPage {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly url: string;
  readonly description: string | null;
  readonly lang: string;
  /** Another page of which this one is a translation: its file, or its address. */
  readonly translationOf: Reference | null;
  readonly noindex: boolean;
  readonly draft: boolean;
  readonly template: Reference | null;
  readonly aliases: readonly Reference[];
  readonly body: Body;
  readonly extra: { readonly [key: string]: Json };
  readonly spots: { readonly [field: string]: Spot };
}

/** Which articles a slot of a front may take by itself. All that is said must hold. */
export interface SlotQuery {
  readonly section: string | null;
  readonly tag: string | null;
  readonly author: string | null;
  readonly series: string | null;
  readonly kind: string | null;
  readonly limit: number;
}

/** A place on a curated front. `items` come first, `query` fills up. */
export interface Slot {
  readonly name: string;
  readonly title: string | null;
  readonly items: readonly Reference[];
  readonly query: SlotQuery | null;
  readonly from: number | null;
  readonly until: number | null;
  readonly spot: Spot;
}

/** `content/fronts/NAME.yaml`: `home`, or the path of a section. */
export interface FrontPlan {
  readonly id: string;
  readonly file: string;
  readonly slots: readonly Slot[];
}
