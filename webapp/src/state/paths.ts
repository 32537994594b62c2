/** Paths of the VM's file system: absolute, `/` between the parts, no `.` or `..`. */

export function normalizePath(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return '/' + parts.join('/');
}

/**
 * The folder under which the page shows the files of a connected board. Names that users type have
 * no colon, so no file of the page is called like that.
 */
export const BOARD_ROOT = '/board:';

export function isOnBoard(path: string): boolean {
  return isUnder(path, BOARD_ROOT);
}

/** Whether a traceback means something that is in no file: `<stdin>`, `<string>`. */
export function isNoFile(file: string): boolean {
  return file.startsWith('<');
}

/**
 * The file of the page that a traceback of a board means, or null; text that ran without being
 * saved is what the editor shows.
 */
export function boardPlace(file: string, shown: string): string | null {
  if (file === '<stdin>') return shown;
  if (isNoFile(file)) return null;
  return isOnBoard(shown) && shown.endsWith('/' + file) ? shown : BOARD_ROOT + normalizePath(file);
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The folder of a path; `/` for a file at the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(1, path.lastIndexOf('/')));
}

/** How the page writes a path: without the first slash. */
export function shownPath(path: string): string {
  return path.replace(/^\//, '');
}

export function joinPath(folder: string, name: string): string {
  return normalizePath(`${folder}/${name}`);
}

/** Whether `path` is `folder` or lies under it. */
export function isUnder(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === '/' ? '/' : folder + '/');
}

/** What is wrong with a typed name (folders allowed: `lib/util.py`), or null. */
export function nameProblem(name: string, taken: ReadonlySet<string>): string | null {
  if (name.trim() === '') return 'Type a name.';
  if (/[\u0000-\u001f\\:*?"<>|]/.test(name))
    return 'These characters do not work: \\ : * ? " < > |';
  const path = normalizePath(name);
  if (path === '/') return 'Type a name.';
  if (path.split('/').some((part) => part.length > 100)) return 'Use at most 100 characters.';
  if (taken.has(path)) return `${shownPath(path)} exists already.`;
  return null;
}

/** `path` itself, or `main-2.py`, `main-3.py`... when it is taken. */
export function freePath(path: string, taken: ReadonlySet<string>): string {
  if (!taken.has(path)) return path;
  const dot = path.lastIndexOf('.');
  const cut = dot > path.lastIndexOf('/') + 1 ? dot : path.length;
  for (let number = 2; ; number++) {
    const candidate = `${path.slice(0, cut)}-${number}${path.slice(cut)}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** The path that `path` gets when `from` (itself or a folder above it) is renamed to `to`. */
export function movedPath(path: string, from: string, to: string): string {
  return isUnder(path, from) ? to + path.slice(from.length) : path;
}

/** Whether the editor can show the file: text has no zero bytes. */
export function looksLikeText(data: Uint8Array): boolean {
  const end = Math.min(data.length, 4096);
  for (let i = 0; i < end; i++) if (data[i] === 0) return false;
  return true;
}
