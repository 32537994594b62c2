/** The messages between the page and the worker. */
import type { FileInfo, RunResult, VmReady, VmState } from './client.ts';
import type { Image } from './image.ts';
import type { Profile } from './profile.ts';

export interface StartMessage {
  type: 'start';
  base: string;
  forceJavaScript: boolean;
  /** Name of the browser database for files; empty to keep nothing. */
  storage: string;
  profile: Profile;
  rawOutput: boolean;
  /** Frozen modules: bytes or an address; null for none. */
  image: Image | null;
  /** Memory shared with the page, when the page is isolated and the engine cannot suspend. */
  shared: SharedArrayBuffer | null;
}

export type FileRequest =
  | { operation: 'list' }
  | { operation: 'read' | 'remove' | 'mkdir'; path: string }
  | { operation: 'write'; path: string; data: Uint8Array }
  | { operation: 'rename'; path: string; to: string };

export type ToWorker =
  | StartMessage
  | { type: 'input'; bytes: Uint8Array }
  | { type: 'interrupt' }
  | { type: 'acknowledge'; bytes: number }
  | { type: 'run'; id: number; path: string }
  | { type: 'compile'; id: number; name: string; source: string }
  | { type: 'restart'; id: number; profile: Profile }
  | { type: 'files'; id: number; request: FileRequest };

export type Answer = RunResult | FileInfo[] | Uint8Array | null;

export type FromWorker =
  | { type: 'ready'; ready: VmReady; suspends: boolean }
  | { type: 'failed'; message: string }
  | { type: 'state'; state: VmState }
  | { type: 'output'; bytes: Uint8Array }
  | { type: 'files-changed'; paths: string[] }
  | { type: 'notice'; text: string }
  | { type: 'progress'; loaded: number; total: number }
  | { type: 'answer'; id: number; value: Answer }
  | { type: 'error'; id: number; message: string };
