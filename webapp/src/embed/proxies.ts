/** How Python objects look in JavaScript. */
import { type Border, handleOf, Operation } from './border.ts';
import { MessageWriter } from '../wasm/wire.ts';

/**
 * An exception that Python raised: `type` is the name of its class, the message has the traceback.
 */
export class PythonError extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.name = 'PythonError';
    this.type = type;
  }
}

const borders = new WeakMap<object, Border>();

/**
 * A Python object that is neither a function nor a coroutine; its attributes, or keys of a dict,
 * are properties.
 */
export class PyProxy {
  readonly _ref: number;

  constructor(border: Border, handle: number) {
    this._ref = handle;
    borders.set(this, border);
  }

  /**
   * Lists, tuples, dicts and buffers as plain JavaScript data, to any depth; other values as they
   * are.
   */
  static toJs(value: unknown): unknown {
    const border = borders.get(rawTarget(value) as object);
    const handle = border && handleOf(border, value);
    if (border === undefined || handle === undefined) {
      return value;
    }
    const content = border.operate(Operation.content, handle);
    switch (content.byte()) {
      case 1:
        return Array.from({ length: content.int() }, () => border.read(content)).map(PyProxy.toJs);
      case 2: {
        const pairs = Array.from({ length: content.int() }, () => [
          border.read(content),
          border.read(content),
        ]);
        return Object.fromEntries(pairs.map(([key, item]) => [key, PyProxy.toJs(item)]));
      }
      case 3:
        return content.bytes();
      default:
        return value;
    }
  }
}

const rawTargets = new WeakMap<object, PyProxy>();

/** The PyProxy inside a Proxy made with `pyProxyHandler`. */
function rawTarget(value: unknown): unknown {
  return rawTargets.get(value as object);
}

export function makePyProxy(border: Border, handle: number): object {
  const target = new PyProxy(border, handle);
  const proxy = new Proxy(target, pyProxyHandler);
  rawTargets.set(proxy, target);
  return proxy;
}

function operate(target: PyProxy, operation: number, message?: MessageWriter) {
  return borders.get(target)!.operate(operation, target._ref, message);
}

const pyProxyHandler: ProxyHandler<PyProxy> = {
  isExtensible: () => true,

  ownKeys(target) {
    const names = operate(target, Operation.names);
    const border = borders.get(target)!;
    return Array.from({ length: names.int() }, () => String(border.read(names))).filter(
      (name) => !name.startsWith('__'),
    );
  },

  getOwnPropertyDescriptor(target, property) {
    return {
      value: target[property as keyof PyProxy],
      enumerable: true,
      writable: true,
      configurable: true,
    };
  },

  has(target, property) {
    // Of all symbols only the iterator's means something; others are asked for by libraries.
    if (typeof property !== 'string') {
      return property === Symbol.iterator;
    }
    return operate(target, Operation.has, new MessageWriter().text(property)).byte() === 1;
  },

  get(target, property) {
    if (property === '_ref') {
      return target._ref;
    }
    if (property === Symbol.iterator) {
      return iteratorOf(target);
    }
    if (typeof property !== 'string' || property === 'then') {
      return undefined;
    }
    const answer = operate(target, Operation.get, new MessageWriter().text(property));
    return borders.get(target)!.read(answer);
  },

  set(target, property, value) {
    const message = new MessageWriter().text(String(property));
    return quietly(target, Operation.set, borders.get(target)!.write(message, value));
  },

  deleteProperty(target, property) {
    return quietly(target, Operation.delete, new MessageWriter().text(String(property)));
  },
};

/**
 * Whether Python did it; false where it raised an exception, which JavaScript turns into a
 * TypeError.
 */
function quietly(target: PyProxy, operation: number, message: MessageWriter): boolean {
  try {
    return operate(target, operation, message).byte() === 1;
  } catch (error) {
    if (error instanceof PythonError) {
      return false;
    }
    throw error;
  }
}

/** A generator function over the items of a Python object. */
function iteratorOf(target: PyProxy): () => Generator<unknown> {
  const border = borders.get(target)!;
  // Held here, so it lives as long as the loop.
  const iterator = border.read(operate(target, Operation.iterate));
  return function* () {
    for (;;) {
      const answer = border.operate(Operation.next, handleOf(border, iterator)!);
      if (answer.byte() === 0) {
        return;
      }
      yield border.read(answer);
    }
  };
}

/** A coroutine; awaiting it runs it. */
export class PyProxyThenable {
  readonly _ref: number;
  readonly #border: Border;

  constructor(border: Border, handle: number) {
    this.#border = border;
    this._ref = handle;
  }

  then(resolve: (value: unknown) => void, reject: (reason: unknown) => void): void {
    const step = (sent: unknown, thrown: unknown): void => {
      try {
        const message = new MessageWriter();
        this.#border.write(this.#border.write(message, sent), thrown);
        const answer = this.#border.operate(Operation.resume, this._ref, message);
        const isReturned = answer.byte() === 0;
        const value = this.#border.read(answer);
        if (isReturned) {
          resolve(value);
        } else {
          this.#border.promiseOf(value).then(
            (result) => step(result, null),
            (reason) => step(null, reason),
          );
        }
      } catch (error) {
        reject(error);
      }
    };
    step(undefined, null);
  }
}
