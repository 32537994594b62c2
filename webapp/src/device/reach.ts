/** Whether this browser can reach boards, and how the user chooses one. */

import { canSuspend, hasGarbageCollection } from '../wasm/load.ts';
import type { BoardPort } from './port.ts';
import { type SerialApi, serialApi, type SerialDevice, WebSerialPort } from './web-serial.ts';
import {
  isSerialDevice,
  USB_FILTERS,
  type UsbApi,
  usbApi,
  type UsbConnectionEvent,
  WebUsbPort,
} from './web-usb.ts';

/** One way to boards on a cable: an API of the browser. */
interface Bus {
  /** The browser's own dialog; rejects with `NotFoundError` when the user closes it. */
  choose(): Promise<BoardPort>;
  /** Those that the user allowed earlier and that are plugged in. */
  known(): Promise<BoardPort[]>;
  /** One that the user allowed earlier was plugged in. */
  watch(found: (port: BoardPort) => void): () => void;
}

/**
 * Web Serial has the system's drivers, so it comes first. On Android it knows only Bluetooth, and
 * there the system lets pages have USB devices.
 */
function bus(): Bus | null {
  const serial = serialApi();
  const usb = usbApi();
  if (usb && (!serial || /Android/.test(navigator.userAgent))) return usbBus(usb);
  return serial ? serialBus(serial) : null;
}

function serialBus(api: SerialApi): Bus {
  return {
    choose: async () => new WebSerialPort(await api.requestPort()),
    known: async () => (await api.getPorts()).map((device) => new WebSerialPort(device)),
    watch: (found) =>
      listen(api, (event) => found(new WebSerialPort(event.target as SerialDevice))),
  };
}

function usbBus(api: UsbApi): Bus {
  return {
    choose: async () => new WebUsbPort(await api.requestDevice({ filters: USB_FILTERS })),
    known: async () =>
      (await api.getDevices()).filter(isSerialDevice).map((device) => new WebUsbPort(device)),
    watch: (found) =>
      listen(api, (event) => {
        const { device } = event as UsbConnectionEvent;
        if (isSerialDevice(device)) found(new WebUsbPort(device));
      }),
  };
}

function listen(api: EventTarget, heard: (event: Event) => void): () => void {
  api.addEventListener('connect', heard);
  return () => api.removeEventListener('connect', heard);
}

/** Why this browser cannot reach boards, as a sentence; empty when it can. */
export function reachProblem(): string {
  if (!bus()) {
    return isSecureContext
      ? 'This browser cannot reach boards. Use Chrome, Edge or Opera on a computer or on Android.'
      : 'A page that is not secure cannot reach boards. Open it through https or localhost.';
  }
  if (!hasGarbageCollection() || !canSuspend()) {
    return 'This browser is too old to reach boards. Update it.';
  }
  return '';
}

/**
 * The only board that the user allowed earlier and that is plugged in, or else what they choose in
 * the browser's own dialog; null when they close it.
 */
export async function askPort(): Promise<BoardPort | null> {
  const reached = bus();
  if (!reached) throw new Error(reachProblem());
  const known = await reached.known();
  if (known.length === 1) return known[0]!;
  try {
    return await reached.choose();
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFoundError') return null;
    throw error;
  }
}

/**
 * Calls back with each board that the user allowed earlier and that is plugged in later. A board
 * that leaves the bus when it resets comes back this way.
 */
export function watchKnownBoards(found: (port: BoardPort) => void): { dispose(): void } {
  return { dispose: bus()?.watch(found) ?? (() => {}) };
}
