import { byText } from '../../text/order.js';
import { remember } from './memo.js';

/** Notes which templates a page reaches. */
export interface Trace {
  /** Begins a page. */
  begin(): void;
  note(name: string): void;
  /** The names that were noted, sorted. Pages that reach the same templates share one list. */
  end(): readonly string[];
}

export function createTrace(): Trace {
  const reached = new Set<string>();
  const lists = new Map<string, readonly string[]>();
  return {
    begin: () => reached.clear(),
    note: (name) => void reached.add(name),
    end() {
      // Pages of one kind reach the same templates in the same order, nearly always.
      const key = [...reached].join('\0');
      return remember(lists, key, () => [...reached].sort(byText));
    },
  };
}
