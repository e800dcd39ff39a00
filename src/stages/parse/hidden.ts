import { articleFields } from '../../schema/article.js';
import { noteOf } from '../../schema/field.js';
import type { ParseConfig } from './config.js';

/**
 * Makes a rough look at front matter that can't be read: does it say anywhere that nobody may know of the file yet?
 * In doubt it does.
 */
export function hiddenWords(config: ParseConfig): (head: string) => boolean {
  const names = (field: 'draft' | 'embargo' | 'gone'): string[] => [
    field,
    ...(config.fields[field] ?? []),
    ...(noteOf(articleFields.shape[field]).names ?? []),
  ];
  const hiding = [...names('embargo'), ...names('gone'), ...names('draft')].filter(
    (name) => name !== 'published' && name !== 'permalink',
  );
  const said = new RegExp(
    `^[ \\t"'{,]*(?:${hiding.map(loose).join('|')})["']?[ \\t]*[:=](?![ \\t]*["']?(?:false|no|off|0|null|~)?["']?[ \\t,}]*(?:#.*)?$)`,
    'im',
  );
  const unpublished = /^[ \t"'{,]*(?:published|permalink)["']?[ \t]*[:=][ \t]*["']?(?:false|no|off)\b/im;
  return (head) => said.test(head) || unpublished.test(head);
}

/** A name in any case, with `-` and `_` anywhere between its letters. */
function loose(name: string): string {
  return [...name.replace(/[-_\s]/g, '')]
    .map((char) => char.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[-_]?');
}
