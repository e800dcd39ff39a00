export { type Explainer, makeExplainer, type Reasons } from './explain.js';
export type { Finds, FindsMemory } from './finds.js';
export { type Meant, readLinks } from './links.js';
export { type Links, measure, type Quality } from './measure.js';
export { type ManySearches, manySearches, type Part, type Shared, searchPart } from './parts.js';
export { relate, relating, wordsToRelate } from './relate.js';
export { finish, type Steps } from './steps.js';
export { DEFAULTS, type RelateDoc, type RelateSettings } from './types.js';
