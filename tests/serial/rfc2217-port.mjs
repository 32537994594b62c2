// A serial port of the browser's shape over RFC 2217, for clients of Web Serial in Node:
// open, close, setSignals, getInfo, readable, writable.

import net from 'node:net';

const IAC = 255;
const SB = 250;
const SE = 240;
const WILL = 251;
const COM_PORT = 44;
const SET_BAUD = 1;
const SET_CONTROL = 5;

/** Takes the telnet commands out of a stream of bytes, whatever the pieces it comes in. */
function createTelnetFilter() {
  let state = 'data';
  return (chunk) => {
    const plain = [];
    for (const byte of chunk) {
      if (state === 'data') {
        if (byte === IAC) state = 'iac';
        else plain.push(byte);
      } else if (state === 'iac') {
        if (byte === IAC) plain.push(byte);
        state = byte === SB ? 'option' : byte >= WILL && byte !== IAC ? 'negotiation' : 'data';
      } else if (state === 'negotiation') {
        state = 'data';
      } else if (state === 'option') {
        if (byte === IAC) state = 'option iac';
      } else {
        state = byte === SE ? 'data' : 'option';
      }
    }
    return Uint8Array.from(plain);
  };
}

const escaped = (bytes) => Uint8Array.from([...bytes].flatMap((b) => (b === IAC ? [b, b] : [b])));

/** The line stays connected while the port is closed, as a cable does. */
export async function createPort(tcpPort, info) {
  const socket = net.connect(tcpPort, '127.0.0.1');
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  socket.setNoDelay(true);
  const filter = createTelnetFilter();
  let controller = null;
  socket.on('data', (chunk) => {
    const plain = filter(chunk);
    if (controller && plain.length > 0) controller.enqueue(plain);
  });
  const send = (bytes) => new Promise((resolve) => socket.write(bytes, resolve));
  const option = (command, value) =>
    send(Uint8Array.from([IAC, SB, COM_PORT, command, ...escaped(value), IAC, SE]));

  return {
    readable: null,
    writable: null,
    getInfo: () => info,
    async open({ baudRate }) {
      await option(SET_BAUD, [baudRate >>> 24, baudRate >>> 16, baudRate >>> 8, baudRate]);
      this.readable = new ReadableStream({
        start: (c) => void (controller = c),
        cancel: () => void (controller = null),
      });
      this.writable = new WritableStream({ write: (chunk) => send(escaped(chunk)) });
    },
    async close() {
      controller = null;
      this.readable = null;
      this.writable = null;
    },
    async setSignals({ dataTerminalReady, requestToSend }) {
      if (dataTerminalReady !== undefined) await option(SET_CONTROL, [dataTerminalReady ? 8 : 9]);
      if (requestToSend !== undefined) await option(SET_CONTROL, [requestToSend ? 11 : 12]);
    },
    /** What was sent still arrives. */
    end: () => new Promise((resolve) => socket.once('close', resolve).end()),
  };
}
