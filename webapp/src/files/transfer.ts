/** Files from the user's machine into the VM's file system, and back. */

import { element } from '../layout/dom.ts';
import type { Documents } from '../state/documents.ts';
import { baseName, freePath, joinPath, shownPath } from '../state/paths.ts';
import type { Store } from '../state/store.ts';
import type { VmFiles } from '../worker/client.ts';

export interface TransferOptions {
  store: Store;
  documents: Documents;
  files: VmFiles;
  taken(): Set<string>;
  /** Where uploads go. */
  folder(): string;
}

export interface Transfer {
  download(path: string): void;
  dispose(): void;
}

export function createTransfer(host: HTMLElement, options: TransferOptions): Transfer {
  const { store, documents, files } = options;
  const picker = host.querySelector<HTMLInputElement>('[data-part=picker]')!;
  const upload = host.querySelector<HTMLElement>('[data-part=upload]')!;
  const notify = (text: string, kind: 'info' | 'error') =>
    store.emit('notice-given', { text, kind });
  const words = (error: unknown) => (error instanceof Error ? error.message : String(error));

  /** Nothing is overwritten: a name that is taken gets a number. */
  async function take(list: FileList | null): Promise<void> {
    const folder = options.folder();
    const stored: string[] = [];
    for (const file of list ?? []) {
      const path = freePath(joinPath(folder, file.name), options.taken());
      try {
        await files.write(path, new Uint8Array(await file.arrayBuffer()));
        stored.push(shownPath(path));
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
    const data = await files.read(path);
    const address = URL.createObjectURL(new Blob([new Uint8Array(data)]));
    const link = element('a', { href: address, download: baseName(path) });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  const onPick = async () => {
    await take(picker.files);
    picker.value = '';
  };
  const onDrag = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    host.classList.toggle('dropping', event.type === 'dragover');
    if (event.type === 'drop') void take(event.dataTransfer.files);
  };
  const onLeave = () => host.classList.remove('dropping');

  upload.addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => void onPick());
  host.addEventListener('dragover', onDrag);
  host.addEventListener('drop', onDrag);
  host.addEventListener('dragleave', onLeave);

  return {
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
