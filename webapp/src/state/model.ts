/**
 * The state of the page, as plain data, and the one function that changes it.
 *
 * The text itself is not here: the editor holds it, and `documents.ts` reads it when it saves.
 */

import type { Way } from '../device/port.ts';
import type { FileInfo, RunError, VmState } from '../worker/client.ts';
import type {
  EventName,
  PageEvents,
  SaveState,
  TerminalName,
  ThemeChoice,
  View,
} from './events.ts';
import type { Profile } from '../worker/profile.ts';

export interface AppState {
  vm: { state: VmState; loaded: number; total: number; engine: string; version: string };
  /** The user pressed Run before the runtime was there. */
  runQueued: boolean;
  document: { path: string; save: SaveState };
  files: FileInfo[];
  board: BoardState;
  terminal: TerminalName;
  /** The last run was stopped by the user, and nothing has run since. */
  wasStopped: boolean;
  /** The error that ended the last run, until the text is edited or run again. */
  error: RunError | null;
  preferences: Preferences;
  view: View;
}

/**
 * - `none`: nothing is connected, or the cable was pulled;
 * - `connecting`: looking for the prompt;
 * - `silent`: connected, but there is no prompt of MicroPython;
 * - `ready`: at the prompt, or running a program that was started there;
 * - `working`: files or firmware are on their way, see `step`;
 * - `running`: runs the program that the page gave it.
 */
export type BoardStatus = 'none' | 'connecting' | 'silent' | 'ready' | 'working' | 'running';

export interface BoardState {
  status: BoardStatus;
  way: Way;
  /** The port: `CP2102 adapter`. */
  name: string;
  /** What answers at the prompt: `MicroPython 1.27.0`. */
  python: string;
  machine: string;
  /** Version of the compiled files that it loads; 0 when it does not say. */
  mpyVersion: number;
  /** What is being done while it works, and how far it is, from 0 to 1. */
  step: string;
  part: number;
  /** Bytes of the whole step; 0 when that is not known. */
  total: number;
}

const noBoard: BoardState = {
  status: 'none',
  way: 'cable',
  name: '',
  python: '',
  machine: '',
  mpyVersion: 0,
  step: '',
  part: 0,
  total: 0,
};

/** What the page remembers from visit to visit. */
export interface Preferences {
  theme: ThemeChoice;
  /** The editor's share of the room it divides with the terminal. */
  split: number;
  /** The terminal lies below the editor, not beside it. */
  stacked: boolean;
  filesShown: boolean;
  screenReader: boolean;
  /** Which Python the VM is. */
  profile: Profile;
  /** Programs go to a board as compiled files. */
  compiles: boolean;
}

export const defaultPreferences: Preferences = {
  theme: 'system',
  split: 0.5,
  stacked: false,
  filesShown: true,
  screenReader: false,
  profile: 'micropython',
  compiles: false,
};

export function initialState(path: string, preferences: Preferences): AppState {
  return {
    vm: { state: 'loading', loaded: 0, total: 0, engine: '', version: '' },
    runQueued: false,
    document: { path, save: 'saved' },
    files: [],
    board: noBoard,
    terminal: 'page',
    wasStopped: false,
    error: null,
    preferences,
    view: 'editor',
  };
}

/** The event as a value: its name and its detail. */
export type PageEvent = { [N in EventName]: { name: N; detail: PageEvents[N] } }[EventName];

/** The state after an event; the same object when nothing changed. */
export function reduce(state: AppState, event: PageEvent): AppState {
  switch (event.name) {
    case 'vm-state-changed':
      return {
        ...state,
        vm: { ...state.vm, state: event.detail.state },
        wasStopped: state.wasStopped && event.detail.state === 'ready',
      };
    case 'vm-progressed':
      return { ...state, vm: { ...state.vm, ...event.detail } };
    case 'vm-became-ready': {
      const { engine, version } = event.detail;
      return { ...state, vm: { ...state.vm, engine, version } };
    }
    case 'run-queued':
      return { ...state, runQueued: event.detail.queued };
    case 'run-started':
      return { ...state, error: null, runQueued: false, wasStopped: false, terminal: 'page' };
    case 'board-run-started':
      return { ...state, error: null, wasStopped: false, terminal: 'board' };
    case 'run-ended':
      return {
        ...state,
        error: event.detail.result.interrupted ? null : (event.detail.result.error ?? null),
        wasStopped: event.detail.result.interrupted,
      };
    case 'document-edited':
      return { ...state, error: null, document: { ...state.document, save: 'changed' } };
    case 'document-shown':
      return { ...state, document: { path: event.detail.path, save: 'saved' } };
    case 'document-saving':
      return { ...state, document: { ...state.document, save: event.detail.save } };
    case 'files-listed':
      return { ...state, files: event.detail.files };
    case 'board-changed':
      return withBoard(state, event.detail);
    case 'terminal-chosen':
      return { ...state, terminal: event.detail.terminal };
    case 'view-chosen':
      return { ...state, view: event.detail.view };
    case 'theme-chosen':
      return withPreferences(state, { theme: event.detail.theme });
    case 'split-moved':
      return withPreferences(state, { split: clampShare(event.detail.share) });
    case 'stacked-chosen':
      return withPreferences(state, { stacked: event.detail.stacked });
    case 'files-shown':
      return withPreferences(state, { filesShown: event.detail.shown });
    case 'reader-chosen':
      return withPreferences(state, { screenReader: event.detail.on });
    case 'compiles-chosen':
      return withPreferences(state, { compiles: event.detail.on });
    case 'profile-chosen':
      return withPreferences(state, { profile: event.detail.profile });
    default:
      return state;
  }
}

/** Whether Stop has something to stop. */
export function isBusy(state: AppState): boolean {
  return state.vm.state === 'running' || state.vm.state === 'waiting-input';
}

/** Whether the runtime has started and waits at its prompt. */
export function isIdle(state: AppState): boolean {
  return state.vm.state === 'ready' || state.vm.state === 'stopped';
}

/** The state as it is shown: a stopped run stays visible until something else runs. */
export function shownState(state: AppState): VmState {
  if (state.board.status === 'running' && isIdle(state)) return 'running';
  return state.vm.state === 'ready' && state.wasStopped ? 'stopped' : state.vm.state;
}

/** What the state chip says; also what a screen reader hears when it changes. */
export function stateLabel(state: AppState): string {
  if (state.board.status === 'running' && !isBusy(state)) return 'Running on the board';
  switch (shownState(state)) {
    case 'loading':
      return state.runQueued ? 'Loading, then run' : 'Loading';
    case 'ready':
      return 'Ready';
    case 'running':
      return 'Running';
    case 'waiting-input':
      return 'Waiting for input';
    case 'stopped':
      return 'Stopped';
    case 'failed':
      return 'Not available';
  }
}

/** Both panes keep at least a fifth of the room. */
export function clampShare(share: number): number {
  return Math.min(0.8, Math.max(0.2, Number.isFinite(share) ? share : 0.5));
}

/** Without a board there is nothing to show of one, and its terminal is not in front. */
function withBoard(state: AppState, change: Partial<BoardState>): AppState {
  if (change.status === 'none') return { ...state, board: noBoard, terminal: 'page' };
  return { ...state, board: { ...state.board, ...change } };
}

/** Whether a line to a board is open. */
export function hasBoard(state: AppState): boolean {
  return state.board.status !== 'none';
}

/** Whether the files of a board can be reached; not while its boot loader is at work. */
export function isUsable({ board }: AppState): boolean {
  return board.status === 'ready' || (board.status === 'working' && board.python !== '');
}

function withPreferences(state: AppState, change: Partial<Preferences>): AppState {
  return { ...state, preferences: { ...state.preferences, ...change } };
}
