import { lstatSync } from 'node:fs';
import { basename } from 'node:path';
import { inside } from './files/inside.js';

/** How the address is made that opens a file in an editor: `{file}` is its absolute path. */
export type EditorAddress = string;

/** Addresses that editors answer to, by the names of their commands. */
const EDITORS: Readonly<Record<string, EditorAddress>> = {
  code: 'vscode://file{file}:{line}:{column}',
  'code-insiders': 'vscode-insiders://file{file}:{line}:{column}',
  codium: 'vscodium://file{file}:{line}:{column}',
  cursor: 'cursor://file{file}:{line}:{column}',
  windsurf: 'windsurf://file{file}:{line}:{column}',
  zed: 'zed://file{file}:{line}:{column}',
  mate: 'txmt://open?url=file://{file}&line={line}&column={column}',
  bbedit: 'x-bbedit://open?url=file://{file}&line={line}&column={column}',
  idea: 'idea://open?file={file}&line={line}&column={column}',
  webstorm: 'webstorm://open?file={file}&line={line}&column={column}',
  phpstorm: 'phpstorm://open?file={file}&line={line}&column={column}',
};

export const EDITOR_NAMES: readonly string[] = Object.keys(EDITORS);

const USUAL = 'vscode://file{file}:{line}:{column}';

/** A name or an own address with `{file}` in it; null for anything else, and for addresses that run in the page. */
export function editorAddress(text: string): EditorAddress | null {
  const known = Object.hasOwn(EDITORS, text) ? EDITORS[text] : undefined;
  if (known !== undefined) return known;
  const own = /^(?!(?:javascript|data|vbscript|blob):)[a-z][a-z0-9+.-]*:[^\s"'<>]*$/i.test(text);
  return own && text.includes('{file}') ? text : null;
}

/** What the environment names as the user's editor, where it answers to addresses; else the most common one. */
export function usualEditor(env: Readonly<Record<string, string | undefined>>): EditorAddress {
  for (const name of ['LAUNCH_EDITOR', 'VISUAL', 'EDITOR']) {
    // A command with its flags: `code --wait`.
    const command = basename((env[name] ?? '').trim().split(/\s+/)[0] ?? '').replace(/\.(?:exe|cmd)$/i, '');
    const address = Object.hasOwn(EDITORS, command) ? EDITORS[command] : undefined;
    if (address !== undefined) return address;
  }
  return USUAL;
}

/**
 * Makes addresses that open places of a newsroom's files. They are plain links: the user's own system opens the editor
 * after a click, and the server starts no program, whoever asks it.
 *
 * @returns null for what is no file inside of the newsroom
 */
export function editorLinks(
  root: string,
  address: EditorAddress,
): (file: string, line: number, column: number) => string | null {
  const folder = inside(root);
  return (file, line, column) => {
    try {
      folder.forget();
      const place = folder.locate(file);
      if (!lstatSync(place).isFile()) return null;
      const path = place.replaceAll('\\', '/');
      const whole = path.startsWith('/') ? path : `/${path}`;
      const encoded = whole.split('/').map(encodeURIComponent).join('/');
      return address
        .replaceAll('{file}', () => encoded)
        .replaceAll('{line}', String(line))
        .replaceAll('{column}', String(column));
    } catch {
      return null;
    }
  };
}
