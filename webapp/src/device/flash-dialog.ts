/** The dialog that writes firmware: choose, go, watch, and read what went wrong. */

import { saveFile } from '../files/save-file.ts';
import { sizeText } from '../files/tree.ts';
import { confirm, createDialog } from '../layout/dialogs.ts';
import { button, element, icon } from '../layout/dom.ts';
import type { BoardState } from '../state/model.ts';
import type { Store } from '../state/store.ts';
import { sentence } from '../words.ts';
import { type Board, type ChipInfo, type Region, WHOLE_MEMORY } from './board.ts';
import type { Boards } from './boards.ts';
import { createChipCard } from './chip-card.ts';
import { backupName, hex, memoryText } from './flash-address.ts';
import { createFlashFiles } from './flash-files.ts';
import { createFlashRegion } from './flash-region.ts';
import { BoardError } from './link.ts';
import { createPace } from './pace.ts';

const HELP =
  'Choose the .bin file of MicroPython for your board. Plug the board in and press Flash. If ' +
  'nothing happens, hold its BOOT button, press RESET, let BOOT go, and try again.';

const SPEEDS: [number, string][] = [
  [115_200, '115,200 (slow and safe)'],
  [460_800, '460,800'],
  [921_600, '921,600'],
];
const USUAL_SPEED = 460_800;

const ERASES_FIRST =
  'Erase everything first. Needed when the board had no MicroPython; the files on it are lost.';

export function createFlashDialog({ store, boards }: { store: Store; boards: Boards }): {
  dispose(): void;
} {
  const pace = createPace();
  let chip: ChipInfo | null = null;
  let isWorking = false;
  /** The board was in its boot loader, so the prompt has to be found again. */
  let wasUsed = false;

  const files = createFlashFiles({ changed: () => drawActions(), say: (text) => result(text) });
  const region = createFlashRegion({
    flashSize: () => chip?.flashSize ?? -1,
    backup: (part) => void backup(part),
    erase: (part) => void wipe(part),
  });
  const card = createChipCard((part) => region.choose(part));
  const speed = element('select', { 'data-part': 'baud' });
  for (const [rate, text] of SPEEDS) {
    const isUsual = rate === USUAL_SPEED;
    speed.add(new Option(text, String(rate), isUsual, isUsual));
  }
  const erasesFirst = element('input', { type: 'checkbox', 'data-part': 'erase' });
  const step = element('p', { 'data-part': 'step', role: 'status', 'aria-live': 'polite' });
  const bar = element('progress', { 'data-part': 'bar', max: '1', 'aria-label': 'Progress' });
  const paceText = element('p', { class: 'muted', 'data-part': 'speed' });
  const progress = element(
    'div',
    { class: 'flash-work', 'data-part': 'work', hidden: '' },
    ...[step, bar, paceText],
  );
  const outcome = element('p', { class: 'flash-result', 'data-part': 'result', role: 'alert' });
  const logText = element('pre', { 'data-part': 'log', tabindex: '0', 'aria-label': 'Log' });
  const saveLog = button({ class: 'button small', 'data-part': 'save-log' }, 'Save log');
  const log = element(
    'details',
    { class: 'flash-log', 'data-part': 'details' },
    element('summary', {}, 'Log'),
    ...[logText, saveLog],
  );
  const options = element(
    'div',
    { class: 'flash-options' },
    element('label', { class: 'flash-speed' }, 'Speed ', speed),
    element('label', { class: 'check' }, erasesFirst, element('span', {}, ERASES_FIRST)),
  );
  /** What holds still while the board is at work. */
  const inputs = [...files.nodes, options, card.node, region.node];
  const body = element('div', { class: 'flash-body' }, element('p', {}, HELP), ...inputs, log);
  const quiet = (part: string, text: string) =>
    button({ class: 'button quiet', 'data-part': part }, text);
  const identifies = quiet('identify', 'Chip info');
  const backsUp = quiet('backup', 'Back up');
  const wipes = quiet('wipe', 'Erase');
  const cancel = button({ 'data-part': 'cancel', hidden: '' }, 'Cancel');
  const go = button({ class: 'button primary', 'data-part': 'go' }, icon('flash'), 'Flash');
  const actions = [identifies, backsUp, wipes, go];
  const dialog = createDialog(
    'flash-dialog',
    'Flash firmware',
    body,
    // However long the rest is, how the work goes is in sight.
    element(
      'footer',
      { class: 'dialog-foot' },
      ...[progress, outcome, element('div', { class: 'dialog-actions' }, ...actions, cancel)],
    ),
  );

  // ---- work ----

  const baud = () => Number(speed.value);

  async function flash(): Promise<void> {
    if (files.problem() !== '') return result(files.problem());
    const eraseAll = erasesFirst.checked;
    const text = 'All files on the board are lost. Back it up first if they matter.';
    if (eraseAll && !(await confirm('Erase the whole board?', text, 'Erase and flash'))) return;
    await work('Flash', async (board) => {
      await board.flash({ parts: files.parts(), eraseAll, baud: baud() });
      result('Done. Every byte was checked. The board restarts with the new firmware.', true);
    });
  }

  async function wipe(part: Region): Promise<void> {
    const isAll = part === WHOLE_MEMORY;
    const what = isAll ? 'the whole board' : `${memoryText(part.size)} at ${hex(part.address)}`;
    const text = isAll
      ? 'All files and the firmware on the board are lost.'
      : 'What is stored in that part is lost.';
    if (!(await confirm(`Erase ${what}?`, text, 'Erase'))) return;
    await work('Erase', async (board) => {
      await board.erase(baud(), part);
      result(isAll ? 'The flash memory is empty now.' : `Erased: ${what}.`, true);
    });
  }

  async function identify(): Promise<void> {
    await work('Chip info', async (board) => showChip(await board.identify(baud())));
  }

  async function backup(part: Region): Promise<void> {
    await work('Back up', async (board) => {
      const data = await board.readFlash(baud(), part);
      const name = backupName(part);
      saveFile(name, data);
      const how = `To restore it, choose ${name} here and press Flash.`;
      result(`${sizeText(data.length)} were read and checked. ${how}`, true);
    });
  }

  async function work(name: string, action: (board: Board) => Promise<void>): Promise<void> {
    if (isWorking) return;
    result('');
    setWorking(true);
    try {
      if (!(await boards.session.open())) return;
      wasUsed = true;
      await boards.session.use(name, action);
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
    progress.hidden = !works;
    cancel.hidden = !works;
    for (const action of actions) action.hidden = works;
    for (const input of inputs) input.inert = works;
    if (works) cancel.focus();
    else if (dialog.open) go.focus();
  }

  function drawActions(): void {
    go.setAttribute('aria-disabled', String(files.problem() !== ''));
  }

  function drawProgress(board: BoardState): void {
    if (!isWorking) return;
    step.textContent = board.step;
    if (board.part > 0) bar.value = board.part;
    else bar.removeAttribute('value');
    paceText.textContent = pace.text(board.step, board.part, board.total);
  }

  function showChip(found: ChipInfo | null): void {
    chip = found;
    card.show(found);
    files.showDefault(found?.firmwareAddress ?? null);
  }

  function drawLog(): void {
    logText.textContent = boards.log().join('\n');
  }

  function result(text: string, isGood = false): void {
    outcome.textContent = text;
    outcome.dataset.kind = isGood ? 'good' : 'bad';
  }

  dialog.addEventListener('dragover', (event) => event.preventDefault());
  dialog.addEventListener('drop', (event) => {
    event.preventDefault();
    void files.take([...(event.dataTransfer?.files ?? [])]);
  });
  const clicks: [HTMLElement, () => void][] = [
    [go, () => void flash()],
    [wipes, () => void wipe(WHOLE_MEMORY)],
    [identifies, () => void identify()],
    [backsUp, () => void backup(WHOLE_MEMORY)],
    [cancel, () => boards.session.cancel()],
    [saveLog, () => saveFile('pykopi-flash-log.txt', boards.log().join('\n') + '\n')],
  ];
  for (const [clicked, action] of clicks) clicked.addEventListener('click', action);
  log.addEventListener('toggle', () => {
    drawLog();
    // The foot of the dialog covers what is at the bottom.
    if (log.open) logText.scrollIntoView({ block: 'center' });
  });
  // Escape cancels the work first; a dialog that is gone could not show how it ended.
  dialog.addEventListener('cancel', (event) => {
    if (!isWorking) return;
    event.preventDefault();
    boards.session.cancel();
  });
  dialog.addEventListener('close', () => {
    if (wasUsed) store.emit('board-prompt-asked');
    wasUsed = false;
  });

  const stops = [
    store.on('flash-asked', () => {
      result(boards.problem);
      dialog.showModal();
    }),
    // Another board may have another chip.
    store.on('board-connect-asked', () => showChip(null)),
    store.on('board-disconnect-asked', () => showChip(null)),
    store.watch((state) => state.board, drawProgress),
  ];
  drawActions();
  return {
    dispose() {
      for (const stop of stops) stop();
      dialog.remove();
    },
  };
}
