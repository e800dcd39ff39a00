export { findStories, wordsForStories } from './stories.js';
export type { StoriesMemory, Told, WireDoc, WireSettings } from './types.js';
