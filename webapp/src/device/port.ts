/**
 * One line to a board, whatever carries it: Web Serial, WebUSB, a WebSocket, or the VM in the page.
 *
 * A failed call rejects with an `Error` whose message is a sentence for the user.
 */
export interface BoardPort {
  readonly way: Way;
  /** What the user knows it by: `CP2102 USB to UART`, `ws://192.168.4.1:8266/`. */
  readonly name: string;
  readonly usb: UsbId | undefined;
  /** Whether control lines and speed reach the board. */
  readonly hasSignals: boolean;
  /** Opens the line; on an open one it does nothing. */
  open(baud: number, events: PortEvents): Promise<void>;
  close(): Promise<void>;
  send(bytes: Uint8Array): Promise<void>;
  /** Both lines in one request; true pulls the line low. */
  setSignals(dtr: boolean, rts: boolean): Promise<void>;
  setBaudRate(baud: number): Promise<void>;
  /** Where the driver of the adapter is ours: what it needs. */
  readonly adapter?: AdapterDevice;
  /** Where the line is WebREPL: what its two kinds of messages need. */
  readonly messages?: MessageLine;
}

/** How a board is reached: plugged in here, over the network, or it is a VM in this page. */
export type Way = 'cable' | 'network' | 'page';

/** A line of messages: text is its bytes, binary messages are for files. */
export interface MessageLine {
  readonly password: string;
  sendBinary(bytes: Uint8Array): Promise<void>;
}

/** A USB device as its driver sees it: `org.pykopi.serial.usb.UsbDevice`. */
export interface AdapterDevice {
  /** What it says of itself, as a message. */
  describe(): Uint8Array;
  claim(interfaceNumber: number): Promise<void>;
  /** These endpoints carry the line; each packet that comes begins with a header. */
  carry(input: number, output: number, packet: number, header: number): void;
  /** A control transfer; for one to the host only the length of `data` matters. */
  control(
    type: number,
    request: number,
    value: number,
    index: number,
    data: Uint8Array,
  ): Promise<Uint8Array>;
}

export interface PortEvents {
  onReceived(bytes: Uint8Array): void;
  /** Only of a line of messages. */
  onBinary(bytes: Uint8Array): void;
  /** The board was unplugged, or the other side closed the line. */
  onLost(): void;
}

/** What a port says that is no longer there. */
export const LOST = 'the board is no longer there. Check the cable and connect again';

/** The numbers by which a USB device says what it is. */
export interface UsbId {
  vendor: number;
  product: number;
}

/** The adapters and chips that boards in the field have, by vendor and product. */
const KNOWN: Record<string, string> = {
  '10c4:ea60': 'CP2102 adapter',
  '0403:6010': 'FT2232H adapter',
  '0403:6001': 'FT232R adapter',
  '0403:6015': 'FT231X adapter',
  '1a86:7523': 'CH340 adapter',
  '1a86:5523': 'CH341 adapter',
  '1a86:55d3': 'CH343 adapter',
  '1a86:55d4': 'CH9102F adapter',
  '303a:1001': 'ESP32 with USB serial',
  '303a:0002': 'ESP32-S2',
  '303a:0009': 'ESP32-S3',
  '303a:4001': 'ESP32 with MicroPython',
  '2e8a:0005': 'Raspberry Pi Pico with MicroPython',
  'f055:9800': 'Pyboard',
};

/** The name of a device that is not known here is what it calls itself, if it does. */
export function usbName(usb: UsbId | undefined, ownName?: string | null): string {
  if (!usb) return 'Serial port';
  const text = [usb.vendor, usb.product].map((n) => n.toString(16).padStart(4, '0')).join(':');
  return KNOWN[text] || ownName || `USB device ${text}`;
}
