import type { Place, Problem } from '../model/problem.js';
import { HOSTS_READ, type Limit } from '../text/hosts.js';

/** What a host would not take of a site, or not heed: `dateline check --target`. */

const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

const MIB = 1024 * 1024;

function size(bytes: number): string {
  if (bytes >= 1024 * MIB) return `${(bytes / 1024 / MIB).toFixed(1)} GiB`;
  if (bytes >= MIB) return `${(bytes / MIB).toFixed(1)} MiB`;
  return `${Math.ceil(bytes / 1024)} KiB`;
}

const note = ({ note: words }: Limit): string => (words === undefined ? '' : ` (${words})`);

/** Limits change: whoever doubts one can look. */
const seen = (source: string): string => `Read on ${HOSTS_READ} at ${source}.`;

export const hostFiles = (place: Place, host: string, count: number, limit: Limit): Problem => ({
  ...place,
  code: 'host-files',
  severity: 'error',
  message: `The site has ${grouped(count)} files, and ${host} takes ${grouped(limit.most)}${note(limit)}. An upload would fail.`,
  hint: `\`related: { pages: none }\` makes one file fewer for each article, redirects as rules (\`redirects\`) one for each old address. ${seen(limit.source)}`,
});

export const hostSize = (place: Place, host: string, bytes: number, limit: Limit): Problem => ({
  ...place,
  code: 'host-size',
  severity: 'error',
  message: `The site has ${size(bytes)}, and ${host} takes ${size(limit.most)}${note(limit)}.`,
  hint: `Make large pictures smaller, or keep videos and archives on another host. ${seen(limit.source)}`,
});

export const hostFileSize = (place: Place, host: string, bytes: number, limit: Limit): Problem => ({
  ...place,
  code: 'host-file-size',
  severity: 'error',
  message: `This file has ${size(bytes)}, and ${host} takes ${size(limit.most)} for each${note(limit)}.`,
  hint: `Make it smaller, or put it on a host for large files and link there. ${seen(limit.source)}`,
});

export const hostPath = (place: Place, host: string, length: number, limit: Limit): Problem => ({
  ...place,
  code: 'host-path',
  severity: 'error',
  message: `The path of this file has ${grouped(length)} bytes, and ${host} takes ${grouped(limit.most)}.`,
  hint: `Give the article a shorter \`slug\`, or the folder a shorter name. ${seen(limit.source)}`,
});

export const hostRedirects = (place: Place, host: string, count: number, limit: Limit): Problem => ({
  ...place,
  code: 'host-redirects',
  severity: 'error',
  message: `There are ${grouped(count)} redirects in \`_redirects\`, and ${host} reads ${grouped(limit.most)}${note(limit)}. It would not heed the others.`,
  hint: `Write \`html\` into the list \`redirects\` of site.yaml: pages then answer the rest. ${seen(limit.source)}`,
});

export const hostManyRedirects = (place: Place, host: string, count: number, limit: Limit): Problem => ({
  ...place,
  code: 'host-many-redirects',
  severity: 'warning',
  message: `There are ${grouped(count)} redirects in \`_redirects\`. From ${grouped(limit.most)} on ${host} advises other means, because a deploy with so many may fail.`,
  hint: `\`redirects: [html]\` in site.yaml answers old addresses by pages alone. ${seen(limit.source)}`,
});

export const hostRuleFile = (
  place: Place,
  host: string,
  name: string,
  bytes: number,
  limit: Limit,
): Problem => ({
  ...place,
  code: 'host-rule-file',
  severity: 'error',
  message: `\`${name}\` has ${size(bytes)}, and ${host} reads such a file up to ${size(limit.most)}. It would not heed any of it.`,
  hint: `\`redirects: [html]\` in site.yaml answers old addresses by pages alone. ${seen(limit.source)}`,
});

export const hostRule = (place: Place, host: string, rule: string, why: string, source: string): Problem => ({
  ...place,
  code: 'host-rule',
  severity: 'warning',
  message: `${host} will not heed the rule \`${rule.replaceAll('`', '’')}\`: ${why}.`,
  hint: `Write the rule as the host reads it, or name the host’s own form under \`redirects\` in site.yaml. ${seen(source)}`,
});

export const hostForm = (place: Place, host: string, source: string): Problem => ({
  ...place,
  code: 'host-form',
  severity: 'warning',
  message: `\`redirects\` of site.yaml makes a \`_redirects\` for Netlify, with words that ${host} does not know. It would heed none of its rules.`,
  hint: `Write \`redirects: [html, cloudflare]\`: ${host} reads those plain rules. ${seen(source)}`,
});

export const hostHeaders = (place: Place, host: string, count: number, limit: Limit): Problem => ({
  ...place,
  code: 'host-headers',
  severity: 'error',
  message: `\`_headers\` has ${grouped(count)} rules, and ${host} reads ${grouped(limit.most)}. It would not heed the others.`,
  hint: `Say the same for many addresses at once, with \`*\`. ${seen(limit.source)}`,
});

export const hostHeaderLine = (place: Place, host: string, length: number, limit: Limit): Problem => ({
  ...place,
  code: 'host-header-line',
  severity: 'error',
  message: `This line has ${grouped(length)} characters, and ${host} reads ${grouped(limit.most)} of a header.`,
  hint: `Shorten the header, such as a \`Content-Security-Policy\` that names the same servers often. ${seen(limit.source)}`,
});

export const hostUnread = (place: Place, host: string, name: string, source: string): Problem => ({
  ...place,
  code: 'host-unread',
  severity: 'warning',
  message: `The site has a file \`${name}\`, which ${host} does not read. It would be published, and nothing in it would happen.`,
  hint: `Take it out, or name another host with \`--target\`. ${seen(source)}`,
});

export const hostNoRedirects = (place: Place, host: string, count: number, own: string | null): Problem => ({
  ...place,
  code: 'host-no-redirects',
  severity: 'error',
  message: `${grouped(count)} old addresses would end on an error page: \`redirects\` of site.yaml names neither pages (\`html\`) nor a form that ${host} reads.`,
  hint: `Write \`redirects: [html${own === null ? '' : `, ${own}`}]\`.`,
});

export const hostQueries = (place: Place, host: string, count: number): Problem => ({
  ...place,
  code: 'host-queries',
  severity: 'warning',
  message: `${grouped(count)} old addresses with a \`?\` would not be answered: ${host} has no rules for them.`,
  hint: 'Write `html` into the list `redirects` of site.yaml: the front page and the page for missing addresses then know them.',
});

export const hostGone = (place: Place, host: string, count: number): Problem => ({
  ...place,
  code: 'host-gone',
  severity: 'warning',
  message: `${grouped(count)} ${count === 1 ? 'story that was' : 'stories that were'} taken down can’t be answered with status 410 (or 404) by ${host}. Readers see that it is gone; search engines are told by \`noindex\` and take longer.`,
  hint: 'Nothing needs to be done. Netlify, nginx and Apache can, with their form under `redirects`.',
});
