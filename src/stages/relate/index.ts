export { relateDocs } from './entries.js';
export { relate } from './relate.js';
export { MINIMUM, OFFERS, type RelateDoc, type RelateSettings } from './types.js';
