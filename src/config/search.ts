import type { Config } from '../model/config.js';
import type { Problem } from '../model/problem.js';
import { invalidSearchEngine } from '../problems/config/values.js';
import type { Located } from '../problems/locate.js';
import { type SearchOptions, searchParts } from '../schema/site/search.js';
import type { Path } from './fit.js';

/** How readers search the site; null: they can't. */
export function readSearch(
  written: SearchOptions,
  placeOf: (path: Path) => Located,
  problems: Problem[],
): Config['search'] {
  if (written === false) return null;
  const { text, engine = null } = written === true ? searchParts.parse({}) : written;
  if (engine !== null && !isEngine(engine))
    problems.push(invalidSearchEngine(placeOf(['search', 'engine']), engine));
  return { text, engine };
}

const isEngine = (engine: string): boolean =>
  /^https?:\/\//i.test(engine) &&
  engine.includes('{query}') &&
  URL.canParse(engine.replaceAll('{query}', 'x'));
