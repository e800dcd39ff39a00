import type { IncomingHttpHeaders } from 'node:http';
import type { Problem } from '../model/problem.js';
import { PLAIN, pretty } from '../problems/format.js';
import { escapeHtml } from '../text/html.js';

/** What a request says of the time at which the site is looked at. */
export type AskedTime =
  /** Nothing: the present. */
  | 'now'
  /** To go back to the present. */
  | 'back'
  | { readonly moment: number; readonly written: string; readonly fresh: boolean }
  | { readonly problem: Problem };

export type ReadTime = (written: string) => { readonly moment: number } | { readonly problem: Problem };

/**
 * `?now=TIME` begins a visit to another time, which links keep by a cookie; `?now=` ends it.
 *
 * @param cookie its name
 */
export function askedTime(
  query: string,
  { cookie: cookies = '' }: IncomingHttpHeaders,
  cookie: string,
  read: ReadTime,
): AskedTime {
  const asked = new URLSearchParams(query).get('now');
  if (asked === '') return 'back';
  if (asked !== null) {
    // In an address `+` means a space, and who writes `+01:00` there means neither.
    const written = asked.trim().replace(/ (?=\d{2}:?\d{2}$)/, '+');
    const time = read(written);
    return 'problem' in time ? time : { moment: time.moment, written, fresh: true };
  }
  const kept = cookies
    .split(/;\s*/)
    .find((one) => one.startsWith(`${cookie}=`))
    ?.slice(cookie.length + 1);
  const moment = kept === undefined || !/^-?\d{1,15}$/.test(kept) ? null : Number(kept);
  return moment === null ? 'now' : { moment, written: new Date(moment).toISOString(), fresh: false };
}

/** For the visit alone, and never with what another site asks. */
export const keptTime = (cookie: string, moment: number): string =>
  `${cookie}=${moment}; Path=/; HttpOnly; SameSite=Strict`;

export const endOfVisit = (cookie: string): string => `${cookie}=; Path=/; Max-Age=0; SameSite=Strict`;

const BAR =
  'position:static;margin:0;padding:.5rem 1rem;background:#14161a;color:#fff;font:14px/1.5 system-ui,sans-serif;text-align:center;direction:ltr';
const BACK =
  'display:inline-block;margin-inline-start:.5rem;padding:.1rem .75rem;border:1px solid #9ecbff;border-radius:4px;color:#9ecbff;font-weight:600;text-decoration:none';

/**
 * The bar that says which time is shown. It goes before all else, and pushes the page down: nothing of the page is below
 * it. Links keep the time until "Back to now".
 */
export const timeBar = (moment: number): string =>
  `\n<p id="dateline-time" role="status" style="${BAR}">The site as of ${escapeHtml(shown(moment))}, as readers see it then, on every page that you open. <a href="?now=" style="${BACK}">Back to now</a></p>
<script>document.body.prepend(document.getElementById('dateline-time'))</script>`;

const shown = (moment: number): string =>
  new Date(moment)
    .toISOString()
    .replace('T', ' ')
    .replace(/(?::00)?\.\d+Z$/, ' UTC');

/** The page in the place of one whose time can't be read. */
export const timeProblem = (problem: Problem): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Which time?</title><pre style="white-space:pre-wrap">${escapeHtml(pretty(problem, { paint: PLAIN, width: 80 }))}</pre><p><a href="?now=">The site as of now</a></p>`;
