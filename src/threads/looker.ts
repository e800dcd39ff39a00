import { parentPort, workerData } from 'node:worker_threads';
import { isUntouched } from '../edges/publisher/mark.js';
import type { Places } from '../edges/publisher/places.js';

/*
 * A thread that looks at every published file once, while the main thread looks at what they are made from.
 */

const { places } = workerData as { places: Places };
parentPort?.postMessage(isUntouched(places));
