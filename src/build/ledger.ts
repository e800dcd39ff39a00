import type { Problem } from '../model/problem.js';
import { compareLedger, type LedgerState, parseLedger } from '../stages/ledger/index.js';
import { decodeText } from '../text/utf8.js';
import type { Ports } from './ports.js';
import type { Reading } from './read.js';

/** Beside `content/`, not inside it: nothing there can be published, whatever links to it. */
export const LEDGER_FILE = 'urls.txt';

/** What `urls.txt` says against the site as it was read; null where there is no such file. */
export async function readLedger(
  reading: Reading,
  ports: Pick<Ports, 'files'>,
): Promise<(LedgerState & { readonly known: ReturnType<typeof parseLedger>['entries'] }) | null> {
  const bytes = await ports.files.readIfThere(LEDGER_FILE);
  if (bytes === null || reading.assembled === null) return null;
  const { entries, problems } = parseLedger(decodeText(bytes) ?? '');
  const { site, invisible } = reading.assembled;
  const state = compareLedger(entries, site, invisible);
  // A wrong article's address is not known, and its own problem has been told.
  const told = reading.invalid.size > 0 ? [] : state.problems;
  return { ...state, known: entries, problems: [...problems, ...told] };
}

export async function ledgerProblems(
  reading: Reading,
  ports: Pick<Ports, 'files'>,
): Promise<readonly Problem[]> {
  return (await readLedger(reading, ports))?.problems ?? [];
}
