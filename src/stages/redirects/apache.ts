import { apachePattern, strictly } from './encode.js';
import type { Rules } from './rules.js';

/**
 * `.htaccess` for Apache, by mod_rewrite alone: `Redirect` of mod_alias means everything that begins like its path, and
 * `RedirectMatch` escapes its target a second time. The page of a removed story is shown with its status 410.
 *
 * @param origin what targets begin with
 * @param base path of the folder in which the file lies: patterns are relative to it
 */
export function apache({ moves, queries, gone }: Rules, origin: string, base: string): string {
  const relative = (path: string): string => apachePattern(path.slice(base.length));
  // The front page of the folder is the empty path.
  const pattern = (path: string): string =>
    path.length > base.length && path.endsWith('/') ? `"^${relative(path)}?$"` : `"^${relative(path)}$"`;
  const ended = (from: string, page: string): string =>
    `RewriteRule ${pattern(from)} "-" [R=410,L,E=DATELINE_GONE:${literal(strictly(page.slice(1)))}index.html]`;
  const lines = [
    ...queries.flatMap(({ from, query, to, gone }) => [
      ...query.map(
        ({ name, value }) =>
          `RewriteCond %{QUERY_STRING} "(?:^|&)${apachePattern(name)}=${apachePattern(value)}(?:&|$)"`,
      ),
      gone
        ? ended(from, to)
        : `RewriteRule ${pattern(from)} "${literal(origin + strictly(to))}" [R=301,L,NE,QSD]`,
    ]),
    ...moves.map(({ from, to, gone }) =>
      gone
        ? ended(from, to)
        : `RewriteRule ${pattern(from)} "${literal(origin + strictly(to))}" [R=301,L,NE]`,
    ),
    ...gone.map(({ from, page }) => ended(from, page)),
  ];
  return `# Made by dateline build from \`aliases\` and \`gone\`; edits are overwritten.
<IfModule mod_rewrite.c>
RewriteEngine On
${lines.map((line) => `${line}\n`).join('')}</IfModule>
ErrorDocument 404 "${literal(strictly(base))}404.html"
ErrorDocument 410 "/%{reqenv:DATELINE_GONE}"
`;
}

/** A `%` before a digit would be a part of the condition that matched. */
const literal = (address: string): string => address.replaceAll('%', '\\%');
