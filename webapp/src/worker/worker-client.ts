/** The VM in a worker: passes calls and events as messages, and ends a worker that does not stop. */
import type {
  RunResult,
  VmClient,
  VmClientOptions,
  VmEvents,
  VmFiles,
  VmReady,
  VmState,
} from './client.ts';
import type { Image } from './image.ts';
import type { Profile } from './profile.ts';
import type { FileRequest, FromWorker, ToWorker } from './protocol.ts';
import { createShared, SharedChannel } from './shared.ts';

/** How long a program may take to notice that it shall stop, before its worker is ended. */
const PATIENCE_MILLISECONDS = 5000;

/** The same for a worker that takes no messages while a program runs. */
const NO_PATIENCE_MILLISECONDS = 300;

interface Pending {
  resolve(value: never): void;
  reject(error: Error): void;
  /** The worker was ended to stop a program. */
  stop(): void;
}

const STOPPED: RunResult = { ok: false, exitCode: 1, interrupted: true };

export class WorkerClient implements VmClient {
  ready: Promise<VmReady>;
  readonly files: VmFiles;
  readonly #events: VmEvents;
  readonly #options: VmClientOptions;
  #profile: Profile;
  #worker!: Worker;
  #channel: SharedChannel | null = null;
  #state: VmState = 'loading';
  #suspends = true;
  #nextId = 1;
  #pending = new Map<number, Pending>();
  #early: ToWorker[] | null = [];
  #watchdog: ReturnType<typeof setTimeout> | undefined;

  constructor(events: VmEvents, options: VmClientOptions) {
    this.#events = events;
    this.#options = options;
    this.#profile = options.profile ?? 'micropython';
    this.ready = this.#boot();
    this.files = {
      list: () => this.#files({ operation: 'list' }),
      read: (path) => this.#files({ operation: 'read', path }),
      write: (path, data) => this.#files({ operation: 'write', path, data }),
      rename: (path, to) => this.#files({ operation: 'rename', path, to }),
      remove: (path) => this.#files({ operation: 'remove', path }),
      mkdir: (path) => this.#files({ operation: 'mkdir', path }),
    };
  }

  run(path: string): Promise<RunResult> {
    return this.#request((id) => ({ type: 'run', id, path }), STOPPED);
  }

  input(bytes: Uint8Array): void {
    if (this.#channel !== null && this.#early === null) {
      this.#channel.write(bytes);
      this.#send({ type: 'input', bytes: new Uint8Array() });
    } else {
      this.#send({ type: 'input', bytes });
    }
    if (bytes.includes(3)) {
      this.#watch();
    }
  }

  interrupt(): void {
    this.#channel?.interrupt();
    this.#send({ type: 'interrupt' });
    this.#watch();
  }

  restart(profile: Profile = this.#profile): Promise<void> {
    this.#profile = profile;
    if (this.#state === 'failed') {
      return this.#startAgain('');
    }
    this.#channel?.interrupt();
    this.#watch();
    return this.#request((id) => ({ type: 'restart', id, profile }), null).then(() => {});
  }

  compile(name: string, source: string): Promise<Uint8Array> {
    return this.#request((id) => ({ type: 'compile', id, name, source }));
  }

  dispose(): void {
    clearTimeout(this.#watchdog);
    this.#worker.terminate();
    this.#fail(new Error('The VM was closed.'));
  }

  // ---- the worker ----

  #boot(): Promise<VmReady> {
    this.#setState('loading');
    this.#early = [];
    const shared = createShared();
    this.#channel = shared === null ? null : new SharedChannel(shared);
    this.#worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    const ready = new Promise<VmReady>((resolve, reject) => {
      this.#worker.onmessage = (event: MessageEvent<FromWorker>) => {
        if (event.data.type === 'ready') {
          this.#suspends = event.data.suspends;
          if (this.#suspends) {
            this.#channel = null;
          }
          resolve(event.data.ready);
          this.#sendEarly();
        } else if (event.data.type === 'failed') {
          reject(new Error(event.data.message));
        }
        this.#receive(event.data);
      };
      this.#worker.onerror = (event) => {
        event.preventDefault();
        const message = event.message || 'The Python runtime could not be loaded.';
        reject(new Error(message));
        this.#receive({ type: 'failed', message });
      };
    });
    ready.catch(() => {});
    this.#worker.postMessage({
      type: 'start',
      base: new URL('./', document.baseURI).href,
      forceJavaScript: this.#options.forceJavaScript ?? false,
      storage: this.#options.storage ?? 'pykopi-files',
      profile: this.#profile,
      rawOutput: this.#options.rawOutput ?? false,
      image: this.#image(),
      shared,
    } satisfies ToWorker);
    return ready;
  }

  /** An address counts from the page, not from the worker. */
  #image(): Image | null {
    const image = this.#options.image ?? null;
    return typeof image === 'string' ? new URL(image, document.baseURI).href : image;
  }

  #receive(message: FromWorker): void {
    switch (message.type) {
      case 'state':
        return this.#setState(message.state);
      case 'output':
        return this.#show(message.bytes);
      case 'files-changed':
        return this.#events.onFilesChanged(message.paths);
      case 'notice':
        return this.#events.onNotice(message.text);
      case 'progress':
        return this.#events.onProgress(message.loaded, message.total);
      case 'answer':
        return this.#settle(message.id)?.resolve(message.value as never);
      case 'error':
        return this.#settle(message.id)?.reject(new Error(message.message));
      case 'failed':
        this.#setState('failed');
        return this.#fail(new Error(message.message));
      case 'ready':
        return; // Heard by #boot.
    }
  }

  #show(bytes: Uint8Array): void {
    const worker = this.#worker;
    const done = () => {
      if (worker === this.#worker) {
        this.#channel?.acknowledge(bytes.length);
        worker.postMessage({ type: 'acknowledge', bytes: bytes.length } satisfies ToWorker);
      }
    };
    Promise.resolve(this.#events.onOutput(bytes)).then(done, done);
  }

  #setState(state: VmState): void {
    if (state === 'ready') {
      clearTimeout(this.#watchdog);
    }
    if (state !== this.#state || state === 'loading') {
      this.#state = state;
      this.#events.onState(state);
    }
  }

  /** After a request to stop: ends the worker when it does not come to rest. */
  #watch(): void {
    if (this.#state !== 'running' && this.#state !== 'waiting-input') {
      return;
    }
    clearTimeout(this.#watchdog);
    const isDeaf = !this.#suspends && this.#channel === null;
    this.#watchdog = setTimeout(
      () => {
        const why = isDeaf
          ? 'This browser can stop a program only by starting Python again: its variables are lost, its files are kept.'
          : 'The program did not react, so Python was started again: its variables are lost, its files are kept.';
        void this.#startAgain(why);
      },
      isDeaf ? NO_PATIENCE_MILLISECONDS : PATIENCE_MILLISECONDS,
    );
  }

  async #startAgain(notice: string): Promise<void> {
    this.#worker.terminate();
    for (const pending of this.#pending.values()) {
      pending.stop();
    }
    this.#pending.clear();
    if (notice !== '') {
      this.#events.onNotice(notice);
    }
    this.ready = this.#boot();
    await this.ready;
  }

  // ---- requests ----

  #send(message: ToWorker): void {
    if (this.#early !== null) {
      this.#early.push(message);
    } else {
      this.#worker.postMessage(message);
    }
  }

  #sendEarly(): void {
    const early = this.#early ?? [];
    this.#early = null;
    for (const message of early) {
      this.#worker.postMessage(message);
    }
  }

  #request<T>(message: (id: number) => ToWorker, whenStopped?: T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#state === 'failed') {
        reject(new Error('The Python runtime is not running.'));
        return;
      }
      const stop = () =>
        whenStopped === undefined
          ? reject(new Error('Python was started again.'))
          : resolve(whenStopped);
      const id = this.#nextId++;
      this.#pending.set(id, { resolve: resolve as (value: never) => void, reject, stop });
      this.#send(message(id));
    });
  }

  #files<T>(request: FileRequest): Promise<T> {
    return this.#request((id) => ({ type: 'files', id, request }));
  }

  #settle(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    return pending;
  }

  #fail(error: Error): void {
    for (const pending of this.#pending.values()) {
      pending.reject(error);
    }
    this.#pending.clear();
  }
}
