/**
 * One VM as the worker runs it: the terminal's bytes, programs, files.
 *
 * Calls that may wait go through `#exclusively`, one at a time. File operations may come while a
 * program is suspended.
 */
import type { FileInfo, RunResult } from './client.ts';
import type { Engine } from './engine.ts';
import { type Profile, profileNumber } from './profile.ts';
import type { FileRequest } from './protocol.ts';
import type { WorkerServices } from './worker-services.ts';

/** Numbers of `FileService` in Java. */
const OPERATIONS = { list: 0, read: 1, write: 2, rename: 3, remove: 4, mkdir: 5 };

/** Added to an operation whose changes are not to be stored: they come from the storage. */
const QUIETLY = 16;

const CTRL_C = 3;

const ERRORS: Record<number, string> = {
  2: 'there is no such file or folder',
  17: 'it exists already',
  20: 'a part of the path is not a folder',
  21: 'it is a folder',
  22: 'the path is not valid',
  28: 'there is no space left',
  39: 'the folder is not empty',
};

export class Machine {
  readonly #engine: Engine;
  readonly #services: WorkerServices;
  #active: Promise<unknown> | null = null;
  #profile: Profile;
  /** The version of Pykopi. */
  readonly version: string;

  constructor(engine: Engine, services: WorkerServices, profile: Profile) {
    this.#profile = profile;
    this.#engine = engine;
    this.#services = services;
    engine.call('create', [1, profileNumber(profile)]);
    this.version = engine.resultText();
  }

  get isActive(): boolean {
    return this.#active !== null;
  }

  /** Shows the banner and the prompt. */
  start(): Promise<unknown> {
    return this.#exclusively(() => this.#engine.wait('start'));
  }

  /** Gives the REPL what was typed, as long as nothing runs. */
  async pump(): Promise<void> {
    const byte = new Uint8Array(1);
    while (this.#active === null && this.#services.input.length > 0) {
      await this.#exclusively(async () => {
        while (this.#services.input.take(byte) > 0) {
          const ended = await this.#engine.wait('feed', [byte[0]!]);
          if (ended) {
            this.#reset();
            await this.#engine.wait('start');
          }
        }
      });
    }
  }

  async run(path: string): Promise<RunResult> {
    if (this.#active !== null) {
      throw new Error('A program is running; stop it first.');
    }
    return await this.#exclusively(async () => {
      await this.#engine.wait('run', [], [path]);
      return JSON.parse(this.#engine.resultText()) as RunResult;
    });
  }

  /** Stops the program, or sends Ctrl-C to the REPL when none runs. */
  interrupt(): void {
    if (this.#active !== null) {
      this.#services.interrupt();
    } else {
      this.#services.addInput(new Uint8Array([CTRL_C]));
    }
  }

  /** Soft reset, to be that Python from now on; a running program is stopped first. */
  async restart(profile: Profile): Promise<void> {
    this.#profile = profile;
    if (this.#active !== null) {
      this.#services.interrupt();
      await this.#active;
    }
    await this.#exclusively(async () => {
      this.#reset();
      await this.#engine.wait('start');
    });
  }

  #reset(): void {
    this.#engine.call('reset', [profileNumber(this.#profile)]);
  }

  async #exclusively<T>(work: () => Promise<T>): Promise<T> {
    this.#services.begin();
    const done = work();
    this.#active = done.catch(() => {});
    try {
      return await done;
    } finally {
      this.#active = null;
      this.#services.flush();
    }
  }

  /** A program text as a compiled file. */
  compile(name: string, source: string): Uint8Array {
    if (this.#engine.call('compile', [], [name, source]) !== 0) {
      throw new Error(this.#engine.resultText());
    }
    return this.#engine.result();
  }

  // ---- files ----

  handleFiles(request: FileRequest): FileInfo[] | Uint8Array | null {
    switch (request.operation) {
      case 'list':
        this.#files('list', '/');
        return parseList(this.#engine.resultText());
      case 'read':
        this.#files('read', request.path);
        return this.#engine.result();
      case 'write':
        this.#files('write', request.path, request.data);
        return null;
      case 'rename':
        this.#files('rename', request.path, request.to);
        return null;
      default:
        this.#files(request.operation, request.path);
        return null;
    }
  }

  /** Content of a file, null for a folder, undefined when there is nothing. */
  peek(path: string): Uint8Array | null | undefined {
    const code = this.#engine.call('files', [OPERATIONS.read], [path]);
    if (code === -21) {
      return null;
    }
    return code < 0 ? undefined : this.#engine.result();
  }

  /** Puts a stored file or folder in place, or takes it away, whatever was there. */
  poke(path: string, data: Uint8Array | null | undefined): void {
    if (data === undefined) {
      this.#engine.call('files', [OPERATIONS.remove + QUIETLY], [path]);
    } else if (data === null) {
      this.#engine.call('files', [OPERATIONS.mkdir + QUIETLY], [path]);
    } else {
      this.#engine.call('files', [OPERATIONS.write + QUIETLY], [path, data]);
    }
  }

  #files(operation: keyof typeof OPERATIONS, ...args: (string | Uint8Array)[]): void {
    const code = this.#engine.call('files', [OPERATIONS[operation]], args);
    if (code < 0) {
      throw new Error(`${String(args[0])}: ${ERRORS[-code] ?? `error ${-code}`}`);
    }
  }
}

/** `kind size time path NUL` for each entry. */
export function parseList(text: string): FileInfo[] {
  return text
    .split('\0')
    .slice(0, -1)
    .map((entry) => {
      const [kind, size, , ...path] = entry.split(' ');
      return { path: path.join(' '), size: Number(size), isFolder: kind === 'd' };
    });
}
