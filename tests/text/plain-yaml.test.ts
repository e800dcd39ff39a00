import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { plainYaml } from '../../src/text/plain-yaml.js';

const folder = new URL('../../templates/texts/', import.meta.url);
/** What YAML says of the source, every scalar as text; null where it is wrong or no map of texts. */
function byParser(source: string): unknown {
  try {
    return parse(source, { schema: 'failsafe' });
  } catch {
    return null;
  }
}

describe('reading lines of names and texts', () => {
  test.each(readdirSync(folder))('reads the theme’s %s as YAML does', (name) => {
    const source = readFileSync(new URL(name, folder), 'utf8');
    expect(Object.fromEntries(plainYaml(source) ?? [])).toEqual(byParser(source));
  });

  it('reads a file as YAML does, or leaves it to YAML', () => {
    const name = fc.constantFrom('a', 'b.c', 'no', 'x-1', 'é', '1');
    const piece = fc.constantFrom(
      'a',
      ' ',
      ':',
      ': ',
      ' #',
      '#',
      "'",
      '"',
      '\\',
      '{n}',
      '…',
      '- ',
      '[',
      '|',
      '&x',
      '%',
      '10:30',
      '\t',
      ',',
      '!',
    );
    const value = fc.array(piece, { maxLength: 5 }).map((parts) => parts.join(''));
    const line = fc.oneof(
      fc.tuple(name, value).map(([key, text]) => `${key}: ${text}`),
      fc.constantFrom('# note', '', '  b: x', 'a:', '---', 'a: "x"', "a: 'x'"),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
        const read = plainYaml(lines.join('\n'));
        if (read !== null) expect(Object.fromEntries(read)).toEqual(byParser(lines.join('\n')) ?? {});
      }),
      { numRuns: 2000 },
    );
  });
});
