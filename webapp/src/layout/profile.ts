/** The choice of the Python among the commands; it also says which one is on. */

import type { Store } from '../state/store.ts';
import { PROFILES, type Profile } from '../worker/profile.ts';

const names: Record<Profile, string> = {
  micropython: 'MicroPython',
  pycopy: 'Pycopy',
  'pycopy-dev': 'Pycopy dev',
};

export function createProfileChoice(
  choice: HTMLSelectElement,
  { store }: { store: Store },
): { dispose(): void } {
  for (const profile of PROFILES) choice.add(new Option(names[profile], profile));
  const onChange = () => store.emit('profile-chosen', { profile: PROFILES[choice.selectedIndex]! });
  choice.addEventListener('change', onChange);
  const stop = store.watch(
    (state) => state.preferences.profile,
    (profile) => {
      choice.value = profile;
    },
  );
  return {
    dispose() {
      stop();
      choice.removeEventListener('change', onChange);
    },
  };
}
