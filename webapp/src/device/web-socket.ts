/** Boards on the network: MicroPython's WebREPL, through a WebSocket. */

import { type BoardPort, type MessageLine, type PortEvents } from './port.ts';
import { within } from './within.ts';

const OPEN_MILLIS = 10_000;

const LOST = 'the board closed the connection. Connect again';

export class WebSocketPort implements BoardPort {
  readonly way = 'network';
  readonly name: string;
  readonly usb = undefined;
  readonly hasSignals = false;
  readonly messages: MessageLine;
  readonly #url: string;
  #socket: WebSocket | undefined;
  /** Keeps the first bytes of a character whose other bytes come with the next message. */
  #text = new TextDecoder();

  constructor(url: string, password: string) {
    this.#url = url;
    this.name = url;
    this.messages = { password, sendBinary: async (bytes) => this.#send(bytes.slice().buffer) };
  }

  async open(_baud: number, events: PortEvents): Promise<void> {
    if (this.#socket) return;
    const socket = this.#begin();
    socket.binaryType = 'arraybuffer';
    socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
      if (typeof data === 'string') events.onReceived(new TextEncoder().encode(data));
      else events.onBinary(new Uint8Array(data));
    };
    const problem = `${this.#url} does not answer. Is the board in this network, and WebREPL started? It takes one client at a time`;
    const opened = new Promise<void>((resolve, reject) => {
      socket.onopen = () => resolve();
      socket.onclose = () => reject(new Error(problem));
    });
    try {
      await within(OPEN_MILLIS, opened, problem);
    } catch (error) {
      socket.close();
      throw error;
    }
    this.#socket = socket;
    this.#text = new TextDecoder();
    socket.onclose = () => {
      if (this.#socket !== socket) return;
      this.#socket = undefined;
      events.onLost();
    };
  }

  #begin(): WebSocket {
    try {
      return new WebSocket(this.#url);
    } catch {
      throw new Error(`this browser does not let the page open ${this.#url}`);
    }
  }

  async close(): Promise<void> {
    const socket = this.#socket;
    this.#socket = undefined;
    socket?.close();
  }

  async send(bytes: Uint8Array): Promise<void> {
    const text = this.#text.decode(bytes, { stream: true });
    if (text !== '') this.#send(text);
  }

  #send(message: string | ArrayBuffer): void {
    if (!this.#socket) throw new Error(LOST);
    this.#socket.send(message);
  }

  // A network has neither control lines nor a speed.

  async setSignals(): Promise<void> {}

  async setBaudRate(): Promise<void> {}
}
