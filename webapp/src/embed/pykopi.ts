/**
 * `loadPykopi(options)`: Python in any page or in node, with the options and the object of
 * `loadMicroPython` from MicroPython's webassembly port, so that a page can swap one import for the
 * other.
 */
import { loadEngine } from '../worker/engine.ts';
import { warmUp } from '../worker/warm-up.ts';
import { type Image, loadImage, useImage } from '../worker/image.ts';
import { type Profile, profileNumber } from '../worker/profile.ts';
import { Border, type CallVm } from './border.ts';
import { dedent } from './dedent.ts';
import { EmbedServices } from './embed-services.ts';
import { createFileSystem } from './file-system.ts';
import type { Deliver } from './lines.ts';
import { PyProxy, PyProxyThenable, PythonError } from './proxies.ts';
import { MessageWriter } from '../wasm/wire.ts';

export { PyProxy, PythonError };

export interface PykopiOptions {
  /** The next byte of input, null at its end. */
  stdin?: () => number | null | undefined;
  stdout?: Deliver;
  stderr?: Deliver;
  /**
   * Whether stdout and stderr get text line by line (the default) or single bytes in a Uint8Array.
   */
  linebuffer?: boolean;
  /** Accepted for MicroPython's sake; memory grows as needed. */
  heapsize?: number;
  pystack?: number;
  /** Where `pykopi.wasm` is, when it is not beside this file. */
  url?: string;
  /** Which Python to be; MicroPython when left out. */
  profile?: Profile;
  /** Frozen modules: the bytes of an image that `pykopi freeze` made, or its address. */
  image?: Image;
  /** Use the JavaScript build even where WebAssembly would run. */
  forceJavaScript?: boolean;
}

/** Numbers of `Session.execute` in Java. */
const FILE = 0;
const FILE_WITH_AWAIT = 1;

/** Loads the VM and returns one Python with globals, modules and files of its own. */
export async function loadPykopi(options: PykopiOptions = {}) {
  const profile = profileNumber(options.profile);
  const image = options.image === undefined ? null : await loadImage(options.image);
  const services = new EmbedServices({ ...options, linebuffer: options.linebuffer ?? true });
  const wasm =
    options.url === undefined
      ? new URL('pykopi.wasm', import.meta.url)
      : new URL(options.url, globalThis.document?.baseURI ?? import.meta.url);
  const engine = await loadEngine(
    {
      wasm: wasm.href,
      javaScript: new URL('pykopi.js', wasm).href,
      forceJavaScript: options.forceJavaScript ?? false,
      suspends: false,
    },
    services,
  );
  const callVm: CallVm = (operation, handle, message) => {
    engine.call('proxy', [operation, handle], [message]);
    return engine.result();
  };
  const border = new Border(callVm);
  services.onScript = (message) => border.handle(message);
  engine.call('create', [EMBEDDED, profile]);
  if (image !== null) {
    useImage(engine, image);
  }

  /** The answer of the latest call as a value; throws the PythonError it may be. */
  const answer = () => border.read(border.open(engine.result()));

  const pyimport = (name: string): unknown => {
    engine.call('importModule', [], [name]);
    return answer();
  };

  border.onTopLevelWait = (resolve, reject) => {
    const core = pyimport('asyncio.core') as {
      _await_in_page(resolve: unknown, reject: unknown): void;
    };
    core._await_in_page(resolve, reject);
  };

  const run = (code: string, kind: number): unknown => {
    engine.call('execute', [kind], [dedent(code)]);
    return answer();
  };

  const globals = {
    __dict__: (pyimport('__main__') as Record<string, unknown>)['__dict__'] as Record<
      string,
      unknown
    >,
    get(key: string): unknown {
      return this.__dict__[key];
    },
    set(key: string, value: unknown): void {
      this.__dict__[key] = value;
    },
    has(key: string): boolean {
      return key in this.__dict__;
    },
    delete(key: string): void {
      delete this.__dict__[key];
    },
  };

  warmUp(engine);
  return {
    PyProxy,
    FS: createFileSystem(engine),
    globals,
    pyimport,

    /** Makes `module` importable from Python under `name`. */
    registerJsModule(name: string, module: unknown): void {
      engine.call('registerModule', [], [name, border.write(new MessageWriter(), module).finish()]);
    },

    /** Runs a program text; returns null, as its globals are in `globals`. */
    runPython: (code: string): unknown => run(code, FILE),

    /** Runs a program text that may have `await` at its top level. */
    async runPythonAsync(code: string): Promise<unknown> {
      const value = run(code, FILE_WITH_AWAIT);
      return value instanceof PyProxyThenable ? await value : value;
    },

    replInit(): void {
      engine.exports.start();
    },

    /** Gives the REPL one character; not 0 when the REPL has ended. */
    replProcessChar(character: number): number {
      return engine.exports.feed(character);
    },

    async replProcessCharWithAsyncify(character: number): Promise<number> {
      return engine.exports.feed(character);
    },
  };
}

/** The mode of `Session` for a page that embeds it. */
const EMBEDDED = 0;
