/** Operations of Python on JavaScript objects; the numbers of `JsObjects` in Java. */
import type { Border } from './border.ts';
import { PyProxy, PythonError } from './proxies.ts';
import type { MessageReader, MessageWriter } from '../wasm/wire.ts';

type Properties = Record<PropertyKey, unknown>;
type Callable = (...args: unknown[]) => unknown;

const ABSENT = 0;
const VALUE = 1;
const FUNCTION = 2;

export function scriptOperation(
  border: Border,
  message: MessageReader,
  reply: MessageWriter,
): void {
  const operation = message.byte();
  const handle = message.int();
  const operands = Array.from({ length: message.int() }, () => border.read(message));
  const perform = OPERATIONS[operation];
  if (perform === undefined) {
    throw new Error(`unknown operation ${operation}`);
  }
  perform(border, border.jsObjects.get(handle), operands, reply, handle);
}

type Perform = (
  border: Border,
  target: unknown,
  operands: unknown[],
  reply: MessageWriter,
  handle: number,
) => void;

const OPERATIONS: Perform[] = [
  function get(border, target, [name], reply) {
    const key = name as string;
    const value = (target as Properties)[key];
    if (value === undefined && !(key in (target as object))) {
      reply.byte(ABSENT);
      return;
    }
    reply.byte(typeof value === 'function' && !('_ref' in value) ? FUNCTION : VALUE);
    border.write(reply, value);
  },

  function set(_border, target, [name, value]) {
    (target as Properties)[name as string] = value;
  },

  function call(border, target, [self, keywords, ...rest], reply) {
    const count = 2 * (keywords as number);
    const options: Properties = {};
    for (let i = 0; i < count; i += 2) {
      options[rest[i] as string] = rest[i + 1];
    }
    const args = rest.slice(count);
    const all = count === 0 ? args : [...args, options];
    border.write(reply, (target as Callable).apply(self, all));
  },

  function construct(border, target, args, reply) {
    border.write(reply, Reflect.construct(target as Callable, args));
  },

  function iterate(border, target, _operands, reply) {
    border.write(reply, (target as Iterable<unknown>)[Symbol.iterator]());
  },

  function next(border, target, _operands, reply) {
    const { done, value } = (target as Iterator<unknown>).next();
    reply.byte(done ? 0 : 1);
    if (!done) {
      border.write(reply, value);
    }
  },

  function getItem(border, target, [index], reply) {
    border.write(reply, (target as Properties)[pythonIndex(target, index)]);
  },

  function setItem(_border, target, [index, value]) {
    (target as Properties)[index as PropertyKey] = value;
  },

  function release(border, _target, [timesReceived], _reply, handle) {
    border.jsObjects.release(handle, timesReceived as number);
  },

  function wrap(border, _target, [value], reply) {
    // Values that are copied stay values.
    if (typeof value === 'object' || typeof value === 'function') {
      border.writeJsObject(reply, value);
    } else {
      border.write(reply, value);
    }
  },

  function convert(border, _target, [value], reply) {
    border.write(reply, PyProxy.toJs(value));
  },
];

/** Negative numbers count from the end, as in Python. */
function pythonIndex(target: unknown, index: unknown): PropertyKey {
  if (typeof index !== 'number') {
    return index as PropertyKey;
  }
  const { length } = target as ArrayLike<unknown>;
  const place = index < 0 ? index + length : index;
  if (place < 0 || place >= length) {
    throw new PythonError('IndexError', 'index out of range');
  }
  return place;
}
