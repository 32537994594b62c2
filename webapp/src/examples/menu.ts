/** The examples menu: a dialog with one card per program. */

import { createDialog } from '../layout/dialogs.ts';
import { element } from '../layout/dom.ts';
import type { Documents } from '../state/documents.ts';
import { freePath } from '../state/paths.ts';
import type { Store } from '../state/store.ts';
import type { VmFiles } from '../worker/client.ts';
import { words } from '../words.ts';
import { readCatalogue, type Example } from './catalogue.ts';

export interface ExamplesMenuOptions {
  store: Store;
  documents: Documents;
  files: VmFiles;
  /** The folder with `index.json`, relative to the page. */
  base: string;
}

export function createExamplesMenu({ store, documents, files, base }: ExamplesMenuOptions): {
  dispose(): void;
} {
  const list = element('ul', { class: 'cards' }, element('li', {}, 'Loading'));
  const dialog = createDialog('examples-dialog', 'Examples', list);
  const notify = (text: string) => store.emit('notice-given', { text, kind: 'error' });
  let filled = false;

  async function get(name: string): Promise<Response> {
    const response = await fetch(base + name);
    if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
    return response;
  }

  async function open(): Promise<void> {
    dialog.showModal();
    if (filled) return;
    try {
      const examples = readCatalogue(await (await get('index.json')).json());
      list.replaceChildren(...examples.map(card));
      filled = true;
      list.querySelector<HTMLElement>('button')?.focus();
    } catch (error) {
      list.replaceChildren(element('p', {}, `The examples could not be loaded: ${words(error)}`));
    }
  }

  function card(example: Example): HTMLElement {
    const button = element(
      'button',
      { class: 'card', type: 'button' },
      element('strong', {}, example.title),
      element('span', {}, example.description),
      element('code', {}, example.file),
    );
    button.addEventListener('click', () => {
      dialog.close();
      // At once: when the program has come, the user may be elsewhere.
      store.emit('focus-asked', { view: 'editor' });
      choose(example).catch((error: unknown) =>
        notify(`The example could not be opened: ${words(error)}`),
      );
    });
    return element('li', {}, button);
  }

  async function choose(example: Example): Promise<void> {
    const taken = new Set(store.state.files.map((file) => file.path));
    const wanted = example.files.filter((name) => !taken.has('/' + name));
    const [text, ...data] = await Promise.all([
      get(example.file).then((response) => response.text()),
      ...wanted.map((name) => get(name).then((response) => response.arrayBuffer())),
    ]);
    // The data is on its way before the program is, so Run cannot come between them.
    const writes = wanted.map((name, index) =>
      files
        .write('/' + name, new Uint8Array(data[index]!))
        .catch((error: unknown) => notify(`${name} could not be stored: ${words(error)}`)),
    );
    await Promise.all([...writes, openProgram('/' + example.file, text, taken)]);
    if (wanted.length > 0) await documents.refreshFiles();
  }

  /** Opens the program; the user's own changes to an earlier copy are never overwritten. */
  async function openProgram(path: string, text: string, taken: Set<string>): Promise<void> {
    if (!taken.has(path)) return documents.create(path, text);
    await documents.save();
    const old = new TextDecoder().decode(await files.read(path));
    if (old === text) return documents.open(path);
    return documents.create(freePath(path, taken), text);
  }

  const stop = store.on('examples-asked', () => void open());
  return { dispose: stop };
}
