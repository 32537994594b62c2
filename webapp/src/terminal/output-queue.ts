/**
 * Output on its way to the terminal: collected, and handed over at most once per frame.
 *
 * `push` returns a promise that resolves when the terminal has taken the bytes in. The VM waits
 * for it, so a program that prints for ever fills neither this queue nor the browser's memory.
 */

/** Takes a block and calls `done` when it has been parsed. */
export type Sink = (block: Uint8Array, done: () => void) => void;

export interface OutputQueue {
  push(bytes: Uint8Array): Promise<void>;
  /** The terminal, when it is there; what came before waits for it. */
  attach(sink: Sink): void;
  /** Bytes that wait, for tests and for judging the load. */
  readonly waiting: number;
}

export interface OutputQueueOptions {
  /** Calls back before the next frame, or soon when nothing is painted. */
  schedule(callback: () => void): void;
  /** At most this many bytes per frame. */
  frameLimit?: number;
}

export function createOutputQueue(options: OutputQueueOptions): OutputQueue {
  const frameLimit = options.frameLimit ?? 128 * 1024;
  const parts: { bytes: Uint8Array; taken: () => void }[] = [];
  let waiting = 0;
  let sink: Sink | undefined;
  let busy = false;

  function wake(): void {
    if (busy || !sink || parts.length === 0) return;
    busy = true;
    options.schedule(flush);
  }

  function flush(): void {
    const batch: typeof parts = [];
    let size = 0;
    while (parts.length > 0 && (size === 0 || size + parts[0]!.bytes.length <= frameLimit)) {
      const part = parts.shift()!;
      size += part.bytes.length;
      batch.push(part);
    }
    const block = new Uint8Array(size);
    let at = 0;
    for (const { bytes } of batch) {
      block.set(bytes, at);
      at += bytes.length;
    }
    sink!(block, () => {
      waiting -= size;
      busy = false;
      for (const part of batch) part.taken();
      wake();
    });
  }

  return {
    push(bytes) {
      if (bytes.length === 0) return Promise.resolve();
      waiting += bytes.length;
      return new Promise((taken) => {
        parts.push({ bytes, taken });
        wake();
      });
    },
    attach(given) {
      sink = given;
      wake();
    },
    get waiting() {
      return waiting;
    },
  };
}
