package org.pykopi.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.pykopi.host.FileSystem;
import org.pykopi.host.HostException;

/**
 * The files of this computer. Java cannot change the folder of its process, so the current folder
 * is kept here and put before relative paths.
 */
final class JvmFileSystem implements FileSystem {
  private Path current = Path.of(System.getProperty("user.dir"));

  private Path resolve(String path) {
    try {
      return current.resolve(path).normalize();
    } catch (InvalidPathException e) {
      throw new HostException(HostException.EINVAL);
    }
  }

  /** The absolute path without symbolic links; throws when nothing is there. */
  String realPath(String path) {
    try {
      return resolve(path).toRealPath().toString();
    } catch (IOException e) {
      throw failure(e);
    }
  }

  // ---- files ----

  @Override
  public OpenFile open(String path, int flags) {
    Path file = resolve(path);
    if (Files.isDirectory(file)) {
      throw new HostException(HostException.EISDIR);
    }
    try {
      return new ChannelFile(FileChannel.open(file, options(flags)), (flags & APPEND) != 0);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private static Set<StandardOpenOption> options(int flags) {
    Set<StandardOpenOption> options = new HashSet<>();
    boolean writes = (flags & WRITE) != 0;
    if ((flags & READ) != 0 || !writes) {
      options.add(StandardOpenOption.READ);
    }
    if (writes) {
      options.add(StandardOpenOption.WRITE);
      if ((flags & TRUNCATE) != 0) {
        options.add(StandardOpenOption.TRUNCATE_EXISTING);
      }
      if ((flags & EXCLUSIVE) != 0) {
        options.add(StandardOpenOption.CREATE_NEW);
      } else if ((flags & CREATE) != 0) {
        options.add(StandardOpenOption.CREATE);
      }
    }
    return options;
  }

  /**
   * Java does not append and read in one channel, so appending seeks to the end before each write.
   */
  private record ChannelFile(FileChannel channel, boolean appends) implements OpenFile {
    @Override
    public int read(byte[] target, int offset, int length) {
      try {
        return Math.max(0, channel.read(ByteBuffer.wrap(target, offset, length)));
      } catch (IOException e) {
        throw failure(e);
      }
    }

    @Override
    public int write(byte[] source, int offset, int length) {
      try {
        if (appends) {
          channel.position(channel.size());
        }
        ByteBuffer buffer = ByteBuffer.wrap(source, offset, length);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        return length;
      } catch (IOException e) {
        throw failure(e);
      }
    }

    @Override
    public long seek(long offset, int whence) {
      try {
        long base = whence == 0 ? 0 : whence == 1 ? channel.position() : channel.size();
        if (base + offset < 0) {
          throw new HostException(HostException.EINVAL);
        }
        channel.position(base + offset);
        return base + offset;
      } catch (IOException e) {
        throw failure(e);
      }
    }

    @Override
    public void truncate(long size) {
      try {
        channel.truncate(size);
      } catch (IOException e) {
        throw failure(e);
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw failure(e);
      }
    }
  }

  // ---- what is there ----

  @Override
  public Stat stat(String path) {
    return stat(path, new LinkOption[0]);
  }

  @Override
  public Stat statLink(String path) {
    return stat(path, new LinkOption[] {LinkOption.NOFOLLOW_LINKS});
  }

  private Stat stat(String path, LinkOption[] options) {
    Path file = resolve(path);
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class, options);
      int type =
          found.isDirectory()
              ? MODE_FOLDER
              : found.isRegularFile() ? MODE_FILE : found.isSymbolicLink() ? MODE_LINK : 0;
      int mode = type | (found.isDirectory() ? 0755 : 0644);
      return new Stat(
          mode,
          found.size(),
          found.lastAccessTime().to(TimeUnit.SECONDS),
          found.lastModifiedTime().to(TimeUnit.SECONDS),
          found.creationTime().to(TimeUnit.SECONDS));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public List<Entry> list(String path) {
    List<Entry> entries = new ArrayList<>();
    try (DirectoryStream<Path> folder = Files.newDirectoryStream(resolve(path))) {
      for (Path entry : folder) {
        boolean isFolder = Files.isDirectory(entry);
        long size = Files.isRegularFile(entry) ? Files.size(entry) : 0;
        entries.add(new Entry(entry.getFileName().toString(), isFolder, size));
      }
    } catch (IOException e) {
      throw failure(e);
    }
    return entries;
  }

  @Override
  public long[] space(String path) {
    try {
      FileStore store = Files.getFileStore(resolve(path));
      return new long[] {store.getTotalSpace(), store.getUsableSpace()};
    } catch (IOException e) {
      throw failure(e);
    }
  }

  // ---- changes ----

  @Override
  public void makeFolder(String path) {
    try {
      Files.createDirectory(resolve(path));
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void removeFolder(String path) {
    Path folder = resolve(path);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new HostException(HostException.ENOTDIR);
    }
    delete(folder);
  }

  @Override
  public void remove(String path) {
    Path file = resolve(path);
    if (Files.isDirectory(file)) {
      throw new HostException(HostException.EISDIR);
    }
    delete(file);
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public void rename(String from, String to) {
    try {
      Files.move(resolve(from), resolve(to), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  @Override
  public String currentFolder() {
    return current.toString();
  }

  @Override
  public void changeFolder(String path) {
    Path folder = resolve(path);
    if (!Files.isDirectory(folder)) {
      int errno = Files.exists(folder) ? HostException.ENOTDIR : HostException.ENOENT;
      throw new HostException(errno);
    }
    current = folder;
  }

  // ---- errors ----

  private static HostException failure(IOException e) {
    return new HostException(errno(e));
  }

  /**
   * Java says some reasons by the class of the exception and the others only in the system's words.
   */
  private static int errno(IOException e) {
    if (e instanceof NoSuchFileException) {
      return HostException.ENOENT;
    } else if (e instanceof FileAlreadyExistsException) {
      return HostException.EEXIST;
    } else if (e instanceof DirectoryNotEmptyException) {
      return HostException.ENOTEMPTY;
    } else if (e instanceof AccessDeniedException) {
      return HostException.EACCES;
    } else if (e instanceof NotDirectoryException) {
      return HostException.ENOTDIR;
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return switch (reason == null ? "" : reason) {
      case "Is a directory" -> HostException.EISDIR;
      case "Not a directory" -> HostException.ENOTDIR;
      case "No space left on device" -> HostException.ENOSPC;
      case "Operation not permitted" -> HostException.EPERM;
      case "Permission denied" -> HostException.EACCES;
      case "No such file or directory" -> HostException.ENOENT;
      case "Invalid argument" -> HostException.EINVAL;
      default -> HostException.EIO;
    };
  }
}
