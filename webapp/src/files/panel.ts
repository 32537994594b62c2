/**
 * A file list: a tree that keyboard, mouse and finger reach. There is one for the files of the page
 * and one for those of a board.
 */

import { askName, confirm } from '../layout/dialogs.ts';
import { element, icon, iconButton } from '../layout/dom.ts';
import type { Documents } from '../state/documents.ts';
import { folderOf, isOnBoard, isUnder, shownPath } from '../state/paths.ts';
import type { Store } from '../state/store.ts';
import type { VmFiles } from '../worker/client.ts';
import { words } from '../words.ts';
import type { FileForBoard } from './compiling.ts';
import { createNaming } from './naming.ts';
import { createRowMenu } from './row-menu.ts';
import { createTransfer, DRAGGED_PATH } from './transfer.ts';
import { sizeText, treeRows, type TreeRow } from './tree.ts';

export interface FilesPanelOptions {
  store: Store;
  documents: Documents;
  files: VmFiles;
  /** The folder whose contents are listed. */
  root: string;
  /** What is stored for a file that is copied to a path, and where. */
  prepare(path: string, data: Uint8Array): Promise<FileForBoard>;
  /** The same command for the other list: `Copy to board`, and where to. Null while there is none. */
  copyTo(): { text: string; root: string } | null;
}

export interface FilesPanel {
  focus(): void;
  dispose(): void;
}

export function createFilesPanel(host: HTMLElement, options: FilesPanelOptions): FilesPanel {
  const { store, documents, files, root } = options;
  const { shownHere, pathOf, problemHere } = createNaming(root);
  const tree = host.querySelector<HTMLElement>('[data-part=tree]')!;
  const closed = new Set<string>();
  let rows: TreeRow[] = [];
  /** The elements of the rows. */
  let items = new Map<string, HTMLElement>();
  /** The row that Tab reaches. */
  let current = '';
  /** The pane was entered before there was a row: the focus waits on its first button. */
  let awaitsRow = false;

  const transfer = createTransfer(host, { ...options, taken, folder: currentFolder });
  const rowMenu = createRowMenu(host.closest('main')!);

  const notify = (text: string, kind: 'info' | 'error' = 'error') =>
    store.emit('notice-given', { text, kind });

  /** Runs an action; a failure is told, in the words of the file system. */
  async function attempt(what: string, action: () => Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      notify(`${what}: ${words(error)}`);
    }
  }

  function taken(): Set<string> {
    return new Set(store.state.files.map((file) => file.path));
  }

  function currentFolder(): string {
    const row = rows.find((candidate) => candidate.path === current);
    if (!row) return root;
    return row.isFolder ? row.path : folderOf(row.path);
  }

  async function askNew(isFolder: boolean): Promise<void> {
    const folder = currentFolder();
    const start = folder === root ? '' : shownHere(folder) + '/';
    const name = await askName({
      title: isFolder ? 'New folder' : 'New file',
      label: 'Name',
      value: start + (isFolder ? 'folder' : 'program.py'),
      action: 'Create',
      check: (typed) => problemHere(typed, taken()),
    });
    if (name === null) return;
    const path = pathOf(name);
    await attempt(`${shownHere(path)} could not be created`, async () => {
      if (isFolder) await files.mkdir(path);
      else await createFile(path);
      await documents.refreshFiles();
      current = path;
      draw();
    });
  }

  async function createFile(path: string): Promise<void> {
    await makeFolders(folderOf(path));
    await documents.create(path, '');
    if (!isLeft()) store.emit('focus-asked', { view: 'editor' });
  }

  async function makeFolders(folder: string): Promise<void> {
    if (folder === root || taken().has(folder)) return;
    await makeFolders(folderOf(folder));
    await files.mkdir(folder);
  }

  async function askRename(row: TreeRow): Promise<void> {
    const others = taken();
    others.delete(row.path);
    const name = await askName({
      title: `Rename ${row.name}`,
      label: 'New name',
      value: shownHere(row.path),
      action: 'Rename',
      check: (typed) =>
        row.isFolder && pathOf(typed) !== row.path && isUnder(pathOf(typed), row.path)
          ? 'A folder cannot go into itself.'
          : problemHere(typed, others),
    });
    if (name === null || pathOf(name) === row.path) return;
    const to = pathOf(name);
    await attempt(`${row.name} could not be renamed`, async () => {
      await makeFolders(folderOf(to));
      await documents.rename(row.path, to);
      current = to;
      draw();
      if (!isLeft()) focusCurrent();
    });
  }

  async function remove(row: TreeRow): Promise<void> {
    await attempt(`${row.name} could not be deleted`, async () => {
      if (row.isFolder) await removeFolder(row);
      else await removeFile(row);
    });
    if (!isLeft()) focusCurrent();
  }

  /** Work on files may take a moment, in which the user goes on elsewhere. */
  function isLeft(): boolean {
    const focused = document.activeElement;
    return focused !== document.body && !host.contains(focused);
  }

  async function removeFile(row: TreeRow): Promise<void> {
    if (row.path === store.state.document.path) await documents.save();
    const data = await files.read(row.path);
    const wasOpen = row.path === store.state.document.path;
    moveFrom(row);
    await documents.remove(row.path);
    const undo = () =>
      attempt(`${row.name} could not be restored`, async () => {
        await files.write(row.path, data);
        await documents.refreshFiles();
        if (wasOpen) await documents.open(row.path);
        notify(`${row.name} is back.`, 'info');
      });
    store.emit('notice-given', {
      text: `${shownPath(row.path)} was deleted.`,
      kind: 'info',
      action: { label: 'Undo', run: () => void undo() },
    });
  }

  async function removeFolder(row: TreeRow): Promise<void> {
    const inside = store.state.files.filter(
      (file) => !file.isFolder && isUnder(file.path, row.path),
    );
    const count = inside.length === 1 ? 'its 1 file' : `its ${inside.length} files`;
    const text =
      inside.length === 0
        ? 'The folder is empty.'
        : `This deletes the folder and ${count} for good.`;
    if (!(await confirm(`Delete ${row.name}?`, text, 'Delete'))) return;
    moveFrom(row);
    await documents.remove(row.path);
  }

  /** Before a row goes, its neighbour becomes the current one. */
  function moveFrom(row: TreeRow): void {
    const at = rows.findIndex((candidate) => candidate.path === row.path);
    const below = rows.slice(at + 1).find((candidate) => !isUnder(candidate.path, row.path));
    current = (below ?? rows[at - 1])?.path ?? '';
  }

  function activate(row: TreeRow): void {
    current = row.path;
    if (row.isFolder) {
      if (!closed.delete(row.path)) closed.add(row.path);
      draw();
      focusCurrent();
      return;
    }
    store.emit('open-asked', { path: row.path });
    store.emit('focus-asked', { view: 'editor' });
  }

  function onKey(event: KeyboardEvent, path: string): void {
    const at = rows.findIndex((row) => row.path === path);
    const row = rows[at]!;
    const go = (next: TreeRow | undefined) => {
      if (!next) return;
      current = next.path;
      draw();
      focusCurrent();
    };
    const actions: Record<string, () => void> = {
      ArrowDown: () => go(rows[at + 1]),
      ArrowUp: () => go(rows[at - 1]),
      Home: () => go(rows[0]),
      End: () => go(rows[rows.length - 1]),
      ArrowRight: () => (row.isFolder && !row.isOpen ? activate(row) : go(rows[at + 1])),
      ArrowLeft: () =>
        row.isOpen ? activate(row) : go(rows.find((other) => other.path === folderOf(row.path))),
      F2: () => void askRename(row),
      Delete: () => void remove(row),
    };
    const action = actions[event.key];
    if (!action || event.ctrlKey || event.altKey || event.shiftKey || event.metaKey) return;
    event.preventDefault();
    action();
  }

  /** The focus stays on the current row, also when a save in the meantime changed the list. */
  function draw(): void {
    const hadFocus = awaitsRow || tree.contains(document.activeElement);
    rows = treeRows(store.state.files, closed, root).filter(
      (row) => isOnBoard(row.path) === isOnBoard(root),
    );
    drawRows();
    host.dataset.empty = String(rows.length === 0);
    if (hadFocus && !tree.querySelector('.more:focus')) focusCurrent();
  }

  /** The row that Tab reaches; the current one may be new and not listed yet. */
  function reachable(): TreeRow | undefined {
    return rows.find((row) => row.path === current) ?? rows[0];
  }

  /** Rows that stay keep their elements: a program may write files while one is clicked. */
  function drawRows(): void {
    const before = items;
    items = new Map();
    for (const row of rows) {
      const key = `${row.path} ${row.isFolder}`;
      const item = before.get(key) ?? makeRow(row);
      before.delete(key);
      items.set(key, item);
      drawRow(item.firstElementChild as HTMLElement, row);
    }
    for (const gone of before.values()) gone.remove();
    let at = tree.firstElementChild;
    for (const item of items.values()) {
      if (item === at) at = at.nextElementSibling;
      else tree.insertBefore(item, at);
    }
  }

  function drawRow(button: HTMLElement, row: TreeRow): void {
    const size = row.isFolder ? '' : sizeText(row.size);
    button.title = row.isFolder ? row.name : `${row.name}, ${size}`;
    button.tabIndex = row === reachable() ? 0 : -1;
    if (row.path === store.state.document.path) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
    if (row.isFolder) {
      const name = row.isOpen ? '#icon-folder-open' : '#icon-folder';
      button.setAttribute('aria-expanded', String(row.isOpen));
      button.querySelector('use')!.setAttribute('href', name);
    }
    button.querySelector('.file-size')!.textContent = size;
  }

  function makeRow(row: TreeRow): HTMLElement {
    const button = element(
      'button',
      {
        class: 'file',
        type: 'button',
        'data-path': row.path,
        draggable: row.isFolder ? null : 'true',
      },
      icon('file'),
      element('span', { class: 'file-name' }, row.name),
      element('span', { class: 'file-size' }),
    );
    button.style.setProperty('--depth', String(row.depth));
    button.addEventListener('click', () => activate(row));
    button.addEventListener('keydown', (event) => onKey(event, row.path));
    button.addEventListener('dragstart', (event) => {
      event.dataTransfer?.setData(DRAGGED_PATH, row.path);
    });
    const more = iconButton('more', `Actions for ${row.name}`, {
      class: 'icon-button more',
      'aria-haspopup': 'menu',
    });
    more.addEventListener('click', () => openMenu(more, row));
    return element('li', {}, button, more);
  }

  function openMenu(anchor: HTMLElement, row: TreeRow): void {
    const download = { text: 'Download', icon: 'download', run: () => transfer.download(row.path) };
    const other = options.copyTo();
    const copies =
      !other || row.isFolder
        ? []
        : [
            {
              text: other.text,
              icon: 'upload',
              run: () => void transfer.copy(row.path, other.root),
            },
          ];
    rowMenu.open(anchor, `Actions for ${row.name}`, [
      ...copies,
      { text: 'Rename', icon: 'rename', run: () => void askRename(row) },
      ...(row.isFolder ? [] : [download]),
      { text: 'Delete', icon: 'trash', run: () => void remove(row) },
    ]);
  }

  function focusCurrent(): void {
    const row = [...tree.querySelectorAll<HTMLElement>('.file')].find(
      (found) => found.dataset.path === reachable()?.path,
    );
    (row ?? newFile).focus();
    awaitsRow = !row;
  }

  const [on, to] = isOnBoard(root) ? [' on the board', ' to the board'] : ['', ''];
  const newFile = iconButton('plus', `New file${on}`, { 'data-part': 'new-file' });
  const newFolder = iconButton('folder-plus', `New folder${on}`, { 'data-part': 'new-folder' });
  const upload = iconButton('upload', `Upload files${to}`, { 'data-part': 'upload' });
  newFile.addEventListener('click', () => void askNew(false));
  newFile.addEventListener('blur', () => (awaitsRow = false));
  newFolder.addEventListener('click', () => void askNew(true));
  upload.addEventListener('click', () => transfer.upload());
  host.querySelector('[data-part=tools]')!.prepend(newFile, newFolder, upload);

  const stops = [
    store.watch((state) => state.files, draw),
    store.watch(
      (state) => state.document.path,
      (path) => {
        current = path;
        draw();
      },
    ),
  ];
  return {
    focus: focusCurrent,
    dispose() {
      for (const stop of stops) stop();
      transfer.dispose();
      rowMenu.dispose();
    },
  };
}
