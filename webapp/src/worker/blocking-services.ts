/**
 * The worker's services for an engine that cannot suspend. In an isolated page they block on shared
 * memory, so nothing is missing. Elsewhere a program runs to its end: input ends at once, waiting
 * keeps the processor busy, and the page stops a program by ending the worker.
 */
import { SharedChannel } from './shared.ts';
import { type WorkerEvents, WorkerServices } from './worker-services.ts';

const BURST_BYTES = 1 << 18;
const BYTES_PER_MILLISECOND = 4000;

const NO_INPUT =
  '\r\nThis browser cannot wait for input while a program runs.\r\n' +
  'A newer Chrome, Edge, Firefox or Safari can.\r\n';

export class BlockingServices extends WorkerServices {
  readonly #shared: SharedChannel | null;
  readonly #activity: WorkerEvents['onActivity'];
  #written = 0;

  constructor(events: WorkerEvents, shared: SharedArrayBuffer | null) {
    super(events);
    this.#shared = shared === null ? null : new SharedChannel(shared);
    this.#activity = events.onActivity;
  }

  /** Takes over what the page has put into the shared memory. */
  override refresh(): void {
    if (this.#shared !== null) {
      this.addInput(this.#shared.take());
      this.output.acknowledge(this.#shared.takeShown());
      if (this.#shared.takeInterrupt()) {
        this.interrupt();
      }
    }
  }

  override isNewStop(): boolean {
    return this.#shared === null || this.#shared.takeInterrupt();
  }

  override poll(): number {
    this.refresh();
    this.flushWhenDue();
    return this.takeInterrupt();
  }

  override awaitInput(): number {
    this.output.flush();
    if (this.#shared === null && this.input.length === 0) {
      this.output.write(new TextEncoder().encode(NO_INPUT));
      return -1;
    }
    this.refresh();
    if (this.input.length === 0) {
      this.#activity('waiting-input');
      this.#blockWhile(() => this.input.length === 0);
      this.#activity('running');
    }
    return this.isInterrupted() ? 0 : this.input.length;
  }

  override write(_stream: number, length: number): void {
    this.output.write(this.exchange.subarray(0, length));
    if (this.#shared !== null) {
      this.#blockWhile(() => this.output.isFull);
    } else {
      this.#keepPace(length);
    }
  }

  /** Nobody can say how far the page is, so it gets no more than it can surely show. */
  #keepPace(length: number): void {
    this.#written += length;
    const earliest = this.startTime + (this.#written - BURST_BYTES) / BYTES_PER_MILLISECOND;
    while (performance.now() < earliest);
  }

  override begin(): void {
    super.begin();
    this.#written = 0;
  }

  // The base class suspends here; the caller of this one gets its answer at once.
  override sleep(milliseconds: number): void {
    this.output.flush();
    this.#activity('running');
    const end = performance.now() + milliseconds;
    this.#blockWhile(() => performance.now() < end, end);
  }

  #blockWhile(condition: () => boolean, end = Infinity): void {
    for (;;) {
      const seen = this.#shared?.changes ?? 0;
      this.refresh();
      if (!condition() || this.isInterrupted()) {
        return;
      }
      this.#shared?.wait(seen, end - performance.now());
    }
  }
}
