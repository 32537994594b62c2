/**
 * Terminal output on its way to the page: collected, sent in batches, held back when the page is
 * behind.
 *
 * Memory is bounded: at most `LIMIT` bytes are under way and `BATCH` are collected, because a
 * program that writes more waits (where the engine can suspend).
 */
const BATCH = 1 << 15;
const LIMIT = 1 << 18;

const CARRIAGE_RETURN = 13;
const LINE_FEED = 10;

export class OutputBatcher {
  readonly #send: (bytes: Uint8Array) => void;
  #buffer = new Uint8Array(BATCH * 2);
  #length = 0;
  #last = 0;
  #underWay = 0;
  #waiting: (() => void)[] = [];
  /** Whether bytes go as they are: the other side is no terminal but a tool that drives a board. */
  isRaw = false;

  constructor(send: (bytes: Uint8Array) => void) {
    this.#send = send;
  }

  /** Adds bytes; a line feed becomes carriage return and line feed, as a terminal needs it, unless raw. */
  write(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (this.#length >= this.#buffer.length - 2) {
        this.flush();
      }
      if (byte === LINE_FEED && this.#last !== CARRIAGE_RETURN && !this.isRaw) {
        this.#buffer[this.#length++] = CARRIAGE_RETURN;
      }
      this.#buffer[this.#length++] = byte;
      this.#last = byte;
    }
    if (this.#length >= BATCH) {
      this.flush();
    }
  }

  flush(): void {
    if (this.#length > 0) {
      const bytes = this.#buffer.slice(0, this.#length);
      this.#length = 0;
      this.#underWay += bytes.length;
      this.#send(bytes);
    }
  }

  /** Whether writers have to wait. */
  get isFull(): boolean {
    return this.#underWay > LIMIT;
  }

  /** Settles at the next acknowledgement or `wake`. */
  change(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** The page has shown this many bytes. */
  acknowledge(bytes: number): void {
    this.#underWay = Math.max(0, this.#underWay - bytes);
    this.wake();
  }

  /** Lets the writers look again. */
  wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) {
      resolve();
    }
  }
}
