/**
 * Files in the browser's database: loaded once, then written behind.
 *
 * Only the paths that changed are written, so two tabs keep out of each other's files. Each write
 * is told to the other tabs, which take the new content over. The memory of the VM stays the truth:
 * when the database refuses a write, nothing in memory is lost; whoever waits for the write hears of
 * it, else the user.
 */
const STORE = 'files';
const DELAY_MILLISECONDS = 50;

export interface StoredFile {
  path: string;
  /** Null for a folder. */
  data: Uint8Array | null;
}

export interface StorageEvents {
  /** Current content of a path; null for a folder, undefined when there is nothing. */
  onRead(path: string): Uint8Array | null | undefined;
  /** Another tab wrote or removed (data undefined) a path. */
  onForeignChange(path: string, data: Uint8Array | null | undefined): void;
  onNotice(text: string): void;
}

interface Change {
  path: string;
  data: Uint8Array | null | undefined;
}

export interface FileStorage {
  load(): Promise<StoredFile[]>;
  /** Notes that a path has a new state. */
  touch(path: string): void;
  /** Writes what is noted; settles when it is stored or was refused. */
  flush(): Promise<void>;
  /** The same; rejects when the database refused this path. */
  store(path: string): Promise<void>;
}

/** Keeps nothing, for hosts without a database. */
export const noStorage: FileStorage = {
  load: async () => [],
  touch() {},
  flush: async () => {},
  store: async () => {},
};

export async function openStorage(name: string, events: StorageEvents): Promise<FileStorage> {
  if (name === '') {
    return noStorage;
  }
  try {
    return new DatabaseStorage(name, await openDatabase(name), events);
  } catch {
    events.onNotice(
      'This browser does not keep files here: they are lost when the page is closed.',
    );
    return noStorage;
  }
}

function openDatabase(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}

class DatabaseStorage implements FileStorage {
  readonly #database: IDBDatabase;
  readonly #events: StorageEvents;
  readonly #tabs: BroadcastChannel | null;
  readonly #changed = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();
  /** Paths whose newest state is not in the database, and why. */
  readonly #refused = new Map<string, string>();
  /** Paths whose refusal is told to who waits for it. */
  readonly #awaited = new Set<string>();

  constructor(name: string, database: IDBDatabase, events: StorageEvents) {
    this.#database = database;
    this.#events = events;
    this.#tabs = typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null;
    this.#tabs?.addEventListener('message', (event) => this.#takeOver(event.data as Change[]));
  }

  load(): Promise<StoredFile[]> {
    return new Promise((resolve, reject) => {
      const files: StoredFile[] = [];
      const request = this.#database.transaction(STORE).objectStore(STORE).openCursor();
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        const cursor = request.result;
        if (cursor === null) {
          resolve(files);
          return;
        }
        files.push({ path: String(cursor.key), data: cursor.value as Uint8Array | null });
        cursor.continue();
      };
    });
  }

  touch(path: string): void {
    this.#changed.add(path);
    this.#timer ??= setTimeout(() => void this.flush(), DELAY_MILLISECONDS);
  }

  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#changed.size > 0) {
      const changes = [...this.#changed].map((path) => ({ path, data: this.#events.onRead(path) }));
      this.#changed.clear();
      this.#writing = this.#writing.then(() => this.#write(changes));
    }
    return this.#writing;
  }

  async store(path: string): Promise<void> {
    this.#awaited.add(path);
    await this.flush();
    this.#awaited.delete(path);
    const refusal = this.#refused.get(path);
    if (refusal !== undefined) {
      throw new Error(refusal);
    }
  }

  async #write(changes: Change[]): Promise<void> {
    const stored = await this.#storeWhatFits(changes);
    for (const { path } of stored) {
      this.#refused.delete(path);
    }
    if (stored.length > 0) {
      this.#tabs?.postMessage(stored);
    }
  }

  /**
   * One transaction for all; when that is refused, one for each, so that a big file does not stop
   * the others.
   */
  async #storeWhatFits(changes: Change[]): Promise<Change[]> {
    try {
      await this.#store(changes);
      return changes;
    } catch (error) {
      if (changes.length === 1) {
        this.#refuse(changes[0]!.path, error);
        return [];
      }
      const stored: Change[] = [];
      for (const change of changes) {
        stored.push(...(await this.#storeWhatFits([change])));
      }
      return stored;
    }
  }

  /** Tells it when it is the first; the next change tries again. */
  #refuse(path: string, error: unknown): void {
    if (this.#refused.size === 0 && !this.#awaited.has(path)) {
      this.#events.onNotice(
        `${path} could not be stored: ${reason(error)} It is kept until the page is closed: ` +
          'download it, or remove other files.',
      );
    }
    this.#refused.set(path, reason(error));
    this.#changed.add(path);
  }

  #store(changes: Change[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = this.#database.transaction(STORE, 'readwrite');
      const store = transaction.objectStore(STORE);
      for (const { path, data } of changes) {
        if (data === undefined) {
          store.delete(path);
        } else {
          store.put(data, path);
        }
      }
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  }

  #takeOver(changes: Change[]): void {
    for (const { path, data } of changes) {
      // What changed here as well is newer than the message: it will be written soon.
      if (!this.#changed.has(path)) {
        this.#events.onForeignChange(path, data);
      }
    }
  }
}

function reason(error: unknown): string {
  const name = (error as { name?: string } | null)?.name;
  return name === 'QuotaExceededError'
    ? "the browser's storage is full."
    : `the browser refused it (${name ?? String(error)}).`;
}
