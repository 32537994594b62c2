/** What will be written: files of the user's machine or of the web, each with its address. */

import { createPicker } from '../files/picker.ts';
import { sizeText } from '../files/tree.ts';
import { button, element, icon } from '../layout/dom.ts';
import { words } from '../words.ts';
import type { FlashPart } from './board.ts';
import { addressInName, addressProblem, CHIP_DEFAULT, hex, parseAddress } from './flash-address.ts';

export interface FlashFilesOptions {
  changed(): void;
  /** A sentence about a file that could not be read; empty to take it back. */
  say(text: string): void;
}

export interface FlashFiles {
  readonly nodes: HTMLElement[];
  take(files: Iterable<File>): Promise<void>;
  /** What is still missing, as a sentence; empty when all is there. */
  problem(): string;
  parts(): FlashPart[];
  /** Shows where firmware of this chip starts; null while that is not known. */
  showDefault(address: number | null): void;
}

interface ChosenFile {
  name: string;
  data: Uint8Array;
  /** As typed. */
  address: string;
}

/** A server that answers no more is given up. */
const LOAD_MILLIS = 120_000;

export function createFlashFiles(options: FlashFilesOptions): FlashFiles {
  const pick = button({ 'data-part': 'pick', autofocus: '' }, icon('upload'), 'Choose file');
  const picker = createPicker('Firmware', '.bin', take);
  const url = element('input', {
    type: 'url',
    'data-part': 'address',
    'aria-label': 'Address of a firmware file',
    placeholder: 'https://...',
    autocomplete: 'off',
  });
  const loads = button({ 'data-part': 'fetch' }, 'Load');
  const or = element('span', { class: 'muted' }, 'or');
  const choice = element('div', { class: 'flash-choice' }, pick, picker, or, url, loads);
  const list = element('ul', {
    class: 'flash-parts',
    'data-part': 'parts',
    'aria-label': 'What will be written',
  });
  let chosen: ChosenFile[] = [];
  let defaultAddress: number | null = null;

  function add(name: string, data: Uint8Array): void {
    chosen.push({ name, data, address: addressInName(name) });
    draw();
  }

  async function take(files: Iterable<File>): Promise<void> {
    for (const file of files) {
      try {
        add(file.name, new Uint8Array(await file.arrayBuffer()));
      } catch (error) {
        options.say(`${file.name} could not be read: ${words(error)}`);
      }
    }
  }

  async function load(): Promise<void> {
    const address = url.value.trim();
    if (address === '') return url.focus();
    options.say('');
    loads.setAttribute('aria-disabled', 'true');
    try {
      add(fileName(address), await read(address));
      url.value = '';
    } catch (error) {
      const advice = 'Download the file and choose it here.';
      options.say(`${address} could not be loaded: ${loadProblem(error)}. ${advice}`);
    }
    loads.removeAttribute('aria-disabled');
  }

  function draw(): void {
    list.replaceChildren(...chosen.map(drawFile));
    options.changed();
  }

  function drawFile(file: ChosenFile): HTMLElement {
    const start = defaultAddress === null ? 'automatic' : hex(defaultAddress);
    const at = element('input', {
      type: 'text',
      value: file.address,
      placeholder: chosen.length === 1 ? start : 'e.g. 0x10000',
      'aria-label': `Address of ${file.name}`,
      autocomplete: 'off',
      spellcheck: 'false',
    });
    at.addEventListener('input', () => {
      file.address = at.value;
      at.setAttribute('aria-invalid', String(addressProblem(at.value, chosen.length) !== null));
      options.changed();
    });
    const names = { class: 'button small quiet', 'aria-label': `Leave out ${file.name}` };
    const remove = button(names, 'Remove');
    remove.addEventListener('click', () => {
      chosen = chosen.filter((other) => other !== file);
      draw();
      pick.focus();
    });
    return element(
      'li',
      {},
      element('span', { class: 'file-name', title: file.name }, file.name),
      element('span', { class: 'muted' }, sizeText(file.data.length)),
      element('label', {}, 'at ', at),
      remove,
    );
  }

  pick.addEventListener('click', () => picker.click());
  loads.addEventListener('click', () => void load());
  url.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') void load();
  });

  return {
    nodes: [choice, list],
    take,
    problem() {
      if (chosen.length === 0) return 'Choose a firmware file first.';
      const problems = chosen.map((file) => addressProblem(file.address, chosen.length));
      return problems.find((found) => found !== null) ?? '';
    },
    parts: () =>
      chosen.map(({ name, address, data }) => ({
        name,
        address: address.trim() === '' ? CHIP_DEFAULT : parseAddress(address)!,
        data,
      })),
    showDefault(address) {
      defaultAddress = address;
      draw();
    },
  };
}

function fileName(address: string): string {
  return address.replace(/[?#].*$/, '').replace(/^.*\//, '') || 'firmware.bin';
}

async function read(address: string): Promise<Uint8Array> {
  if (!URL.canParse(address)) throw new Error('an address begins with https://');
  const response = await fetch(address, { signal: AbortSignal.timeout(LOAD_MILLIS) });
  if (!response.ok) throw new Error(`the server answers ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The browser does not tell a page whether a server refused it or is not there. */
function loadProblem(error: unknown): string {
  if (error instanceof DOMException) return 'the server answers no more';
  if (!(error instanceof TypeError)) return words(error);
  return navigator.onLine
    ? 'its server does not let web pages read it, or is not there'
    : 'this computer is not connected to the internet';
}
