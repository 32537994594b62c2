/** The Pythons that the VM can be; their places are the numbers of `Profile` in Java. */
export const PROFILES = ['micropython', 'pycopy', 'pycopy-dev'] as const;

export type Profile = (typeof PROFILES)[number];

/** The number of a profile; throws for a name that is none. */
export function profileNumber(profile: Profile = 'micropython'): number {
  const number = PROFILES.indexOf(profile);
  if (number < 0) {
    throw new Error(`There is no profile '${profile}': use one of ${PROFILES.join(', ')}.`);
  }
  return number;
}
