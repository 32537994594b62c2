/** The dialog that writes firmware: choose, go, watch, and read what went wrong. */

import { element } from '../layout/dom.ts';
import { confirm } from '../layout/dialogs.ts';
import { saveFile } from '../files/save-file.ts';
import { sizeText } from '../files/tree.ts';
import type { BoardState } from '../state/model.ts';
import type { Store } from '../state/store.ts';
import type { Board, ChipFact, FlashPart } from './board.ts';
import type { Boards } from './boards.ts';
import { addressProblem, CHIP_DEFAULT, parseAddress } from './flash-address.ts';
import { BoardError } from './link.ts';
import { createPace } from './pace.ts';
import { sentence, words } from '../words.ts';

interface ChosenPart {
  name: string;
  data: Uint8Array;
  /** As typed. */
  address: string;
}

export function createFlashDialog(
  dialog: HTMLDialogElement,
  { store, boards }: { store: Store; boards: Boards },
): { dispose(): void } {
  const part = (name: string) => dialog.querySelector<HTMLElement>(`[data-part=${name}]`)!;
  const picker = part('picker') as HTMLInputElement;
  const address = part('address') as HTMLInputElement;
  const bar = part('bar') as HTMLProgressElement;
  const go = part('go');
  const pace = createPace();
  let parts: ChosenPart[] = [];
  let isWorking = false;
  /** The board was in its boot loader, so the prompt has to be found again. */
  let wasUsed = false;

  // ---- what will be written ----

  function add(name: string, data: Uint8Array): void {
    parts.push({ name, data, address: parts.length === 0 ? '' : '0x' });
    drawParts();
  }

  async function take(list: FileList | null): Promise<void> {
    for (const file of list ?? []) add(file.name, new Uint8Array(await file.arrayBuffer()));
  }

  async function load(): Promise<void> {
    const url = address.value.trim();
    if (url === '') return address.focus();
    result('');
    try {
      const response = await fetch(url);
      if (!response.ok) throw new Error(`the server answers ${response.status}`);
      add(url.slice(url.lastIndexOf('/') + 1), new Uint8Array(await response.arrayBuffer()));
      address.value = '';
    } catch (error) {
      const reason =
        error instanceof TypeError ? 'the server does not let pages read it' : words(error);
      result(`${url} could not be loaded: ${reason}. Download the file and choose it here.`);
    }
  }

  function drawParts(): void {
    part('parts').replaceChildren(...parts.map(drawPart));
    drawActions();
  }

  function drawPart(chosen: ChosenPart): HTMLElement {
    const at = element('input', {
      type: 'text',
      value: chosen.address,
      placeholder: parts.length === 1 ? 'as the chip needs it' : '0x10000',
      'aria-label': `Address of ${chosen.name}`,
      autocomplete: 'off',
      spellcheck: 'false',
    });
    at.addEventListener('input', () => {
      chosen.address = at.value;
      at.setAttribute('aria-invalid', String(addressProblem(at.value, parts.length) !== null));
      drawActions();
    });
    const remove = element(
      'button',
      { class: 'button small quiet', type: 'button', 'aria-label': `Leave out ${chosen.name}` },
      'Remove',
    );
    remove.addEventListener('click', () => {
      parts = parts.filter((other) => other !== chosen);
      drawParts();
      part('pick').focus();
    });
    return element(
      'li',
      {},
      element('span', { class: 'file-name' }, chosen.name),
      element('span', { class: 'muted' }, sizeText(chosen.data.length)),
      element('label', {}, 'at ', at),
      remove,
    );
  }

  function problem(): string {
    if (parts.length === 0) return 'Choose a firmware file first.';
    return parts.map((p) => addressProblem(p.address, parts.length)).find((p) => p !== null) ?? '';
  }

  function order(): FlashPart[] {
    return parts.map(({ name, address: typed, data }) => ({
      name,
      address: typed.trim() === '' ? CHIP_DEFAULT : parseAddress(typed)!,
      data,
    }));
  }

  // ---- work ----

  const baud = () => Number((part('baud') as HTMLSelectElement).value);

  async function flash(): Promise<void> {
    if (problem() !== '') return result(problem());
    const eraseAll = (part('erase') as HTMLInputElement).checked;
    const text = 'All files on the board are lost. Back it up first if they matter.';
    if (eraseAll && !(await confirm('Erase the whole board?', text, 'Erase and flash'))) return;
    await work('Flash', async (board) => {
      await board.flash({ parts: order(), eraseAll, baud: baud() });
      result('Done. Every byte was checked. The board restarts with the new firmware.', true);
    });
  }

  async function wipe(): Promise<void> {
    const text = 'All files and the firmware on the board are lost.';
    if (!(await confirm('Erase the whole board?', text, 'Erase'))) return;
    await work('Erase', async (board) => {
      await board.erase(baud());
      result('The flash memory is empty now.', true);
    });
  }

  async function identify(): Promise<void> {
    await work('Chip info', async (board) => drawFacts(await board.identify(baud())));
  }

  async function backup(): Promise<void> {
    await work('Back up', async (board) => {
      const data = await board.readFlash(baud());
      saveFile('flash-backup.bin', data);
      result(`${sizeText(data.length)} were read and checked. Write them back at 0x0.`, true);
    });
  }

  async function work(step: string, action: (board: Board) => Promise<void>): Promise<void> {
    if (isWorking) return;
    result('');
    setWorking(true);
    try {
      if (!(await boards.session.open())) return;
      wasUsed = true;
      await boards.session.use(step, action);
    } catch (error) {
      if (error instanceof BoardError && error.cancelled) {
        result('Stopped. The board can be flashed again.');
      } else {
        result(sentence(error));
      }
    } finally {
      setWorking(false);
      drawLog();
    }
  }

  // ---- what is shown ----

  function setWorking(works: boolean): void {
    isWorking = works;
    pace.start();
    part('work').hidden = !works;
    part('cancel').hidden = !works;
    for (const name of ['go', 'identify', 'backup', 'wipe']) part(name).hidden = works;
    if (works) part('cancel').focus();
    else if (dialog.open) go.focus();
    drawActions();
  }

  function drawActions(): void {
    go.setAttribute('aria-disabled', String(problem() !== ''));
  }

  function drawProgress(board: BoardState): void {
    if (!isWorking) return;
    part('step').textContent = board.step;
    if (board.part > 0) bar.value = board.part;
    else bar.removeAttribute('value');
    part('speed').textContent = pace.text(board.step, board.part, board.total);
  }

  function drawFacts(facts: ChipFact[]): void {
    part('facts').hidden = false;
    part('facts').replaceChildren(
      ...facts.map(({ name, value }) =>
        element('div', {}, element('dt', {}, name), element('dd', {}, value)),
      ),
    );
  }

  function drawLog(): void {
    part('log').textContent = boards.log().join('\n');
  }

  function result(text: string, isGood = false): void {
    const place = part('result');
    place.textContent = text;
    place.dataset.kind = isGood ? 'good' : 'bad';
  }

  function close(): void {
    if (isWorking) boards.session.cancel();
    else dialog.close();
  }

  part('pick').addEventListener('click', () => picker.click());
  picker.addEventListener('change', () => {
    void take(picker.files).then(() => {
      picker.value = '';
    });
  });
  dialog.addEventListener('dragover', (event) => event.preventDefault());
  dialog.addEventListener('drop', (event) => {
    event.preventDefault();
    void take(event.dataTransfer?.files ?? null);
  });
  const clicks: [string, () => void][] = [
    ['fetch', () => void load()],
    ['go', () => void flash()],
    ['wipe', () => void wipe()],
    ['identify', () => void identify()],
    ['backup', () => void backup()],
    ['cancel', () => boards.session.cancel()],
    ['close', close],
    ['save-log', () => saveFile('pykopi-flash-log.txt', boards.log().join('\n') + '\n')],
  ];
  for (const [name, action] of clicks) part(name).addEventListener('click', action);
  part('details').addEventListener('toggle', drawLog);
  // Escape cancels the work first; a dialog that is gone could not show how it ended.
  dialog.addEventListener('cancel', (event) => {
    if (!isWorking) return;
    event.preventDefault();
    boards.session.cancel();
  });

  dialog.addEventListener('close', () => {
    if (wasUsed) void boards.session.findPrompt();
    wasUsed = false;
  });

  const stops = [
    store.on('flash-asked', () => {
      result(boards.problem);
      dialog.showModal();
    }),
    store.watch((state) => state.board, drawProgress),
  ];
  drawActions();
  return {
    dispose() {
      for (const stop of stops) stop();
    },
  };
}
