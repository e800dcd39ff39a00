export { type CardText, drawCard, type Shaper } from './card.js';
export { cleanPicture } from './clean.js';
export { moves } from './moving.js';
export {
  CARD,
  CLEANING,
  cardRegion,
  encoderOptions,
  MOST_BYTES,
  MOST_PIXELS,
  RECIPE,
  variantSets,
} from './plan.js';
export { type Metadata, type Rights, readRights, xmpOf } from './rights.js';
