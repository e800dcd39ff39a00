import type { Command } from 'commander';
import { EDITOR_NAMES, editorAddress } from '../../edges/editor.js';
import { addRoot, NO_CACHE, nowOption, valued, wholeNumber } from '../flags.js';
import type { Context } from '../program.js';
import type { ShowFlags } from '../show-site.js';

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
    .option('--open', 'open the browser')
    .addOption(nowOption())
    .addOption(
      valued({
        flags: '--editor <name>',
        text: 'editor that the links of problems open (default: LAUNCH_EDITOR, VISUAL or EDITOR where it is one of these, else code)',
        wanted: `an editor that opens files by an address (${EDITOR_NAMES.join(', ')}), or such an address with {file}, {line} and {column}`,
        example: 'code',
        parse: editorAddress,
      }),
    )
    .option(...NO_CACHE);
  return addRoot(command).action(async (flags: ShowFlags) => {
    const { showSite } = await import('../show-site.js');
    exit(await showSite(flags, terminal));
  });
}
