/**
 * Boards behind USB adapters, through the WebUSB API (https://wicg.github.io/webusb/), for browsers
 * that reach no serial ports. The drivers of the adapters are in Java, `org.pykopi.serial.usb`; they
 * say which endpoints carry the bytes of the line.
 */
import { MessageWriter } from '../wasm/wire.ts';
import {
  type AdapterDevice,
  type BoardPort,
  LOST,
  type PortEvents,
  type UsbId,
  usbName,
} from './port.ts';

/** What the API has; the type library does not know it yet. */
export interface UsbDevice {
  readonly vendorId: number;
  readonly productId: number;
  readonly productName?: string | null;
  readonly deviceVersionMajor: number;
  readonly deviceVersionMinor: number;
  readonly deviceVersionSubminor: number;
  readonly configuration: { readonly interfaces: readonly UsbInterface[] } | null;
  readonly configurations: readonly { readonly configurationValue: number }[];
  open(): Promise<void>;
  close(): Promise<void>;
  selectConfiguration(value: number): Promise<void>;
  claimInterface(number: number): Promise<void>;
  controlTransferOut(setup: UsbSetup, data: BufferSource): Promise<UsbResult>;
  controlTransferIn(setup: UsbSetup, length: number): Promise<UsbResult>;
  transferIn(endpoint: number, length: number): Promise<UsbResult>;
  transferOut(endpoint: number, data: BufferSource): Promise<UsbResult>;
  clearHalt(direction: 'in' | 'out', endpoint: number): Promise<void>;
}

export interface UsbInterface {
  readonly interfaceNumber: number;
  readonly alternates: readonly {
    readonly interfaceClass: number;
    readonly endpoints: readonly {
      readonly endpointNumber: number;
      readonly direction: 'in' | 'out';
      readonly type: string;
      readonly packetSize: number;
    }[];
  }[];
}

export interface UsbSetup {
  requestType: 'standard' | 'class' | 'vendor';
  recipient: 'device' | 'interface' | 'endpoint' | 'other';
  request: number;
  value: number;
  index: number;
}

export interface UsbResult {
  readonly status?: 'ok' | 'stall' | 'babble';
  readonly data?: DataView;
}

export interface UsbApi extends EventTarget {
  requestDevice(options: { filters: object[] }): Promise<UsbDevice>;
  getDevices(): Promise<UsbDevice[]>;
}

export type UsbConnectionEvent = Event & { readonly device: UsbDevice };

/** Undefined where the browser has no WebUSB. */
export function usbApi(): UsbApi | undefined {
  return (navigator as unknown as { usb?: UsbApi }).usb;
}

/** Silicon Labs, FTDI, WCH and Espressif; any other device with USB's own class for serial lines. */
const VENDORS = [0x10c4, 0x0403, 0x1a86, 0x303a];
const COMMUNICATION = 0x02;

export const USB_FILTERS: object[] = [
  ...VENDORS.map((vendorId) => ({ vendorId })),
  { classCode: COMMUNICATION },
];

/** Whether the chooser would offer a device. */
export function isSerialDevice(device: UsbDevice): boolean {
  if (VENDORS.includes(device.vendorId)) return true;
  const interfaces = device.configuration?.interfaces ?? [];
  return interfaces.some((one) => one.alternates[0]?.interfaceClass === COMMUNICATION);
}

/** A multiple of all sizes of packets. */
const TRANSFER = 4096;

/** While the page handles one transfer the next one is under way. */
const READS_AHEAD = 2;

const TO_HOST = 0x80;
const TYPES = ['standard', 'class', 'vendor'] as const;
const RECIPIENTS = ['device', 'interface', 'endpoint', 'other'] as const;

export class WebUsbPort implements BoardPort {
  readonly name: string;
  readonly way = 'cable';
  readonly hasSignals = true;
  #device: UsbDevice;
  #events: PortEvents | undefined;
  /** Number of the endpoint that takes the bytes of the line; 0 before the driver has told it. */
  #out = 0;

  constructor(device: UsbDevice) {
    this.#device = device;
    this.name = usbName(this.usb, device.productName);
  }

  get usb(): UsbId {
    return { vendor: this.#device.vendorId, product: this.#device.productId };
  }

  async open(_baud: number, events: PortEvents): Promise<void> {
    if (this.#events) return;
    await this.#findAgain();
    try {
      await this.#device.open();
      if (this.#device.configuration === null) {
        await this.#device.selectConfiguration(this.#device.configurations[0]!.configurationValue);
      }
    } catch {
      throw new Error(this.#inUse());
    }
    this.#events = events;
    this.#out = 0;
    usbApi()?.addEventListener('disconnect', this.#onDisconnect);
  }

  async close(): Promise<void> {
    if (!this.#events) return;
    this.#forget();
    await this.#device.close().catch(() => {});
  }

  async send(bytes: Uint8Array): Promise<void> {
    if (this.#out === 0) throw new Error(LOST);
    await this.#transfer(() => this.#device.transferOut(this.#out, bytes as BufferSource));
  }

  // The driver sets control lines and speed, with control transfers.

  async setSignals(): Promise<void> {}

  async setBaudRate(): Promise<void> {}

  // ---- what the driver asks for ----

  readonly adapter: AdapterDevice = {
    describe: () => describeDevice(this.#device),
    claim: async (number) => {
      try {
        await this.#device.claimInterface(number);
      } catch {
        throw new Error(this.#inUse());
      }
    },
    carry: (input, output, packet, header) => {
      this.#out = output;
      void this.#read(input & ~TO_HOST, packet, header);
    },
    control: async (type, request, value, index, data) => {
      const setup: UsbSetup = {
        requestType: TYPES[(type >> 5) & 3] ?? 'vendor',
        recipient: RECIPIENTS[type & 31] ?? 'other',
        request,
        value,
        index,
      };
      const result = await this.#transfer(() =>
        type & TO_HOST
          ? this.#device.controlTransferIn(setup, data.length)
          : this.#device.controlTransferOut(setup, data as BufferSource),
      );
      return result.data ? bytesOf(result.data) : new Uint8Array();
    },
  };

  async #transfer(action: () => Promise<UsbResult>): Promise<UsbResult> {
    let result: UsbResult;
    try {
      result = await action();
    } catch {
      throw new Error(LOST);
    }
    if (result.status !== 'stall') return result;
    throw new Error(`the ${this.name} refuses a request. Is it a copy of another adapter?`);
  }

  /** Reads all the time, since the API cannot end a transfer that has begun. */
  async #read(endpoint: number, packet: number, header: number): Promise<void> {
    const events = this.#events;
    const device = this.#device;
    const next = () => device.transferIn(endpoint, TRANSFER).catch(() => null);
    const ahead = Array.from({ length: READS_AHEAD }, next);
    for (;;) {
      const result = await ahead.shift()!;
      if (this.#events !== events) return;
      if (result === null) return this.#lost();
      if (result.status === 'stall') await device.clearHalt('in', endpoint).catch(() => {});
      ahead.push(next());
      if (result.data) events?.onReceived(withoutHeaders(bytesOf(result.data), packet, header));
    }
  }

  /** A chip with USB of its own leaves the bus when it resets; its product number may change. */
  async #findAgain(): Promise<void> {
    const devices = (await usbApi()?.getDevices()) ?? [];
    if (devices.includes(this.#device)) return;
    const { vendorId } = this.#device;
    this.#device = devices.find((device) => device.vendorId === vendorId) ?? this.#device;
  }

  #inUse(): string {
    return `the ${this.name} cannot be opened: another program, another page or the driver of the system has it, or it is gone. Close what uses it, or plug it in again`;
  }

  #forget(): void {
    this.#events = undefined;
    this.#out = 0;
    usbApi()?.removeEventListener('disconnect', this.#onDisconnect);
  }

  readonly #onDisconnect = (event: Event): void => {
    if ((event as UsbConnectionEvent).device === this.#device) this.#lost();
  };

  #lost(): void {
    const events = this.#events;
    if (!events) return;
    this.#forget();
    events.onLost();
  }
}

/** Drops the first bytes of each packet of a transfer. */
export function withoutHeaders(transfer: Uint8Array, packet: number, header: number): Uint8Array {
  if (header === 0) return transfer;
  const line = new Uint8Array(transfer.length);
  let length = 0;
  for (let at = 0; at < transfer.length; at += packet) {
    const piece = transfer.subarray(at + header, at + packet);
    line.set(piece, length);
    length += piece.length;
  }
  return line.subarray(0, length);
}

/** `int vendor, int product, int release, then for each interface: number, class, in, out, packet`. */
function describeDevice(device: UsbDevice): Uint8Array {
  const { deviceVersionMajor: major, deviceVersionMinor: minor } = device;
  const message = new MessageWriter().int(device.vendorId).int(device.productId);
  message.int((major << 8) | (minor << 4) | device.deviceVersionSubminor);
  for (const { interfaceNumber, alternates } of device.configuration?.interfaces ?? []) {
    const { interfaceClass, endpoints } = alternates[0]!;
    const bulk = endpoints.filter(({ type }) => type === 'bulk');
    const input = bulk.find(({ direction }) => direction === 'in');
    const output = bulk.find(({ direction }) => direction === 'out');
    message.int(interfaceNumber).int(interfaceClass);
    message.int(input ? input.endpointNumber | TO_HOST : 0).int(output?.endpointNumber ?? 0);
    message.int(input?.packetSize ?? 0);
  }
  return message.finish();
}

function bytesOf(data: DataView): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
