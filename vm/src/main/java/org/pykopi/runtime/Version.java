package org.pykopi.runtime;

/** What this program calls itself. */
public final class Version {
  private Version() {}

  public static final String NUMBER = "0.1.0";

  /** The first line of the prompt. */
  public static final String BANNER =
      "Pykopi " + NUMBER + "; MicroPython 1.28 language and library";
}
