/** Loads the JavaScript build of the VM. */
import type { LoadedMachine, MachineExports } from './engine.ts';
import { EXCHANGE_SIZE } from '../wasm/load.ts';
import type { Services } from './services.ts';

type JavaScriptExports = Omit<MachineExports, 'create'> & {
  main(args: string[]): void;
  create(host: Services, mode: number, profile: number): void;
};

let copies = 0;

/** `pykopi.js` is a script of the UMD kind: it fills `exports` when it finds one. */
export async function loadJavaScript(url: string, services: Services): Promise<LoadedMachine> {
  const scope = globalThis as { exports?: unknown; define?: unknown };
  const kept = { exports: scope.exports, define: scope.define };
  const found = {} as JavaScriptExports;
  scope.exports = found;
  scope.define = undefined;
  try {
    // Each copy has its own statics, so each load needs an address of its own.
    copies++;
    const module = await import(/* @vite-ignore */ copies === 1 ? url : `${url}?${copies}`);
    Object.assign(found, module.default);
  } finally {
    Object.assign(scope, kept);
  }
  services.exchange = new Uint8Array(EXCHANGE_SIZE);
  const exports: MachineExports = {
    ...found,
    create: (mode, profile) => found.create(services, mode, profile),
  };
  found.main([]);
  return { exports, waiting: exports };
}
