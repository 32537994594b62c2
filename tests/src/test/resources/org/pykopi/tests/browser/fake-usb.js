// The WebUSB API of a browser without Web Serial, over an adapter of the test: `boardCall` leads
// there, `usbDescription` says what the adapter is. https://wicg.github.io/webusb/
(() => {
  const toText = (bytes) => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  const toBytes = (text) => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const hex = (number, digits) => number.toString(16).padStart(digits, '0');
  const dataView = (text) => new DataView(toBytes(text).buffer);
  let isReleased = false;
  window.releaseBoard = () => {
    isReleased = true;
  };
  /** Once released, nothing is answered any more, so that the test can close the page. */
  const call = (name, text) => (isReleased ? new Promise(() => {}) : boardCall(name, text));
  const failed = (text) => new DOMException(text, 'NetworkError');
  const isAllowed = () => localStorage.getItem('usb-allowed') !== null;
  const { vendorId, productId, release, interfaces } = usbDescription;
  const TYPES = { standard: 0x00, class: 0x20, vendor: 0x40 };
  const RECIPIENTS = { device: 0, interface: 1, endpoint: 2, other: 3 };

  class FakeDevice {
    vendorId = vendorId;
    productId = productId;
    deviceVersionMajor = release >> 8;
    deviceVersionMinor = (release >> 4) & 15;
    deviceVersionSubminor = release & 15;
    opened = false;
    configuration = null;
    configurations = [
      {
        configurationValue: 1,
        interfaces: interfaces.map((one) => ({
          interfaceNumber: one.interfaceNumber,
          alternates: [
            {
              interfaceClass: one.interfaceClass,
              endpoints: ['in', 'out']
                .filter((direction) => one[direction])
                .map((direction) => ({
                  endpointNumber: one[direction],
                  direction,
                  type: 'bulk',
                  packetSize: one.packetSize,
                })),
            },
          ],
        })),
      },
    ];
    #claimed = new Set();
    #reading = Promise.resolve();

    async open() {
      if (this.opened) throw new DOMException('It is open.', 'InvalidStateError');
      if ((await call('open', '')) == null) throw failed('Unable to open.');
      this.opened = true;
    }

    async close() {
      if (!this.opened) return;
      this.opened = false;
      this.#claimed.clear();
      await call('close', '');
    }

    async selectConfiguration(value) {
      this.configuration = this.configurations.find((one) => one.configurationValue === value);
    }

    async claimInterface(number) {
      const found = this.configuration.interfaces.some((one) => one.interfaceNumber === number);
      if (!this.opened || !found || window.isUsbTaken) throw failed('Unable to claim interface.');
      this.#claimed.add(number);
    }

    async #control(direction, setup, data) {
      if (!this.opened) throw failed('Not open.');
      if (setup.recipient === 'interface' && !this.#claimed.has(setup.index & 255)) {
        throw new DOMException('The interface is not claimed.', 'InvalidStateError');
      }
      const type = direction | TYPES[setup.requestType] | RECIPIENTS[setup.recipient];
      const head = [hex(type, 2), hex(setup.request, 2), hex(setup.value, 4), hex(setup.index, 4)];
      const tail = Array.from(data, (byte) => hex(byte, 2)).join('');
      const answer = await call('control', [...head, ...(tail ? [tail] : [])].join(' '));
      if (answer == null) throw failed('A transfer error has occurred.');
      return answer === false ? { status: 'stall' } : { status: 'ok', data: dataView(answer) };
    }

    controlTransferOut(setup, data) {
      return this.#control(0, setup, data);
    }

    controlTransferIn(setup) {
      return this.#control(0x80, setup, []);
    }

    #check(direction, endpoint) {
      const one = interfaces.find((other) => other[direction] === endpoint);
      if (!this.opened) throw failed('Not open.');
      if (!one || !this.#claimed.has(one.interfaceNumber)) {
        throw new DOMException('No such endpoint.', 'NotFoundError');
      }
    }

    /** Transfers end in the order in which they began. */
    transferIn(endpoint) {
      const before = this.#reading;
      const transfer = before.then(async () => {
        for (;;) {
          this.#check('in', endpoint);
          const text = await call('read', '');
          if (text == null) throw failed('The device was disconnected.');
          if (text !== '') return { status: 'ok', data: dataView(text) };
          await new Promise((resolve) => setTimeout(resolve, 2));
        }
      });
      this.#reading = transfer.catch(() => {});
      return transfer;
    }

    async transferOut(endpoint, data) {
      this.#check('out', endpoint);
      const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
      if ((await call('write', toText(bytes))) == null) throw failed('A transfer error.');
      return { status: 'ok' };
    }

    async clearHalt() {}
  }

  let device = new FakeDevice();
  const usb = new EventTarget();
  const tell = (name) => {
    const event = new Event(name);
    event.device = device;
    usb.dispatchEvent(event);
  };
  window.choices = 0;
  usb.requestDevice = async ({ filters }) => {
    window.choices++;
    const fits = filters.some((filter) => filter.vendorId === vendorId || filter.classCode === 2);
    if (!fits || !navigator.userActivation.isActive) throw new DOMException('', 'NotFoundError');
    localStorage.setItem('usb-allowed', 'yes');
    return device;
  };
  usb.getDevices = async () => (isAllowed() && device ? [device] : []);
  Object.defineProperty(navigator, 'usb', { value: usb });
  Object.defineProperty(navigator, 'serial', { value: undefined });
  window.unplug = () => {
    device.opened = false;
    tell('disconnect');
    device = null;
  };
  /** It comes back as another object, as a device does. */
  window.plugIn = () => {
    device = new FakeDevice();
    tell('connect');
  };
})();
