import type { Indexed, Macro, Runtime } from 'nunjucks';
import nunjucks from 'nunjucks';
import { unprintable, viewChanged } from '../../problems/template/rendering.js';
import { type Missed, TemplateFault, UndefinedOutput } from './fault.js';
import { FastFrame } from './frame.js';

const { SafeString } = nunjucks.runtime;

/** HTML that `{{ … }}` prints as it stands. */
export function safe(html: string): InstanceType<typeof SafeString> {
  return new SafeString(html);
}

/** The text of a string, marked as HTML or not; null for anything else. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return value instanceof SafeString ? value.val : null;
}

/** Whether a text is marked as HTML, so that it is printed as it stands. */
export function isHtml(value: unknown): boolean {
  return value instanceof SafeString;
}

const UNSAFE = /[&<>"']/;
const UNSAFE_ALL = /[&<>"']/g;
const ESCAPES: { readonly [char: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for HTML and for attributes in quotes of either kind: a template may use both. */
export function escapeOutput(text: string): string {
  return UNSAFE.test(text) ? text.replace(UNSAFE_ALL, (char) => ESCAPES[char] ?? char) : text;
}

/** Methods of arrays that change them. */
const CHANGES = new Set([
  'push',
  'pop',
  'shift',
  'unshift',
  'splice',
  'sort',
  'reverse',
  'fill',
  'copyWithin',
]);

export interface StrictRuntime {
  readonly runtime: Runtime;
  /** @throws {UndefinedOutput} where the value is `undefined`. */
  readonly ensureDefined: <T>(value: T) => T;
}

/**
 * What compiled templates call, stricter than nunjucks' own: printing `undefined` is an error while `null` ("none" in
 * every view) prints nothing; an object isn't printed as "[object Object]"; lists of the view can't be changed.
 *
 * @param belongsToView whether a list is part of what other pages see too
 */
export function strictRuntime(belongsToView: (list: object) => boolean): StrictRuntime {
  let missed: Missed = { object: undefined, key: undefined };

  const memberLookup = (object: Indexed | null | undefined, key: string | number): unknown => {
    if (object === undefined || object === null) {
      missed = { object, key };
      return undefined;
    }
    const value = object[key];
    if (typeof value === 'function') {
      if (Array.isArray(object) && CHANGES.has(String(key)) && belongsToView(object)) {
        throw new TemplateFault((place) => viewChanged(place, String(key)));
      }
      return (...args: unknown[]): unknown => Reflect.apply(value, object, args);
    }
    if (value === undefined) missed = { object, key };
    return value;
  };

  const ensureDefined = <T>(value: T): T => {
    if (value === undefined) throw new UndefinedOutput(missed);
    return value;
  };

  /** Texts joined; where one is HTML, the other is escaped. None is nothing, also in the middle of a text. */
  const concat = (left: unknown, right: unknown): unknown => {
    if (left === undefined || right === undefined) {
      throw new UndefinedOutput(missed, left === undefined ? 'left' : 'right');
    }
    if (isHtml(left) || isHtml(right)) return safe(suppressValue(left) + suppressValue(right));
    return `${left ?? ''}${right ?? ''}`;
  };

  const add = (left: unknown, right: unknown): unknown => {
    if (typeof left === 'number' && typeof right === 'number') return left + right;
    return concat(left, right);
  };

  const suppressValue = (value: unknown): string => {
    if (typeof value === 'string') return escapeOutput(value);
    if (value instanceof SafeString) return value.val;
    if (value === null || value === undefined) return '';
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (
      Array.isArray(value) &&
      value.every((item) => typeof item !== 'object' && typeof item !== 'function')
    ) {
      return escapeOutput(value.join(','));
    }
    throw new TemplateFault((place) => unprintable(place, describe(value)));
  };

  return {
    runtime: {
      ...nunjucks.runtime,
      Frame: FastFrame,
      makeMacro,
      memberLookup,
      ensureDefined,
      suppressValue,
      add,
      concat,
      // An empty one stays a plain text, so that it is false in a condition.
      captured: (html) => (html === '' ? html : safe(html)),
    },
    ensureDefined,
  };
}

/** A macro: called with all of its arguments in order, as nearly always, there is nothing to sort out. */
function makeMacro(args: readonly string[], named: readonly string[], body: Macro): Macro {
  const general = nunjucks.runtime.makeMacro(args, named, body);
  return function (...given) {
    const plain = given.length === args.length && !hasNamed(given.at(-1));
    return Reflect.apply(plain ? body : general, this, given);
  };
}

/** nunjucks puts named arguments into an object of their own, the last one. */
function hasNamed(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '__keywords' in value;
}

/** What a value is, for a message: "a list of 3", "an object with `name` and `url`". */
export function describe(value: unknown): string {
  if (value === null) return 'none (null)';
  if (value === undefined) return 'nothing (undefined)';
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (textOf(value) !== null) return 'a text';
  if (typeof value === 'object') {
    const keys = Object.keys(value).map((key) => `\`${key}\``);
    if (keys.length === 0) return 'an empty object';
    const shown = keys.length > 8 ? [...keys.slice(0, 7), '…'] : keys;
    return `an object with ${shown.join(', ')}`;
  }
  return `the ${typeof value} ${String(value)}`;
}
