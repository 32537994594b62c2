/**
 * Memory that the page and the worker share when the page is isolated: for engines that cannot
 * suspend, whose worker takes no messages while a program runs.
 *
 * Layout: four 32-bit cells (interrupt, bytes of input written, bytes of output shown, changes),
 * then a ring of input bytes. Each side counts what it wrote; counters wrap.
 */
const INTERRUPT = 0;
const WRITTEN = 1;
const SHOWN = 2;
const CHANGES = 3;
const HEADER_BYTES = 16;
const RING_BYTES = 1 << 16;

export function createShared(): SharedArrayBuffer | null {
  return globalThis.crossOriginIsolated ? new SharedArrayBuffer(HEADER_BYTES + RING_BYTES) : null;
}

export class SharedChannel {
  readonly #cells: Int32Array<SharedArrayBuffer>;
  readonly #ring: Uint8Array<SharedArrayBuffer>;
  #read = 0;
  #shownBefore = 0;

  constructor(buffer: SharedArrayBuffer) {
    this.#cells = new Int32Array(buffer, 0, HEADER_BYTES / 4);
    this.#ring = new Uint8Array(buffer, HEADER_BYTES);
  }

  // ---- the page's side ----

  interrupt(): void {
    Atomics.store(this.#cells, INTERRUPT, 1);
    this.#change();
  }

  write(bytes: Uint8Array): void {
    let at = Atomics.load(this.#cells, WRITTEN);
    for (const byte of bytes) {
      this.#ring[at & (RING_BYTES - 1)] = byte;
      at = (at + 1) | 0;
    }
    Atomics.store(this.#cells, WRITTEN, at);
    this.#change();
  }

  acknowledge(bytes: number): void {
    Atomics.add(this.#cells, SHOWN, bytes);
    this.#change();
  }

  #change(): void {
    Atomics.add(this.#cells, CHANGES, 1);
    Atomics.notify(this.#cells, CHANGES);
  }

  // ---- the worker's side ----

  takeInterrupt(): boolean {
    return Atomics.exchange(this.#cells, INTERRUPT, 0) === 1;
  }

  /** Input bytes since the last call. */
  take(): Uint8Array {
    const written = Atomics.load(this.#cells, WRITTEN);
    const bytes = new Uint8Array((written - this.#read) | 0);
    for (let i = 0; i < bytes.length; i++) {
      bytes[i] = this.#ring[(this.#read + i) & (RING_BYTES - 1)]!;
    }
    this.#read = written;
    return bytes;
  }

  /** Bytes of output shown since the last call. */
  takeShown(): number {
    const shown = Atomics.load(this.#cells, SHOWN);
    const more = (shown - this.#shownBefore) | 0;
    this.#shownBefore = shown;
    return more;
  }

  /** Blocks until the page has changed something since `seen`, or the time is over. */
  wait(seen: number, milliseconds = Infinity): void {
    Atomics.wait(this.#cells, CHANGES, seen, milliseconds);
  }

  get changes(): number {
    return Atomics.load(this.#cells, CHANGES);
  }
}
