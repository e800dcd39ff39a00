import { SLOT_NAMES } from '../../model/config.js';
import type { Problem } from '../../model/problem.js';
import { didYouMean } from '../../problems/index.js';
import { fileUnused } from '../../problems/template/theme-files.js';
import { themeName } from './reference.js';

const SLOT = /^slots\/(.+)\.njk$/;

/**
 * Templates of the site's own that no page reaches and whose names are probably slips of the pen: a slot that there is
 * not, or nearly the name of a file of the theme. Any other may be one that is not in use at the moment.
 */
export function unusedTemplates(
  templates: ReadonlyMap<string, string>,
  places: ReadonlyMap<string, string>,
  isReached: (name: string) => boolean,
): readonly Problem[] {
  const theirs = [...templates.keys()].flatMap((name) =>
    name.startsWith(themeName('')) ? [name.slice(themeName('').length)] : [],
  );
  return [...templates.keys()].flatMap((name) => {
    const own = !name.startsWith(themeName('')) && places.get(name) !== themeName(name);
    if (!own || theirs.includes(name) || isReached(name)) return [];
    const place = { file: places.get(name) ?? `templates/${name}` };
    const slot = SLOT.exec(name)?.[1];
    if (slot !== undefined) {
      if (SLOT_NAMES.some((known) => known === slot)) return [];
      const meant = didYouMean(slot, SLOT_NAMES);
      const names = SLOT_NAMES.map((known) => `\`${known}\``).join(', ');
      const cure =
        meant === null
          ? `Give it one of these names, or include it in a template: ${names}.`
          : `Did you mean \`templates/slots/${meant}.njk\`?`;
      return [fileUnused(place, { why: `the theme has no slot \`${slot}\``, cure })];
    }
    const [folder, stem] = split(name);
    const beside = theirs.filter((other) => split(other)[0] === folder).map((other) => split(other)[1]);
    const meant = didYouMean(stem, beside);
    if (meant === null) return [];
    return [
      fileUnused(place, {
        why: 'no page, article or other template asks for it',
        cure: `Did you mean \`templates/${folder}${meant}.njk\`, which would take the place of the theme’s file?`,
      }),
    ];
  });
}

/** `partials/card.njk` → `partials/`, `card`. */
function split(name: string): readonly [folder: string, stem: string] {
  const cut = name.lastIndexOf('/') + 1;
  return [name.slice(0, cut), name.slice(cut).replace(/\.njk$/, '')];
}
