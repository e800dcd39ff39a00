/** Code-unit order: the same everywhere, whatever the machine's locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A key by which names are the same: accents and case folded. */
export function sortKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

const collators = new Map<string, Intl.Collator>();

/**
 * Names in the order in which a reader of a language looks for them (`ç` behind `c` in Albanian, `ch` behind `h` in
 * Czech, by pinyin in Chinese), by the data of this Node; ties by the name itself. Never by the machine's own language.
 */
export function byName(lang: string): (a: string, b: string) => number {
  let collator = collators.get(lang);
  if (collator === undefined) {
    collator = new Intl.Collator([...Intl.Collator.supportedLocalesOf([lang]), 'en']);
    collators.set(lang, collator);
  }
  const { compare } = collator;
  return (a, b) => compare(a, b) || byText(a, b);
}

/** Newest first; ties by id, so that the order is total. */
export function newestFirst(
  a: { readonly date: { readonly ms: number }; readonly id: string },
  b: { readonly date: { readonly ms: number }; readonly id: string },
): number {
  return b.date.ms - a.date.ms || byText(a.id, b.id);
}
