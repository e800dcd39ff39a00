import type { Command } from 'commander';
import { flagsConflict } from '../../problems/usage.js';
import type { LedgerEntry } from '../../stages/ledger/index.js';
import { addReadingOptions, type ReadingFlags } from '../flags.js';
import type { Context } from '../program.js';
import { counted, grouped } from '../report/words.js';
import type { Terminal } from '../terminal.js';
import { UsageError } from '../usage.js';

interface UrlsFlags extends ReadingFlags {
  readonly save?: boolean;
  readonly json?: boolean;
}

/** What `urls.txt` and the site say of each other. */
interface Answer {
  readonly known: readonly LedgerEntry[];
  readonly fresh: readonly LedgerEntry[];
  readonly vanished: readonly LedgerEntry[];
}

export function addUrls(program: Command, { terminal, exit }: Context): Command {
  const command = program
    .command('urls')
    .description('compare the site with urls.txt, which knows every address that it has had')
    .option('--save', 'add the new addresses to urls.txt')
    .option('--json', 'print one object: known, new and vanished addresses');
  return addReadingOptions(command).action(async (flags: UrlsFlags) => {
    for (const [flag, asked] of [
      ['--drafts', flags.drafts],
      ['--future', flags.future],
    ] as const) {
      if (flags.save && asked)
        throw new UsageError(
          flagsConflict('--save', flag, 'urls.txt knows what was published, and nothing else'),
        );
    }
    const { askNewsroom } = await import('../read-newsroom.js');
    exit(
      await askNewsroom(flags, terminal, async ({ root, site, reading, ports, progress }) => {
        const { LEDGER_FILE, readLedger } = await import('../../build/ledger.js');
        const { addressesOf, withNew, writeLedger } = await import('../../stages/ledger/index.js');
        const ledger = await readLedger(reading, ports);
        const nothing = { known: [], fresh: addressesOf(site), vanished: [], renamed: [] };
        const { known, fresh, vanished, renamed } = ledger ?? nothing;
        const save = flags.save === true && (ledger === null || fresh.length > 0);
        if (save) {
          const { replaceFile } = await import('../../edges/create.js');
          await replaceFile(root, LEDGER_FILE, writeLedger(withNew(known, addressesOf(site), renamed)));
        }
        progress.clear();
        const { tellProblems } = await import('../report/problems.js');
        await tellProblems(ledger?.problems ?? [], terminal, {
          read: ports.files.readIfThere,
          all: flags.verbose,
        });
        const answer = { known, fresh, vanished };
        if (flags.json) terminal.out(asJson(answer));
        else if (!flags.quiet) tell(answer, { there: ledger !== null, saved: save }, terminal);
        return 0;
      }),
    );
  });
}

const asJson = ({ known, fresh, vanished }: Answer): string => {
  const urls = (entries: readonly LedgerEntry[]): string[] => entries.map(({ url }) => url);
  return `${JSON.stringify({ known: known.length, new: urls(fresh), vanished: urls(vanished) })}\n`;
};

/** So many new addresses are listed; of a first time there may be 100,000. */
const SHOWN = 20;

function tell(
  { known, fresh, vanished }: Answer,
  { there, saved }: { readonly there: boolean; readonly saved: boolean },
  terminal: Terminal,
): void {
  const count = counted(fresh.length, 'address', 'addresses');
  if (!there && !saved)
    terminal.out(`There is no urls.txt yet. \`dateline urls --save\` makes it, with ${count}.\n`);
  else if (!there) terminal.out(`urls.txt is there, with ${count}. Commit it.\n`);
  else {
    const answers =
      vanished.length === 0 ? 'all of them answered' : `${grouped(vanished.length)} answered no more`;
    terminal.out(`urls.txt knows ${counted(known.length, 'address', 'addresses')}, ${answers}.\n`);
    if (fresh.length > 0)
      terminal.out(
        saved ? `${count} added. Commit urls.txt.\n` : `${count} new: \`dateline urls --save\` adds them.\n`,
      );
    for (const { url } of fresh.slice(0, SHOWN)) terminal.out(`  ${url}\n`);
    if (fresh.length > SHOWN) terminal.out(`  and ${grouped(fresh.length - SHOWN)} more\n`);
  }
}
