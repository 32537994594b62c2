package org.pykopi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.pykopi.util.Utf8;

/** A source text from a file, or from standard input when the name is {@code -}. */
record SourceFile(String name, String text) {
  static SourceFile read(String path) throws IOException {
    boolean isInput = path.equals("-");
    byte[] bytes = isInput ? System.in.readAllBytes() : Files.readAllBytes(Path.of(path));
    return new SourceFile(isInput ? "<stdin>" : path, Utf8.decodeLenient(bytes, 0, bytes.length));
  }
}
