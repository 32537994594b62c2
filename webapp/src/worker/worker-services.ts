/**
 * The services of the worker: a program that waits suspends, and while one runs the worker takes
 * messages every 20 ms.
 */
import { InputQueue } from './input.ts';
import { OutputBatcher } from './output.ts';
import { EXCHANGE_SIZE } from '../wasm/load.ts';
import { type Services, clocks } from './services.ts';

/** How long a program runs before the worker looks at its messages. */
const TURN_MILLISECONDS = 20;

/** Timers count with 32 bits. */
const LONGEST_TIMER = 2 ** 31 - 1;

export interface WorkerEvents {
  onOutput(bytes: Uint8Array): void;
  /** The program is seen to run on, or to wait for input. */
  onActivity(state: 'running' | 'waiting-input'): void;
  onFileChanged(path: string): void;
  onFileRemoved(path: string): void;
}

export class WorkerServices implements Services {
  exchange = new Uint8Array(EXCHANGE_SIZE);
  readonly epochMillis = clocks.epochMillis;
  readonly elapsedMillis = clocks.elapsedMillis;
  readonly localOffsetSeconds = clocks.localOffsetSeconds;

  readonly input = new InputQueue();
  readonly output: OutputBatcher;
  readonly #events: WorkerEvents;
  readonly #turn = new MessageChannel();
  readonly #text = new TextDecoder();
  /** When the present program started. */
  protected startTime = 0;
  #interrupted = false;
  #lastTurn = 0;
  #wakeUp: (() => void) | null = null;
  #turnTaken: (() => void) | null = null;

  constructor(events: WorkerEvents) {
    this.#events = events;
    this.output = new OutputBatcher((bytes) => events.onOutput(bytes));
    this.#turn.port1.onmessage = () => this.#turnTaken?.();
  }

  /** Takes over what did not come as a message. */
  refresh(): void {}

  /** Whether a message to stop has not had its effect yet, on a way faster than messages. */
  isNewStop(): boolean {
    return true;
  }

  /** The program that starts now has not been asked to stop. */
  begin(): void {
    this.#interrupted = false;
    this.startTime = performance.now();
    this.#lastTurn = this.startTime;
  }

  interrupt(): void {
    this.#interrupted = true;
    this.#wake();
  }

  addInput(bytes: Uint8Array): void {
    this.input.add(bytes);
    this.#wake();
  }

  #wake(): void {
    this.#wakeUp?.();
    this.output.wake();
  }

  protected takeInterrupt(): number {
    const asked = this.input.takeInterrupt() || this.#interrupted;
    this.#interrupted = false;
    return asked ? 1 : 0;
  }

  protected isInterrupted(): boolean {
    this.#interrupted = this.input.takeInterrupt() || this.#interrupted;
    return this.#interrupted;
  }

  // ---- Services ----

  poll(): number | Promise<number> {
    if (this.#interrupted) {
      return this.takeInterrupt();
    }
    return performance.now() - this.#lastTurn < TURN_MILLISECONDS ? 0 : this.#takeTurn();
  }

  async #takeTurn(): Promise<number> {
    this.output.flush();
    await this.#letMessagesIn();
    await this.#holdWhileFull();
    return this.takeInterrupt();
  }

  awaitInput(): number | Promise<number> {
    if (this.isInterrupted()) {
      return 0;
    }
    return this.input.length > 0 ? this.input.length : this.#waitForInput();
  }

  async #waitForInput(): Promise<number> {
    this.output.flush();
    this.#events.onActivity('waiting-input');
    while (this.input.length === 0 && !this.isInterrupted()) {
      await this.#pause();
    }
    this.#events.onActivity('running');
    this.#lastTurn = performance.now();
    return this.#interrupted ? 0 : this.input.length;
  }

  inputReady(): number {
    return this.input.length;
  }

  takeInput(length: number): number {
    return this.input.take(this.exchange.subarray(0, length));
  }

  write(_stream: number, length: number): void | Promise<void> {
    this.output.write(this.exchange.subarray(0, length));
    if (this.output.isFull) {
      return this.#holdWhileFull();
    }
  }

  async #holdWhileFull(): Promise<void> {
    this.#events.onActivity('running');
    while (this.output.isFull && !this.isInterrupted()) {
      await this.output.change();
    }
    this.#lastTurn = performance.now();
  }

  flush(): void {
    this.output.flush();
  }

  sleep(milliseconds: number): void | Promise<void> {
    return this.#sleep(milliseconds);
  }

  async #sleep(milliseconds: number): Promise<void> {
    this.output.flush();
    this.#events.onActivity('running');
    const end = performance.now() + milliseconds;
    let left = milliseconds;
    while (left > 0 && !this.isInterrupted()) {
      // A timer may be held back to 4 ms, so short waits are made of turns.
      await (left < 5 ? this.#letMessagesIn() : this.#pause(Math.min(left, LONGEST_TIMER)));
      left = end - performance.now();
    }
    this.#lastTurn = performance.now();
  }

  random(length: number): void {
    crypto.getRandomValues(this.exchange.subarray(0, length));
  }

  fileChanged(length: number): void {
    this.#events.onFileChanged(this.#text.decode(this.exchange.subarray(0, length)));
  }

  fileRemoved(length: number): void {
    this.#events.onFileRemoved(this.#text.decode(this.exchange.subarray(0, length)));
  }

  // Programs in the worker have no JavaScript objects: the module `js` is not there.

  sendPart(): void {}

  callScript(): number {
    return 0;
  }

  receivePart(): void {}

  // ---- waiting ----

  /** Sends output when a program has run for a turn. */
  protected flushWhenDue(): void {
    if (performance.now() - this.#lastTurn >= TURN_MILLISECONDS) {
      this.#events.onActivity('running');
      this.output.flush();
      this.#lastTurn = performance.now();
    }
  }

  /** Waits for input, an interrupt or the time. */
  #pause(milliseconds?: number): Promise<void> {
    return new Promise((resolve) => {
      const timer =
        milliseconds === undefined ? undefined : setTimeout(() => this.#wakeUp?.(), milliseconds);
      this.#wakeUp = () => {
        clearTimeout(timer);
        this.#wakeUp = null;
        resolve();
      };
    });
  }

  /** Lets every message that has arrived be handled. */
  #letMessagesIn(): Promise<void> {
    return new Promise((resolve) => {
      this.#turnTaken = resolve;
      this.#turn.port2.postMessage(null);
    });
  }
}
