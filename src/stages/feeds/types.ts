import type { FeedFormat } from '../../model/config.js';
import type { Entry } from '../../model/site.js';

/** A feed before it has a format: where it stands, what it is called, which stories are in it. */
export interface FeedPlan {
  readonly format: FeedFormat;
  /** Path on the site below its base. */
  readonly url: string;
  readonly title: string;
  readonly description: string;
  /** The page that the feed belongs to, below the base. */
  readonly home: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly copyright: string | null;
  readonly full: boolean;
  /** Newest first. */
  readonly entries: readonly Entry[];
}

/** What every format says of a feed. All addresses are absolute, all texts plain, all times in milliseconds. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly home: string;
  readonly self: string;
  readonly language: string;
  readonly copyright: string | null;
  readonly publisher: { readonly name: string; readonly url: string };
  /** A picture that stands for the publisher. */
  readonly logo: string | null;
  /** Address of the stylesheet by which browsers show the feed, from the host's root. */
  readonly stylesheet: string | null;
  /** When the newest item appeared or changed; null where there is none. */
  readonly updated: number | null;
  readonly items: readonly FeedItem[];
}

export interface FeedItem {
  /** Permanent name: an old system's, or a `tag:` URI. */
  readonly guid: string;
  /** The same as Atom wants it, an IRI in any case. */
  readonly iri: string;
  readonly url: string;
  readonly title: string;
  /** One paragraph of plain text. */
  readonly summary: string;
  /** The whole text as HTML that needs nothing from around it; null in feeds of summaries. */
  readonly content: string | null;
  readonly authors: readonly { readonly name: string; readonly url: string }[];
  readonly categories: readonly string[];
  readonly published: number;
  /** Null where nothing has changed since. */
  readonly modified: number | null;
  readonly picture: FeedPicture | null;
  /** A sound, film or picture to fetch along, with its true size. */
  readonly enclosure: FeedFile | null;
  readonly source: { readonly name: string; readonly url: string | null } | null;
  /** Set where it is another than the feed's. */
  readonly language: string | null;
}

export interface FeedFile {
  readonly url: string;
  readonly type: string;
  readonly bytes: number;
}

export interface FeedPicture {
  readonly url: string;
  readonly type: string | null;
  readonly bytes: number | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}
