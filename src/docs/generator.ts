/** One generated file of `docs/`. */
export interface Generator {
  /** Path from the repository's root: `docs/problems.md`. */
  readonly path: string;
  /**
   * Its whole text. `read` gives a source file by its path from the root, for those made from comments; `list` the
   * files below a folder, sorted.
   */
  readonly text: (
    read: (path: string) => Promise<string>,
    list: (folder: string) => Promise<readonly string[]>,
  ) => string | Promise<string>;
}

/** The first line of every generated Markdown file. */
export function generatedNote(from: string): string {
  return `<!-- Generated from ${from} by \`npm run docs\`. Change it there. -->`;
}

/** Text for a cell of a Markdown table. */
export function cell(text: string): string {
  return text.replace(/\|/g, '\\|').replace(/\s*\n\s*/g, ' ');
}

/** A fenced block. */
export function fence(lang: string, text: string): string {
  return `\`\`\`${lang}\n${text}\n\`\`\``;
}

/** JSON as our formatter lays it out: lists of short values on one line. */
export function formatJson(value: unknown, width = 110): string {
  return `${layOut(value, 0, width)}\n`;
}

function layOut(value: unknown, indent: number, width: number, taken = indent): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = ' '.repeat(indent + 2);
  const close = ' '.repeat(indent);
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    const flat = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    const plain = value.every((item) => typeof item !== 'object' || item === null);
    if (plain && taken + flat.length < width) return flat;
    return `[\n${value.map((item) => inner + layOut(item, indent + 2, width)).join(',\n')}\n${close}]`;
  }
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return '{}';
  const lines = entries.map(([name, item]) => {
    const head = `${inner}${JSON.stringify(name)}: `;
    return head + layOut(item, indent + 2, width, head.length);
  });
  return `{\n${lines.join(',\n')}\n${close}}`;
}
