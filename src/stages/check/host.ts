import type { RedirectForm } from '../../model/config.js';
import type { Place, Problem } from '../../model/problem.js';
import type { Site } from '../../model/site.js';
import * as told from '../../problems/hosts.js';
import { HOSTS, type Host, type HostName } from '../../text/hosts.js';
import { byText } from '../../text/order.js';
import { checkHeaderRules, checkRedirectRules } from './rules.js';

/** A file of rules: where its problems are told, and its text. */
export interface RuleFile {
  readonly file: string;
  readonly text: string;
}

/** What would be uploaded. */
export interface Upload {
  /** Bytes of each file, by path. */
  readonly files: ReadonlyMap<string, number>;
  readonly redirects: RuleFile | null;
  readonly headers: RuleFile | null;
}

/** The form of `redirects` that a host reads, where it has one. */
const OWN_FORM: { readonly [name in HostName]: RedirectForm | null } = {
  cloudflare: 'cloudflare',
  netlify: 'netlify',
  github: null,
  gitlab: null,
  s3: 's3',
};

/** What a host publishes as its limits, against the site as it would be uploaded. */
export function checkHost(site: Site, name: HostName, upload: Upload): Problem[] {
  const host = HOSTS[name];
  const madeForNetlify = upload.redirects?.file === SITE.file && site.config.redirects.includes('netlify');
  return [
    ...checkFiles(host, upload.files),
    ...checkUnread(host, upload),
    ...(madeForNetlify && host.redirects !== null && name !== 'netlify'
      ? [told.hostForm(SITE, host.title, host.source)]
      : host.redirects !== null && upload.redirects !== null
        ? checkRedirectRules(host, host.redirects, upload.redirects)
        : []),
    ...(host.headers !== null && upload.headers !== null
      ? checkHeaderRules(host, host.headers, upload.headers)
      : []),
    ...checkAnswers(site, name, host),
  ];
}

const SITE: Place = { file: 'content/site.yaml' };

export function checkFiles(
  { title, files, fileBytes, siteBytes, pathBytes }: Host,
  all: Upload['files'],
): Problem[] {
  const problems: Problem[] = [];
  const folders = new Set([...all.keys()].flatMap(foldersOf));
  const count = files?.foldersToo === true ? all.size + folders.size : all.size;
  if (files !== null && count > files.most) problems.push(told.hostFiles(SITE, title, count, files));
  const total = [...all.values()].reduce((sum, bytes) => sum + bytes, 0);
  if (siteBytes !== null && total > siteBytes.most)
    problems.push(told.hostSize(SITE, title, total, siteBytes));
  for (const [path, bytes] of [...all].sort(([a], [b]) => byText(a, b))) {
    const place = { file: `public/${path}` };
    if (fileBytes !== null && bytes > fileBytes.most)
      problems.push(told.hostFileSize(place, title, bytes, fileBytes));
    if (pathBytes !== null && path.length * 3 > pathBytes.most) {
      const length = new TextEncoder().encode(path).length;
      if (length > pathBytes.most) problems.push(told.hostPath(place, title, length, pathBytes));
    }
  }
  return problems;
}

function foldersOf(path: string): string[] {
  const folders: string[] = [];
  for (let at = path.indexOf('/'); at !== -1; at = path.indexOf('/', at + 1)) folders.push(path.slice(0, at));
  return folders;
}

/** Files that mean something to other hosts and nothing to this one. */
function checkUnread(host: Host, { files, headers, redirects }: Upload): Problem[] {
  const problems: Problem[] = [];
  if (host.redirects === null && redirects !== null)
    problems.push(told.hostUnread({ file: redirects.file }, host.title, '_redirects', host.source));
  if (host.headers === null && headers !== null)
    problems.push(told.hostUnread({ file: headers.file }, host.title, '_headers', host.source));
  if (files.has('.htaccess')) problems.push(told.hostUnread(SITE, host.title, '.htaccess', host.source));
  return problems;
}

/** Old and removed addresses that the host can't answer as they deserve. */
function checkAnswers(
  { config, redirects, queryRedirects, gone }: Site,
  name: HostName,
  host: Host,
): Problem[] {
  const problems: Problem[] = [];
  const forms = new Set(config.redirects);
  const own = OWN_FORM[name];
  const ruled = own !== null && forms.has(own);
  if (redirects.length > 0 && !forms.has('html') && !ruled)
    problems.push(told.hostNoRedirects(SITE, host.title, redirects.length, own));
  if (queryRedirects.length > 0 && !forms.has('html') && !(ruled && host.redirects?.queries === true))
    problems.push(told.hostQueries(SITE, host.title, queryRedirects.length));
  const ends =
    ruled && (host.redirects?.statuses.some((status) => status === 410 || status === 404) ?? false);
  if (gone.length > 0 && !ends) problems.push(told.hostGone(SITE, host.title, gone.length));
  return problems;
}
