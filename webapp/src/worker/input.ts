/** Bytes typed but not yet read; Ctrl-C in them is an interrupt for a running program. */
const CTRL_C = 3;

export class InputQueue {
  #chunks: Uint8Array[] = [];
  #at = 0;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  add(bytes: Uint8Array): void {
    if (bytes.length > 0) {
      this.#chunks.push(bytes);
      this.#length += bytes.length;
    }
  }

  /** Moves bytes to the start of `target` and returns how many. */
  take(target: Uint8Array): number {
    let count = 0;
    while (count < target.length && this.#length > 0) {
      const chunk = this.#chunks[0]!;
      const piece = chunk.subarray(this.#at, this.#at + target.length - count);
      target.set(piece, count);
      count += piece.length;
      this.#at += piece.length;
      this.#length -= piece.length;
      if (this.#at === chunk.length) {
        this.#chunks.shift();
        this.#at = 0;
      }
    }
    return count;
  }

  /** Drops everything up to the last Ctrl-C; false when there is none. */
  takeInterrupt(): boolean {
    for (let i = this.#chunks.length - 1; i >= 0; i--) {
      const chunk = this.#chunks[i]!;
      const at = chunk.lastIndexOf(CTRL_C);
      if (at >= (i === 0 ? this.#at : 0)) {
        const rest = chunk.slice(at + 1);
        const later = this.#chunks.slice(i + 1);
        this.#chunks = rest.length > 0 ? [rest, ...later] : later;
        this.#at = 0;
        this.#length = this.#chunks.reduce((sum, piece) => sum + piece.length, 0);
        return true;
      }
    }
    return false;
  }
}
