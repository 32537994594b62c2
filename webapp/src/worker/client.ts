/**
 * What the page knows of the VM: this interface and nothing else.
 *
 * The terminal is a pure byte pipe. The VM does the REPL, echo, line editing and history; its
 * bytes are those of a real board with a VT100 terminal.
 *
 * Paths are absolute (`/main.py`). Every call made before `ready` waits for it.
 */
import type { Image } from './image.ts';
import type { Profile } from './profile.ts';
import { WorkerClient } from './worker-client.ts';

export type VmState = 'loading' | 'ready' | 'running' | 'waiting-input' | 'stopped' | 'failed';

/** One entry of a traceback, outermost first; `line` counts from 1. */
export interface TraceEntry {
  file: string;
  line: number;
  name: string;
}

export interface RunError {
  type: string;
  message: string;
  /** What may be wrong in the source: `expected ':'`. */
  hint?: string;
  file: string;
  line: number;
  traceback: TraceEntry[];
}

export interface RunResult {
  ok: boolean;
  exitCode: number;
  interrupted: boolean;
  error?: RunError;
}

export interface FileInfo {
  path: string;
  size: number;
  isFolder: boolean;
}

export interface VmEvents {
  /** Bytes for the terminal. The VM waits for a returned promise before it sends much more. */
  onOutput(bytes: Uint8Array): void | Promise<void>;
  onState(state: VmState): void;
  /** Files that a running program wrote, renamed or removed. */
  onFilesChanged(paths: string[]): void;
  /** A sentence for the user: storage full, features reduced in this browser... */
  onNotice(text: string): void;
  onProgress(loaded: number, total: number): void;
}

export interface VmReady {
  engine: 'wasm' | 'js';
  version: string;
  /** What this browser cannot do: `input` while a program runs, `interrupt` with variables kept. */
  reduced: string[];
}

export interface VmFiles {
  list(): Promise<FileInfo[]>;
  read(path: string): Promise<Uint8Array>;
  /** Rejects also when the VM has the file but the browser does not keep it. */
  write(path: string, data: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  mkdir(path: string): Promise<void>;
}

export interface VmClient {
  readonly ready: Promise<VmReady>;
  /** Runs a stored file as `__main__` with fresh globals, which then stay for the REPL. */
  run(path: string): Promise<RunResult>;
  /** Key strokes of the terminal, for the REPL or for `input()`. */
  input(bytes: Uint8Array): void;
  /** Ctrl-C and the Stop button. */
  interrupt(): void;
  /** Soft reset: fresh globals; with a profile, that Python from now on. */
  restart(profile?: Profile): Promise<void>;
  files: VmFiles;
  /** A program text as a compiled file (`.mpy`); rejects with where the text is wrong. */
  compile(name: string, source: string): Promise<Uint8Array>;
  dispose(): void;
}

export interface VmClientOptions {
  forceJavaScript?: boolean;
  /** Which Python to be; MicroPython when left out. */
  profile?: Profile;
  /** Frozen modules: the bytes of an image, or its address. */
  image?: Image | undefined;
  /** Name of the database that keeps the files; empty to keep none. */
  storage?: string;
  /** Output as a board sends it over its line, for tools: line feeds stay as they are. */
  rawOutput?: boolean;
}

/** Starts the VM in a worker. */
export function createVmClient(events: VmEvents, options: VmClientOptions = {}): VmClient {
  return new WorkerClient(events, options);
}
