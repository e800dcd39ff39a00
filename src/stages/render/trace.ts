import { byText } from '../../text/order.js';
import { remember } from './memo.js';

/** The name by which an asset is noted; no template is called so. */
export const assetPart = (name: string): string => `asset('${name}')`;

/** The name by which a piece that pages share is noted. */
export const fragmentPart = (url: string): string => `fragment at ${url}`;

/** The name by which something that the page loads from elsewhere is noted, as a need of `text/csp.ts`. */
export const needPart = (need: string): string => `needs('${need}')`;

/** The needs among what pages reached. */
export const needsAmong = (reached: readonly string[]): string[] =>
  reached.flatMap((name) => (name.startsWith("needs('") ? [name.slice(7, -2)] : []));

/** Notes which templates and assets a page reaches. */
export interface Trace {
  /** Begins a page. */
  begin(): void;
  note(name: string): void;
  /** The names that were noted, sorted. Pages that reach the same share one list. */
  end(): readonly string[];
}

export function createTrace(): Trace {
  const reached = new Set<string>();
  const lists = new Map<string, readonly string[]>();
  return {
    begin: () => reached.clear(),
    note: (name) => void reached.add(name),
    end() {
      // Pages of one kind reach the same in the same order, nearly always.
      const key = [...reached].join('\0');
      return remember(lists, key, () => [...reached].sort(byText));
    },
  };
}
