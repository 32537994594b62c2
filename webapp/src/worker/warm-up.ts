/**
 * Prepares the first program while nothing runs (see `org.pykopi.web.WarmUp`): browsers make
 * WebAssembly quick only as it is used. A few milliseconds at a time, so that neither a page nor a
 * message waits.
 */
import type { Engine } from './engine.ts';

/** Length of a piece and of the rest after it, in milliseconds. */
const PIECE = 4;
const REST = 1;

/** How soon to look again when a program runs, in milliseconds. */
const LATER = 200;

/** The machine code belongs to the module, so the first VM of a page or worker serves the others. */
let begun = false;

export function warmUp(engine: Engine, isBusy: () => boolean = () => false): void {
  if (begun || engine.kind !== 'wasm') {
    return;
  }
  begun = true;
  const step = () => {
    if (isBusy()) {
      wait(step, LATER);
    } else if (runPiece(engine)) {
      wait(step, REST);
    }
  };
  wait(step, REST);
}

/** Whether more is to come. */
function runPiece(engine: Engine): boolean {
  const end = performance.now() + PIECE;
  while (engine.exports.warmUp() !== 0) {
    if (performance.now() >= end) {
      return true;
    }
  }
  return false;
}

/** Does not keep Node from ending. */
function wait(action: () => void, milliseconds: number): void {
  const timer: unknown = setTimeout(action, milliseconds);
  (timer as { unref?: () => void }).unref?.();
}
