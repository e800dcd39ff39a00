export { findStories } from './stories.js';
export type { WireDoc, WireSettings } from './types.js';
