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

/** The innermost place of the error that lies in one of the stored files, else its own. */
export function errorPlace(
  error: RunError,
  stored: ReadonlySet<string>,
): { path: string; line: number } {
  const own = { path: normalizePath(error.file), line: error.line };
  if (stored.has(own.path)) return own;
  for (let i = error.traceback.length - 1; i >= 0; i--) {
    const path = normalizePath(error.traceback[i]!.file);
    if (stored.has(path)) return { path, line: error.traceback[i]!.line };
  }
  return own;
}

/** `ValueError: wrong`, or the type alone when there is no message; then the hint. */
export function errorText(error: RunError): string {
  const text = error.message === '' ? error.type : `${error.type}: ${error.message}`;
  return error.hint === undefined ? text : `${text} (${error.hint})`;
}
