/** Asks where on the network a board is. */

import { ask } from '../layout/dialogs.ts';
import { element } from '../layout/dom.ts';
import { browserStorage } from '../state/storage.ts';
import { networkAddress, networkProblem } from './network-address.ts';
import type { BoardPort } from './port.ts';
import { WebSocketPort } from './web-socket.ts';

/** The address is remembered, the password is not. */
const KEY = 'pykopi.network-board';

/** Null when the user thinks better of it. */
export function askNetworkPort(): Promise<BoardPort | null> {
  const storage = browserStorage();
  const address = element('input', {
    id: 'asked-address',
    type: 'text',
    value: storage.getItem(KEY) ?? '',
    placeholder: '192.168.4.1',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    'aria-describedby': 'asked-problem',
  });
  const password = element('input', {
    id: 'asked-password',
    type: 'password',
    autocomplete: 'off',
  });
  const problem = element('p', { id: 'asked-problem', class: 'problem', role: 'alert' });
  const help = element('p', { class: 'dialog-help' }, 'The board runs WebREPL. Switch it on with ');
  help.append(element('code', {}, 'import webrepl_setup'), ' at the prompt, once, over USB.');
  return ask<BoardPort>(
    'Connect over the network',
    [
      help,
      element('label', { for: address.id }, 'Address of the board'),
      address,
      element('label', { for: password.id }, 'Password of WebREPL'),
      password,
      problem,
    ],
    { text: 'Connect', kind: 'primary' },
    () => {
      problem.textContent = networkProblem(address.value, location.protocol) ?? '';
      if (problem.textContent !== '') {
        address.focus();
        return null;
      }
      const url = networkAddress(address.value)!;
      storage.setItem(KEY, address.value.trim());
      return new WebSocketPort(url, password.value);
    },
    () => (address.value === '' ? address : password).focus(),
  );
}
