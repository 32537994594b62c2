/** Files from the user's machine into a list, and back; and from one list to the other. */

import { confirm } from '../layout/dialogs.ts';
import type { Documents } from '../state/documents.ts';
import { baseName, folderOf, freePath, isOnBoard, joinPath, shownPath } from '../state/paths.ts';
import type { Store } from '../state/store.ts';
import type { VmFiles } from '../worker/client.ts';
import { words } from '../words.ts';
import type { FileForBoard } from './compiling.ts';
import { createPicker } from './picker.ts';
import { saveFile } from './save-file.ts';

export interface TransferOptions {
  store: Store;
  documents: Documents;
  files: VmFiles;
  taken(): Set<string>;
  /** What is stored for a file that goes to a path, and where. */
  prepare(path: string, data: Uint8Array): Promise<FileForBoard>;
  /** Where uploads go. */
  folder(): string;
}

/** What a row that is dragged carries. */
export const DRAGGED_PATH = 'text/x-pykopi-path';

export interface Transfer {
  /** Asks for files of the user's machine. */
  upload(): void;
  download(path: string): void;
  /** Copies a file into a folder of the other list; a file of that name is replaced there. */
  copy(path: string, folder: string): Promise<void>;
  dispose(): void;
}

export function createTransfer(host: HTMLElement, options: TransferOptions): Transfer {
  const { store, documents, files } = options;
  const notify = (text: string, kind: 'info' | 'error') =>
    store.emit('notice-given', { text, kind });

  /** Nothing is overwritten: a name that is taken gets a number. */
  async function take(list: Iterable<File>): Promise<void> {
    const folder = options.folder();
    const stored: string[] = [];
    for (const file of list) {
      try {
        const data = new Uint8Array(await file.arrayBuffer());
        const made = await options.prepare(joinPath(folder, file.name), data);
        const path = freePath(made.path, options.taken());
        await files.write(path, made.data);
        stored.push(shownPath(path));
        await clearWay(path);
      } catch (error) {
        notify(`${file.name} could not be stored: ${words(error)}`, 'error');
      }
      // A file that the browser does not keep is there until the page is closed.
      await documents.refreshFiles().catch(() => undefined);
    }
    if (stored.length > 0) notify(`Uploaded: ${stored.join(', ')}.`, 'info');
  }

  async function give(path: string): Promise<void> {
    if (path === store.state.document.path) await documents.save();
    saveFile(baseName(path), await files.read(path));
  }

  /** Nothing is lost without a question. */
  async function mayReplace(path: string, data: Uint8Array): Promise<boolean> {
    const old = await files.read(path);
    if (old.length === data.length && old.every((byte, at) => byte === data[at])) return true;
    const where = isOnBoard(path) ? 'on the board' : 'on this page';
    const text = `There is another ${baseName(path)} ${where}. Its contents would be lost.`;
    return await confirm(`Replace ${baseName(path)}?`, text, 'Replace');
  }

  /** Python looks for the text of a module before it looks for a compiled file. */
  async function clearWay(path: string): Promise<void> {
    const text = path.replace(/\.mpy$/, '.py');
    if (text === path || !options.taken().has(text)) return;
    const question = `Delete ${baseName(text)} on the board?`;
    const why = `Python would load it instead of ${baseName(path)}.`;
    if (!(await confirm(question, why, 'Delete'))) return;
    await files.remove(text);
    store.emit('files-touched', { paths: [text] });
  }

  async function copy(path: string, folder: string): Promise<void> {
    try {
      if (path === store.state.document.path) await documents.save();
      const plain = await files.read(path);
      const made = await options.prepare(joinPath(folder, baseName(path)), plain);
      const { path: target, data } = made;
      if (options.taken().has(target) && !(await mayReplace(target, data))) return;
      await files.write(target, data);
      store.emit('files-touched', { paths: [target] });
      const isSame = baseName(target) === baseName(path);
      notify(`${baseName(path)} was copied${isSame ? '' : ` as ${baseName(target)}`}.`, 'info');
      await clearWay(target);
    } catch (error) {
      notify(`${baseName(path)} could not be copied: ${words(error)}`, 'error');
    }
  }

  const picker = createPicker('Files to upload', null, take);
  host.append(picker);
  const onDrag = (event: DragEvent) => {
    const { dataTransfer } = event;
    const isRow = dataTransfer?.types.includes(DRAGGED_PATH);
    if (!dataTransfer || (!isRow && !dataTransfer.types.includes('Files'))) return;
    event.preventDefault();
    host.classList.toggle('dropping', event.type === 'dragover');
    if (event.type !== 'drop') return;
    const path = dataTransfer.getData(DRAGGED_PATH);
    if (!isRow) void take([...dataTransfer.files]);
    else if (folderOf(path) !== options.folder()) void copy(path, options.folder());
  };
  const onLeave = () => host.classList.remove('dropping');

  host.addEventListener('dragover', onDrag);
  host.addEventListener('drop', onDrag);
  host.addEventListener('dragleave', onLeave);

  return {
    upload: () => picker.click(),
    copy,
    download(path) {
      give(path).catch((error: unknown) =>
        notify(`${baseName(path)} could not be downloaded: ${words(error)}`, 'error'),
      );
    },
    dispose() {
      host.removeEventListener('dragover', onDrag);
      host.removeEventListener('drop', onDrag);
      host.removeEventListener('dragleave', onLeave);
    },
  };
}
