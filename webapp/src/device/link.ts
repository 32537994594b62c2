/**
 * The compiled code that talks to boards, wired to one line: the JavaScript half of
 * `org.pykopi.serial.web.Page`, and the requests of `org.pykopi.serial.web.DeviceSession`.
 *
 * Java asks for bytes, sends bytes and waits; it never notices that the browser suspends it.
 */
import { type ExchangeExports, passBytes, takeBytes } from '../wasm/exchange.ts';
import { EXCHANGE_SIZE, loadWebAssembly, type LoadedModule } from '../wasm/load.ts';
import { MessageReader, MessageWriter } from '../wasm/wire.ts';
import { type BoardPort, LOST } from './port.ts';
import { within } from './within.ts';
import { ReceiveQueue } from './receive-queue.ts';
import { words } from '../words.ts';

export interface LinkEvents {
  /** What the running program prints, and what the board says while nothing is asked of it. */
  onOutput(bytes: Uint8Array): void;
  onProgress(step: string, done: number, total: number): void;
  /** A line of the log; level 0 is every byte, 1 steps, 2 warnings. */
  onLog(level: number, text: string): void;
  onLost(): void;
}

/** The answer to a request was an error; the message is for the user. */
export class BoardError extends Error {
  readonly cancelled: boolean;

  constructor(message: string, cancelled: boolean) {
    super(message);
    this.name = 'BoardError';
    this.cancelled = cancelled;
  }
}

const DONE = 0;
const CANCELLED = 2;
const FAILED = -1;

/** What kind of line a port is. */
const PLAIN = 0;
const ADAPTER = 1;
const MESSAGES = 2;

/** Added to the size of a binary message. */
const BINARY = 1 << 20;

/** Some adapters take long to open; nothing else does, but for the time that bytes need. */
const OPEN_MILLIS = 20_000;
const SIGNAL_MILLIS = 3000;
/** Without its helper the chip's ROM does the work. */
const STUB_MILLIS = 20_000;
/** At 9600 baud. */
const BYTE_MILLIS = 1.1;

const DEAF = 'the line does not take what is sent. Unplug the board, plug it in and connect again';

const WAITING_IMPORTS = [
  'loadStub',
  'open',
  'close',
  'available',
  'send',
  'setSignals',
  'setBaudRate',
  'claim',
  'control',
  'receive',
  'sendBinary',
  'sleep',
] as const;

/** Requests go one after the other; between them what the board sends is output. */
export class Link {
  readonly #port: BoardPort;
  readonly #events: LinkEvents;
  readonly #queue = new ReceiveQueue();
  readonly #binary = new ReceiveQueue();
  #typed: Uint8Array[] = [];
  readonly #module: LoadedModule;
  readonly #exchange: () => Uint8Array;
  #stub = new Uint8Array();
  #problem = '';
  #isLost = false;
  #isBusy = false;
  #isCancelled = false;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(
    port: BoardPort,
    events: LinkEvents,
    module: LoadedModule,
    exchange: () => Uint8Array,
  ) {
    this.#port = port;
    this.#events = events;
    this.#module = module;
    this.#exchange = exchange;
  }

  /** Loads the code; `url` is the address of `serial.wasm`. */
  static async load(url: string, port: BoardPort, events: LinkEvents): Promise<Link> {
    let link: Link | undefined;
    let region: () => Uint8Array = () => new Uint8Array();
    const module = await loadWebAssembly(url, {
      imports(exchange) {
        region = exchange;
        return imports(() => link!);
      },
      waitingImports: WAITING_IMPORTS,
      waitingExports: ['operate'],
      suspends: true,
    });
    link = new Link(port, events, module, region);
    const hello = new MessageWriter().text(port.name).byte(port.hasSignals ? 1 : 0);
    hello
      .int(port.usb?.vendor ?? -1)
      .int(port.usb?.product ?? -1)
      .byte(port.adapter ? ADAPTER : port.messages ? MESSAGES : PLAIN);
    if (port.messages) hello.text(port.messages.password);
    link.#pass(hello.finish());
    module.exports.create!();
    return link;
  }

  get isBusy(): boolean {
    return this.#isBusy;
  }

  /** Sends a request when those before it are answered. Rejects with a `BoardError`. */
  request(message: MessageWriter): Promise<MessageReader> {
    const next = this.#last.then(() => this.#operate(message.finish()));
    this.#last = next.catch(() => {});
    return next;
  }

  /** Asks the running request to end at the next place where the board stays usable. */
  cancel(): void {
    if (this.#isBusy) this.#isCancelled = true;
  }

  /** Key strokes, for the prompt or for the program that a request runs. */
  async type(bytes: Uint8Array): Promise<void> {
    if (this.#isBusy) this.#typed.push(bytes);
    else await this.#port.send(bytes);
  }

  async #operate(message: Uint8Array): Promise<MessageReader> {
    this.#isBusy = true;
    this.#isCancelled = false;
    this.#typed = [];
    try {
      this.#pass(message);
      const status = await this.#module.waiting.operate!();
      const reply = takeBytes(this.#exports, this.#exchange);
      if (status === DONE) return new MessageReader(reply);
      throw new BoardError(new TextDecoder().decode(reply), status === CANCELLED);
    } finally {
      this.#isBusy = false;
      this.#drain();
      if (this.#isLost) this.#events.onLost();
    }
  }

  #pass(bytes: Uint8Array): void {
    passBytes(this.#exports, this.#exchange, bytes);
  }

  get #exports(): ExchangeExports {
    return this.#module.exports as unknown as ExchangeExports;
  }

  /** Between requests everything that arrives is for the terminal. */
  #drain(): void {
    if (this.#isBusy || this.#queue.size === 0) return;
    const bytes = new Uint8Array(this.#queue.size);
    this.#queue.take(bytes, bytes.length);
    this.#events.onOutput(bytes);
  }

  // ---- what Java asks for ----

  async open(baud: number): Promise<number> {
    this.#isLost = false;
    return await this.#attempt(OPEN_MILLIS, () =>
      this.#port.open(baud, {
        onReceived: (bytes) => {
          this.#queue.push(bytes);
          this.#drain();
        },
        onBinary: (bytes) => {
          this.#binary.push(bytes);
          this.#queue.wake();
        },
        onLost: () => {
          this.#isLost = true;
          this.#queue.wake();
          // A request sees it itself, and may find the board again after a reset.
          if (!this.#isBusy) this.#events.onLost();
        },
      }),
    );
  }

  async close(): Promise<void> {
    // A line that does not close is given up.
    await this.#attempt(SIGNAL_MILLIS, () => this.#port.close());
  }

  async available(millis: number): Promise<number> {
    if (this.#queue.size === 0 && !this.#isLost) await this.#queue.wait(millis);
    if (this.#queue.size > 0 || !this.#isLost) return this.#queue.size;
    this.#problem = LOST;
    return FAILED;
  }

  take(length: number): number {
    return this.#queue.take(this.#exchange(), length);
  }

  async send(length: number): Promise<number> {
    const bytes = this.#exchange().slice(0, length);
    return await this.#attempt(SIGNAL_MILLIS + length * BYTE_MILLIS, () => this.#port.send(bytes));
  }

  async setSignals(dtr: number, rts: number): Promise<number> {
    return await this.#attempt(SIGNAL_MILLIS, () => this.#port.setSignals(dtr !== 0, rts !== 0));
  }

  async setBaudRate(baud: number): Promise<number> {
    return await this.#attempt(SIGNAL_MILLIS, () => this.#port.setBaudRate(baud));
  }

  // ---- what the driver of an adapter asks for ----

  describe(): number {
    return this.#put(this.#port.adapter!.describe());
  }

  async claim(interfaceNumber: number): Promise<number> {
    return await this.#attempt(SIGNAL_MILLIS, () => this.#port.adapter!.claim(interfaceNumber));
  }

  carry(input: number, output: number, packet: number, header: number): void {
    this.#port.adapter!.carry(input, output, packet, header);
  }

  async control(
    type: number,
    request: number,
    value: number,
    index: number,
    length: number,
  ): Promise<number> {
    const data = this.#exchange().slice(0, length);
    let answer: Uint8Array = new Uint8Array();
    const status = await this.#attempt(SIGNAL_MILLIS, async () => {
      answer = await this.#port.adapter!.control(type, request, value, index, data);
    });
    return status === FAILED ? FAILED : this.#put(answer);
  }

  // ---- what a line of messages has besides ----

  /** A piece of a message, as large as the exchange at most; 0 when none came in time. */
  async receive(millis: number): Promise<number> {
    if (this.#binary.size === 0) {
      const size = await this.available(millis);
      if (size !== 0) return size === FAILED ? FAILED : this.take(EXCHANGE_SIZE);
    }
    const count = this.#binary.take(this.#exchange(), EXCHANGE_SIZE);
    return count > 0 ? count + BINARY : 0;
  }

  async sendBinary(length: number): Promise<number> {
    const bytes = this.#exchange().slice(0, length);
    return await this.#attempt(SIGNAL_MILLIS, () => this.#port.messages!.sendBinary(bytes));
  }

  // ---- what the user sees ----

  problem(): number {
    return new TextEncoder().encodeInto(this.#problem, this.#exchange()).written;
  }

  /** The helper programs for chips lie beside the page. */
  async loadStub(nameLength: number): Promise<number> {
    const name = this.#text(nameLength);
    try {
      const signal = AbortSignal.timeout(STUB_MILLIS);
      const response = await fetch(new URL(`stubs/${name}.json`, document.baseURI), { signal });
      if (!response.ok) return FAILED;
      this.#stub = new Uint8Array(await response.arrayBuffer());
      return this.#stub.length;
    } catch {
      return FAILED; // Java says what that means.
    }
  }

  takeStub(at: number): number {
    return this.#put(this.#stub.subarray(at, at + EXCHANGE_SIZE));
  }

  log(level: number, length: number): void {
    this.#events.onLog(level, this.#text(length));
  }

  output(length: number): void {
    this.#events.onOutput(this.#exchange().slice(0, length));
  }

  stopAsked(): number {
    return this.#isCancelled ? 1 : 0;
  }

  /** What was typed for the running program. */
  takeTyped(): number {
    return this.#put(this.#typed.shift()?.subarray(0, EXCHANGE_SIZE) ?? new Uint8Array());
  }

  progress(stepLength: number, done: number, total: number): number {
    this.#events.onProgress(this.#text(stepLength), done, total);
    return this.#isCancelled ? 0 : 1;
  }

  /** Puts bytes at the start of the exchange; returns how many. */
  #put(bytes: Uint8Array): number {
    this.#exchange().set(bytes);
    return bytes.length;
  }

  #text(length: number): string {
    return new TextDecoder().decode(this.#exchange().slice(0, length));
  }

  async #attempt(millis: number, action: () => Promise<void>): Promise<number> {
    try {
      await within(millis, action(), DEAF);
      return 0;
    } catch (error) {
      this.#problem = words(error);
      return FAILED;
    }
  }
}

function imports(link: () => Link) {
  return {
    open: (baud: number) => link().open(baud),
    close: () => link().close(),
    available: (millis: number) => link().available(millis),
    take: (length: number) => link().take(length),
    send: (length: number) => link().send(length),
    setSignals: (dtr: number, rts: number) => link().setSignals(dtr, rts),
    setBaudRate: (baud: number) => link().setBaudRate(baud),
    describe: () => link().describe(),
    claim: (interfaceNumber: number) => link().claim(interfaceNumber),
    carry: (input: number, output: number, packet: number, header: number) =>
      link().carry(input, output, packet, header),
    control: (type: number, request: number, value: number, index: number, length: number) =>
      link().control(type, request, value, index, length),
    receive: (millis: number) => link().receive(millis),
    sendBinary: (length: number) => link().sendBinary(length),
    problem: () => link().problem(),
    loadStub: (nameLength: number) => link().loadStub(nameLength),
    takeStub: (at: number) => link().takeStub(at),
    millis: () => performance.now(),
    sleep: (millis: number) => new Promise((resolve) => setTimeout(resolve, millis)),
    log: (level: number, length: number) => link().log(level, length),
    output: (length: number) => link().output(length),
    stopAsked: () => link().stopAsked(),
    takeTyped: () => link().takeTyped(),
    progress: (step: number, done: number, total: number) => link().progress(step, done, total),
  };
}
