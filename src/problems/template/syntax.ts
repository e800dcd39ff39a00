import type { Problem } from '../../model/problem.js';
import type { Located } from '../locate.js';

/** What is wrong with how a template is written. */

export const templateSyntax = (place: Located, message: string): Problem => ({
  ...place,
  code: 'template-syntax',
  severity: 'error',
  message: `This template can’t be read: ${message}.`,
  hint: 'Look at the marked place and just before it for a missing bracket, quote, comma, `%}` or `}}`.',
});

export const tagOpen = (place: Located, tag: string): Problem => ({
  ...place,
  code: 'template-tag-open',
  severity: 'error',
  message: `\`{% ${tag} %}\` is opened here and never closed.`,
  hint: `Write \`{% end${tag} %}\` where it is to end.`,
});

export const strayEnd = (
  place: Located,
  tag: string,
  open: { readonly tag: string; readonly line: number } | null,
): Problem => ({
  ...place,
  code: 'template-stray-end',
  severity: 'error',
  message:
    open === null
      ? `\`{% ${tag} %}\` closes nothing: no tag that it belongs to is open here.`
      : `\`{% ${tag} %}\` doesn’t fit here: \`{% ${open.tag} %}\` of line ${open.line} is still open.`,
  hint:
    open === null
      ? 'Take it out, or write the tag that it is to close.'
      : `Write \`{% end${open.tag} %}\` before it.`,
});

export const unknownTag = (place: Located, tag: string, suggested: string): Problem => ({
  ...place,
  code: 'template-unknown-tag',
  severity: 'error',
  message: `There is no tag \`{% ${tag} %}\`.`,
  hint:
    suggested.trim() ||
    'Tags are `if`, `for`, `set`, `block`, `extends`, `include`, `import` and `macro`, among others of Nunjucks. To print a value, write `{{ … }}`.',
});

export const commentOpen = (place: Located): Problem => ({
  ...place,
  code: 'template-comment-open',
  severity: 'error',
  message: 'A comment begins here and never ends.',
  hint: 'Write `#}` where it is to end.',
});

export const outputOpen = (place: Located): Problem => ({
  ...place,
  code: 'template-output-open',
  severity: 'error',
  message: '`{{` begins a value to print here, and it never ends.',
  hint: 'Write `}}` where it is to end.',
});

export const strayCommentEnd = (place: Located): Problem => ({
  ...place,
  code: 'template-stray-comment-end',
  severity: 'error',
  message: '`#}` ends a comment, but none is open here.',
  hint: 'Take it out. In CSS or JavaScript, put a space between `#` and `}`.',
});

export const blockTwice = (place: Located, name: string): Problem => ({
  ...place,
  code: 'template-block-twice',
  severity: 'error',
  message: `This template has two blocks named \`${name}\`, so that it is unclear which one is meant.`,
  hint: 'Give one of them another name. To print something twice, make it a macro.',
});

export const setField = (place: Located): Problem => ({
  ...place,
  code: 'template-set-field',
  severity: 'error',
  message:
    '`{% set %}` makes variables; it can’t change a field of something else, and would do nothing here.',
  hint: 'Set a variable of its own and use that: `{% set heading = page.title %}`.',
});
