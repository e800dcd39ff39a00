import { z } from 'zod';
import { shaped } from './field.js';

/** Values that have a form of their own, in articles and profiles alike. */

const tags = new Map<string, boolean>();

/** A language tag that `Intl` knows how to read. */
function isLanguageTag(tag: string): boolean {
  let known = tags.get(tag);
  if (known === undefined) {
    try {
      known = Intl.getCanonicalLocales(tag).length === 1;
    } catch {
      known = false;
    }
    // Bounded: tags come from files, and a site has a handful.
    if (tags.size < 1000) tags.set(tag, known);
  }
  return known;
}

/** A template's path inside the template folder: no way out of it. */
function isTemplateName(path: string): boolean {
  return /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/.test(path);
}

/** A picture's address: a path, or http(s). Never `javascript:` or `data:`. */
function isPictureAddress(src: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop them before they look for the scheme
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(src.replace(/[\x00-\x20]/g, ''))?.[1]?.toLowerCase();
  return scheme === undefined || scheme === 'http' || scheme === 'https';
}

/** An absolute http(s) address. */
export function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^\s/?#]+/i.test(url) && URL.canParse(url);
}

const pictureFields = z.object({
  src: z.string().min(1).refine(isPictureAddress),
  alt: z.string().default(''),
  caption: z.string().optional(),
  credit: z.string().optional(),
  focus: z.string().optional(),
});

export const languageTag = () => z.string().refine(isLanguageTag).optional();

export const templateName = () => z.string().refine(isTemplateName).optional();

export const picture = (example: string, names: readonly string[]) =>
  shaped(pictureFields.optional(), 'picture', 'a path, or `src`, `alt`, `caption`, `credit` and `focus`', {
    doc: 'Lead picture: a path beside the article, under `content/` or from the site’s root; or `src` with `alt`, `caption`, `credit` and `focus` (what must stay in sight where it is cut: `left`, `right top`, `30% 20%`).',
    example,
    names,
  });
