import { parentPort, workerData } from 'node:worker_threads';
import {
  type Hand,
  type ParseDone,
  type ParseJob,
  parseJob,
  type RenderDone,
  type RenderJob,
  renderJob,
} from '../build/jobs.js';
import { searchJob } from '../build/search.js';
import { sharedStopwatch } from '../edges/clock.js';
import { stageFrom } from '../edges/publisher/staging.js';
import { packParse } from '../edges/store/index.js';
import { createParser } from '../stages/parse/index.js';
import { searchPart } from '../stages/relate/index.js';
import { openRenderer } from '../stages/render/index.js';
import type { Answer, Order } from './messages.js';

/*
 * A helper's thread. It holds a parser and a renderer, which are functions of what they were made from: between two
 * jobs nothing else is kept.
 */

const port = parentPort;
if (port === null) throw new Error('This file is for a thread beside the main one.');

const { number } = workerData as { number: number };
/** Threads number what they stage from a billion times their own number on, without asking each other. */
const hand: Hand = { thread: number, stopwatch: sharedStopwatch };

let parse: ((job: ParseJob) => ParseDone) | null = null;
let render: ((job: RenderJob) => RenderDone) | null = null;

port.on('message', (order: Order) => {
  if (order.order === 'parser') {
    parse = parseJob(createParser(order.config), packParse, hand);
  } else if (order.order === 'renderer') {
    const { input, briefs, stage } = order;
    // The main thread has checked the templates.
    const put = stage === null ? null : stageFrom(stage, hand.thread * 1e9);
    render = renderJob(openRenderer(input), briefs, put, hand);
  } else {
    const said = answer(order);
    port.postMessage(said, transferred(said));
  }
});

function answer(order: Extract<Order, { job: unknown }>): Answer {
  try {
    if (order.order === 'parse') return { parsed: (parse ?? unready())(order.job) };
    if (order.order === 'find') return { found: searchPart(order.job) };
    if (order.order === 'index') return { indexed: searchJob(order.job) };
    return { rendered: (render ?? unready())(order.job) };
  } catch (failed) {
    return { failed };
  }
}

function unready(): never {
  throw new Error('A job came before what it needs.');
}

/** What is packed goes over whole; it is needed here no more. */
function transferred(answer: Answer): ArrayBuffer[] {
  const parts =
    'parsed' in answer
      ? answer.parsed.flatMap((file) => ('head' in file ? [file.head, file.bodies] : []))
      : 'indexed' in answer
        ? answer.indexed.parts
        : [];
  return parts.flatMap(({ buffer }) => (buffer instanceof ArrayBuffer ? [buffer] : []));
}
