/** What the page can ask of a board: the requests of `org.pykopi.serial.web.DeviceSession`. */

import { MessageWriter } from '../wasm/wire.ts';
import type { FileInfo, VmFiles } from '../worker/client.ts';
import type { Link } from './link.ts';

/** The numbers of `org.pykopi.serial.web.Request`, in its order. */
const requests = [
  'FIND',
  'RUN',
  'LIST',
  'READ',
  'WRITE',
  'RENAME',
  'REMOVE',
  'MAKE_FOLDER',
  'SOFT_RESET',
  'HARD_RESET',
  'IDENTIFY',
  'FLASH',
  'ERASE',
  'READ_FLASH',
  'CLOSE',
] as const;

type RequestName = (typeof requests)[number];

/** What the prompt says of itself. */
export interface BoardInfo {
  /** `MicroPython 1.27.0`. */
  python: string;
  /** `ESP32-S3 module with ESP32S3`. */
  machine: string;
  /** Version of the compiled files (`.mpy`) that it loads; 0 when it does not say. */
  mpyVersion: number;
}

export interface RunOutcome {
  /** What the exception printed that ended the program; empty when none did. */
  traceback: string;
  stopped: boolean;
}

/** One line of the card that describes a chip: `MAC address`, `24:0a:c4:00:00:01`. */
export interface ChipFact {
  name: string;
  value: string;
}

export interface Partition {
  label: string;
  /** `app` or `data`. */
  type: string;
  /** `factory`, `nvs`. */
  subtype: string;
  address: number;
  size: number;
}

/** What the boot loader tells of a chip. */
export interface ChipInfo {
  /** Bytes of flash memory; -1 when it does not tell. */
  flashSize: number;
  /** The address at which firmware of this chip starts. */
  firmwareAddress: number;
  facts: ChipFact[];
  partitions: Partition[];
}

/** A part of the flash memory, in bytes. */
export interface Region {
  address: number;
  /** 0 for all the memory. */
  size: number;
}

export const WHOLE_MEMORY: Region = { address: 0, size: 0 };

export interface FlashPart {
  name: string;
  address: number;
  data: Uint8Array;
}

export interface FlashOrder {
  parts: FlashPart[];
  eraseAll: boolean;
  baud: number;
}

export class Board {
  readonly #link: Link;

  constructor(link: Link) {
    this.#link = link;
  }

  /** Opens the line and gets to the prompt before a deadline; leaves the board at it. */
  async find(baud: number, millis: number): Promise<BoardInfo> {
    const reply = await this.#ask('FIND', (message) => message.int(baud).int(millis));
    return { python: reply.text(), machine: reply.text(), mpyVersion: reply.int() };
  }

  /** Runs a program text; what it prints goes to the link's output. */
  async run(code: string): Promise<RunOutcome> {
    const reply = await this.#ask('RUN', (message) => message.text(code));
    return { stopped: reply.byte() !== 0, traceback: reply.text() };
  }

  /** Starts Python anew, as Ctrl-D at the prompt does. */
  async softReset(): Promise<void> {
    await this.#ask('SOFT_RESET');
  }

  /** Restarts the chip. */
  async hardReset(): Promise<void> {
    await this.#ask('HARD_RESET');
  }

  async close(): Promise<void> {
    await this.#ask('CLOSE');
  }

  // ---- files ----

  readonly files: VmFiles = {
    list: async () => {
      const reply = await this.#ask('LIST');
      const found: FileInfo[] = [];
      while (!reply.isEmpty) {
        found.push({ path: reply.text(), size: reply.int(), isFolder: reply.byte() !== 0 });
      }
      return found;
    },
    read: async (path) => (await this.#ask('READ', (message) => message.text(path))).bytes(),
    write: async (path, data) => {
      await this.#ask('WRITE', (message) => message.text(path).bytes(data));
    },
    rename: async (from, to) => {
      await this.#ask('RENAME', (message) => message.text(from).text(to));
    },
    remove: async (path) => {
      await this.#ask('REMOVE', (message) => message.text(path));
    },
    mkdir: async (path) => {
      await this.#ask('MAKE_FOLDER', (message) => message.text(path));
    },
  };

  // ---- the boot loader ----

  /** Puts the chip into its boot loader and asks what it is. */
  async identify(baud: number): Promise<ChipInfo> {
    const reply = await this.#ask('IDENTIFY', (message) => message.int(baud));
    const flashSize = reply.int();
    const firmwareAddress = reply.int();
    const facts = Array.from({ length: reply.int() }, () => ({
      name: reply.text(),
      value: reply.text(),
    }));
    const partitions: Partition[] = [];
    while (!reply.isEmpty) {
      const [label, type, subtype] = [reply.text(), reply.text(), reply.text()];
      partitions.push({ label, type, subtype, address: reply.int(), size: reply.int() });
    }
    return { flashSize, firmwareAddress, facts, partitions };
  }

  /** Writes and verifies; the board restarts with the new firmware. */
  async flash(order: FlashOrder): Promise<void> {
    await this.#ask('FLASH', (message) => {
      message.int(order.baud).byte(order.eraseAll ? 1 : 0);
      for (const part of order.parts) {
        message.text(part.name).int(part.address).bytes(part.data);
      }
    });
  }

  /** Erases whole sectors of the flash memory, and looks that they are empty. */
  async erase(baud: number, { address, size }: Region): Promise<void> {
    await this.#ask('ERASE', (message) => message.int(baud).int(address).int(size));
  }

  /** A copy of a part of the flash memory. */
  async readFlash(baud: number, { address, size }: Region): Promise<Uint8Array> {
    const fill = (message: MessageWriter) => message.int(baud).int(address).int(size);
    return (await this.#ask('READ_FLASH', fill)).bytes();
  }

  async #ask(name: RequestName, fill: (message: MessageWriter) => unknown = () => {}) {
    const message = new MessageWriter().byte(requests.indexOf(name));
    fill(message);
    return await this.#link.request(message);
  }
}
