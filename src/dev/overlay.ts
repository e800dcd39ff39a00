import type { Problem } from '../model/problem.js';
import { PLAIN, pretty, where } from '../problems/format.js';
import { escapeHtml } from '../text/html.js';

const MOST = 20;

/** The address that opens a place in the user's editor; null where it is no file of the newsroom's. */
export type EditorLink = (file: string, line: number, column: number) => string | null;

const STYLE = `
#dateline-problems{position:fixed;inset:0;z-index:2147483647;inline-size:auto;block-size:auto;max-inline-size:none;max-block-size:none;margin:0;border:0;padding:clamp(1rem,4vw,3rem);overflow:auto;background:#14161af5;color:#e6e4df;font:15px/1.55 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;direction:ltr;text-align:start}
#dateline-problems h2{font:600 20px/1.3 system-ui,sans-serif;margin:0 0 .25rem;color:#ff9a8f}
#dateline-problems p{font:15px/1.5 system-ui,sans-serif;margin:0 0 1.5rem;color:#b9b6af}
#dateline-problems pre{white-space:pre-wrap;overflow-wrap:anywhere;border-block-start:1px solid #3a3e46;padding-block:1.25rem;margin:0;font:inherit;background:none;color:inherit}
#dateline-problems pre a{color:#9ecbff;text-underline-offset:.2em}
#dateline-problems button{position:fixed;inset-block-start:1rem;inset-inline-end:1rem;min-block-size:44px;padding-inline:1rem;border:1px solid #6b6f78;border-radius:6px;background:#23262c;color:inherit;font:15px system-ui,sans-serif;cursor:pointer}
#dateline-problems :focus-visible{outline:2px solid #ff9a8f;outline-offset:2px}`;

/** With a script it can be closed by Escape, and stays closed on other pages until something else is wrong. */
const SCRIPT = `
{
  const problems = document.getElementById('dateline-problems');
  const text = problems.textContent;
  problems.removeAttribute('open');
  if (sessionStorage.getItem('dateline-read') !== text) problems.showModal();
  problems.addEventListener('close', () => sessionStorage.setItem('dateline-read', text));
}`;

/** A problem as terminals show it, its place a link that opens it in the editor. */
export function told(problem: Problem, link: EditorLink): string {
  const text = escapeHtml(pretty(problem, { paint: PLAIN, width: 90 }));
  const address = link(problem.file, problem.line ?? 1, problem.column ?? 1);
  if (address === null) return `<pre>${text}</pre>`;
  const place = escapeHtml(where(problem));
  return `<pre>${text.replace(place, () => `<a href="${escapeHtml(address)}">${place}</a>`)}</pre>`;
}

/** Over the pages of the last build, until those of this moment are there. */
export const UNTIL_READY =
  '\n<p role="status" style="position:fixed;inset-block-end:0;inset-inline:0;z-index:2147483646;margin:0;padding:.4rem 1rem;background:#14161a;color:#fff;font:14px/1.5 system-ui,sans-serif;text-align:center;direction:ltr">This is the last build. The site as it is now will stand here in a moment.</p>';

/** The errors of the last build, over the page that still stands below; gone with the next good build. */
export function overlay(problems: readonly Problem[], link: EditorLink = () => null): string | null {
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length === 0) return null;
  const texts = errors.slice(0, MOST).map((problem) => told(problem, link));
  const more = errors.length > MOST ? `<p>And ${errors.length - MOST} more, in the terminal.</p>` : '';
  return `
<dialog open id="dateline-problems" aria-labelledby="dateline-problems-title"><style>${STYLE}</style>
<h2 id="dateline-problems-title">${errors.length === 1 ? 'Something is wrong' : `${errors.length} things are wrong`}</h2>
<p>The pages below are as they last were right. Save the cure, and this goes away.</p>
<form method="dialog"><button>Close</button></form>
${texts.join('\n')}${more}
</dialog>
<script>${SCRIPT}
</script>`;
}
