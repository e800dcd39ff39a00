import type { Reason } from '../../build/ports.js';
import type { Terminal } from '../terminal.js';
import { paint } from '../terminal.js';
import { counted, hanging } from './words.js';

/** Files that are named of many. */
const FEW = 3;

/** Why a page is rendered, in words: `content/articles/rain.md changed; template article.njk changed`. */
export function reasonWords(reasons: readonly Reason[]): string {
  const shown = reasons.filter((reason) => reason.because === 'shown-file');
  const more = shown.length - FEW;
  const named = reasons.filter((reason) => !shown.slice(FEW).includes(reason)).map(words);
  if (more > 0) named.push(`it shows ${counted(more, 'other article')} that changed`);
  return named.join('; ');
}

function words(reason: Reason): string {
  switch (reason.because) {
    case 'nothing-known':
      return 'nothing is remembered of an earlier edition';
    case 'new':
      return 'the page is new';
    case 'own-file':
      return `${reason.file} ${reason.isNew ? 'is new' : 'changed'}`;
    case 'shown-file':
      return `it shows ${reason.file}, which ${reason.isNew ? 'is new' : 'changed'}`;
    case 'view':
      return reason.files.length === 0
        ? 'what stands on it changed, with the time or the flags of the build'
        : `what stands on it changed, with ${listed(reason.files)}`;
    case 'site':
      return 'the title, the navigation or another setting of the site changed';
    case 'texts':
      return 'a text of the theme changed';
    case 'part':
      return `${partWords(reason.name)} changed`;
    case 'output':
      return 'its file in the output folder was not what had been published';
  }
}

/** `template article.njk`, `site.css` */
function partWords(name: string): string {
  const asset = /^asset\('(.*)'\)$/.exec(name)?.[1];
  return asset === undefined ? `template ${name}` : `the theme’s file ${asset}`;
}

function listed(files: readonly string[]): string {
  const more = files.length - FEW;
  const named = files.slice(0, FEW).join(', ');
  return more > 0 ? `${named} and ${counted(more, 'other file')}` : named;
}

/** Every page that was rendered, with why; all together where nothing was remembered. */
export function tellRendered(
  pages: readonly (readonly [url: string, reasons: readonly Reason[]])[],
  terminal: Terminal,
): void {
  if (pages.length === 0) return;
  const { strong, dim } = paint(terminal);
  const told = pages.map(([url, reasons]) => [url, reasonWords(reasons)] as const);
  const [first] = told;
  const alike = first !== undefined && told.every(([, words]) => words === first[1]);
  terminal.err(`${strong(`Rendered ${counted(pages.length, 'page')}`)}`);
  terminal.err(alike ? `: ${first[1]}.\n` : ':\n');
  for (const [url, words] of alike ? [] : told)
    terminal.err(`  ${url}\n    ${dim(hanging(words, terminal.width - 4, 4))}\n`);
  terminal.err('\n');
}
