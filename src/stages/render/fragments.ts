import type { FragmentWay } from '../../model/config.js';
import { escapeHtml } from '../../text/html.js';

export interface FragmentsInput {
  readonly way: FragmentWay;
  /** Language of the site → name → address. */
  readonly urls: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Address → HTML, where it is written into pages. */
  readonly html: ReadonlyMap<string, string>;
}

/**
 * What stands in a page for a piece of it that has a file of its own. Where nobody fills it, readers see nothing, and the
 * page is whole.
 */
export function fragmentHtml({ way, html }: FragmentsInput, url: string): string {
  const address = escapeHtml(url);
  switch (way) {
    case 'ssi':
      return `<!--#include virtual="${address}" -->`;
    case 'esi':
      // A comment to all but those that know it.
      return `<!--esi <esi:include src="${address}" onerror="continue"/>-->`;
    case 'inline':
      return html.get(url) ?? '';
    case 'script':
      return `<div class="fragment" data-fragment="${address}"></div>`;
  }
}
