import type { TemplateFiles } from '../../build/ports.js';
import type { Problem } from '../../model/problem.js';
import { assetTool } from '../../problems/styles.js';
import { markedName } from '../../text/assets.js';
import { contentHash } from '../../text/hash.js';
import { type AssetCache, openAssetMemory } from './memory.js';
import { makeScript } from './scripts.js';
import { makeStyle } from './styles.js';
import { type FoundAsset, isScript, isStyle, type Made } from './types.js';

export type { AssetCache } from './memory.js';
export { type FoundAsset, isScript, isStyle } from './types.js';

type Finished = TemplateFiles['assets'][number];

/**
 * The theme's files as they are published. Style sheets and scripts are made small, each once for the same content;
 * every name gets the mark of its content, and style sheets the marked names of what they load.
 *
 * @param found by name: what pages can ask for
 * @param theirs the theme's own style sheets by `@theme/NAME`, for the site's to import
 */
export async function finishAssets(
  found: ReadonlyMap<string, FoundAsset>,
  theirs: ReadonlyMap<string, FoundAsset>,
  cache: AssetCache | null,
): Promise<{ readonly assets: readonly Finished[]; readonly problems: readonly Problem[] }> {
  const memory = openAssetMemory(cache);
  const problems: Problem[] = [];
  const assets: Finished[] = [];
  const published = new Map<string, string>();
  const texts = (is: (name: string) => boolean): Map<string, FoundAsset> =>
    new Map([...found].filter(([name, { text }]) => is(name) && text !== null));
  const [scripts, styles] = [texts(isScript), texts(isStyle)];

  const add = (asset: FoundAsset, text: string | null): void => {
    const hash = text === null ? asset.hash : contentHash(text);
    const path = markedName(asset.name, hash);
    published.set(asset.name, path);
    assets.push({ name: asset.name, path, source: asset.source, text, hash });
  };
  const make = async (asset: FoundAsset, deciding: unknown, work: () => Promise<Made>): Promise<void> => {
    const key = contentHash(JSON.stringify([asset.name, asset.place, asset.hash, deciding]));
    let made = memory.get(key);
    if (made === null) {
      try {
        made = await work();
      } catch (error) {
        const missing = missingTool(error);
        if (missing === null) throw error;
        if (!problems.some(({ code }) => code === 'asset-tool'))
          problems.push(assetTool(asset.place, missing));
        return add(asset, asset.text);
      }
      memory.put(key, made);
    }
    problems.push(...made.problems);
    // With an error nothing is published, but the name is known.
    add(asset, made.text ?? asset.text);
  };
  const prints = (of: ReadonlyMap<string, FoundAsset>): unknown =>
    [...of].map(([name, { hash }]) => [name, hash]);

  for (const [name, asset] of found) if (!scripts.has(name) && !styles.has(name)) add(asset, null);
  for (const asset of scripts.values()) {
    const imports = /\b(?:import|export)\b/.test(asset.text ?? '');
    await make(asset, imports ? prints(scripts) : null, () => makeScript(asset, scripts));
  }
  const others = [...published];
  const sources = new Map([...styles, ...theirs]);
  for (const asset of styles.values()) {
    const imports = /@import/i.test(asset.text ?? '');
    const deciding = [imports ? prints(sources) : null, others];
    await make(asset, deciding, () => makeStyle(asset, { sources, published }));
  }
  memory.save();
  return { assets, problems };
}

/** The library that is not installed as it should be, where that is the error. */
function missingTool(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const words = /(lightningcss|esbuild)/.exec(error.message)?.[1];
  const absent = 'code' in error && error.code === 'MODULE_NOT_FOUND';
  return words !== undefined && (absent || /could not be found|another platform/.test(error.message))
    ? words
    : null;
}
