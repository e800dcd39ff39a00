import { parse, TomlDate, TomlError } from 'smol-toml';
import type { Problem } from '../../model/problem.js';
import { controlCharacters } from '../../problems/front-matter/bytes.js';
import { forbiddenKey, tomlSyntax } from '../../problems/front-matter/syntax.js';
import type { Locator } from '../../problems/index.js';
import { firstControl, hasOdd, withoutOdd } from '../../text/control.js';
import type { Reading } from './front-matter.js';
import { type Entry, type Fields, NO_FIELDS, type Node } from './tree.js';

interface Spot {
  readonly line: number;
  readonly column: number;
}

/**
 * Front matter in TOML, by `smol-toml`. It gives values without places, so the places of the fields are looked for in
 * the source; what stands inside a field has the field's place.
 */
export function readToml(source: string, line: number, at: Locator): Reading {
  let table: unknown;
  try {
    table = parse(source, { integersAsBigInt: true });
  } catch (thrown) {
    if (!(thrown instanceof TomlError)) throw thrown;
    const message = thrown.message.split('\n')[0]?.replace(/^Invalid TOML document: /, '') ?? '';
    const problem = tomlSyntax(at.line(line + thrown.line - 1, thrown.column), message);
    return { fields: NO_FIELDS, problems: [problem], broken: true };
  }
  const problems: Problem[] = [];
  const places = index(source);
  let told = false;
  const clean = (text: string, { line: row, column }: Spot): string => {
    const found = hasOdd(text) ? firstControl(text) : null;
    if (found !== null && !told) problems.push(controlCharacters(at.line(row, column), found.name));
    told ||= found !== null;
    return withoutOdd(text);
  };
  const build = (value: unknown, spot: Spot, written: string | null, depth: number): Node | null => {
    if (value === undefined || value === null || depth > 100) return null;
    if (Array.isArray(value)) {
      return { is: 'list', ...spot, items: value.map((item) => build(item, spot, null, depth + 1)) };
    }
    if (typeof value === 'object' && !(value instanceof Date)) return fields(value, spot, depth);
    const plain = typeof value !== 'string';
    // A number's own spelling is kept where its line shows it, a date is read from the spelling that TOML defines.
    const read = value instanceof TomlDate ? value.toISOString() : plain && written ? written : String(value);
    const text = clean(read, spot);
    return { is: 'scalar', text, plain, ...spot, textLine: spot.line, length: written?.length ?? 1 };
  };
  const fields = (map: object, spot: Spot, depth: number): Fields => {
    const entries: Entry[] = [];
    for (const [name, value] of Object.entries(map)) {
      const found = depth === 0 ? (places.get(name) ?? null) : null;
      const key = clean(name, spot);
      const keySpot = found === null ? spot : { line: line + found.index, column: found.column };
      if (key === '__proto__') {
        problems.push(forbiddenKey(at.line(keySpot.line, keySpot.column, key.length), key));
        continue;
      }
      const valueSpot = found === null ? spot : { line: line + found.index, column: found.valueColumn };
      entries.push({ key, ...keySpot, value: build(value, valueSpot, found?.written ?? null, depth + 1) });
    }
    return { is: 'fields', ...spot, entries };
  };
  return { fields: fields(Object(table), { line, column: 1 }, 0), problems, broken: false };
}

interface Found {
  readonly index: number;
  readonly column: number;
  readonly valueColumn: number;
  /** The value's own spelling where it ends on its line and is no text in quotes. */
  readonly written: string | null;
}

/** Where the fields of the first level stand: `name = value` above the first table, `[name]`, `[[name]]`. */
function index(source: string): Map<string, Found> {
  const places = new Map<string, Found>();
  let inTable = false;
  for (const [line, text] of source.split('\n').entries()) {
    const found = ASSIGNED.exec(text);
    if (found && !inTable) {
      const [, indent = '', name = '', sign = '', value = ''] = found;
      const key = name.replace(/^["']|["']$/g, '');
      const column = indent.length + 1;
      const written = /^[\w+.:-]+(?=\s*(?:#|$))/.exec(value)?.[0] ?? null;
      if (!places.has(key)) {
        places.set(key, { index: line, column, valueColumn: column + name.length + sign.length, written });
      }
      continue;
    }
    const table = TABLE.exec(text);
    if (!table) continue;
    inTable = true;
    const key = (table[2] ?? '').replace(/^["']|["']$/g, '');
    const column = (table[1] ?? '').length + 1;
    if (!places.has(key)) places.set(key, { index: line, column, valueColumn: column, written: null });
  }
  return places;
}
const NAME = String.raw`("[^"]+"|'[^']+'|[\w-]+)`;
const ASSIGNED = new RegExp(String.raw`^(\s*)${NAME}(\s*[.=]\s*)(.*)$`);
const TABLE = new RegExp(String.raw`^(\s*)\[\[?\s*${NAME}\s*[\].]`);
