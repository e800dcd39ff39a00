import type { ParseStore, StoredParse } from '../../build/ports.js';
import { bodiesOf, headOf } from './encode.js';

/** A store that lives as long as the process; for tests and for folders that can't be written. */
export function createMemoryStore(): ParseStore {
  const entries = new Map<string, { readonly head: StoredParse; readonly bodies: readonly string[] }>();
  const good = new Map<string, string>();
  const note = (key: string, { parsed, problems }: StoredParse): void => {
    if (parsed !== null && isGood(problems)) good.set(parsed.article.file, key);
  };
  return {
    head(key) {
      const head = entries.get(key)?.head ?? null;
      if (head !== null) note(key, head);
      return head;
    },
    bodies: (key) => entries.get(key)?.bodies ?? null,
    put(key, value) {
      entries.set(key, { head: headOf(value), bodies: bodiesOf(value) });
      note(key, value);
    },
    lastGood: (file) => good.get(file) ?? null,
    close: async () => {},
  };
}

/** Whether a parse may stand in for a later one that fails. */
export function isGood(problems: StoredParse['problems']): boolean {
  return problems.every((problem) => problem.severity !== 'error');
}
