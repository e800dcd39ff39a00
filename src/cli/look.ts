import type { Newsroom } from './newsroom.js';
import type { ReadFile } from './report/problems.js';

/** The command that shows the newsroom on this machine: `npm start` where its package.json says so. */
export async function showCommand({ shown }: Pick<Newsroom, 'shown'>, read: ReadFile): Promise<string> {
  if (shown === '' && (await startsDateline(read))) return 'npm start';
  return shown === ''
    ? 'npx dateline dev'
    : `npx dateline dev --root ${/[\s'"]/.test(shown) ? JSON.stringify(shown) : shown}`;
}

async function startsDateline(read: ReadFile): Promise<boolean> {
  const bytes = await read('package.json').catch(() => null);
  if (bytes === null) return false;
  return /"start"\s*:\s*"[^"]*\bdev\b/.test(new TextDecoder().decode(bytes));
}
