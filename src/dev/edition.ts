import type { Content } from '../build/live.js';
import type { Rule } from '../build/live-rules.js';

/** What the server shows; replaced as a whole by the next one, so that nobody sees half of one. */
export interface Edition {
  /** Whether there is something at a path below the site's base: `2026/11/x/index.html`. */
  has(path: string): boolean;
  content(path: string): Promise<Content | null>;
  /** Html that stands over every page while something is wrong; null where all is well. */
  readonly overlay: string | null;
  /** Html of what is only doubtful in the file that the page at a path is about; null where nothing is. */
  note?(path: string): string | null;
  /**
   * The rule that a server is given for an address. Null where a file answers it, which is all but always.
   *
   * @param name the file that is there
   */
  rule?(name: string | null, path: string, query: string): Rule | null;
}

/** Before anything is there. */
export const NO_EDITION: Edition = { has: () => false, content: async () => null, overlay: null };

/** The name of the file that answers a path, below the base of the site. */
export type Found = { readonly name: string } | 'folder' | null;

export function fileFor({ has }: Edition, base: string, path: string): Found {
  if (!path.startsWith(base)) return `${path}/` === base ? 'folder' : null;
  const local = path.slice(base.length);
  const name = local === '' || local.endsWith('/') ? `${local}index.html` : local;
  for (const form of [name, name.normalize('NFC')]) {
    if (has(form)) return { name: form };
    if (has(`${form}/index.html`)) return 'folder';
  }
  return null;
}

/**
 * All that a browser is shown at a path, as text to compare: what is there, or where it leads, and what stands over it.
 */
export async function shownAt(edition: Edition, base: string, path: string): Promise<string> {
  const found = fileFor(edition, base, path);
  if (found === 'folder') return 'folder';
  const content = await edition.content(found?.name ?? '404.html');
  const text =
    content === null
      ? ''
      : 'problem' in content
        ? JSON.stringify(content.problem)
        : typeof content.content === 'string'
          ? content.content
          : Buffer.from(content.content).toString('latin1');
  const note = found === null ? null : edition.note?.(found.name);
  return `${found?.name ?? ''}\n${edition.overlay ?? ''}\n${note ?? ''}\n${text}`;
}
