/** A second VM in this page as a board: its prompt is a line of bytes like that of any other. */

import { createVmClient, type VmClient } from '../worker/client.ts';
import type { BoardPort, PortEvents } from './port.ts';

/** Its files are kept apart from those of the page, as those of a board are. */
const STORAGE = 'pykopi-board';

export class PageVmPort implements BoardPort {
  readonly way = 'page';
  readonly name = 'This page';
  readonly usb = undefined;
  readonly hasSignals = false;
  #vm: VmClient | undefined;

  async open(_baud: number, events: PortEvents): Promise<void> {
    if (this.#vm) return;
    const vm = createVmClient(
      {
        onOutput: (bytes) => events.onReceived(bytes),
        onState: (state) => {
          if (state === 'failed' && this.#vm === vm) {
            this.#vm = undefined;
            events.onLost();
          }
        },
        onFilesChanged() {},
        onNotice() {},
        onProgress() {},
      },
      { storage: STORAGE, rawOutput: true },
    );
    try {
      await vm.ready;
    } catch (error) {
      vm.dispose();
      throw error;
    }
    this.#vm = vm;
  }

  async close(): Promise<void> {
    this.#vm?.dispose();
    this.#vm = undefined;
  }

  async send(bytes: Uint8Array): Promise<void> {
    this.#vm?.input(bytes);
  }

  // There is neither a cable nor a speed.

  async setSignals(): Promise<void> {}

  async setBaudRate(): Promise<void> {}
}
