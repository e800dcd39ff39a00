/** Code-unit order: the same everywhere, whatever the machine's locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A key by which names of people and topics sort: accents and case folded, so that "Çlirimi" stands near "Clark". */
export function sortKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
}

/** Names in the order in which a reader looks for them; ties by the name itself. */
export function byName(a: string, b: string): number {
  return byText(sortKey(a), sortKey(b)) || byText(a, b);
}

/** Newest first; ties by id, so that the order is total. */
export function newestFirst(
  a: { readonly date: { readonly ms: number }; readonly id: string },
  b: { readonly date: { readonly ms: number }; readonly id: string },
): number {
  return b.date.ms - a.date.ms || byText(a.id, b.id);
}
