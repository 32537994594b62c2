/**
 * Prepares the first program while nothing runs (see `org.pykopi.web.WarmUp`): browsers make
 * WebAssembly quick only as it is used. A few milliseconds at a time, so that neither a page nor a
 * message waits; messages of a channel between the pieces, because browsers make timers that follow
 * each other four milliseconds long.
 */
import type { Engine } from './engine.ts';

/** Length of a piece in milliseconds. */
const PIECE = 6;

/** How soon to look again when a program runs, in milliseconds. */
const LATER = 200;

/** The machine code belongs to the module, so the first VM of a page or worker serves the others. */
let begun = false;

export function warmUp(engine: Engine, isBusy: () => boolean = () => false): void {
  const step = engine.exports.warmUp;
  if (begun || !step) {
    return;
  }
  begun = true;
  const { port1, port2 } = new MessageChannel();
  const soon = () => port2.postMessage(null);
  port1.onmessage = () => {
    if (isBusy()) {
      wait(soon, LATER);
    } else if (runPiece(step)) {
      soon();
    } else {
      port1.close();
    }
  };
  letEnd(port1);
  soon();
}

/** Whether more is to come. */
function runPiece(step: () => number): boolean {
  const end = performance.now() + PIECE;
  while (step() !== 0) {
    if (performance.now() >= end) {
      return true;
    }
  }
  return false;
}

function wait(action: () => void, milliseconds: number): void {
  letEnd(setTimeout(action, milliseconds));
}

/** What is waited for does not keep Node from ending. */
function letEnd(waiting: unknown): void {
  (waiting as { unref?: () => void }).unref?.();
}
