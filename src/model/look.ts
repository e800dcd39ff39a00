/** What `theme` in `site.yaml` makes of the theme that comes with Dateline. */

/** A token of the theme's style sheets with the value that a newsroom gives it. */
export interface Token {
  readonly name: string;
  readonly value: string;
}

/** A typeface of the newsroom's own. */
export interface Font {
  readonly family: string;
  /** Its file, as `site.yaml` names it. */
  readonly file: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
}

/** Where an article can be passed on to. */
export const SHARE_TARGETS = [
  'copy',
  'email',
  'whatsapp',
  'telegram',
  'facebook',
  'bluesky',
  'x',
  'linkedin',
  'reddit',
] as const;
export type ShareTarget = (typeof SHARE_TARGETS)[number];

export interface Look {
  /** Paths of pictures, as `site.yaml` names them. */
  readonly logo: string | null;
  readonly logoDark: string | null;
  readonly icon: string | null;
  readonly fonts: readonly Font[];
  /** Tokens that are no colours: faces, sizes, space. */
  readonly tokens: readonly Token[];
  readonly light: readonly Token[];
  /** Those that the newsroom gives, and for its other colours of words one of the same hue that dark grounds let read. */
  readonly dark: readonly Token[];
  /** The colour of the paper, for the frame that a browser draws around a page. */
  readonly paper: { readonly light: string; readonly dark: string };
  readonly share: readonly ShareTarget[];
}
