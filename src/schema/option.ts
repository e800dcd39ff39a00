import { z } from 'zod';

/** What the documentation of an option says besides what its schema says already. */
export interface OptionDoc {
  /** What it is for, in full sentences; Markdown. */
  readonly text: string;
  /** Lines of YAML that use it, from the top of the file. */
  readonly example: string;
  /** What numbers count: `characters`. */
  readonly unit?: string;
  /** What may be written, in words, where the schema's own type would not tell an editor. */
  readonly form?: string;
  /** The default in words, where it depends on something. */
  readonly fallback?: string;
}

/** Documentation of options, by schema. */
export const OPTION_DOCS = z.registry<OptionDoc>();

/** A schema with its documentation, for the editors' JSON Schema and `docs/site-yaml.md`. */
export function option<T extends z.ZodType>(schema: T, doc: OptionDoc): T {
  const described = schema.describe(doc.text.replace(/\s+/g, ' '));
  OPTION_DOCS.add(described, doc);
  return described;
}

/** A whole number within bounds. */
export const count = (least: number, most: number) => z.int().min(least).max(most);
