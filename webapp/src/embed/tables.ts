/** Who holds what across the border. */

/**
 * The JavaScript objects that Python holds, by handle. Counts how often each was sent, because
 * Python may give a handle back while it is on its way again.
 */
export class JsTable {
  readonly #objects: unknown[] = [];
  readonly #timesSent: number[] = [];
  readonly #handles = new Map<unknown, number>();
  readonly #free: number[] = [];

  constructor() {
    this.send(globalThis);
  }

  /** The handle of an object that is sent now. */
  send(object: unknown): number {
    let handle = this.#handles.get(object);
    if (handle === undefined) {
      handle = this.#free.pop() ?? this.#objects.length;
      this.#objects[handle] = object;
      this.#timesSent[handle] = 0;
      this.#handles.set(object, handle);
    }
    this.#timesSent[handle]!++;
    return handle;
  }

  get(handle: number): unknown {
    return this.#objects[handle];
  }

  /** Python has dropped what it received so many times. */
  release(handle: number, timesReceived: number): void {
    this.#timesSent[handle]! -= timesReceived;
    if (this.#timesSent[handle] === 0) {
      this.#handles.delete(this.#objects[handle]);
      this.#objects[handle] = undefined;
      this.#free.push(handle);
    }
  }
}

/** The proxies of Python objects that are alive; tells when the last one of a handle is gone. */
export class ProxyTable {
  readonly #proxies = new Map<number, WeakRef<object>>();
  readonly #registry: FinalizationRegistry<number>;

  constructor(release: (handle: number) => void) {
    this.#registry = new FinalizationRegistry((handle) => {
      // A newer proxy of the same object keeps the handle.
      if (this.#proxies.get(handle)?.deref() === undefined) {
        this.#proxies.delete(handle);
        release(handle);
      }
    });
  }

  /** The live proxy of a handle, or a new one. */
  find(handle: number, make: () => object): object {
    const alive = this.#proxies.get(handle)?.deref();
    if (alive !== undefined) {
      return alive;
    }
    const proxy = make();
    this.#proxies.set(handle, new WeakRef(proxy));
    this.#registry.register(proxy, handle);
    return proxy;
  }
}
