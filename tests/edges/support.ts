import * as fs from 'node:fs';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createPublisher, type PublisherOptions } from '../../src/edges/publisher/index.js';
import type { Phase } from '../../src/model/page.js';
import { tempFolder as newFolder } from '../support/temp.js';

/** A folder of its own for one test, and gone after it. */
export function tempFolder(): string {
  const folder = newFolder('edges');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files, folders included. */
export function lay(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    fs.mkdirSync(join(folder, path, '..'), { recursive: true });
    fs.writeFileSync(join(folder, path), content);
  }
}

/** Everything below a folder: text of files, `→ target` of links, `/` for empty folders. */
export function treeOf(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  const walk = (at: string): void => {
    const entries = fs.readdirSync(join(folder, at), { withFileTypes: true });
    if (entries.length === 0 && at !== '') found[`${at}/`] = '/';
    for (const entry of entries) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else if (entry.isSymbolicLink()) found[path] = `→ ${fs.readlinkSync(join(folder, path))}`;
      else found[path] = fs.readFileSync(join(folder, path), 'utf8');
    }
  };
  if (fs.existsSync(folder)) walk('');
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const phaseOf = (path: string): Phase =>
  path.startsWith('media/') ? 'asset' : path.startsWith('20') ? 'article' : 'index';

/** Publishes these texts. */
export async function publish(
  root: string,
  outputs: Readonly<Record<string, string>>,
  options: Partial<PublisherOptions> = {},
) {
  const publication = await createPublisher({ root, ...options }).begin();
  for (const [path, text] of Object.entries(outputs)) await publication.write(path, text, phaseOf(path));
  return publication.commit({ at: null, reason: null });
}

/** A file system that does `before` ahead of each call that changes something. */
export function watchedDisk(
  before: (call: string, path: string, to: string, args: readonly unknown[]) => void,
): typeof fs {
  return new Proxy(fs, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function' || !CHANGING.has(String(name))) return value;
      return (...args: unknown[]) => {
        before(String(name), text(args[0]), text(args[1]), args);
        return Reflect.apply(value, target, args);
      };
    },
  });
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const CHANGING = new Set([
  'writeFileSync',
  'writeSync',
  'mkdirSync',
  'renameSync',
  'unlinkSync',
  'rmdirSync',
  'rmSync',
  'openSync',
  'fsyncSync',
  'copyFileSync',
]);

/** What a system says when it refuses. */
export function refusal(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: refused, ${syscall}`), { code, syscall });
}
