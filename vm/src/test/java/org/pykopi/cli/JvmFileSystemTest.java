package org.pykopi.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykopi.host.FileSystem;
import org.pykopi.host.HostException;

class JvmFileSystemTest {
  @TempDir Path folder;

  private final JvmFileSystem files = new JvmFileSystem();

  @BeforeEach
  void changeFolder() {
    files.changeFolder(folder.toString());
  }

  private static void assertErrno(int errno, ThrowingCallable call) {
    HostException error = catchThrowableOfType(HostException.class, call);
    assertThat(error.errno).isEqualTo(errno);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void readsWritesSeeksAndAppends() throws IOException {
    FileSystem.OpenFile file =
        files.open("a", FileSystem.READ | FileSystem.WRITE | FileSystem.CREATE);
    file.write(bytes("hello"), 0, 5);
    assertThat(file.seek(-4, 2)).isEqualTo(1);
    byte[] piece = new byte[9];
    assertThat(file.read(piece, 0, 9)).isEqualTo(4);
    assertThat(file.read(piece, 0, 9)).isZero();
    file.truncate(2);
    assertErrno(HostException.EINVAL, () -> file.seek(-1, 0));
    file.close();
    FileSystem.OpenFile end = files.open("a", FileSystem.WRITE | FileSystem.APPEND);
    end.write(bytes("y"), 0, 1);
    end.close();
    assertThat(Files.readString(folder.resolve("a"))).isEqualTo("hey");
    files.open("a", FileSystem.WRITE | FileSystem.TRUNCATE).close();
    assertThat(files.stat("a").size()).isZero();
  }

  @Test
  void tellsLinksFromWhatTheyLeadTo() throws IOException {
    Files.createSymbolicLink(folder.resolve("link"), folder);
    assertThat(files.stat("link").isFolder()).isTrue();
    assertThat(files.statLink("link").mode() & 0xf000).isEqualTo(FileSystem.MODE_LINK);
    assertThat(files.statLink(".").isFolder()).isTrue();
  }

  @Test
  void listsAndChangesFolders() {
    files.makeFolder("d");
    files.open("d/f", FileSystem.WRITE | FileSystem.CREATE).close();
    assertThat(files.list("d")).containsExactly(new FileSystem.Entry("f", false, 0));
    assertThat(files.stat("d").isFolder()).isTrue();
    files.rename("d/f", "g");
    files.changeFolder("d");
    assertThat(files.currentFolder()).endsWith("d");
    files.remove("../g");
    files.changeFolder("..");
    files.removeFolder("d");
    assertThat(files.list(".")).isEmpty();
    assertThat(files.space(".")[0]).isPositive();
  }

  @Test
  void failsWithTheNumbersOfTheSystem() {
    files.makeFolder("d");
    files.open("f", FileSystem.WRITE | FileSystem.CREATE).close();
    files.open("d/f", FileSystem.WRITE | FileSystem.CREATE).close();
    assertErrno(HostException.ENOENT, () -> files.open("none", FileSystem.READ));
    assertErrno(HostException.ENOENT, () -> files.stat("none"));
    assertErrno(HostException.ENOENT, () -> files.list("none"));
    assertErrno(HostException.ENOENT, () -> files.changeFolder("none"));
    assertErrno(HostException.EISDIR, () -> files.open("d", FileSystem.READ));
    assertErrno(HostException.EISDIR, () -> files.remove("d"));
    assertErrno(HostException.ENOTDIR, () -> files.list("f"));
    assertErrno(HostException.ENOTDIR, () -> files.removeFolder("f"));
    assertErrno(HostException.ENOTDIR, () -> files.stat("f/x"));
    assertErrno(HostException.ENOTEMPTY, () -> files.removeFolder("d"));
    assertErrno(HostException.EEXIST, () -> files.makeFolder("d"));
    int exclusive = FileSystem.WRITE | FileSystem.CREATE | FileSystem.EXCLUSIVE;
    assertErrno(HostException.EEXIST, () -> files.open("f", exclusive));
    assertErrno(HostException.EINVAL, () -> files.stat("a\0b"));
  }
}
