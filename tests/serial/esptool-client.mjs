// esptool-js at work on a simulated board: detects it, writes a file, compares its MD5, resets.
//
//   node tests/serial/esptool-client.mjs TCP-PORT FILE ADDRESS [USB-PRODUCT]
//
// Prints one line for each fact, "name: value"; exit status 0 when the whole work succeeded.

import crypto from 'node:crypto';
import fs from 'node:fs';
import { createPort } from './rfc2217-port.mjs';
import { ESPLoader, Transport } from '../../serial-bridge/node_modules/esptool-js/bundle.js';

const [tcpPort, file, address, product] = process.argv.slice(2);
const info = product
  ? { usbVendorId: 0x303a, usbProductId: Number(product) }
  : { usbVendorId: 0x10c4, usbProductId: 0xea60 };
const say = (name, value) => console.log(`${name}: ${value}`);
const log = [];
const terminal = { clean() {}, writeLine: (text) => log.push(text), write: (text) => log.push(text) };

// Its transport writes a trace to the console; only our own lines may stand on stdout.
const print = console.log;
console.log = (text) => (/^[a-z0-9]+: /.test(text) ? print(text) : log.push(text));

const port = await createPort(Number(tcpPort), info);
try {
  const transport = new Transport(port, false);
  const loader = new ESPLoader({ transport, baudrate: 921600, romBaudrate: 115200, terminal });
  say('type', await loader.main());
  say('chip', loader.chip.CHIP_NAME);
  say('mac', await loader.chip.readMac(loader));
  say('features', await loader.chip.getChipFeatures(loader));
  say('crystal', await loader.chip.getCrystalFreq(loader));
  say('stub', loader.IS_STUB);
  say('size', await loader.detectFlashSize());
  const data = new Uint8Array(fs.readFileSync(file));
  await loader.writeFlash({
    fileArray: [{ data, address: Number(address) }],
    flashMode: 'keep',
    flashFreq: 'keep',
    flashSize: 'keep',
    eraseAll: false,
    compress: true,
    calculateMD5Hash: (image) => crypto.createHash('md5').update(image).digest('hex'),
  });
  say('md5', await loader.flashMd5sum(Number(address), data.length));
  const back = await loader.readFlash(Number(address), 8192);
  say('readback', Buffer.compare(Buffer.from(back), Buffer.from(data.subarray(0, 8192))) === 0);
  // Its hard reset only lets RTS go, so somebody has to pull it first.
  await transport.setRTS(true);
  await loader.after('hard_reset');
  say('done', true);
} catch (error) {
  console.error(error);
  console.error(log.join('\n'));
  process.exitCode = 1;
} finally {
  await port.end();
}
