package org.pykopi.util;

/**
 * Which Python the machine is. One machine runs all profiles: a profile hides names and selects the
 * few behaviours that differ. The numbers of the constants are part of the browser's interface.
 */
public enum Profile {
  /** Today's boards and tutorials; the default. */
  MICROPYTHON("micropython"),

  /** The Unix port of Pycopy 3.6.1. */
  PYCOPY("pycopy"),

  /** Its development variant: reflection, documentation strings, assignable streams. */
  PYCOPY_DEV("pycopy-dev");

  /** As the command line, the page and {@code loadPykopi} write it. */
  public final String label;

  Profile(String label) {
    this.label = label;
  }

  public boolean isMicropython() {
    return this == MICROPYTHON;
  }

  /** Either variant of Pycopy. */
  public boolean isPycopy() {
    return this != MICROPYTHON;
  }

  public boolean isDev() {
    return this == PYCOPY_DEV;
  }

  /** Whether modules have all their functions; Pycopy's standard build leaves many out. */
  public boolean isFull() {
    return this != PYCOPY;
  }

  /** The profile of that label, or null. */
  public static Profile ofLabel(String label) {
    for (Profile profile : values()) {
      if (profile.label.equals(label)) {
        return profile;
      }
    }
    return null;
  }

  /** The profile of that number; the default for numbers that mean none. */
  public static Profile ofNumber(int number) {
    return number == 1 ? PYCOPY : number == 2 ? PYCOPY_DEV : MICROPYTHON;
  }
}
