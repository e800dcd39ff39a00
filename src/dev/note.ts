import type { Problem } from '../model/problem.js';
import { escapeHtml } from '../text/html.js';
import { type EditorLink, told } from './overlay.js';

const MOST = 20;

/** A line over the page that takes room of its own, so that it hides nothing of the page. */
const STYLE = `
#dateline-note{position:sticky;inset-block-start:0;z-index:2147483645;margin:0;padding:0;border:0;border-block-end:1px solid #d8c48a;background:#fff6da;color:#3b2f0b;font:14px/1.5 system-ui,sans-serif;direction:ltr;text-align:start}
#dateline-note summary{margin:0;padding:.3rem 1rem;font:inherit;color:inherit;cursor:pointer;overflow-wrap:anywhere}
#dateline-note div{max-block-size:60vh;overflow:auto;padding:0 1rem .75rem}
#dateline-note pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:0;padding-block:.75rem;border:0;border-block-start:1px solid #e6d7a8;font:13px/1.55 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:none;color:inherit}
#dateline-note a{color:#0b4f9e;text-underline-offset:.2em}
#dateline-note :focus-visible{outline:2px solid #0b4f9e;outline-offset:-2px}
@media print{#dateline-note{display:none}}`;

/** Before all else on the page; opened, it stays so when the page loads again. */
const SCRIPT = `
{
  const note = document.getElementById('dateline-note');
  document.body.prepend(note);
  note.open = sessionStorage.getItem('dateline-note') === 'open';
  note.addEventListener('toggle', () => sessionStorage.setItem('dateline-note', note.open ? 'open' : ''));
}`;

/** The warnings of the file that a page is about; gone with the save that mends the last of them. */
export function note(problems: readonly Problem[], file: string | null, link: EditorLink): string | null {
  if (file === null) return null;
  const warnings = problems.filter((problem) => problem.severity === 'warning' && problem.file === file);
  if (warnings.length === 0) return null;
  const texts = warnings.slice(0, MOST).map((problem) => told(problem, link));
  const more = warnings.length > MOST ? `<p>And ${warnings.length - MOST} more, in the terminal.</p>` : '';
  const count = warnings.length === 1 ? '1 warning' : `${warnings.length} warnings`;
  return `
<details id="dateline-note"><summary>${count} in ${escapeHtml(file)}</summary><style>${STYLE}</style>
<div>${texts.join('\n')}${more}</div></details>
<script>${SCRIPT}
</script>`;
}
