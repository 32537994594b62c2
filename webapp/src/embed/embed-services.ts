/**
 * The services of `loadPykopi`: everything at once on the page's own thread, as in MicroPython's
 * webassembly port. A program that sleeps keeps the thread busy; one that shall not uses asyncio.
 */
import { EXCHANGE_SIZE } from '../wasm/load.ts';
import { type Services, clocks, ERROR_STREAM } from '../worker/services.ts';
import { type Deliver, LineBuffer } from './lines.ts';

export interface Streams {
  /** The next byte of input; null or undefined at the end. */
  stdin?: (() => number | null | undefined) | undefined;
  stdout?: Deliver | undefined;
  stderr?: Deliver | undefined;
  linebuffer: boolean;
}

export class EmbedServices implements Services {
  exchange = new Uint8Array(EXCHANGE_SIZE);
  readonly epochMillis = clocks.epochMillis;
  readonly elapsedMillis = clocks.elapsedMillis;
  readonly localOffsetSeconds = clocks.localOffsetSeconds;

  /** Does what Python asks of JavaScript; set when both sides stand. */
  onScript: (message: Uint8Array) => Uint8Array = () => new Uint8Array();

  readonly #nextByte: () => number | null | undefined;
  readonly #output: LineBuffer;
  readonly #error: LineBuffer;
  #input: number[] = [];
  #message: Uint8Array[] = [];
  #reply: Uint8Array = new Uint8Array();

  constructor(streams: Streams) {
    this.#nextByte = streams.stdin ?? promptForBytes();
    this.#output = new LineBuffer(
      streams.stdout ?? ((line) => console.log(line)),
      streams.linebuffer || streams.stdout === undefined,
    );
    this.#error = new LineBuffer(
      streams.stderr ?? ((line) => console.error(line)),
      streams.linebuffer || streams.stderr === undefined,
    );
  }

  poll(): number {
    return 0;
  }

  awaitInput(): number {
    if (this.#input.length === 0) {
      const byte = this.#nextByte();
      if (byte === null || byte === undefined) {
        return -1;
      }
      this.#input.push(byte);
    }
    return this.#input.length;
  }

  inputReady(): number {
    return this.#input.length;
  }

  takeInput(length: number): number {
    const bytes = this.#input.splice(0, length);
    this.exchange.set(bytes);
    return bytes.length;
  }

  write(stream: number, length: number): void {
    const lines = stream === ERROR_STREAM ? this.#error : this.#output;
    lines.write(this.exchange.slice(0, length));
  }

  flush(): void {}

  sleep(milliseconds: number): void {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
  }

  random(length: number): void {
    crypto.getRandomValues(this.exchange.subarray(0, length));
  }

  fileChanged(): void {}

  fileRemoved(): void {}

  // ---- Python calls JavaScript ----

  sendPart(length: number): void {
    this.#message.push(this.exchange.slice(0, length));
  }

  callScript(length: number): number {
    this.sendPart(length);
    const message = joined(this.#message);
    this.#message = [];
    const reply = this.onScript(message);
    this.#reply = reply;
    this.receivePart(0);
    return reply.length;
  }

  receivePart(at: number): void {
    this.exchange.set(this.#reply.subarray(at, at + EXCHANGE_SIZE));
  }
}

function joined(parts: Uint8Array[]): Uint8Array {
  if (parts.length === 1) {
    return parts[0]!;
  }
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Input of a page that gave no function for it: the browser's dialog, a line at a time. */
function promptForBytes(): () => number | null {
  const encoder = new TextEncoder();
  let bytes: number[] = [];
  return () => {
    if (bytes.length === 0) {
      const line = typeof globalThis.prompt === 'function' ? globalThis.prompt('Input: ') : null;
      if (line === null) {
        return null;
      }
      bytes = [...encoder.encode(line + '\n')];
    }
    return bytes.shift()!;
  };
}
