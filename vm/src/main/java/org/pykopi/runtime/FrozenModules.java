package org.pykopi.runtime;

import java.util.Arrays;
import org.pykopi.disk.RomVolume;
import org.pykopi.host.FileSystem;
import org.pykopi.host.HostException;
import org.pykopi.module.FrozenLibrary;
import org.pykopi.util.Profile;
import org.pykopi.util.Utf8;

/**
 * The modules that are part of the program: those of an image, then those of the library. For
 * MicroPython they are below the place {@code .frozen} of {@code sys.path}; Pycopy, which has no
 * library inside, looks into the image before it looks at {@code sys.path}, and writes {@code *}
 * for it.
 */
final class FrozenModules {
  /** What paths of the library's modules begin with. */
  static final String LIBRARY = ".frozen/";

  private static final String PYCOPY_PLACE = "*";

  private final byte[] bytes;
  private final RomVolume image;

  /** What paths of the image's modules begin with. */
  final String place;

  /** The image may be null. Throws HostException for one that is none. */
  FrozenModules(byte[] image, Profile profile) {
    bytes = image;
    this.image = image == null ? null : new RomVolume(image, 0, image.length);
    place = profile.isMicropython() ? LIBRARY : PYCOPY_PLACE;
  }

  boolean contains(String path) {
    return path.startsWith(place) || path.startsWith(LIBRARY);
  }

  /** Whether a frozen path is a package. */
  boolean isFolder(String path) {
    return kindInImage(path) == FileSystem.MODE_FOLDER
        || fromLibrary(path + "/__init__.py") != null;
  }

  /** Whether a frozen path is a file. */
  boolean isFile(String path) {
    return kindInImage(path) == FileSystem.MODE_FILE || fromLibrary(path) != null;
  }

  /** The text of a frozen source file, or null when it is no text. */
  String source(String path) {
    if (kindInImage(path) != FileSystem.MODE_FILE) {
      return fromLibrary(path);
    }
    int[] span = image.place(inside(path));
    return Utf8.decode(bytes, span[0], span[1]);
  }

  /** The content of a frozen `.mpy` file. */
  byte[] content(String path) {
    int[] span = image.place(inside(path));
    return Arrays.copyOfRange(bytes, span[0], span[0] + span[1]);
  }

  private String inside(String path) {
    return path.substring(place.length());
  }

  /** Of a file or folder, or 0 when the image has neither. */
  private int kindInImage(String path) {
    if (image == null || !path.startsWith(place)) {
      return 0;
    }
    try {
      return image.stat(inside(path)).mode();
    } catch (HostException e) {
      return 0;
    }
  }

  private String fromLibrary(String path) {
    return path.startsWith(LIBRARY) ? FrozenLibrary.source(path.substring(LIBRARY.length())) : null;
  }
}
