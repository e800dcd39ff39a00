/** Folder of the lists in which a page looks for an address that only its `?` tells from others. */
export const OLD_ADDRESSES = '/_f/old/';

/**
 * So many lists, however many addresses: an edit changes one of them, and a reader fetches one. The script of the theme
 * (`templates/assets/old-addresses.js`) counts in the same way.
 */
const LISTS = 64;

/** The number of the list in which an address stands: the sum of its characters' codes. */
export function listOf(address: string): number {
  let sum = 0;
  for (let i = 0; i < address.length; i += 1) sum += address.charCodeAt(i);
  return sum % LISTS;
}
