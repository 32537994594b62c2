/** `localStorage`, or memory where the browser forbids it: the page works, and forgets. */

import type { TextStorage } from './drafts.ts';

export function browserStorage(): TextStorage {
  try {
    const probe = 'pykopi.probe';
    localStorage.setItem(probe, '1');
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return isReadable() ? localStorage : memoryStorage();
  }
}

/** A full storage still gives back what it has. */
function isReadable(): boolean {
  try {
    localStorage.getItem('pykopi.open');
    return true;
  } catch {
    return false;
  }
}

export function memoryStorage(): TextStorage {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}
