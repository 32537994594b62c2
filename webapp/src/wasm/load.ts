/**
 * Loads a module that TeaVM compiled to WebAssembly GC: the VM, or the code that talks to boards.
 *
 * Takes the place of TeaVM's own loader, which builds functions from text and so breaks a content
 * security policy without `unsafe-eval`. Our modules use no JavaScript objects from Java: numbers
 * cross, and bytes go through the exchange, a region of linear memory. So little of that loader is
 * needed.
 */
/** Size of the region of bytes that both sides see. */
export const EXCHANGE_SIZE = 1 << 16;

const PAGE = 1 << 16;

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

/** A function that Java imports or exports. */
export type NumberFunction = (...args: number[]) => unknown;

export interface LoadOptions {
  /** The functions that Java imports; they see the exchange that they are given. */
  imports(exchange: () => Uint8Array): Record<string, NumberFunction>;
  /** Those of them that may return promises; the Java stack is put aside until they settle. */
  waitingImports: readonly string[];
  /** Exported functions under which imports may wait; these return promises. */
  waitingExports: readonly string[];
  /** False when nothing ever waits, so that the exports stay ordinary functions. */
  suspends: boolean;
  onProgress?(loaded: number, total: number): void;
}

export interface LoadedModule {
  exports: Record<string, NumberFunction>;
  waiting: Record<string, NumberFunction>;
}

export async function loadWebAssembly(url: string, options: LoadOptions): Promise<LoadedModule> {
  const module = await compile(await read(url), options.onProgress ?? (() => {}));
  const { memory, exchangeAddress, imports } = memoryImports(module);
  const exchange = () => new Uint8Array(memory.buffer, exchangeAddress, EXCHANGE_SIZE);
  const onCollected = (queue: unknown, reference: unknown) => {
    const report = instance.exports['teavm.reportGarbageCollectedValue'];
    (report as ((queue: unknown, reference: unknown) => void) | undefined)?.(queue, reference);
  };
  const instance: WebAssembly.Instance = await WebAssembly.instantiate(
    module,
    withStubs(module, {
      ...imports,
      ...runtimeImports(module, onCollected),
      pykopi: { exchangeAddress: () => exchangeAddress, ...ownImports(options, exchange) },
    }),
  );
  const exports = readableErrors(instance.exports) as Record<string, NumberFunction>;
  const waiting: Record<string, NumberFunction> = {};
  for (const name of options.waitingExports) {
    const plain = instance.exports[name] as NumberFunction;
    waiting[name] = options.suspends
      ? readable(integration.promising(plain), instance.exports)
      : exports[name]!;
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

const WASM = 'application/wasm';

/**
 * Compiles while loading. The browser keeps the machine code of the responses that come straight
 * from the network, so that the next visit starts with the quick code of this one; hence the
 * progress is read from a copy.
 */
async function compile(
  response: Response,
  onProgress: (loaded: number, total: number) => void,
): Promise<WebAssembly.Module> {
  // If loading fails the compiler says so.
  reportProgress(response.clone(), onProgress).catch(() => {});
  const compileStreaming = WebAssembly.compileStreaming as (
    source: Response,
    options: { builtins: string[] },
  ) => Promise<WebAssembly.Module>;
  return await compileStreaming(withRightType(response), { builtins: ['js-string'] });
}

async function reportProgress(
  response: Response,
  onProgress: (loaded: number, total: number) => void,
): Promise<void> {
  const total = Number(response.headers.get('Content-Length') ?? 0);
  const reader = response.body!.getReader();
  let loaded = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    loaded += part.value.length;
    onProgress(loaded, Math.max(loaded, total));
  }
}

/** Browsers compile only what is called WebAssembly; some hosts do not know the name. */
function withRightType(response: Response): Response {
  return response.headers.get('Content-Type') === WASM
    ? response
    : new Response(response.body, { headers: { 'Content-Type': WASM } });
}

// ---- imports ----

function ownImports(
  options: LoadOptions,
  exchange: () => Uint8Array,
): Record<string, WebAssembly.ImportValue> {
  const imports = options.imports(exchange) as Record<string, WebAssembly.ImportValue>;
  if (options.suspends) {
    for (const name of options.waitingImports) {
      imports[name] = new integration.Suspending(imports[name] as NumberFunction);
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

/** TeaVM passes JavaScript as text; the one such function that is reached returns its argument. */
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
