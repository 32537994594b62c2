package org.pykopi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class MemoryFileSystemTest {
  private static final int ENOENT = HostException.ENOENT;

  private final Clock clock =
      new Clock() {
        @Override
        public long epochNanos() {
          return 7_000_000_000L;
        }

        @Override
        public long elapsedNanos() {
          return 0;
        }

        @Override
        public int localOffsetSeconds(long epochSeconds) {
          return 0;
        }

        @Override
        public void sleep(long nanos) {}
      };

  private final MemoryFileSystem files = new MemoryFileSystem(clock, 10_000);

  @Test
  void writesReadsSeeksAndTruncates() {
    FileSystem.OpenFile file =
        files.open("/a.txt", FileSystem.READ | FileSystem.WRITE | FileSystem.CREATE);
    file.write(bytes("hello world"), 0, 11);
    assertThat(file.seek(-5, 2)).isEqualTo(6);
    assertThat(read(file, 100)).isEqualTo("world");
    assertThat(read(file, 100)).isEmpty();
    file.seek(13, 0);
    file.write(bytes("!"), 0, 1);
    assertThat(text("a.txt")).isEqualTo("hello world\0\0!");
    file.truncate(5);
    assertThat(text("a.txt")).isEqualTo("hello");
    assertThat(files.stat("/a.txt").modifyTime()).isEqualTo(7);
    assertErrno(HostException.EINVAL, () -> file.seek(-1, 0));
    file.close();
    assertErrno(HostException.EBADF, () -> read(file, 1));
  }

  @Test
  void appendsAlwaysAtTheEndAndKeepsToItsMode() {
    files.put("/a", bytes("12"));
    FileSystem.OpenFile file = files.open("/a", FileSystem.WRITE | FileSystem.APPEND);
    file.seek(0, 0);
    file.write(bytes("3"), 0, 1);
    assertThat(text("/a")).isEqualTo("123");
    assertErrno(HostException.EBADF, () -> read(file, 1));
    FileSystem.OpenFile reader = files.open("/a", FileSystem.READ);
    assertErrno(HostException.EBADF, () -> reader.write(bytes("x"), 0, 1));
    assertErrno(
        HostException.EEXIST,
        () -> files.open("/a", FileSystem.WRITE | FileSystem.CREATE | FileSystem.EXCLUSIVE));
  }

  @Test
  void resolvesPaths() {
    files.put("/lib/pkg/m.py", bytes("x"));
    files.changeFolder("/lib/./pkg/");
    assertThat(files.currentFolder()).isEqualTo("/lib/pkg");
    assertThat(text("m.py")).isEqualTo("x");
    assertThat(text("../pkg//m.py")).isEqualTo("x");
    assertThat(files.stat("../../../..").isFolder()).isTrue();
    assertThat(files.list("..")).extracting(FileSystem.Entry::name).containsExactly("pkg");
    assertErrno(ENOENT, () -> files.stat(""));
    assertErrno(ENOENT, () -> files.stat("/no/m.py"));
    assertErrno(HostException.ENOTDIR, () -> files.stat("m.py/x"));
    assertErrno(HostException.ENOTDIR, () -> files.stat("m.py/"));
    assertErrno(HostException.ENOTDIR, () -> files.list("m.py"));
    assertErrno(HostException.EISDIR, () -> files.open("/lib", FileSystem.READ));
  }

  @Test
  void removesFoldersOnlyWhenEmpty() {
    files.put("/d/f", bytes("1"));
    assertErrno(HostException.ENOTEMPTY, () -> files.removeFolder("/d"));
    assertErrno(HostException.EISDIR, () -> files.remove("/d"));
    assertErrno(HostException.ENOTDIR, () -> files.removeFolder("/d/f"));
    assertErrno(HostException.EEXIST, () -> files.makeFolder("/d"));
    files.changeFolder("/d");
    files.remove("f");
    files.removeFolder("/d");
    assertErrno(ENOENT, () -> files.stat("x"));
    assertErrno(ENOENT, () -> files.open("x", FileSystem.WRITE | FileSystem.CREATE));
  }

  @Test
  void renamesAsPosixDoes() {
    files.put("/a/x", bytes("1"));
    files.put("/b", bytes("2"));
    files.rename("/b", "/a/x");
    assertThat(text("/a/x")).isEqualTo("2");
    assertErrno(HostException.EISDIR, () -> files.rename("/a/x", "/a"));
    assertErrno(HostException.EINVAL, () -> files.rename("/a", "/a/b"));
    assertErrno(ENOENT, () -> files.rename("/zz", "/y"));
    files.makeFolder("/c");
    files.rename("/a", "/c");
    assertThat(text("/c/x")).isEqualTo("2");
    assertErrno(ENOENT, () -> files.stat("/a"));
  }

  @Test
  void refusesMoreThanItsLimitAndChangesNothing() {
    long free = files.space("/")[1];
    FileSystem.OpenFile file = files.open("/big", FileSystem.WRITE | FileSystem.CREATE);
    file.write(new byte[5000], 0, 5000);
    assertErrno(HostException.ENOSPC, () -> file.write(new byte[5000], 0, 5000));
    assertErrno(HostException.ENOSPC, () -> file.truncate(1L << 40));
    assertThat(files.stat("/big").size()).isEqualTo(5000);
    files.remove("/big");
    assertThat(files.space("/")[1]).isEqualTo(free);
  }

  @Test
  void tellsItsListenerOnceUntilTheContentIsTaken() {
    List<String> heard = new ArrayList<>();
    files.setListener(
        new MemoryFileSystem.Listener() {
          @Override
          public void changed(String path) {
            heard.add("+" + path);
          }

          @Override
          public void removed(String path) {
            heard.add("-" + path);
          }
        });
    FileSystem.OpenFile file = files.open("/a", FileSystem.WRITE | FileSystem.CREATE);
    file.write(bytes("1"), 0, 1);
    file.write(bytes("2"), 0, 1);
    assertThat(heard).containsExactly("+/a");
    files.snapshot("/a");
    file.write(bytes("3"), 0, 1);
    files.rename("/a", "/b");
    assertThat(heard).containsExactly("+/a", "+/a", "-/a", "+/b");
    files.remove("/b");
    file.write(bytes("4"), 0, 1);
    assertThat(heard).endsWith("-/b").hasSize(5);
  }

  private String text(String path) {
    return new String(files.snapshot(path), StandardCharsets.UTF_8);
  }

  private static String read(FileSystem.OpenFile file, int length) {
    byte[] target = new byte[length];
    return new String(target, 0, file.read(target, 0, length), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void assertErrno(int errno, ThrowingCallable call) {
    assertThat(catchThrowableOfType(HostException.class, call).errno).isEqualTo(errno);
  }
}
