import { z } from 'zod';
import { OPTION_DOCS } from '../schema/option.js';
import { themeSchema } from '../schema/site/theme.js';
import { plainYaml } from '../text/plain-yaml.js';
import { cell, type Generator, generatedNote } from './generator.js';
import { macros, nodesIn } from './theme-source.js';

const FOLDER = 'templates';

/** `docs/theme.md`: the theme that comes with Dateline, for those who make it their own. */
export const themePage: Generator = {
  path: 'docs/theme.md',
  text: async (read, list) => {
    const names = (await list(FOLDER)).filter((name) => name.endsWith('.njk'));
    const sources = new Map<string, string>();
    for (const name of names) sources.set(name, await read(`${FOLDER}/${name}`));
    const source = (name: string): string => sources.get(name) ?? '';
    return `${[
      generatedNote(`src/docs/theme-intro.md, src/docs/theme.ts and the files of templates/`),
      '',
      (await read('src/docs/theme-intro.md')).trimEnd(),
      '',
      '## Settings',
      '',
      'What `theme` of `site.yaml` can say; [site-yaml.md](site-yaml.md#theme) has the types. Any other name is for templates of your own, as `site.theme.NAME`.',
      '',
      '| setting | what it does |',
      '| --- | --- |',
      ...settingRows(),
      '',
      'Besides, it shows `title`, `tagline`, `navigation`, `footer`, `copyright`, and `publisher` with its `name`, `url` and `logo`.',
      '',
      '## Tokens',
      '',
      'The values that its style sheets are made of, from `assets/tokens.css`. Scripts such as Arabic and Chinese have some of their own there.',
      '',
      ...tokens(await read(`${FOLDER}/assets/tokens.css`)),
      '## Blocks',
      '',
      'What a template that extends one of these can say otherwise. A page has the blocks of what it extends, too.',
      '',
      '| template | extends | blocks of its own |',
      '| --- | --- | --- |',
      ...names.flatMap((name) => blockRow(name, source(name))),
      '',
      '## Macros',
      '',
      'Import them by `{% from "partials/macros.njk" import card, figure with context %}`.',
      '',
      '| macro | what it makes |',
      '| --- | --- |',
      ...macros(source('partials/macros.njk')).map(
        ({ name, args, comment }) => `| \`${name}(${args.join(', ')})\` | ${cell(comment)} |`,
      ),
      '',
      '## Texts',
      '',
      `In English, as in \`texts/en.yaml\`; the theme also speaks ${await languages(list)}. A text whose name ends in \`.one\`, \`.other\` and so on is one form of a text that`,
      'depends on a number, by the plurals of its language. `{name}` is filled when it is shown.',
      '',
      '| name | text |',
      '| --- | --- |',
      ...[...(plainYaml(await read(`${FOLDER}/texts/en.yaml`)) ?? [])].map(
        ([name, text]) => `| \`${name}\` | ${cell(text)} |`,
      ),
    ].join('\n')}\n`;
  },
};

function settingRows(): string[] {
  return Object.entries(themeSchema.shape).map(([name, part]) => {
    const text = OPTION_DOCS.get(part)?.text ?? z.globalRegistry.get(part)?.description ?? '';
    return `| \`${name}\` | ${cell(text)} |`;
  });
}

/** The tokens of the style sheet's first rule, with the comments between them as headings. */
function tokens(css: string): string[] {
  const rule = /:root\s*\{([\s\S]*?)\}/.exec(css)?.[1] ?? '';
  const rows: string[] = [];
  for (const [, comment, name, value = ''] of rule.matchAll(
    /\/\*\s*([\s\S]*?)\s*\*\/|--([\w-]+):\s*([^;]+);/g,
  )) {
    if (comment !== undefined)
      rows.push(...(rows.length > 0 ? [''] : []), `**${comment}**`, '', '| token | value |', '| --- | --- |');
    else rows.push(`| \`${name}\` | \`${cell(value)}\` |`);
  }
  return [...rows, ''];
}

function blockRow(name: string, source: string): string[] {
  const { parent, blocks } = nodesIn(source);
  if (parent === null && blocks.length === 0) return [];
  const own = blocks.map((block) => `\`${block}\``).join(', ');
  return [`| \`${name}\` | ${parent === null ? '' : `\`${parent}\``} | ${own} |`];
}

async function languages(list: (folder: string) => Promise<readonly string[]>): Promise<string> {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  const all = (await list(`${FOLDER}/texts`))
    .map((name) => name.replace(/\.yaml$/, ''))
    .filter((tag) => tag !== 'en')
    .map((tag) => names.of(tag) ?? tag);
  return `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`;
}
