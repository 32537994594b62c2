package org.pykopi.runtime;

import org.pykopi.disk.RomVolume;
import org.pykopi.host.HostException;
import org.pykopi.util.Profile;

/**
 * How a runtime is set up. Set fields before the runtime is made; it does not look at them again.
 */
public final class RuntimeOptions {
  /** Which Python to be. */
  public Profile profile = Profile.MICROPYTHON;

  /** Pycopy's strict mode from the start; a comment in the first file can ask for it too. */
  public boolean isStrict;

  /** {@code sys.platform}. */
  public String platform = "linux";

  /** {@code sys.executable}. */
  public String executable = "";

  /** {@code sys.path}; null for the usual one of the profile. */
  public String[] path;

  /** {@code sys.argv}. */
  public String[] arguments = {""};

  /** Modules that come with the program, as a ROMFS; null for none. See {@link FrozenModules}. */
  public byte[] image;

  /** {@code -X heapsize}: bytes that objects may take together; 0 for no limit. */
  public long heapSize;

  /** Level of {@code -O}: from 1 asserts are dropped, from 3 line numbers too. */
  public int optimisation;

  /** See {@link org.pykopi.object.PyContext#maxDepth}; 0 for its default. */
  public int maxDepth;

  /** Whether the bytes can be an {@link #image}. */
  public static boolean isImage(byte[] bytes) {
    try {
      new RomVolume(bytes, 0, bytes.length);
      return true;
    } catch (HostException e) {
      return false;
    }
  }

  /** What {@code sys.path} begins as. Pycopy does not list the modules inside the program. */
  public String[] searchPath() {
    if (path != null) {
      return path;
    }
    return profile.isPycopy() ? new String[] {"", "/lib"} : new String[] {"", ".frozen", "/lib"};
  }
}
