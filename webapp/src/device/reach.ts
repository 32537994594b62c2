/** Whether this browser can reach boards, and how the user chooses one. */

import { canSuspend, hasGarbageCollection } from '../wasm/load.ts';
import type { BoardPort } from './port.ts';
import { serialApi, WebSerialPort } from './web-serial.ts';

/** Why this browser cannot reach boards, as a sentence; empty when it can. */
export function reachProblem(): string {
  if (!serialApi()) {
    return isSecureContext
      ? 'This browser cannot reach boards. Use Chrome, Edge or Opera on a computer.'
      : 'A page that is not secure cannot reach boards. Open it through https or localhost.';
  }
  if (!hasGarbageCollection() || !canSuspend()) {
    return 'This browser is too old to reach boards. Update it.';
  }
  return '';
}

/** The browser's own dialog; null when the user closes it. */
export async function askPort(): Promise<BoardPort | null> {
  try {
    return new WebSerialPort(await serialApi()!.requestPort());
  } catch (error) {
    if (error instanceof Error && error.name === 'NotFoundError') return null;
    throw error;
  }
}

/**
 * Calls back with each board that the user allowed earlier and that is plugged in now or later.
 * A board that leaves the bus when it resets comes back this way.
 */
export function watchKnownBoards(found: (port: BoardPort) => void): { dispose(): void } {
  const api = serialApi();
  const onConnect = (event: Event) =>
    found(new WebSerialPort(event.target as ConstructorParameters<typeof WebSerialPort>[0]));
  api?.addEventListener('connect', onConnect);
  return { dispose: () => api?.removeEventListener('connect', onConnect) };
}
