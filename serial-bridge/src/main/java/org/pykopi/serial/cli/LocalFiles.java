package org.pykopi.serial.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What goes wrong with files of this machine, for people. */
final class LocalFiles {
  private LocalFiles() {}

  /** An exception of the JDK may have nothing but the name of the file for a message. */
  static String describe(IOException e) {
    if (!(e instanceof FileSystemException failure) || failure.getFile() == null) {
      return e.getMessage() == null ? e.toString() : e.getMessage();
    }
    String reason =
        e instanceof NoSuchFileException
            ? "no such file or folder"
            : e instanceof AccessDeniedException ? "permission denied" : failure.getReason();
    return failure.getFile() + ": " + (reason == null ? "it can not be used" : reason);
  }

  /** Throws when nothing can be written there, before the work is done that fills it. */
  static void checkWritable(String verb, Path file) throws CommandException {
    Path folder = file.toAbsolutePath().getParent();
    boolean canWrite = Files.exists(file) ? Files.isWritable(file) : Files.isWritable(folder);
    if (Files.isDirectory(file) || !canWrite) {
      throw new CommandException(verb + ": can not write " + file);
    }
  }
}
