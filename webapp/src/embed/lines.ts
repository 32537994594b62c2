/** Delivers a stream of bytes to the page's function, by lines or byte by byte. */
const LINE_FEED = 10;

export type Deliver = (data: string | Uint8Array) => void;

export class LineBuffer {
  readonly #deliver: Deliver;
  readonly #isByLine: boolean;
  readonly #decoder = new TextDecoder();
  #bytes: number[] = [];

  constructor(deliver: Deliver, isByLine: boolean) {
    this.#deliver = deliver;
    this.#isByLine = isByLine;
  }

  write(bytes: Uint8Array): void {
    for (const byte of bytes) {
      if (!this.#isByLine) {
        this.#deliver(new Uint8Array([byte]));
      } else if (byte === LINE_FEED) {
        const line = this.#decoder.decode(new Uint8Array(this.#bytes));
        this.#bytes = [];
        this.#deliver(line);
      } else {
        this.#bytes.push(byte);
      }
    }
  }
}
