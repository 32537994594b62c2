package org.pykopi.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pykopi.runtime.RuntimeOptions;

/** The file with frozen modules that {@link Freeze} makes. */
final class ImageFile {
  /** The name of the one that lies beside the program and belongs to it. */
  private static final String BESIDE = "pykopi.image";

  private ImageFile() {}

  /**
   * The content of the file, or for null of the one beside the program; null when there is none.
   * The message of an exception tells what is wrong.
   */
  static byte[] read(String name) throws IOException {
    Path path = name == null ? beside() : Path.of(name);
    if (path == null || name == null && !Files.isRegularFile(path)) {
      return null;
    }
    if (!Files.isRegularFile(path)) {
      throw new IOException("can't open image '" + path + "'");
    }
    byte[] bytes = Files.readAllBytes(path);
    if (!RuntimeOptions.isImage(bytes)) {
      throw new IOException("'" + path + "' is no image, make one with: pykopi freeze");
    }
    return bytes;
  }

  private static Path beside() {
    try {
      URI program = ImageFile.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(program).resolveSibling(BESIDE);
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
