import type { RedirectForm } from '../../model/config.js';
import type { TextOutput } from '../../model/page.js';
import type { Problem } from '../../model/problem.js';
import type { Site } from '../../model/site.js';
import { queryUnanswered, redirectTooLong, tooManyRedirects } from '../../problems/redirects.js';
import { HOSTS } from '../../text/hosts.js';
import { apache } from './apache.js';
import { NGINX_SERVER, nginxMaps } from './nginx.js';
import { oldAddressFiles } from './old-addresses.js';
import { queryText, type Rules, rulesOf } from './rules.js';
import { s3 } from './s3.js';
import { cloudflare, type Fitted, netlify } from './underscore.js';

const SOURCE = '`redirects` of content/site.yaml';

/** Files that lie on the site itself, because the host looks for them there; and what the page for errors looks up. */
export function* redirectOutputs(site: Site): Generator<TextOutput> {
  const { redirects: forms } = site.config;
  const rules = rulesOf(site);
  const output = (path: string, text: () => string): TextOutput => ({
    path,
    phase: 'index',
    bodies: [],
    text,
    source: SOURCE,
  });
  if (forms.includes('netlify')) yield output('_redirects', () => netlify(rules).text);
  else if (forms.includes('cloudflare')) yield output('_redirects', () => cloudflare(rules).text);
  if (forms.includes('apache')) yield output('.htaccess', () => apache(rules, originOf(site), baseOf(site)));
  if (forms.includes('html')) {
    for (const { path, text } of oldAddressFiles(site)) yield output(path, () => text);
  }
}

/** A file for whoever runs the server: it is no part of the site. Its name is below `.dateline/`. */
export interface ServerFile {
  readonly name: string;
  readonly text: string;
}

export function serverFiles(site: Site): ServerFile[] {
  const { redirects: forms } = site.config;
  const rules = rulesOf(site);
  return [
    ...(forms.includes('nginx')
      ? [
          { name: 'redirects/nginx-maps.conf', text: nginxMaps(rules, originOf(site)) },
          { name: 'redirects/nginx-server.conf', text: NGINX_SERVER },
        ]
      : []),
    ...(forms.includes('s3') ? [{ name: 'redirects/s3.json', text: s3(rules, baseOf(site)).text }] : []),
  ];
}

/** Which forms can answer an address that differs behind its `?` alone. */
const ANSWERS_QUERIES: ReadonlySet<RedirectForm> = new Set(['html', 'netlify', 'nginx', 'apache']);

/** Old addresses that nothing will answer: with pages of `html` each is answered, with a host's file alone its limits count. */
export function checkRedirects(site: Site): Problem[] {
  const { redirects: forms } = site.config;
  const rules = rulesOf(site);
  const problems: Problem[] = [];
  if (!forms.includes('html')) {
    const fitted: [string, Pick<Fitted, 'tooLong'> & Partial<Fitted>][] = [
      ...(forms.includes('cloudflare')
        ? [[HOSTS.cloudflare.title, cloudflare(rules)] as [string, Fitted]]
        : []),
      ...(forms.includes('s3')
        ? [[HOSTS.s3.title, s3(rules, baseOf(site))] as [string, Pick<Fitted, 'tooLong'>]]
        : []),
    ];
    for (const [host, { tooLong, tooMany = [] }] of fitted) {
      for (const { from, place } of tooLong) problems.push(redirectTooLong(place, host, from));
      const most = HOSTS.cloudflare.redirects?.rules?.most ?? 0;
      if (tooMany.length > 0) problems.push(tooManyRedirects(host, most + tooMany.length, most));
    }
  }
  if (!forms.some((form) => ANSWERS_QUERIES.has(form))) {
    for (const move of rules.queries)
      problems.push(queryUnanswered(move.place, `${move.from}?${queryText(move)}`, forms));
  }
  return problems;
}

const originOf = (site: Site): string => new URL(site.config.url).origin;

const baseOf = (site: Site): string => decodeURI(site.config.base);

export type { Rules };
