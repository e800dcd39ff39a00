import type { Place, Problem } from '../model/problem.js';

/** What is wrong with old addresses: those that a host can't answer, and those that would be lost. */

const SITE_FILE = 'content/site.yaml';

const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

export const tooManyRedirects = (host: string, count: number, most: number): Problem => ({
  file: SITE_FILE,
  code: 'redirects-too-many',
  severity: 'error',
  message: `There are ${grouped(count)} old addresses, and ${host} reads ${grouped(most)} redirects at most: it would leave the others unanswered.`,
  hint: 'Write `html` into the list `redirects` too: each old address then has a page that leads on, and the first ones a rule besides.',
});

export const redirectTooLong = (place: Place, host: string, from: string): Problem => ({
  ...place,
  code: 'redirect-too-long',
  severity: 'error',
  message: `The redirect of the old address \`${from.length > 80 ? `${from.slice(0, 79)}…` : from}\` is longer than ${host} reads, so nothing would answer it.`,
  hint: 'Write `html` into the list `redirects` of site.yaml too: the address then has a page that leads on.',
});

export const htaccessLarge = (count: number, most: number): Problem => ({
  file: SITE_FILE,
  code: 'htaccess-large',
  severity: 'warning',
  message: `\`.htaccess\` has ${grouped(count)} rules. Apache reads that file anew for every request and tries one rule after the other, so with more than ${grouped(most)} every page and picture becomes slow.`,
  hint: 'Write `html` into the list `redirects` instead of `apache`: each old address then has a page that leads on. Or let the front server do it by the form `nginx`.',
});

export const queryUnanswered = (place: Place, address: string, forms: readonly string[]): Problem => ({
  ...place,
  code: 'redirect-query',
  severity: 'warning',
  message: `Nothing will answer the old address \`${address}\`: redirects in the form \`${forms.join('`, `')}\` compare the path alone, and this address differs from others behind its \`?\`.`,
  hint: 'Write `html` into the list `redirects` of site.yaml too: the front page and the page for missing addresses then know it.',
});

/** What is told of a line of the ledger whose address nothing answers. */
const vanished = (url: string, line: number): Omit<Problem, 'message' | 'hint'> => ({
  file: 'urls.txt',
  line,
  column: 1,
  length: url.length,
  code: 'address-vanished',
  severity: 'warning',
});

export const addressVanished = (
  url: string,
  line: number,
  id: string | null,
  owner: { readonly file: string; readonly url: string } | null,
): Problem => ({
  ...vanished(url, line),
  message:
    owner === null
      ? `Nothing answers \`${url}\` any more, which this site has published. Links to it, in other papers and in search engines, now end on an error page.`
      : `Nothing answers \`${url}\` any more. What stood there is now at \`${owner.url}\`; links to the old address end on an error page.`,
  hint:
    owner === null
      ? `Lead it to what readers should find: \`aliases: [${url}]\` in the article or page that took its place. If it was taken down, bring ${id === null ? 'its file' : `\`${id}\``} back with the line \`gone: true\`. If nobody shall find it, delete this line of urls.txt.`
      : `Write into ${owner.file}: \`aliases: [${url}]\` (beside the aliases that are there).`,
});

export const feedVanished = (
  url: string,
  line: number,
  /** Whose feed it was: `site`, `section:world`. */
  of: string,
  owner: { readonly file: string; readonly url: string } | null,
): Problem => ({
  ...vanished(url, line),
  message: `Nothing answers \`${url}\` any more, the address of a feed. Readers’ programs go on asking there and show nothing new, without a word.`,
  hint: feedCure(url, of, owner?.file ?? null),
});

function feedCure(url: string, of: string, file: string | null): string {
  if (file !== null && of === 'site')
    return `Write into ${file}, below \`feeds:\`: \`aliases: [${url}]\` (beside the aliases that are there). The site’s feed then answers.`;
  if (file !== null)
    return `Write into ${file}: \`aliases: [${url}]\` (beside the aliases that are there). Its feed then answers.`;
  const [kind = ''] = of.split(':');
  return `Let a feed of site.yaml’s \`feeds\` answer it: ${
    of === 'site'
      ? `\`aliases: [${url}]\` below \`feeds:\``
      : `\`aliases: [${url}]\` in the profile of the ${kind} that took its place, or below \`feeds:\` for the site’s own`
  }. If nobody shall find it, delete this line of urls.txt.`;
}

export const addressHidden = (file: string, url: string): Problem => ({
  file,
  code: 'address-hidden',
  severity: 'warning',
  confidential: true,
  message: `This article was published at \`${url}\` and is a draft now, so links to it end on an error page that says nothing.`,
  hint: 'To take it down for good, write `gone: true` instead of `draft: true`: readers then learn that it was.',
});

export const idChanged = (file: string, url: string, before: string): Problem => ({
  file,
  code: 'id-changed',
  severity: 'warning',
  message: `This article was published at \`${url}\` under the id \`${before}\`. Its file has another path now, so it has another id, and feeds show it to subscribers as a new story.`,
  hint: `Write into it: \`id: ${/^\p{L}[\p{L}\p{N}/_.-]*$/u.test(before) ? before : JSON.stringify(before)}\`. If it is another story, write its id into the line of \`${url}\` in urls.txt.`,
});

export const ledgerLine = (line: number, source: string): Problem => ({
  file: 'urls.txt',
  line,
  column: 1,
  length: Math.max(1, source.length),
  source,
  code: 'ledger-line',
  severity: 'warning',
  message:
    'This line is no address of the site, so it is passed over. Each line holds a path that begins with `/`.',
  hint: 'Delete the line. If git left it after a merge, keep the addresses of both sides.',
});
