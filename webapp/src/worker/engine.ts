/**
 * Loads the compiled VM, as WebAssembly GC or as JavaScript, behind one interface.
 *
 * Both builds export the same functions of ints; `Engine` adds what passes bytes and text through
 * the exchange.
 */
import { loadJavaScript } from './javascript.ts';
import { type ExchangeExports, passBytes, takeBytes } from '../wasm/exchange.ts';
import { canSuspend, hasGarbageCollection } from '../wasm/load.ts';
import type { Services } from './services.ts';
import { loadMachine } from './wasm.ts';

/** The functions that the builds export. */
export interface MachineExports extends ExchangeExports {
  create(mode: number, profile: number): void;
  reset(profile: number): void;
  useImage(): number;
  /** In the WebAssembly build only: JavaScript gains nothing from it. */
  warmUp?(): number;
  start(): void;
  feed(byte: number): number;
  run(): void;
  compile(): number;
  files(operation: number): number;
  execute(kind: number): void;
  importModule(): void;
  registerModule(): void;
  proxy(operation: number, handle: number): void;
}

/** The exports that may wait; they return promises when the engine suspends. */
export type WaitingName = 'start' | 'feed' | 'run';

export interface LoadedMachine {
  exports: MachineExports;
  waiting: Record<WaitingName, (...args: number[]) => unknown>;
}

export interface EngineOptions {
  /** Addresses of the two builds. */
  wasm: string;
  javaScript: string;
  forceJavaScript?: boolean;
  /** False when services never return promises, so that the VM runs without promises too. */
  suspends?: boolean;
  onProgress?(loaded: number, total: number): void;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

export class Engine {
  readonly kind: 'wasm' | 'js';
  /** Whether services may return promises. */
  readonly suspends: boolean;
  readonly exports: MachineExports;
  readonly #waiting: LoadedMachine['waiting'];
  readonly #services: Services;

  constructor(kind: 'wasm' | 'js', suspends: boolean, loaded: LoadedMachine, services: Services) {
    this.kind = kind;
    this.suspends = suspends;
    this.exports = loaded.exports;
    this.#waiting = loaded.waiting;
    this.#services = services;
  }

  /** Calls an export that may wait; the arguments go first when there are any. */
  async wait(name: WaitingName, numbers: number[] = [], args: (string | Uint8Array)[] = []) {
    this.#pass(args);
    return await this.#waiting[name](...numbers);
  }

  /** Calls an export that does not wait and returns its number. */
  call(
    name: Exclude<keyof MachineExports, WaitingName>,
    numbers: number[] = [],
    args: (string | Uint8Array)[] = [],
  ): number {
    this.#pass(args);
    const target = this.exports[name] as (...numbers: number[]) => number | void;
    return target(...numbers) ?? 0;
  }

  /** The bytes that the latest call answered with. */
  result(): Uint8Array {
    return takeBytes(this.exports, () => this.#services.exchange);
  }

  resultText(): string {
    return decoder.decode(this.result());
  }

  #pass(args: (string | Uint8Array)[]) {
    for (const arg of args) {
      const bytes = typeof arg === 'string' ? encoder.encode(arg) : arg;
      passBytes(this.exports, () => this.#services.exchange, bytes);
    }
  }
}

/** Whether the engine that `loadEngine` chooses suspends. */
export function willSuspend(forceJavaScript = false): boolean {
  return !forceJavaScript && hasGarbageCollection() && canSuspend();
}

/** Loads the best build that this browser can run. */
export async function loadEngine(options: EngineOptions, services: Services): Promise<Engine> {
  const progress = options.onProgress ?? (() => {});
  if (!options.forceJavaScript && hasGarbageCollection()) {
    const suspends = canSuspend() && options.suspends !== false;
    const loaded = await loadMachine(options.wasm, services, suspends, progress);
    return new Engine('wasm', suspends, loaded, services);
  }
  const loaded = await loadJavaScript(options.javaScript, services);
  return new Engine('js', false, loaded, services);
}
