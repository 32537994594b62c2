/** Programs become compiled files (`.mpy`) on their way to a board, when the user wants that. */

import { baseName, isOnBoard } from '../state/paths.ts';
import type { Store } from '../state/store.ts';

export interface FileForBoard {
  path: string;
  data: Uint8Array;
}

export interface CompilingOptions {
  store: Store;
  /** Compiles a program text of that name; rejects with where it is wrong. */
  compile(name: string, source: string): Promise<Uint8Array>;
}

/** The version of compiled files that our compiler makes. */
export const MPY_VERSION = 6;

/** What is stored for a file that goes to a path: the same, or a compiled file beside it. */
export function createCompiling({ store, compile }: CompilingOptions) {
  return async (path: string, data: Uint8Array): Promise<FileForBoard> => {
    if (!store.state.preferences.compiles || !isOnBoard(path) || !isModule(path)) {
      return { path, data };
    }
    const version = store.state.board.mpyVersion;
    if (version !== MPY_VERSION) {
      const takes = version === 0 ? 'no compiled files' : `compiled files of version ${version}`;
      throw new Error(
        `the board takes ${takes}, Pykopi makes version ${MPY_VERSION}. Copy it without compiling`,
      );
    }
    const compiled = await compile(baseName(path), new TextDecoder().decode(data));
    return { path: path.replace(/\.py$/, '.mpy'), data: compiled };
  };
}

/** A board starts these two by their names, and only as text. */
function isModule(path: string): boolean {
  return path.endsWith('.py') && !['main.py', 'boot.py'].includes(baseName(path));
}
