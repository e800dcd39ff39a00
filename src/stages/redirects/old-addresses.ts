import type { Site } from '../../model/site.js';
import { byText } from '../../text/order.js';
import { withBase } from '../../text/urls.js';
import { queryText } from './rules.js';

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

/** Lists of old addresses with where each leads, as JSON: `{"/?p=123": "/2019/03/storm/"}`. */
export function oldAddressFiles(site: Site): { readonly path: string; readonly text: string }[] {
  const lists = new Map<number, [string, string][]>();
  for (const { path, query, to } of site.queryRedirects) {
    const address = `${path}?${queryText({ query })}`;
    const number = listOf(address);
    const list = lists.get(number) ?? [];
    list.push([address, withBase(site.config.base, to)]);
    lists.set(number, list);
  }
  return [...lists]
    .sort(([a], [b]) => a - b)
    .map(([number, list]) => ({
      path: `${OLD_ADDRESSES.slice(1)}${number}.json`,
      text: `${JSON.stringify(Object.fromEntries(list.sort(([a], [b]) => byText(a, b))), null, 1)}\n`,
    }));
}
