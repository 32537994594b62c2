/** Addresses of boards on the network as people type them. DOM-free. */

const PORT = '8266';

/** `ws://host:port` for what was typed, with WebREPL's own port unless told; null when it is none. */
export function networkAddress(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  const full = /^[a-z]+:\/\//i.test(text) ? text : `ws://${text}`;
  const match = /^(wss?):\/\/(\[[0-9a-f:.]+\]|[^\/:?#@[\]]+)(?::(\d{1,5}))?\/?$/i.exec(full);
  if (!match) return null;
  const port = match[3] ?? PORT;
  return Number(port) < 65536 ? `${match[1]}://${match[2]}:${port}`.toLowerCase() : null;
}

/**
 * What is wrong with a typed address for a page of that protocol, or null. A browser lets a page
 * that came encrypted talk to this computer only, or encrypted.
 */
export function networkProblem(typed: string, pageProtocol: string): string | null {
  const address = networkAddress(typed);
  if (address === null) return 'An address looks like 192.168.4.1 or esp.local.';
  const isOpen = address.startsWith('ws://');
  if (pageProtocol !== 'https:' || !isOpen || isThisComputer(address)) return null;
  return 'This page came through https, and browsers do not let such a page talk to a board without encryption. Open Pykopi from your own computer (http://localhost), or use the USB cable.';
}

function isThisComputer(address: string): boolean {
  return /^ws:\/\/(localhost|127\.[\d.]+|\[::1\]):/.test(address);
}
