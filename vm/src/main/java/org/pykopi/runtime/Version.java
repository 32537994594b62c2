package org.pykopi.runtime;

/** What this program calls itself. */
public final class Version {
  private Version() {}

  public static final String NUMBER = "0.1.0";

  /** The first line of the prompt of Pycopy. */
  public static final String PYCOPY_BANNER = "Pycopy v3.6.1; Pykopi " + NUMBER + " version";

  /**
   * The first line of the prompt. It starts and ends like the reference's, because tools look for
   * that.
   */
  public static final String BANNER = "MicroPython v1.28.0; Pykopi " + NUMBER + " version";
}
