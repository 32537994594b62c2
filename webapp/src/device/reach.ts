/** Whether this browser can reach boards, and how the user chooses one. */

import { canSuspend, hasGarbageCollection } from '../wasm/load.ts';
import { askNetworkPort } from './network-dialog.ts';
import { PageVmPort } from './page-port.ts';
import type { BoardPort, Way } from './port.ts';
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

/** Why this browser cannot reach any board, as a sentence; empty when it can. */
export function reachProblem(): string {
  if (hasGarbageCollection() && canSuspend()) return '';
  return 'This browser is too old to reach boards. A newer Chrome, Edge, Firefox or Opera can.';
}

/** Why it cannot reach boards on a cable; empty when it can. */
export function cableProblem(): string {
  if (bus()) return '';
  return isSecureContext
    ? 'This browser cannot reach boards on a cable. Use Chrome, Edge or Opera on a computer or on Android, or a newer Firefox on a computer.'
    : 'A page that is not secure cannot reach boards on a cable. Open it through https or localhost.';
}

/** The browser asks already. Firefox lets the page go on meanwhile, and refuses a second question. */
let isAsking = false;

/**
 * A port, or null when the user thinks better of it. On a cable it is the only board that they
 * allowed earlier and that is plugged in, unless they want to choose one.
 */
export async function askPort(way: Way, wantsChoice: boolean): Promise<BoardPort | null> {
  if (way === 'network') return await askNetworkPort();
  if (way === 'page') return new PageVmPort();
  const reached = bus();
  if (!reached) throw new Error(cableProblem());
  const known = wantsChoice ? [] : await reached.known();
  if (known.length === 1) return known[0]!;
  if (isAsking) return null;
  isAsking = true;
  try {
    return await reached.choose();
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFoundError') return null;
    throw error;
  } finally {
    isAsking = false;
  }
}

/** The boards on a cable that the user allowed earlier and that are plugged in. */
export async function knownPorts(): Promise<BoardPort[]> {
  return (await bus()?.known()) ?? [];
}

/**
 * Calls back with each board that the user allowed earlier and that is plugged in later. A board
 * that leaves the bus when it resets comes back this way.
 */
export function watchKnownPorts(found: (port: BoardPort) => void): () => void {
  return bus()?.watch(found) ?? (() => {});
}
