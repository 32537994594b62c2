/** The board on a cable that was connected last comes back by itself until the user disconnects it. */

import type { TextStorage } from '../state/drafts.ts';
import type { BoardStatus } from '../state/model.ts';
import type { Store } from '../state/store.ts';
import type { BoardPort, UsbId } from './port.ts';
import { knownPorts, watchKnownPorts } from './reach.ts';

export interface KnownBoardOptions {
  store: Store;
  storage: TextStorage;
  /** A quiet one says nothing when it fails. */
  connect(port: BoardPort, isQuiet: boolean): Promise<void>;
}

export interface KnownBoard {
  remember(port: BoardPort): void;
  dispose(): void;
}

const KEY = 'pykopi.board';

/** A browser lists a device that has just gone for a moment longer. */
const GONE_MILLIS = 500;

const text = (usb: UsbId | undefined) => (usb ? `${usb.vendor}:${usb.product}` : 'port');

/**
 * Connects when the page opens, when the board is plugged in, and when a board that left the bus
 * with its reset was back before the page noticed that it was away.
 */
export function createKnownBoard({ store, storage, connect }: KnownBoardOptions): KnownBoard {
  let remembered = storage.getItem(KEY) ?? '';
  let before: BoardStatus = 'none';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isAwaited = () => remembered !== '' && store.state.board.status === 'none';

  function set(value: string): void {
    remembered = value;
    storage.setItem(KEY, value);
  }

  /** The one that is remembered, or the only one, which may have changed its numbers. */
  async function connectPresent(): Promise<void> {
    if (!isAwaited()) return;
    const ports = await knownPorts().catch(() => []);
    const same = ports.filter(({ usb }) => text(usb) === remembered);
    const found = same.length > 0 ? same : ports;
    if (isAwaited() && found.length === 1) await connect(found[0]!, true);
  }

  const stops = [
    watchKnownPorts((port) => {
      if (isAwaited()) void connect(port, false);
    }),
    store.on('board-disconnect-asked', () => set('')),
    store.watch(
      (state) => state.board.status,
      (status) => {
        clearTimeout(timer);
        // One that could not be connected is not tried again and again.
        const wasLost = status === 'none' && before !== 'connecting';
        if (wasLost) timer = setTimeout(() => void connectPresent(), GONE_MILLIS);
        before = status;
      },
    ),
  ];

  return {
    remember(port) {
      if (port.way === 'cable') set(text(port.usb));
    },
    dispose() {
      clearTimeout(timer);
      for (const stop of stops) stop();
    },
  };
}
