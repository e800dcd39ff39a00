import type { Site } from '../../model/site.js';
import { listOf, OLD_ADDRESSES } from '../../text/old-addresses.js';
import { byText } from '../../text/order.js';
import { withBase } from '../../text/urls.js';
import { queryText } from './rules.js';

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
