/** The files of the page and, under `BOARD_ROOT`, those of the connected board, as one tree. */

import type { FileInfo, VmFiles } from '../worker/client.ts';
import { BOARD_ROOT, isOnBoard } from './paths.ts';

export interface JointFiles extends VmFiles {
  /** The board that is there now; null for none. */
  setBoard(files: VmFiles | null): void;
  /** Asks the board for its list again; without that the last one counts. */
  refreshBoard(): Promise<void>;
}

export function createJointFiles(local: VmFiles): JointFiles {
  let board: VmFiles | null = null;
  let known: FileInfo[] = [];

  /** The board, and the path as the board knows it. */
  function onBoard(path: string): { files: VmFiles; path: string } {
    if (!board) throw new Error('No board is connected.');
    return { files: board, path: path.slice(BOARD_ROOT.length) || '/' };
  }

  /** After a change the board is asked for its list, because it may differ from what we think. */
  async function change(path: string, action: (files: VmFiles, path: string) => Promise<void>) {
    if (!isOnBoard(path)) return await action(local, path);
    const place = onBoard(path);
    await action(place.files, place.path);
    await refreshBoard();
  }

  async function refreshBoard(): Promise<void> {
    const asked = board;
    const found = asked ? await asked.list() : [];
    if (asked !== board) return; // It left meanwhile.
    known = found.map((file) => ({ ...file, path: BOARD_ROOT + file.path }));
  }

  return {
    setBoard(files) {
      board = files;
      known = [];
    },
    refreshBoard,
    list: async () => [...(await local.list()), ...known],
    async read(path) {
      if (!isOnBoard(path)) return await local.read(path);
      const place = onBoard(path);
      return await place.files.read(place.path);
    },
    write: (path, data) => change(path, (files, at) => files.write(at, data)),
    rename(from, to) {
      if (isOnBoard(from) !== isOnBoard(to)) {
        return Promise.reject(new Error('A file is copied, not moved, between page and board.'));
      }
      return change(from, (files, at) =>
        files.rename(at, isOnBoard(to) ? to.slice(BOARD_ROOT.length) : to),
      );
    },
    remove: (path) => change(path, (files, at) => files.remove(at)),
    mkdir: (path) => change(path, (files, at) => files.mkdir(at)),
  };
}
