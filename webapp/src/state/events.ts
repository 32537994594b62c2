/**
 * Every named event of the page, in one list. Modules know these names and not each other.
 *
 * A name that ends in `-asked` is a wish of the user; the others are facts. `model.ts` folds the
 * facts into the state; `session.ts` and `documents.ts` carry out the wishes.
 */

import type { Way } from '../device/port.ts';
import type { BoardState } from './model.ts';
import type { FileInfo, RunResult, VmReady, VmState } from '../worker/client.ts';
import type { Profile } from '../worker/profile.ts';

export type View = 'editor' | 'terminal' | 'files';
export type ThemeChoice = 'system' | 'light' | 'dark';
/** Whose terminal is in front: that of Python in the page, or of the board. */
export type TerminalName = 'page' | 'board';
export type SaveState = 'saved' | 'changed' | 'saving' | 'failed';

/** A message that goes away by itself; `undo` adds a button. */
export interface Notice {
  text: string;
  kind: 'info' | 'error';
  action?: { label: string; run(): void };
}

export interface PageEvents {
  'run-asked': void;
  'stop-asked': void;
  'restart-asked': void;
  'save-asked': void;
  'clear-terminal-asked': void;
  'examples-asked': void;
  'shortcuts-asked': void;
  'open-asked': { path: string; line?: number };
  'focus-asked': { view: View };
  'pane-step-asked': { step: 1 | -1 };

  'vm-state-changed': { state: VmState };
  'vm-progressed': { loaded: number; total: number };
  'vm-became-ready': VmReady;
  'run-queued': { queued: boolean };
  'run-started': { path: string };
  'run-ended': { path: string; result: RunResult };
  'terminal-typed': { bytes: Uint8Array };

  /** Without a choice a board on a cable that the user allowed earlier is taken. */
  'board-connect-asked': { way: Way; wantsChoice?: boolean };
  'board-disconnect-asked': void;
  'board-run-asked': void;
  'board-run-started': void;
  'board-reset-asked': { hard: boolean };
  'board-files-asked': void;
  'board-prompt-asked': void;
  'flash-asked': void;
  'board-changed': Partial<BoardState>;
  'board-typed': { bytes: Uint8Array };
  'terminal-chosen': { terminal: TerminalName };

  'document-edited': void;
  'document-shown': { path: string };
  'document-saving': { save: SaveState };
  'files-listed': { files: FileInfo[] };
  'files-touched': { paths: string[] };

  'view-chosen': { view: View };
  'theme-chosen': { theme: ThemeChoice };
  'split-moved': { share: number };
  'stacked-chosen': { stacked: boolean };
  'files-shown': { shown: boolean };
  'reader-chosen': { on: boolean };
  'profile-chosen': { profile: Profile };
  'compiles-chosen': { on: boolean };
  'notice-given': Notice;
  /** What the message with that text says is over. */
  'notice-over': { text: string };
}

export type EventName = keyof PageEvents;
