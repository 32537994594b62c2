/** Bytes that came from a board and that nobody has taken yet. */
export class ReceiveQueue {
  readonly #parts: Uint8Array[] = [];
  #size = 0;
  #wake: (() => void) | undefined;

  get size(): number {
    return this.#size;
  }

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#parts.push(bytes);
    this.#size += bytes.length;
    this.wake();
  }

  /** Ends a wait, because something else happened. */
  wake(): void {
    this.#wake?.();
  }

  /** Settles when there are bytes, after the milliseconds, or when woken. */
  async wait(millis: number): Promise<void> {
    if (this.#size > 0 || millis <= 0) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      timer = setTimeout(resolve, millis);
    });
    this.#wake = undefined;
    clearTimeout(timer);
  }

  /** Moves bytes to the start of a target; returns how many. */
  take(target: Uint8Array, most: number): number {
    let count = 0;
    while (count < most && this.#parts.length > 0) {
      const part = this.#parts[0]!;
      const piece = part.subarray(0, most - count);
      target.set(piece, count);
      count += piece.length;
      if (piece.length === part.length) this.#parts.shift();
      else this.#parts[0] = part.subarray(piece.length);
    }
    this.#size -= count;
    return count;
  }
}
