import { isMap, isScalar, type Node, Pair, Scalar, YAMLMap } from 'yaml';
import { z } from 'zod';

/**
 * A list whose entries have a `name` and `items`, written as names with their items: `slots: { election: [a, b] }`.
 * Each becomes the entry that it stands for, its places those of what was written. Null where the map is one entry.
 */
export function namedEntries(
  map: Node,
  element: z.core.$ZodType,
  resolved: (node: Node | null) => Node | null,
): Node[] | null {
  if (!(element instanceof z.ZodObject) || !('name' in element.shape && 'items' in element.shape))
    return null;
  if (!isMap<Node, Node | null>(map) || map.items.length === 0) return null;
  const ofEntry = new Set(Object.keys(element.shape));
  if (!map.items.every(({ key }) => isScalar(key) && !ofEntry.has(String(key.value)))) return null;
  return map.items.map(({ key, value }) => {
    const of = resolved(value);
    const entry = new YAMLMap<Node, Node | null>();
    entry.range = of?.range ?? key.range ?? null;
    const name = new Pair<Node, Node | null>(keyAt('name', key), key);
    entry.items = [
      name,
      ...(isMap<Node, Node | null>(of) ? of.items : [new Pair(keyAt('items', key), value)]),
    ];
    return entry;
  });
}

function keyAt(name: string, { range }: Node): Node {
  const key = new Scalar(name);
  if (range) key.range = range;
  return key;
}
