// The Web Serial API of a browser, over a board of the test: `boardCall` leads there.
// https://wicg.github.io/serial/
(() => {
  const toText = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const toBytes = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  let isReleased = false;
  window.releaseBoard = () => {
    isReleased = true;
  };
  /** Once released, nothing is answered any more, so that the test can close the page. */
  const call = (name, text) => (isReleased ? new Promise(() => {}) : boardCall(name, text));
  const lost = () => new DOMException('The device has been lost.', 'NetworkError');

  class FakePort extends EventTarget {
    readable = null;
    writable = null;
    isLost = false;

    getInfo() {
      return { usbVendorId: usb[0], usbProductId: usb[1] };
    }

    async open({ baudRate }) {
      if (this.isLost) throw new DOMException('Failed to open serial port.', 'NetworkError');
      if (this.readable) throw new DOMException('The port is already open.', 'InvalidStateError');
      if (!(await call('open', String(baudRate)))) {
        throw new DOMException('Failed to open serial port.', 'NetworkError');
      }
      let isOpen = true;
      this.readable = new ReadableStream({
        pull: async (controller) => {
          while (isOpen) {
            const text = await call('read', '');
            if (text == null) {
              this.lose();
              return controller.error(lost());
            }
            if (text !== '') return controller.enqueue(toBytes(text));
            await new Promise((resolve) => setTimeout(resolve, 2));
          }
        },
        cancel: () => {
          isOpen = false;
        },
      });
      this.writable = new WritableStream({
        write: async (bytes) => {
          if ((await call('write', toText(bytes))) == null) throw lost();
        },
      });
    }

    lose() {
      this.readable = null;
      this.isLost = true;
      this.dispatchEvent(new Event('disconnect'));
      void comeBack();
    }

    async close() {
      if (this.readable?.locked || this.writable?.locked) throw new TypeError('Streams are locked.');
      this.readable = null;
      this.writable = null;
      await call('close', '');
    }

    async setSignals({ dataTerminalReady, requestToSend }) {
      const signals = `${dataTerminalReady ? 1 : 0}${requestToSend ? 1 : 0}`;
      if ((await call('signals', signals)) == null) throw lost();
    }
  }

  /** The board; one that was lost comes back as another object, with an event. */
  let port = new FakePort();
  async function comeBack() {
    while (!(await call('present', ''))) await new Promise((resolve) => setTimeout(resolve, 20));
    port = new FakePort();
    const event = new Event('connect');
    Object.defineProperty(event, 'target', { value: port });
    serial.dispatchEvent(event);
  }
  const serial = new EventTarget();
  window.timesAsked = 0;
  serial.requestPort = async () => {
    timesAsked++;
    return port;
  };
  serial.getPorts = async () => (port.isLost ? [] : [port]);
  Object.defineProperty(navigator, 'serial', { value: serial });
})();
