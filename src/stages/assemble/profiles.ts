import type { Config } from '../../model/config.js';
import type { Profile } from '../../model/profile.js';
import { byText } from '../../text/order.js';

/**
 * The profiles of a site in one of its languages. One in that language (`rudina-leka.sq.md`) says what it says there;
 * its picture, its addresses and the like are the original's where it has none. Without one, the original stands for it
 * without its words: those are in another language.
 */
export function profilesIn(all: readonly Profile[], main: Config, local: Config): readonly Profile[] {
  if (main.languages.length === 0) return all;
  const originals = all.filter(({ lang }) => lang === main.language);
  if (local.root === '/') return originals;
  const nameOf = ({ kind, id }: Profile): string => `${kind}:${id}`;
  const own = new Map(
    all.filter(({ lang }) => lang === local.language).map((profile) => [nameOf(profile), profile]),
  );
  const joined = originals.map((original): Profile => {
    const translation = own.get(nameOf(original));
    own.delete(nameOf(original));
    return translation === undefined ? wordless(original) : withOriginal(translation, original);
  });
  return [...joined, ...own.values()].sort((a, b) => byText(a.file, b.file));
}

const wordless = (original: Profile): Profile => ({
  ...original,
  // The name of a person is the same in every language, as far as it is written in the same letters.
  title: original.kind === 'author' ? original.title : '',
  description: null,
  role: null,
  aliases: [],
  body: { html: '', refs: [], headings: [], words: 0, embeds: [] },
});

const withOriginal = (translation: Profile, original: Profile): Profile => ({
  ...translation,
  title: translation.title || original.title,
  picture: translation.picture ?? original.picture,
  order: translation.order ?? original.order,
  names: [...new Set([...translation.names, original.title, ...original.names])],
  organization: translation.organization || original.organization,
  email: translation.email ?? original.email,
  sameAs: translation.sameAs.length > 0 ? translation.sameAs : original.sameAs,
  extra: { ...original.extra, ...translation.extra },
});
