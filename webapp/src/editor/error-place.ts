/** Where an error belongs in the open file, and how it is said. DOM-free. */

import { normalizePath } from '../state/paths.ts';
import type { RunError } from '../worker/client.ts';

/**
 * The line to mark in `path`: that of the error itself, else the innermost call of the traceback
 * that stands in this file; null when the file has no part in it.
 */
export function errorLineIn(error: RunError, path: string): number | null {
  if (normalizePath(error.file) === path) return error.line;
  for (let i = error.traceback.length - 1; i >= 0; i--) {
    const entry = error.traceback[i]!;
    if (normalizePath(entry.file) === path) return entry.line;
  }
  return null;
}

/** `ValueError: wrong`, or the type alone when there is no message. */
export function errorText(error: RunError): string {
  return error.message === '' ? error.type : `${error.type}: ${error.message}`;
}
