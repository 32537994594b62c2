/** Preferences in the browser's storage; anything unreadable becomes the default. */

import { PROFILES } from '../worker/profile.ts';
import type { TextStorage } from './drafts.ts';
import { clampShare, defaultPreferences, type Preferences } from './model.ts';

const KEY = 'pykopi.preferences';
/** Read by `public/theme.js` before the first paint. */
const THEME_KEY = 'pykopi.theme';

export function loadPreferences(storage: TextStorage): Preferences {
  let stored: Partial<Record<keyof Preferences, unknown>> = {};
  try {
    const parsed: unknown = JSON.parse(storage.getItem(KEY) ?? '{}');
    if (parsed !== null && typeof parsed === 'object') stored = parsed;
  } catch {
    return { ...defaultPreferences };
  }
  const flag = (value: unknown, otherwise: boolean) =>
    typeof value === 'boolean' ? value : otherwise;
  return {
    theme: stored.theme === 'light' || stored.theme === 'dark' ? stored.theme : 'system',
    split: clampShare(typeof stored.split === 'number' ? stored.split : defaultPreferences.split),
    stacked: flag(stored.stacked, defaultPreferences.stacked),
    filesShown: flag(stored.filesShown, defaultPreferences.filesShown),
    profile: PROFILES.find((profile) => profile === stored.profile) ?? defaultPreferences.profile,
    compiles: flag(stored.compiles, defaultPreferences.compiles),
    screenReader: flag(stored.screenReader, defaultPreferences.screenReader),
  };
}

export function storePreferences(storage: TextStorage, preferences: Preferences): void {
  try {
    storage.setItem(KEY, JSON.stringify(preferences));
    storage.setItem(THEME_KEY, preferences.theme);
  } catch {
    // A full or forbidden storage only costs the memory of these choices.
  }
}
