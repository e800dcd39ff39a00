import { type DefaultTreeAdapterMap, parse, defaultTreeAdapter as tree } from 'parse5';
import { ADDRESSES, RULES, TIMES } from '../formats/structured-data.js';

type Node = DefaultTreeAdapterMap['node'];
export type Data = { readonly [property: string]: unknown };

const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every element of a page, as a browser reads it. */
export function elementsOf(html: string, name: string): DefaultTreeAdapterMap['element'][] {
  const found: DefaultTreeAdapterMap['element'][] = [];
  const visit = (node: Node): void => {
    if (tree.isElementNode(node) && node.tagName === name) found.push(node);
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return found;
}

export const attribute = (element: DefaultTreeAdapterMap['element'], name: string): string | undefined =>
  element.attrs.find((one) => one.name === name)?.value;

/** The things that a page's JSON-LD tells of, read as a browser and a search engine read it. */
export function thingsOf(html: string): Data[] {
  return elementsOf(html, 'script')
    .filter((script) => attribute(script, 'type') === 'application/ld+json')
    .flatMap((script) => {
      const text = script.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
      const data: unknown = JSON.parse(text);
      if (!isData(data) || data['@context'] !== 'https://schema.org') throw new Error('no context');
      const graph = data['@graph'];
      return Array.isArray(graph) ? graph.filter(isData) : [data];
    });
}

/** The value of a dotted property in each thing that has the first part; undefined where one lacks the rest. */
function valuesAt(thing: unknown, path: readonly string[]): unknown[] {
  const [name, ...rest] = path;
  if (name === undefined) return [thing];
  const value = isData(thing) ? thing[name] : undefined;
  return [value].flat().flatMap((one) => (one === undefined ? [undefined] : valuesAt(one, rest)));
}

export const lacks = (thing: Data, property: string): boolean =>
  valuesAt(thing, property.split('.')).some((value) => value === undefined || value === '');

/** All that is wrong with what a page tells: required properties, relative addresses, times without a zone. */
export function faultsOf(html: string): string[] {
  return thingsOf(html).flatMap((thing) => {
    const type = String(thing['@type']);
    const rules = RULES[type];
    if (rules === undefined) return [`${type}: not known`];
    const missing = rules.required
      .filter((property) => lacks(thing, property))
      .map((property) => `${type}: no ${property}`);
    return [...missing, ...wrongValues(thing, type)];
  });
}

function wrongValues(value: unknown, place: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => wrongValues(one, place));
  if (!isData(value)) return value === null || value === undefined ? [`${place}: ${value}`] : [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = `${place}.${name}`;
    const own: string[] = [];
    for (const one of [inner].flat()) {
      if (typeof one !== 'string') continue;
      if (ADDRESSES.includes(name) && !/^https?:\/\/[^\s"<>]+$/.test(one)) own.push(`${at}: ${one}`);
      if (TIMES.includes(name) && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:\d\d$/.test(one)) {
        own.push(`${at}: ${one}`);
      }
    }
    return [...own, ...wrongValues(inner, at)];
  });
}
