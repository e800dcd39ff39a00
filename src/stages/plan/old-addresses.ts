import type { Site } from '../../model/site.js';
import { OLD_ADDRESSES } from '../../text/old-addresses.js';
import { withBase } from '../../text/urls.js';

/** Where a page looks old addresses up that lead on from its own path; null where it need not. */
export function oldAddresses(site: Site, at: (path: string) => boolean = () => true): string | null {
  const { config, queryRedirects } = site;
  const wanted = config.redirects.includes('html') && queryRedirects.some(({ path }) => at(path));
  return wanted ? withBase(config.base, OLD_ADDRESSES) : null;
}
