/**
 * Values and objects across the border between JavaScript and Python, after MicroPython's
 * webassembly port.
 *
 * Numbers, text, booleans and None are copied. Everything else stays where it is: a Python object
 * becomes a `PyProxy`, a function or a thenable here, a JavaScript object becomes a `JsProxy`
 * there. The message forms are described in `org.pykopi.web.proxy` (Values, PyObjects, JsObjects).
 */
import { JsTable, ProxyTable } from './tables.ts';
import { makePyProxy, PyProxyThenable, PythonError } from './proxies.ts';
import { scriptOperation } from './script-operations.ts';
import { MessageReader, MessageWriter } from '../wasm/wire.ts';

const Tag = {
  undefined: 0,
  null: 1,
  false: 2,
  true: 3,
  int: 4,
  double: 5,
  text: 6,
  bigInt: 7,
  wholeDouble: 8,
  jsObject: 9,
  pyObject: 10,
  pyCallable: 11,
  pyGenerator: 12,
} as const;

/** Operations on Python objects; the numbers of `PyObjects` in Java. */
export const Operation = {
  release: 0,
  call: 1,
  get: 2,
  set: 3,
  delete: 4,
  has: 5,
  names: 6,
  iterate: 7,
  next: 8,
  content: 9,
  resume: 10,
} as const;

/** How the VM is called: operation and handle, message in, message out. */
export type CallVm = (operation: number, handle: number, message: Uint8Array) => Uint8Array;

const handles = new WeakMap<object, { border: Border; handle: number }>();

/** The handle of a proxy of this border, or undefined. */
export function handleOf(border: Border, value: unknown): number | undefined {
  const known = handles.get(value as object);
  return known?.border === border ? known.handle : undefined;
}

export class Border {
  readonly jsObjects = new JsTable();
  readonly #callVm: CallVm;
  readonly #proxies: ProxyTable;

  constructor(callVm: CallVm) {
    this.#callVm = callVm;
    this.#proxies = new ProxyTable((handle) => callVm(Operation.release, handle, new Uint8Array()));
  }

  // ---- values ----

  write(out: MessageWriter, value: unknown): MessageWriter {
    switch (typeof value) {
      case 'undefined':
        return out.byte(Tag.undefined);
      case 'boolean':
        return out.byte(value ? Tag.true : Tag.false);
      case 'number':
        return this.#writeNumber(out, value);
      case 'bigint':
        return out.byte(Tag.bigInt).text(String(value));
      case 'string':
        return out.byte(Tag.text).text(value);
      default:
        return this.#writeObject(out, value);
    }
  }

  #writeObject(out: MessageWriter, value: unknown): MessageWriter {
    if (value === null) {
      return out.byte(Tag.null);
    }
    const handle = handleOf(this, value);
    return handle === undefined
      ? this.writeJsObject(out, value)
      : out.byte(Tag.pyObject).int(handle);
  }

  #writeNumber(out: MessageWriter, value: number): MessageWriter {
    if (value === (value | 0)) {
      return out.byte(Tag.int).int(value);
    }
    return out.byte(Number.isInteger(value) ? Tag.wholeDouble : Tag.double).double(value);
  }

  writeJsObject(out: MessageWriter, value: unknown): MessageWriter {
    return out.byte(Tag.jsObject).int(this.jsObjects.send(value));
  }

  read(message: MessageReader): unknown {
    switch (message.byte()) {
      case Tag.null:
        return null;
      case Tag.false:
        return false;
      case Tag.true:
        return true;
      case Tag.int:
        return message.int();
      case Tag.double:
      case Tag.wholeDouble:
        return message.double();
      case Tag.text:
        return message.text();
      case Tag.bigInt:
        return fromBigInt(BigInt(message.text()));
      case Tag.jsObject:
        return this.jsObjects.get(message.int());
      case Tag.pyObject:
        return this.#proxyOf(message.int(), (handle) => makePyProxy(this, handle));
      case Tag.pyCallable:
        return this.#proxyOf(message.int(), (handle) => this.#makeFunction(handle));
      case Tag.pyGenerator:
        return this.#proxyOf(message.int(), (handle) => new PyProxyThenable(this, handle));
      default:
        return undefined;
    }
  }

  #proxyOf(handle: number, make: (handle: number) => object): object {
    return this.#proxies.find(handle, () => {
      const proxy = make(handle);
      handles.set(proxy, { border: this, handle });
      return proxy;
    });
  }

  #makeFunction(handle: number): object {
    const call = (...args: unknown[]) => this.callPython(handle, args);
    return Object.assign(call, { _ref: handle });
  }

  // ---- JavaScript calls Python ----

  /** An operation on a Python object; throws the PythonError that it raised. */
  operate(operation: number, handle: number, message = new MessageWriter()): MessageReader {
    return this.open(this.#callVm(operation, handle, message.finish()));
  }

  /** Looks at the first byte of an answer: 0 for a result, 1 for an exception. */
  open(answer: Uint8Array): MessageReader {
    const reader = new MessageReader(answer);
    if (reader.byte() === 1) {
      throw new PythonError(reader.text(), reader.text());
    }
    return reader;
  }

  /**
   * Calls a Python function. A coroutine starts at once, as an async function of JavaScript does.
   */
  callPython(handle: number, args: unknown[]): unknown {
    let count = args.length;
    while (count > 0 && args[count - 1] === undefined) {
      count--;
    }
    const message = new MessageWriter().int(count);
    for (const arg of args.slice(0, count)) {
      this.write(message, arg);
    }
    const result = this.read(this.operate(Operation.call, handle, message));
    return result instanceof PyProxyThenable ? Promise.resolve(result) : result;
  }

  /**
   * What a coroutine that gave `value` waits for: a promise, or with null a primitive of asyncio.
   */
  promiseOf(value: unknown): Promise<unknown> {
    return value === null ? new Promise(this.onTopLevelWait) : Promise.resolve(value);
  }

  /** Gets the functions that settle the promise of a coroutine that waits for asyncio. */
  onTopLevelWait: (resolve: (value: unknown) => void, reject: (reason: unknown) => void) => void = (
    resolve,
  ) => resolve(undefined);

  // ---- Python calls JavaScript ----

  /** Does what the message asks for and returns the reply. */
  handle(message: Uint8Array): Uint8Array {
    const reply = new MessageWriter().byte(0);
    try {
      scriptOperation(this, new MessageReader(message), reply);
      return reply.finish();
    } catch (error) {
      const { name, message: text } = (error ?? {}) as Partial<Error>;
      const failure = new MessageWriter().byte(1);
      this.write(this.write(this.write(failure, error), name), text);
      return failure.finish();
    }
  }
}

function fromBigInt(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}
