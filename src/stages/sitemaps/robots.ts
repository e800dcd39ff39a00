import type { Config } from '../../model/config.js';
import type { CrawlerPurpose } from '../../model/machines.js';
import { originOf } from '../../text/urls.js';
import { CRAWLERS } from './crawlers.js';

const WORDS: { readonly [purpose in CrawlerPurpose]: string } = {
  training: 'Programs that gather texts to train language models with',
  search: "Programs that fill the index of an AI's search",
  user: 'Programs that fetch a page because somebody asked an AI about it',
};

/**
 * The text of robots.txt (RFC 9309). Everybody may read everything but for what the newsroom's own lines and its policy
 * take away. Rules name the site's own folder, so that the lines can be copied into the file of the host above it.
 */
export function robotsText(config: Config): string {
  const { crawlers, base, url, newsSitemap } = config;
  const blocks: string[][] = [];
  if (base !== '/') {
    blocks.push([`# These lines count only in ${originOf(config)}/robots.txt: copy them into that file.`]);
  }
  // A rule of its own for the group: without one, the next lines that name a program would join it.
  blocks.push(['User-agent: *', 'Disallow:', ...crawlers.lines.map((line) => line.trim())]);
  for (const purpose of crawlers.disallow) {
    const names = CRAWLERS[purpose].map((name) => `User-agent: ${name}`);
    blocks.push([`# ${WORDS[purpose]}`, ...names, `Disallow: ${base}`]);
  }
  const sitemaps = ['sitemap.xml', ...(newsSitemap === null ? [] : ['sitemap-news.xml'])];
  blocks.push(sitemaps.map((name) => `Sitemap: ${url}${name}`));
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}
