import { join } from 'node:path';
import type { Files, TemplateFiles, TemplateSource } from '../build/ports.js';
import type { Problem } from '../model/problem.js';
import { locator } from '../problems/index.js';
import { skippedFile } from '../problems/site.js';
import { fileUnused, templateEncoding, textsOfSameLanguage } from '../problems/template/theme-files.js';
import { contentHash } from '../text/hash.js';
import { byText } from '../text/order.js';
import { type AssetCache, type FoundAsset, finishAssets, isScript, isStyle } from './assets/index.js';
import { createFiles } from './files/index.js';
import { PACKAGE_ROOT } from './package.js';
import { languageOfFile, unusedFile } from './theme-files.js';
import { misspeltTexts, readTexts, type TextFile, unfilledTitles } from './theme-texts.js';

const FOLDER = 'templates';

/** The theme's own file of a name, also where the site has one of that name: what templates write to extend it. */
const THEME = '@theme/';

/** What one folder of templates holds, by name: the path below `templates/`. */
interface Layer {
  readonly templates: Map<string, { readonly source: string; readonly place: string }>;
  readonly texts: Map<string, TextFile>;
  readonly assets: Map<string, FoundAsset>;
  readonly problems: Problem[];
}

/**
 * The theme that comes with Dateline with the site's `templates/` over it: a file takes the place of the one of the
 * same name, a text that of the same language and name. The theme's files are also there as `@theme/NAME`.
 *
 * @param root the site's folder
 * @param packageRoot the folder that holds the theme's `templates/`
 * @param files reads the first
 * @param packageFiles reads the second
 * @param cache where style sheets and scripts that were made are kept; null: nowhere
 */
export function createTemplateSource(
  root: string,
  packageRoot = PACKAGE_ROOT,
  files: Files = createFiles(root),
  packageFiles: Files = createFiles(packageRoot),
  cache: AssetCache | null = null,
): TemplateSource {
  return {
    async load() {
      const theme = await loadLayer(packageFiles, (path) => join(packageRoot, path), THEME);
      const own = await loadLayer(files, (path) => path, `${FOLDER}/`);
      const originals = [...theme.templates].map(([name, file]) => [THEME + name, file] as const);
      const templates = new Map([...theme.templates, ...own.templates, ...originals]);
      const theirs = [...theme.assets].filter(([name]) => isStyle(name));
      const finished = await finishAssets(
        new Map([...theme.assets, ...own.assets]),
        new Map(theirs.map(([name, asset]) => [THEME + name, asset])),
        cache,
      );
      const sources = [...own.templates.values()].map(({ source }) => source);
      return {
        templates: new Map([...templates].map(([name, { source }]) => [name, source])),
        places: new Map([...templates].map(([name, { place }]) => [name, place])),
        texts: overlaid(theme.texts, own.texts),
        assets: [...finished.assets].sort((a, b) => byText(a.name, b.name)),
        problems: [
          ...theme.problems,
          ...own.problems,
          ...finished.problems,
          ...unfilledTitles([...own.texts.values()]),
          ...misspeltTexts([...own.texts.values()], keysOf(theme.texts), sources),
        ],
      };
    },
  };
}

/** @param shown what stands before a template's name in messages */
async function loadLayer(files: Files, sourceOf: (path: string) => string, shown: string): Promise<Layer> {
  const layer: Layer = { templates: new Map(), texts: new Map(), assets: new Map(), problems: [] };
  const { files: found, skipped } = await files.walk(FOLDER);
  for (const { path, why } of skipped) layer.problems.push(skippedFile({ file: path }, why));
  const read = async (path: string): Promise<{ readonly bytes: Uint8Array; readonly hash: string }> => {
    const bytes = await files.read(path);
    const hash = contentHash(bytes);
    files.learn?.(path, hash);
    return { bytes, hash };
  };
  for (const { path } of found) {
    const name = path.slice(FOLDER.length + 1);
    const language = languageOfFile(name);
    const unused = unusedFile(name);
    if (name.startsWith('assets/')) {
      const asset = name.slice('assets/'.length);
      const { bytes, hash } = await read(path);
      const place = shown + name;
      const isText = isStyle(asset) || isScript(asset);
      const text = isText ? decode(bytes, place, layer.problems) : null;
      layer.assets.set(asset, { name: asset, source: sourceOf(path), place, hash, text });
    } else if (unused !== null) {
      layer.problems.push(fileUnused({ file: path }, unused));
    } else if (name.endsWith('.njk')) {
      const place = shown + name;
      const source = decode((await read(path)).bytes, place, layer.problems);
      // One that can't be read is there all the same: nothing else is wrong because of it.
      layer.templates.set(name, { source: source ?? '', place });
    } else if (language !== null) {
      const source = decode((await read(path)).bytes, path, layer.problems);
      if (source === null) continue;
      const before = layer.texts.get(language);
      const file = readTexts(source, path);
      layer.problems.push(...file.problems);
      if (before !== undefined) layer.problems.push(textsOfSameLanguage({ file: path }, before.path));
      else layer.texts.set(language, file);
    }
  }
  return layer;
}

function overlaid(theme: Layer['texts'], own: Layer['texts']): TemplateFiles['texts'] {
  const texts = new Map([...theme].map(([language, file]) => [language, file.texts]));
  for (const [language, { texts: more }] of own)
    texts.set(language, { ...theme.get(language)?.texts, ...more });
  return texts;
}

const keysOf = (texts: Layer['texts']): readonly string[] =>
  [...texts.values()].flatMap((file) => Object.keys(file.texts));

function decode(bytes: Uint8Array, path: string, problems: Problem[]): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const lossy = new TextDecoder('utf-8').decode(bytes);
    problems.push(templateEncoding(locator(path, lossy).at(lossy.indexOf('\ufffd'))));
    return null;
  }
}
