/** What the value of a custom property is for. */
export type CssKind = 'length' | 'spacing' | 'number' | 'faces' | 'slant' | 'string' | 'any';

const UNIT =
  /^(?:%|r?(?:em|ex|cap|ch|ic|lh)|[sld]?v(?:w|h|i|b|min|max)|cq(?:w|h|i|b|min|max)|px|cm|mm|q|in|pc|pt)$/i;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const MATHS = /^(?:calc|clamp|min|max|var|round)\(.*\)$/is;
/** A word of a typeface's name without quotes. */
const WORD = /^-?(?:[a-z_]|[\u0080-\uffff])(?:[\w-]|[\u0080-\uffff])*$/i;

/** Whether browsers read a value as what it is for. What only they can reckon (`calc(…)`, `var(…)`) is not reckoned. */
export function isCssValue(value: string, kind: CssKind): boolean {
  const parts = partsOf(value);
  if (parts === null || value === '' || /[;{}<>\\]|\/\*/.test(value)) return false;
  switch (kind) {
    case 'length':
      return isLength(value, false);
    case 'spacing':
      return isLength(value, true) || /^(?:normal|[+-]?0)$/i.test(value);
    case 'number':
      return isNumber(value) || (MATHS.test(value) && hasUnits(value));
    case 'faces':
      return parts.every((part) => isFace(part.trim()));
    case 'slant':
      return /^(?:normal|italic|oblique(?: [+-]?[\d.]+deg)?|var\(.*\))$/i.test(value);
    case 'string':
      return /^(?:"[^"]*"|'[^']*'|var\(.*\)|none)$/i.test(value);
    default:
      return true;
  }
}

/** Sizes and distances have a unit, nought too: the theme reckons with them. */
function isLength(value: string, below: boolean): boolean {
  if (MATHS.test(value)) return hasUnits(value);
  const [, number = '', unit = ''] = /^(.*?\d\.?)([a-z%]+)$/i.exec(value) ?? [];
  return NUMBER.test(number) && UNIT.test(unit) && (below || !number.startsWith('-'));
}

const isNumber = (value: string): boolean => NUMBER.test(value) && !value.startsWith('-');

/** Whether every number in `calc(…)` and its like has a unit that there is, or none. */
const hasUnits = (value: string): boolean =>
  [...value.matchAll(/(?<![\w.-])(?:\d+\.?\d*|\.\d+)([a-z%][\w%]*)?/gi)].every(
    ([, unit]) => unit === undefined || UNIT.test(unit),
  );

const isFace = (face: string): boolean =>
  /^(?:"[^"]+"|'[^']+'|var\(.*\))$/is.test(face) ||
  (face !== '' && face.split(/\s+/).every((word) => WORD.test(word)));

/** What stands between the commas that are in no quotes and no brackets; null: some of these are open. */
function partsOf(value: string): readonly string[] | null {
  const parts = [''];
  let quote = '';
  let depth = 0;
  for (const character of value) {
    if (quote !== '') {
      if (character === '\n') return null;
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '(') depth++;
    else if (character === ')' && --depth < 0) return null;
    if (character === ',' && quote === '' && depth === 0) parts.push('');
    else parts.push((parts.pop() ?? '') + character);
  }
  return quote === '' && depth === 0 ? parts : null;
}
