/** The WebAssembly build of the VM: its services as imports, its exports by name. */
import { loadWebAssembly, type NumberFunction } from '../wasm/load.ts';
import type { LoadedMachine, MachineExports, WaitingName } from './engine.ts';
import type { Services } from './services.ts';

/** The services that may wait, so their imports have to be able to suspend. */
const WAITING_IMPORTS = ['poll', 'awaitInput', 'write', 'sleep'] as const;
const WAITING_EXPORTS: WaitingName[] = ['start', 'feed', 'run'];

const SERVICES: Exclude<keyof Services, 'exchange'>[] = [
  'poll',
  'awaitInput',
  'inputReady',
  'takeInput',
  'write',
  'flush',
  'sleep',
  'epochMillis',
  'elapsedMillis',
  'localOffsetSeconds',
  'random',
  'fileChanged',
  'fileRemoved',
  'sendPart',
  'callScript',
  'receivePart',
];

export async function loadMachine(
  url: string,
  services: Services,
  suspends: boolean,
  onProgress: (loaded: number, total: number) => void,
): Promise<LoadedMachine> {
  const { exports, waiting } = await loadWebAssembly(url, {
    imports(exchange) {
      Object.defineProperty(services, 'exchange', { get: exchange });
      return Object.fromEntries(
        SERVICES.map((name) => [name, services[name].bind(services) as NumberFunction]),
      );
    },
    waitingImports: WAITING_IMPORTS,
    waitingExports: WAITING_EXPORTS,
    suspends,
    onProgress,
  });
  return {
    exports: exports as unknown as MachineExports,
    waiting: waiting as LoadedMachine['waiting'],
  };
}
