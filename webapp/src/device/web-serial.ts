/**
 * Boards on the computer's own serial ports and USB adapters, through the Web Serial API
 * (https://wicg.github.io/serial/).
 */
import { words } from '../words.ts';
import { type BoardPort, LOST, type PortEvents, type UsbId, usbName } from './port.ts';

/** What the API has; the type library does not know it yet. */
export interface SerialDevice extends EventTarget {
  readonly readable: ReadableStream<Uint8Array> | null;
  readonly writable: WritableStream<Uint8Array> | null;
  open(options: { baudRate: number; bufferSize: number }): Promise<void>;
  close(): Promise<void>;
  getInfo(): { usbVendorId?: number; usbProductId?: number };
  setSignals(signals: { dataTerminalReady: boolean; requestToSend: boolean }): Promise<void>;
}

export interface SerialApi extends EventTarget {
  requestPort(options?: { filters?: { usbVendorId: number }[] }): Promise<SerialDevice>;
  getPorts(): Promise<SerialDevice[]>;
}

/** Undefined where the browser has no Web Serial. */
export function serialApi(): SerialApi | undefined {
  return (navigator as unknown as { serial?: SerialApi }).serial;
}

/** Large enough for a second of 921,600 baud in a page that is busy. */
const BUFFER_SIZE = 1 << 17;

export class WebSerialPort implements BoardPort {
  readonly name: string;
  readonly usb: UsbId | undefined;
  readonly way = 'cable';
  readonly hasSignals = true;
  #device: SerialDevice;
  /** The device left the bus, so it may come back as another object. */
  #wasLost = false;
  #events: PortEvents | undefined;
  #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  #writer: WritableStreamDefaultWriter<Uint8Array> | undefined;
  #reading: Promise<void> = Promise.resolve();
  #signals = RELEASED;
  #baud = 0;

  constructor(device: SerialDevice) {
    this.#device = device;
    const { usbVendorId: vendor, usbProductId: product } = device.getInfo();
    this.usb = vendor === undefined || product === undefined ? undefined : { vendor, product };
    this.name = usbName(this.usb);
  }

  async open(baud: number, events: PortEvents): Promise<void> {
    if (this.#events) return;
    if (this.#wasLost) await this.#findAgain();
    try {
      await this.#device.open({ baudRate: baud, bufferSize: BUFFER_SIZE });
    } catch (error) {
      throw new Error(openProblem(error, this.name));
    }
    this.#events = events;
    this.#wasLost = false;
    this.#baud = baud;
    // A board that was lost in the middle of a reset is not to be reset again.
    this.#signals = RELEASED;
    this.#device.addEventListener('disconnect', this.#lost);
    this.#attach();
  }

  async close(): Promise<void> {
    if (!this.#events) return;
    this.#events = undefined;
    this.#device.removeEventListener('disconnect', this.#lost);
    await this.#detach();
  }

  async send(bytes: Uint8Array): Promise<void> {
    if (!this.#writer) throw new Error(LOST);
    try {
      await this.#writer.write(bytes);
    } catch {
      throw new Error(LOST);
    }
  }

  async setSignals(dtr: boolean, rts: boolean): Promise<void> {
    this.#signals = { dataTerminalReady: dtr, requestToSend: rts };
    try {
      await this.#device.setSignals(this.#signals);
    } catch {
      throw new Error(LOST);
    }
  }

  /** The API has no other way than to close and to open again; the control lines are kept. */
  async setBaudRate(baud: number): Promise<void> {
    if (!this.#events) throw new Error(LOST);
    if (baud === this.#baud) return;
    await this.#detach();
    this.#baud = baud;
    try {
      await this.#device.open({ baudRate: baud, bufferSize: BUFFER_SIZE });
      await this.#device.setSignals(this.#signals);
    } catch (error) {
      throw new Error(openProblem(error, this.name));
    }
    this.#attach();
  }

  /** A chip with USB of its own leaves the bus when it resets; its product number may change. */
  async #findAgain(): Promise<void> {
    const vendor = this.#device.getInfo().usbVendorId;
    const devices = (await serialApi()?.getPorts()) ?? [];
    const same = devices.filter((device) => device.getInfo().usbVendorId === vendor);
    this.#device = same.find((device) => device.readable === null) ?? this.#device;
  }

  #attach(): void {
    this.#writer = this.#device.writable?.getWriter();
    this.#reading = this.#read();
  }

  /** Gives the streams back, so that the device can be closed. */
  async #detach(): Promise<void> {
    await this.#reader?.cancel().catch(() => {});
    await this.#reading;
    this.#writer?.releaseLock();
    this.#writer = undefined;
    await this.#device.close().catch(() => {});
  }

  /** Reads until the port is closed or lost. A damaged byte ends a stream, and there is a next. */
  async #read(): Promise<void> {
    while (this.#device.readable) {
      const reader = this.#device.readable.getReader();
      this.#reader = reader;
      try {
        for (;;) {
          const { value, done } = await reader.read();
          if (done) return;
          this.#events?.onReceived(value);
        }
      } catch {
        // The stream is over. The browser gets its turn to make another, or none for a lost device.
        await new Promise((resolve) => setTimeout(resolve));
      } finally {
        reader.releaseLock();
        this.#reader = undefined;
      }
    }
    this.#lost();
  }

  readonly #lost = (): void => {
    const events = this.#events;
    if (!events) return;
    this.#events = undefined;
    this.#wasLost = true;
    this.#writer = undefined;
    this.#device.removeEventListener('disconnect', this.#lost);
    events.onLost();
  };
}

const RELEASED = { dataTerminalReady: false, requestToSend: false };

function openProblem(error: unknown, name: string): string {
  const kind = error instanceof Error ? error.name : '';
  if (kind === 'NetworkError' || kind === 'InvalidStateError') {
    return `the ${name} is in use or gone. Close other programs that use it, or plug it in again`;
  }
  return words(error);
}
