import type { ViewTypes } from './view-types.js';

/** The text of `stages/render/shapes.ts`: the fields of every view, for the check of names in templates. */
export function shapesModule({ types, kinds }: ViewTypes): string {
  const key = (name: string): string => (/^[\w$]+$/.test(name) ? name : `'${name}'`);
  const shapes = [...types.values()].map((type) => {
    const fields = type.fields.map((field) => `    ${key(field.name)}: '${field.types.join('|')}',\n`);
    return `  ${key(type.name)}: {\n${fields.join('')}  },\n`;
  });
  const views = [...kinds].map(([kind, view]) => `  ${key(kind)}: '${view}',\n`);
  return `// Made by \`npm run docs\` from src/model/view.ts and view-parts.ts. Don't edit.

/** The fields of every view and what they hold: views, \`text\`, \`number\`, \`boolean\`, \`none\`, \`any\`; lists end in \`[]\`. */
export const SHAPES: { readonly [view: string]: { readonly [field: string]: string } } = {
${shapes.join('')}};

/** The view of each kind of page. */
export const VIEWS: { readonly [kind: string]: string } = {
${views.join('')}};
`;
}
