/**
 * Text that must survive a reload at any moment, in the browser's synchronous storage.
 *
 * One entry per file: its text and whether the VM's file system has the same text. The entry of
 * the open file is always kept, so that the page can show it before the runtime is there; entries
 * of other files are kept until they are saved.
 */

/** The part of `localStorage` that is needed. */
export interface TextStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

export interface Draft {
  text: string;
  saved: boolean;
}

export interface Drafts {
  openPath(): string | null;
  setOpenPath(path: string): void;
  get(path: string): Draft | null;
  /** False when the browser's storage is full or not allowed. */
  put(path: string, draft: Draft): boolean;
  remove(path: string): void;
  unsavedPaths(): string[];
}

const OPEN_KEY = 'pykopi.open';
const DRAFT_KEY = 'pykopi.draft:';

export function createDrafts(storage: TextStorage): Drafts {
  function attempt<T>(action: () => T, otherwise: T): T {
    try {
      return action();
    } catch {
      return otherwise; // Storage may be switched off or full: the caller's value says so.
    }
  }

  function get(path: string): Draft | null {
    const stored = attempt(() => storage.getItem(DRAFT_KEY + path), null);
    if (stored === null || stored.length < 1) return null;
    return { saved: stored[0] === '=', text: stored.slice(1) };
  }

  return {
    openPath: () => attempt(() => storage.getItem(OPEN_KEY), null),
    setOpenPath: (path) => attempt(() => storage.setItem(OPEN_KEY, path), undefined),
    get,
    put: (path, draft) =>
      attempt(() => {
        storage.setItem(DRAFT_KEY + path, (draft.saved ? '=' : '!') + draft.text);
        return true;
      }, false),
    remove: (path) => attempt(() => storage.removeItem(DRAFT_KEY + path), undefined),
    unsavedPaths: () =>
      attempt(() => {
        const paths: string[] = [];
        for (let i = 0; i < storage.length; i++) {
          const key = storage.key(i);
          if (!key?.startsWith(DRAFT_KEY)) continue;
          const path = key.slice(DRAFT_KEY.length);
          if (get(path)?.saved === false) paths.push(path);
        }
        return paths;
      }, []),
  };
}
