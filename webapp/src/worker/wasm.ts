/**
 * Loads the WebAssembly build of the VM.
 *
 * Takes the place of TeaVM's own loader, which builds functions from text and so breaks a content
 * security policy without `unsafe-eval`. The VM uses no JavaScript objects from Java, so little of
 * that loader is needed.
 */
import type { LoadedMachine, MachineExports, WaitingName } from './engine.ts';
import { type Services, EXCHANGE_SIZE } from './services.ts';

const PAGE = 1 << 16;

/** The services that may wait, so their imports have to be able to suspend. */
const WAITING_IMPORTS = ['poll', 'awaitInput', 'write', 'sleep'] as const;
const WAITING_EXPORTS: WaitingName[] = ['start', 'feed', 'run'];

/** JavaScript Promise Integration; the type library does not have it yet. */
interface PromiseIntegration {
  Suspending: new (call: (...args: number[]) => unknown) => WebAssembly.ImportValue;
  promising(call: (...args: number[]) => unknown): (...args: number[]) => Promise<unknown>;
}

// Some browsers can switch WebAssembly off as a whole.
const integration = globalThis.WebAssembly as unknown as PromiseIntegration;

export function canSuspend(): boolean {
  return (
    typeof integration.Suspending === 'function' && typeof integration.promising === 'function'
  );
}

/** Whether the browser accepts a module with a struct type. */
export function hasGarbageCollection(): boolean {
  return (
    typeof WebAssembly === 'object' &&
    WebAssembly.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 95, 1, 120, 0]))
  );
}

export async function loadWebAssembly(
  url: string,
  services: Services,
  suspends: boolean,
  onProgress: (loaded: number, total: number) => void,
): Promise<LoadedMachine> {
  const module = await compile(await read(url), onProgress);
  const { memory, exchangeAddress, imports } = memoryImports(module);
  Object.defineProperty(services, 'exchange', {
    get: () => new Uint8Array(memory.buffer, exchangeAddress, EXCHANGE_SIZE),
  });
  const onCollected = (queue: unknown, reference: unknown) => {
    const report = instance.exports['teavm.reportGarbageCollectedValue'];
    (report as ((queue: unknown, reference: unknown) => void) | undefined)?.(queue, reference);
  };
  const instance: WebAssembly.Instance = await WebAssembly.instantiate(
    module,
    withStubs(module, {
      ...imports,
      ...runtimeImports(module, onCollected),
      pykopi: { exchangeAddress: () => exchangeAddress, ...serviceImports(services, suspends) },
    }),
  );
  const exports = readableErrors(instance.exports) as unknown as MachineExports;
  const waiting = {} as LoadedMachine['waiting'];
  for (const name of WAITING_EXPORTS) {
    const plain = instance.exports[name] as (...args: number[]) => unknown;
    waiting[name] = suspends
      ? readable(integration.promising(plain), instance.exports)
      : exports[name];
  }
  return { exports, waiting };
}

// ---- loading ----

async function read(url: string): Promise<Response> {
  if (url.startsWith('file:')) {
    const module = 'node:fs/promises';
    const { readFile } = await import(/* @vite-ignore */ module);
    return new Response(await readFile(new URL(url)));
  }
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${url}: ${response.status} ${response.statusText}`);
  }
  return response;
}

/** Compiles while loading; a host that sends the wrong content type does not matter. */
async function compile(
  response: Response,
  onProgress: (loaded: number, total: number) => void,
): Promise<WebAssembly.Module> {
  const total = Number(response.headers.get('Content-Length') ?? 0);
  let loaded = 0;
  const counter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      loaded += chunk.length;
      onProgress(loaded, Math.max(loaded, total));
      controller.enqueue(chunk);
    },
  });
  const counted = new Response(response.body!.pipeThrough(counter), {
    headers: { 'Content-Type': 'application/wasm' },
  });
  const compileStreaming = WebAssembly.compileStreaming as (
    source: Response,
    options: { builtins: string[] },
  ) => Promise<WebAssembly.Module>;
  return await compileStreaming(counted, { builtins: ['js-string'] });
}

// ---- imports ----

function serviceImports(
  services: Services,
  suspends: boolean,
): Record<string, WebAssembly.ImportValue> {
  const imports: Record<string, WebAssembly.ImportValue> = {};
  const names: Exclude<keyof Services, 'exchange'>[] = [
    'poll',
    'awaitInput',
    'inputReady',
    'takeInput',
    'write',
    'flush',
    'sleep',
    'epochMillis',
    'elapsedMillis',
    'localOffsetSeconds',
    'random',
    'fileChanged',
    'fileRemoved',
    'sendPart',
    'callScript',
    'receivePart',
  ];
  for (const name of names) {
    imports[name] = services[name].bind(services) as WebAssembly.ImportValue;
  }
  if (suspends) {
    for (const name of WAITING_IMPORTS) {
      imports[name] = new integration.Suspending(imports[name] as (...args: number[]) => unknown);
    }
  }
  return imports;
}

/** Linear memory: TeaVM's static data, then our exchange, then TeaVM's heap for direct buffers. */
function memoryImports(module: WebAssembly.Module) {
  const section = WebAssembly.Module.customSections(module, 'teavm.memoryRequirements')[0];
  const needs = section ? JSON.parse(new TextDecoder().decode(section)) : {};
  const exchangeAddress = roundUp(needs.dataSize ?? 0, PAGE);
  const heap = exchangeAddress + EXCHANGE_SIZE;
  const initial = roundUp(heap + (needs.min ?? 0) * PAGE, PAGE) / PAGE;
  const maximum = (2 ** 31 - PAGE) / PAGE;
  const memory = new WebAssembly.Memory({ initial, maximum });
  const constant = (value: number) =>
    new WebAssembly.Global({ value: 'i32', mutable: false }, value);
  const imports = {
    env: { memory },
    teavmMemory: {
      notifyHeapResized() {},
      heapOffset: constant(heap),
      maxSize: constant(maximum * PAGE - 1),
    },
  };
  return { memory, exchangeAddress, imports };
}

function roundUp(value: number, unit: number): number {
  return Math.ceil(value / unit) * unit;
}

/** What TeaVM's class library asks for. Strings are native when the browser has the builtins. */
function runtimeImports(
  module: WebAssembly.Module,
  onCollected: (queue: unknown, reference: unknown) => void,
): WebAssembly.Imports {
  const polyfill = WebAssembly.Module.imports(module).some((i) => i.module === 'wasm:js-string');
  const jso: Record<string, WebAssembly.ImportValue> = {
    stringBuiltinsSupported: () => (polyfill ? 0 : 1),
    isUndefined: (value: unknown) => (value === undefined ? 1 : 0),
    emptyArray: () => [],
    appendToArray: (array: unknown[], value: unknown) => array.push(value),
    getProperty: (object: Record<string, unknown>, name: string) => object[name],
    createClass: () => ({}),
    defineFunction: (call: unknown) => call,
    defineStaticMethod() {},
    createFunction1: identityOnly,
    callFunction1: (call: (value: unknown) => unknown, value: unknown) => call(value),
    wrapInt: (value: number) => value,
    unwrapInt: (value: number) => value,
    wrapObject: (value: unknown) => value,
    javaObjectToJS: (value: unknown) => value,
    unwrapJavaObject: (value: unknown) => value,
  };
  const collected = new FinalizationRegistry<{ queue: unknown; reference: unknown }>((held) =>
    onCollected(held.queue, held.reference),
  );
  return {
    teavm: {
      takeStackTrace: () => ({ getStack: () => [] }),
      decorateException() {},
      createWeakRef(value: object, reference: unknown, queue: unknown) {
        if (queue !== null) {
          collected.register(value, { reference, queue });
        }
        return new WeakRef(value);
      },
      deref: (reference: WeakRef<object>) => reference.deref() ?? null,
    },
    teavmDate: { currentTimeMillis: () => Date.now() },
    teavmMath: Math as unknown as WebAssembly.ModuleImports,
    teavmConsole: { putcharStdout() {}, putcharStderr() {} },
    teavmJso: jso,
    'wasm:js-string': {
      fromCharCode: (code: number) => String.fromCharCode(code),
      fromCharCodeArray() {},
      intoCharCodeArray() {},
      concat: (left: string, right: string) => left + right,
      charCodeAt: (text: string, index: number) => text.charCodeAt(index),
      length: (text: string) => text.length,
      substring: (text: string, start: number, end: number) => text.substring(start, end),
    },
  };
}

/**
 * Adds functions that say what is missing, so that a module loads even when it mentions more than
 * it uses.
 */
function withStubs(module: WebAssembly.Module, imports: WebAssembly.Imports): WebAssembly.Imports {
  for (const { module: group, name, kind } of WebAssembly.Module.imports(module)) {
    const functions = (imports[group] ??= {});
    if (kind === 'function' && !(name in functions)) {
      functions[name] = () => {
        throw new Error(`${group}.${name} is not supported here`);
      };
    }
  }
  return imports;
}

/** TeaVM passes JavaScript as text; the one such function in the VM returns its argument. */
function identityOnly(parameter: string, body: string) {
  if (body.trim() !== `return ${parameter};`) {
    throw new Error(`JavaScript in Java is not supported here: ${body}`);
  }
  return (value: unknown) => value;
}

// ---- errors ----

function readableErrors(exports: WebAssembly.Exports): Record<string, unknown> {
  const wrapped: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(exports)) {
    wrapped[name] =
      typeof value === 'function' && !name.includes('.')
        ? readable(value as (...args: number[]) => unknown, exports)
        : value;
  }
  return wrapped;
}

/** A Java exception that gets out is an error of ours; this gives it its message. */
function readable(call: (...args: number[]) => unknown, exports: WebAssembly.Exports) {
  return (...args: number[]) => {
    try {
      const value = call(...args);
      return value instanceof Promise ? value.catch((error) => rethrow(error, exports)) : value;
    } catch (error) {
      return rethrow(error, exports);
    }
  };
}

function rethrow(error: unknown, exports: WebAssembly.Exports): never {
  const tag = exports['teavm.javaException'] as unknown as WebAssembly.Tag;
  if (error instanceof WebAssembly.Exception && error.is(tag)) {
    const messageOf = exports['teavm.exceptionMessage'] as (e: unknown) => unknown;
    const toText = exports['teavm.stringToJs'] as (text: unknown) => string;
    const message = messageOf(error.getArg(tag, 0));
    throw new Error(message === null ? 'internal error' : toText(message));
  }
  throw error;
}
