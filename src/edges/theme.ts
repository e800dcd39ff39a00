import { join } from 'node:path';
import { isMap, isScalar } from 'yaml';
import type { Files, TemplateFiles, TemplateSource } from '../build/ports.js';
import type { Problem } from '../model/problem.js';
import { locator } from '../problems/index.js';
import { skippedFile } from '../problems/site.js';
import { templateEncoding, themeTexts } from '../problems/template.js';
import { contentHash } from '../text/hash.js';
import { byText } from '../text/order.js';
import { plainYaml } from '../text/plain-yaml.js';
import { parseYamlDocument } from '../text/yaml.js';
import { createFiles } from './files/index.js';
import { PACKAGE_ROOT } from './package.js';

const FOLDER = 'templates';

/** What one folder of templates holds, by name: the path below `templates/`. */
interface Layer {
  readonly templates: Map<string, { readonly source: string; readonly place: string }>;
  readonly texts: Map<string, Readonly<Record<string, string>>>;
  readonly assets: Map<string, TemplateFiles['assets'][number]>;
  readonly problems: Problem[];
}

/**
 * The theme that comes with Dateline with the site's `templates/` over it: a file takes the place of the one of the
 * same name, a text that of the same language and name.
 *
 * @param root the site's folder
 * @param packageRoot the folder that holds the theme's `templates/`
 */
export function createTemplateSource(root: string, packageRoot = PACKAGE_ROOT): TemplateSource {
  return {
    async load() {
      const theme = await loadLayer(createFiles(packageRoot), (path) => join(packageRoot, path));
      const own = await loadLayer(createFiles(root), (path) => path);
      const templates = new Map([...theme.templates, ...own.templates]);
      const assets = new Map([...theme.assets, ...own.assets]);
      return {
        templates: new Map([...templates].map(([name, { source }]) => [name, source])),
        places: new Map([...templates].map(([name, { place }]) => [name, place])),
        texts: overlaid(theme.texts, own.texts),
        assets: [...assets.values()].sort((a, b) => byText(a.name, b.name)),
        problems: [...theme.problems, ...own.problems],
      };
    },
  };
}

async function loadLayer(files: Files, sourceOf: (path: string) => string): Promise<Layer> {
  const layer: Layer = { templates: new Map(), texts: new Map(), assets: new Map(), problems: [] };
  const { files: found, skipped } = await files.walk(FOLDER);
  for (const { path, why } of skipped) layer.problems.push(skippedFile({ file: path }, why));
  for (const { path } of found) {
    const name = path.slice(FOLDER.length + 1);
    const language = /^texts\/([^/]+)\.ya?ml$/.exec(name)?.[1];
    if (name.startsWith('assets/')) {
      const asset = { name: name.slice('assets/'.length), source: sourceOf(path) };
      layer.assets.set(asset.name, { ...asset, hash: contentHash(await files.read(path)) });
    } else if (name.endsWith('.njk')) {
      const source = decode(await files.read(path), path, layer.problems);
      if (source !== null) layer.templates.set(name, { source, place: path });
    } else if (language !== undefined) {
      const source = decode(await files.read(path), path, layer.problems);
      if (source !== null) layer.texts.set(language, readTexts(source, path, layer.problems));
    }
  }
  return layer;
}

function overlaid(theme: Layer['texts'], own: Layer['texts']): Layer['texts'] {
  const texts = new Map(theme);
  for (const [language, more] of own) texts.set(language, { ...texts.get(language), ...more });
  return texts;
}

function decode(bytes: Uint8Array, path: string, problems: Problem[]): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const lossy = new TextDecoder('utf-8').decode(bytes);
    problems.push(templateEncoding(locator(path, lossy).at(lossy.indexOf('\ufffd'))));
    return null;
  }
}

/** `name: text` lines; a map inside a map lengthens the name: `home: { latest: … }` is `home.latest`. */
function readTexts(source: string, path: string, problems: Problem[]): Readonly<Record<string, string>> {
  const texts: Record<string, string> = Object.create(null);
  const plain = plainYaml(source);
  if (plain !== null) return Object.assign(texts, Object.fromEntries(plain));
  const place = locator(path, source);
  const told = (offset: number, message: string): void =>
    void problems.push(themeTexts(place.at(offset), message));
  const doc = parseYamlDocument(source);
  if ('refused' in doc) {
    told(doc.offset, 'there is more in it than texts');
    return texts;
  }
  for (const error of doc.errors) told(error.pos[0], error.message.split('\n')[0] ?? '');
  if (doc.errors.length > 0) return texts;

  const take = (node: unknown, prefix: string): void => {
    if (!isMap(node)) return;
    for (const { key, value } of node.items) {
      const name = prefix + (isScalar(key) ? String(key.source ?? key.value) : '');
      const offset = isScalar(key) ? (key.range?.[0] ?? 0) : 0;
      if (isMap(value)) take(value, `${name}.`);
      // What was written, not what YAML makes of it: `no` and `10:30` are texts here.
      else if (isScalar(value))
        texts[name] = typeof value.value === 'string' ? value.value : (value.source ?? '');
      else if (value !== null) told(offset, `\`${name}\` is not a text`);
    }
  };
  if (doc.contents !== null && !isMap(doc.contents)) told(0, 'it holds no names');
  else take(doc.contents, '');
  return texts;
}
