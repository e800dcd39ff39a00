/** What publishing has to do, as pure functions of what is published and what was made. The doing is an edge. */

export { pathFault } from '../../text/paths.js';
export { DELTA_NAMES, deltaSteps, deltaTexts } from './delta.js';
export { diff, inPhases, inRemoval } from './diff.js';
export { deepestFirst, type Journal, parseJournal } from './journal.js';
export {
  type Entries,
  entriesOf,
  isRecord,
  manifestIn,
  manifestOf,
  parseManifest,
  serializeManifest,
} from './manifest.js';
export { caseClashes, fileAndFolder, folded, foldersOf } from './paths.js';
