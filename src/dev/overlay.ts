import type { Problem } from '../model/problem.js';
import { PLAIN, pretty } from '../problems/format.js';
import { escapeHtml } from '../text/html.js';

const MOST = 20;

/** The errors of the last build, over the page that still stands below; gone with the next good build. */
export function overlay(problems: readonly Problem[]): string | null {
  const errors = problems.filter((problem) => problem.severity === 'error');
  if (errors.length === 0) return null;
  const texts = errors
    .slice(0, MOST)
    .map((problem) => `<pre>${escapeHtml(pretty(problem, { paint: PLAIN, width: 90 }))}</pre>`);
  const more = errors.length > MOST ? `<p>… and ${errors.length - MOST} more, in the terminal.</p>` : '';
  return `<dialog open style="position:fixed;inset:0;z-index:9999;inline-size:auto;block-size:auto;max-inline-size:none;max-block-size:none;margin:0;border:0;padding:2rem;overflow:auto;background:#14161af5;color:#e6e4df;font:15px/1.5 ui-monospace,monospace" aria-label="Problems">
<h2 style="font:600 20px/1.3 system-ui;margin:0 0 1rem;color:#ff8a80">The last change could not be shown. This page is as it was before.</h2>
<style>dialog pre{white-space:pre-wrap;border-block-start:1px solid #33373f;padding-block:1rem;margin:0}</style>
${texts.join('\n')}${more}
</dialog>`;
}
