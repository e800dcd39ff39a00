import type { Command } from 'commander';
import { addRoot, valued, wholeNumber } from '../flags.js';
import type { Context } from '../program.js';

interface DevFlags {
  readonly root: string;
  readonly port: number;
  readonly host: string;
  readonly open?: boolean;
}

export function addDev(program: Command, { terminal, exit }: Context): Command {
  const command = program
    .command('dev')
    .description('show the site on this machine, with drafts, and every change as you save')
    .addOption(
      valued({
        flags: '--port <n>',
        text: 'port of the address; 0 takes any that is free',
        wanted: 'a number from 0 to 65535',
        example: '8080',
        parse: wholeNumber(0, 65_535),
      }).default(8080),
    )
    .addOption(
      valued({
        flags: '--host <name>',
        text: 'address to listen on; 0.0.0.0 lets the network in',
        wanted: 'an address of this machine',
        example: '0.0.0.0',
      }).default('127.0.0.1'),
    )
    .option('--open', 'open the browser');
  return addRoot(command).action(async (flags: DevFlags) => {
    const { showSite } = await import('../show-site.js');
    exit(await showSite(flags, terminal));
  });
}
