import type { Problem } from '../../model/problem.js';
import type { Located } from '../locate.js';
import { shown } from '../quote.js';

/** What is wrong with an address that a file asks for. */

export const slugOutside = (place: Located, written: string): Problem => ({
  ...place,
  code: 'slug-outside',
  severity: 'error',
  message: `The slug \`${shown(written)}\` is a path. A slug is one part of an address, so that no article can leave its place.`,
  hint: 'Write words joined by `-`, such as `slug: night-trains-return`. For a whole address use `url: /special/night-trains/`.',
});

export const addressOutside = (place: Located, field: string, written: string): Problem => ({
  ...place,
  code: 'address-outside',
  severity: 'error',
  message: `\`${shown(field)}\` says \`${shown(written)}\`, which is no address on this site: it leads outside, or to another host.`,
  hint: 'Write a path that begins with `/`, without `..`, such as `/special/night-trains/`.',
});

export const aliasQuery = (place: Located, written: string): Problem => ({
  ...place,
  code: 'alias-query',
  severity: 'warning',
  message: `The old address \`${shown(written)}\` differs from others only behind the \`?\` or \`#\`, and not by plain names and values such as \`/?p=123\`. No host tells such addresses apart, so this one is left out.`,
  hint: 'Write the names and values alone (letters, digits, `-`, `_`, `.`), redirect the address in the server’s configuration, or delete the line.',
});

export const reservedAddress = (place: Located, address: string, part: string): Problem => ({
  ...place,
  code: 'reserved-address',
  severity: 'error',
  message:
    part === ''
      ? `\`${shown(address)}\` is the front page; nothing else can have that address.`
      : `The address \`${shown(address)}\` is taken: Dateline needs \`${part}\` there for pages of its own.`,
  hint: 'Choose another name, such as `slug: night-trains-return`.',
});

export const reservedAlias = (place: Located, address: string, part: string): Problem => ({
  ...reservedAddress(place, address, part),
  hint: 'Take this alias out, or correct it: every site answers that address itself.',
});
