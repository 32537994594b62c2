/** The files of an embedded VM, with the functions of Emscripten's `FS` that pages use. */
import type { Engine } from '../worker/engine.ts';

/** Numbers of `FileService` in Java. */
const LIST = 0;
const READ = 1;
const WRITE = 2;
const RENAME = 3;
const REMOVE = 4;
const MAKE_FOLDER = 5;
const STAT = 6;

const FOLDER_MODE = 0o40777;
const FILE_MODE = 0o100666;
const KIND_MASK = 0o170000;

const ENOENT = 2;
const ENOTDIR = 20;
const EISDIR = 21;
const ENOTEMPTY = 39;

const NAMES: Record<number, string> = {
  1: 'EPERM',
  2: 'ENOENT',
  17: 'EEXIST',
  20: 'ENOTDIR',
  21: 'EISDIR',
  22: 'EINVAL',
  28: 'ENOSPC',
  39: 'ENOTEMPTY',
};

export class ErrnoError extends Error {
  readonly errno: number;
  readonly code: string;

  constructor(errno: number, path: string) {
    const code = NAMES[errno] ?? `errno ${errno}`;
    super(`${code}: ${path}`);
    this.name = 'ErrnoError';
    this.errno = errno;
    this.code = code;
  }
}

export interface FileStat {
  mode: number;
  size: number;
  mtime: Date;
}

export function createFileSystem(engine: Engine) {
  const call = (operation: number, ...args: (string | Uint8Array)[]) => {
    const code = engine.call('files', [operation], args);
    if (code < 0) {
      throw new ErrnoError(-code, String(args[0]));
    }
  };

  const stat = (path: string): FileStat => {
    call(STAT, path);
    const [kind, size, time] = engine.resultText().split(' ');
    return {
      mode: kind === 'd' ? FOLDER_MODE : FILE_MODE,
      size: Number(size),
      mtime: new Date(Number(time) * 1000),
    };
  };
  const isDir = (mode: number) => (mode & KIND_MASK) === (FOLDER_MODE & KIND_MASK);
  const isFile = (mode: number) => (mode & KIND_MASK) === (FILE_MODE & KIND_MASK);
  const parentOf = (path: string) => path.replace(/\/+$/, '').replace(/[^/]*$/, '') || '.';

  function readFile(path: string, options: { encoding: 'utf8' }): string;
  function readFile(path: string, options?: { encoding?: 'binary' }): Uint8Array;
  function readFile(path: string, options: { encoding?: string } = {}): string | Uint8Array {
    call(READ, path);
    const bytes = engine.result();
    return options.encoding === 'utf8' ? new TextDecoder().decode(bytes) : bytes;
  }

  return {
    ErrnoError,
    stat,
    isDir,
    isFile,
    readFile,

    writeFile(path: string, data: string | ArrayBufferView | ArrayLike<number>): void {
      stat(parentOf(path));
      call(WRITE, path, toBytes(data));
    },

    mkdir(path: string): void {
      stat(parentOf(path));
      call(MAKE_FOLDER, path);
    },

    mkdirTree(path: string): void {
      try {
        call(MAKE_FOLDER, path);
      } catch (error) {
        if ((error as ErrnoError).code !== 'EEXIST') {
          throw error;
        }
      }
    },

    readdir(path: string): string[] {
      const folder = path.replace(/\/*$/, '/');
      call(LIST, path);
      const paths = engine
        .resultText()
        .split('\0')
        .slice(0, -1)
        .map((entry) => entry.split(' ').slice(3).join(' ').slice(folder.length));
      return ['.', '..', ...paths.filter((name) => !name.includes('/'))];
    },

    rename(from: string, to: string): void {
      call(RENAME, from, to);
    },

    unlink(path: string): void {
      if (isDir(stat(path).mode)) {
        throw new ErrnoError(EISDIR, path);
      }
      call(REMOVE, path);
    },

    rmdir(path: string): void {
      if (!isDir(stat(path).mode)) {
        throw new ErrnoError(ENOTDIR, path);
      }
      if (this.readdir(path).length > 2) {
        throw new ErrnoError(ENOTEMPTY, path);
      }
      call(REMOVE, path);
    },

    analyzePath(path: string): { exists: boolean; error: number } {
      try {
        stat(path);
        return { exists: true, error: 0 };
      } catch (error) {
        return { exists: false, error: (error as ErrnoError).errno ?? ENOENT };
      }
    },
  };
}

function toBytes(data: string | ArrayBufferView | ArrayLike<number>): Uint8Array {
  if (typeof data === 'string') {
    return new TextEncoder().encode(data);
  }
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : Uint8Array.from(data);
}
