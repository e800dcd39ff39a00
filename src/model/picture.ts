/** What is made of a picture for browsers that know it, best first. */
export const MODERN_FORMATS = ['avif', 'webp'] as const;
export type ModernFormat = (typeof MODERN_FORMATS)[number];

/** `jpg` and `png` are what every program shows: the one for photographs, the other where something shows through. */
export type VariantFormat = ModernFormat | 'jpg' | 'png';

/** What `site.yaml` says of pictures. */
export interface PicturesConfig {
  /** Pixels, ascending. */
  readonly widths: readonly number[];
  /** Besides the one that every program shows. */
  readonly formats: readonly ModernFormat[];
  /** As of a JPEG, from 1 to 100; other formats get what looks alike. */
  readonly quality: number;
  /** For which articles without a photograph a card is drawn. */
  readonly cards: 'all' | 'none' | { readonly recent: number };
  /** Ground of the cards, `#rrggbb`, by a section's path; `default` for all others. */
  readonly colours: { readonly [section: string]: string };
}

/** What must stay in sight where a picture is cut: per cent from its left and from its top. */
export interface Focus {
  readonly x: number;
  readonly y: number;
}

/** Why a picture can't be shown. */
export type Unfit = 'broken' | 'huge' | 'drawing';

/** Widths that there are of one format. */
export interface VariantSet {
  readonly format: VariantFormat;
  /** Pixels, ascending. */
  readonly widths: readonly number[];
}

/** A file that was made of a picture. */
export interface PictureOutput {
  /** What stands behind the picture's own name: `.3f2a91c4.800.avif`. */
  readonly ending: string;
  readonly hash: string;
  /** Bytes. */
  readonly size: number;
}

/** A part of a picture in the shape in which social networks show it. */
export interface PictureCard extends PictureOutput {
  readonly width: number;
  readonly height: number;
}

/** What a look into a picture's file has told, and what was made of it. */
export type PictureFacts =
  | { readonly fit: false; readonly why: Unfit }
  | {
      readonly fit: true;
      /** As its bytes say, whatever its name does: `jpg`, `png`, `gif`, `webp`, `avif`. */
      readonly format: string;
      /** Names these bytes and the settings: it stands in the address of all that was made of them. */
      readonly key: string;
      /** One colour for all of it, `#rrggbb`, until it is loaded; null where something shows through. */
      readonly tone: string | null;
      /** In the order of the formats; the last is what every program shows. Empty where the file itself is shown. */
      readonly sets: readonly VariantSet[];
      readonly outputs: readonly PictureOutput[];
      /** By what must stay in sight, `50 50`. */
      readonly cards: { readonly [focus: string]: PictureCard };
    };

export const CENTRE: Focus = { x: 50, y: 50 };
export const focusKey = ({ x, y }: Focus): string => `${x} ${y}`;
