/**
 * The one place where state lives. `emit` folds an event into the state, then tells the listeners
 * of that name, then the watchers of the state. An event emitted by a listener waits its turn, so
 * everybody sees the events in the same order.
 */

import type { EventName, PageEvents } from './events.ts';
import { reduce, type AppState, type PageEvent } from './model.ts';

export interface Store {
  readonly state: AppState;
  emit<N extends EventName>(
    name: N,
    ...detail: PageEvents[N] extends void ? [] : [PageEvents[N]]
  ): void;
  /** Calls back on each event of that name; the result ends it. */
  on<N extends EventName>(name: N, listener: (detail: PageEvents[N]) => void): () => void;
  /** Calls back with the picked part of the state, now and whenever it is another value. */
  watch<T>(pick: (state: AppState) => T, listener: (value: T) => void): () => void;
}

export function createStore(initial: AppState): Store {
  let state = initial;
  const listeners = new Map<EventName, Set<(detail: never) => void>>();
  const watchers = new Set<() => void>();
  const waiting: PageEvent[] = [];
  let draining = false;

  function deliver(event: PageEvent): void {
    state = reduce(state, event);
    for (const listener of [...(listeners.get(event.name) ?? [])]) listener(event.detail as never);
    for (const watcher of [...watchers]) watcher();
  }

  function drain(): void {
    if (draining) return;
    draining = true;
    try {
      for (let event = waiting.shift(); event; event = waiting.shift()) deliver(event);
    } finally {
      draining = false;
    }
  }

  return {
    get state() {
      return state;
    },
    emit(name, ...detail) {
      waiting.push({ name, detail: detail[0] } as PageEvent);
      drain();
    },
    on(name, listener) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set);
      set.add(listener);
      return () => set.delete(listener);
    },
    watch(pick, listener) {
      let seen = pick(state);
      listener(seen);
      const watcher = () => {
        const value = pick(state);
        if (Object.is(value, seen)) return;
        seen = value;
        listener(value);
      };
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
