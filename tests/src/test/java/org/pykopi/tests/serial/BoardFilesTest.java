package org.pykopi.tests.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pykopi.host.FileSystem;
import org.pykopi.host.HostException;
import org.pykopi.serial.hash.Sha256;
import org.pykopi.serial.port.CancelledException;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Log;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.Progress;
import org.pykopi.serial.repl.BoardFiles;
import org.pykopi.serial.repl.BoardFiles.Entry;
import org.pykopi.serial.repl.FileException;
import org.pykopi.serial.repl.RawRepl;

/** Files of a simulated board. */
final class BoardFilesTest {
  static final String[] AWKWARD = {
    "with space",
    " leading",
    "trailing ",
    "-rf",
    "--help",
    "it's",
    "\"quoted\"",
    "back\\slash",
    "new\nline",
    "carriage\rreturn",
    "tab\there",
    "\u00e4\u00f6\u00fc.py",
    "\u65e5\u672c",
    "\ud83d\ude00",
    "a:b",
    "*?[x]",
    "$HOME",
    "#!;&|",
    "%s{}",
    "\\x41\\n",
    "\u0001\u0002\u0003\u0004",
    ".hidden",
    "~"
  };

  private final VirtualClock clock = new VirtualClock();
  private ReplBoard board;
  private RawRepl repl;
  private BoardFiles files;

  private void start(int baud, int delayMicros) throws PortException {
    board = new ReplBoard(clock, baud, delayMicros);
    board.start();
    board.open(baud);
    repl = new RawRepl(board, clock, Log.NONE);
    files = new BoardFiles(repl);
  }

  @AfterEach
  void switchOff() {
    board.switchOff();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] random(int length, long seed) {
    byte[] data = new byte[length];
    new Random(seed).nextBytes(data);
    return data;
  }

  private byte[] onBoard(String path) {
    var file = board.files.open(path, FileSystem.READ);
    byte[] data = new byte[(int) board.files.stat(path).size()];
    for (int at = 0; at < data.length; ) {
      at += file.read(data, at, data.length - at);
    }
    file.close();
    return data;
  }

  private boolean isOnBoard(String path) {
    try {
      board.files.stat(path);
      return true;
    } catch (HostException e) {
      return false;
    }
  }

  // ---- contents and names ----

  @Test
  void allBytesComeAndGo() throws DeviceException {
    start(921600, 1000);
    byte[] all = new byte[256 * 3];
    for (int i = 0; i < 256; i++) {
      all[i] = (byte) i;
      all[256 + 2 * i] = (byte) i;
      all[257 + 2 * i] = (byte) (i % 2 == 0 ? '7' : '8'); // digits after octal escapes
    }
    for (int length : new int[] {0, 1, 255, all.length}) {
      byte[] data = java.util.Arrays.copyOf(all, length);
      assertThat(files.write("/all.bin", data, Progress.NONE)).isTrue();
      assertThat(onBoard("/all.bin")).isEqualTo(data);
      assertThat(files.read("/all.bin", Progress.NONE)).isEqualTo(data);
      assertThat(files.write("/all.bin", data, Progress.NONE)).isFalse();
    }
    assertThat(board.overruns).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "false, false, false, false",
    "false, false, true, false",
    "true, true, false, false",
    "true, false, false, true",
    "false, true, true, true"
  })
  void boardsWithLessWorkToo(
      boolean noHash, boolean noChecksum, boolean noDeflate, boolean isTextOnly)
      throws DeviceException {
    start(921600, 1000);
    board.files.put(
        "/boot.py",
        bytes(
            "import sys\n"
                + (noHash ? "sys.modules['hashlib'] = sys\n" : "")
                + (noChecksum ? "sys.modules['binascii'] = sys\n" : "")
                + (noDeflate ? "sys.modules['deflate'] = sys\n" : "")));
    board.start();
    files = new BoardFiles(repl, isTextOnly, null);
    byte[] data = java.util.Arrays.copyOf(random(5000, 1), 10_000);
    files.write("/data", data, Progress.NONE);
    assertThat(onBoard("/data")).isEqualTo(data);
    assertThat(files.read("/data", Progress.NONE)).isEqualTo(data);
    assertThat(files.write("/data", data, Progress.NONE)).isFalse();
    assertThat(files.facts().hasChecksum()).isEqualTo(!noChecksum);
    assertThat(files.facts().hasDeflate()).isEqualTo(!noDeflate);
    assertThat(files.sha256("/data")).isEqualTo(Sha256.of(data, 0, data.length));
  }

  @Test
  void anyNameWorks() throws DeviceException {
    start(921600, 1000);
    files.makeFolders("/deep/er");
    for (String name : AWKWARD) {
      files.write("/deep/er/" + name, bytes(name), Progress.NONE);
    }
    List<Entry> entries = files.list("/deep/er");
    assertThat(entries).extracting(Entry::name).containsExactlyInAnyOrder(AWKWARD);
    for (Entry entry : entries) {
      String path = "/deep/er/" + entry.name();
      assertThat(entry.size()).isEqualTo(bytes(entry.name()).length);
      assertThat(files.read(path, Progress.NONE)).isEqualTo(bytes(entry.name()));
      files.rename(path, path + "+");
      assertThat(files.stat(path)).isNull();
      assertThat(files.stat(path + "+"))
          .isEqualTo(new Entry(entry.name() + "+", false, entry.size()));
    }
    files.removeTree("/deep");
    assertThat(files.list("/")).isEmpty();
  }

  @Test
  void foldersAreMadeListedAndRemoved() throws DeviceException {
    start(115200, 1000);
    files.makeFolder("/lib");
    files.makeFolders("/lib/a/b");
    files.makeFolders("/lib/a/b");
    files.write("/lib/x.py", bytes("x = 1\n"), Progress.NONE);
    assertThat(files.list("/lib"))
        .containsExactly(new Entry("a", true, 0), new Entry("x.py", false, 6));
    assertThat(files.list("")).containsExactly(new Entry("lib", true, 0));
    assertThat(files.stat("/lib")).isEqualTo(new Entry("lib", true, 0));
    assertThatThrownBy(() -> files.makeFolder("/lib"))
        .isInstanceOf(FileException.class)
        .hasMessage("make folder /lib: file exists");
    assertThatThrownBy(() -> files.makeFolders("/lib/x.py/y")).isInstanceOf(FileException.class);
    assertThatThrownBy(() -> files.read("/lib", Progress.NONE)).hasMessageContaining("directory");
    assertThatThrownBy(() -> files.read("/none", Progress.NONE))
        .hasMessage("read /none: no such file or directory");
    assertThatThrownBy(() -> files.write("/none/x", new byte[1], Progress.NONE))
        .isInstanceOf(FileException.class);
    assertThatThrownBy(() -> files.list("/none")).isInstanceOf(FileException.class);
    assertThatThrownBy(() -> files.remove("/none")).isInstanceOf(FileException.class);
    files.removeTree("/lib");
    assertThat(files.stat("/lib")).isNull();
  }

  @Test
  void factsAreKnown() throws DeviceException {
    start(115200, 1000);
    assertThat(files.facts().name()).isEqualTo("micropython");
    assertThat(files.facts().platform()).isEqualTo("esp32");
    assertThat(files.facts().mpyVersion()).isEqualTo(6);
    assertThat(files.facts().freeMemory()).isPositive();
  }

  @Test
  void resetInBetweenIsNoticed() throws DeviceException {
    start(115200, 1000);
    files.write("/a", bytes("1"), Progress.NONE);
    repl.softReset();
    assertThat(files.read("/a", Progress.NONE)).isEqualTo(bytes("1"));
  }

  // ---- speed ----

  /**
   * With half a millisecond of delay each way, as a USB adapter has. Two windows of 128 bytes then
   * fill the line; with a whole millisecond 921,600 baud would be filled by 73 %.
   */
  @ParameterizedTest
  @CsvSource({"115200, 262144", "921600, 1048576"})
  void transfersUseTheLine(int baud, int size) throws DeviceException {
    start(baud, 500);
    files.facts();
    byte[] data = random(size, 2);
    long start = clock.micros();
    files.overwrite("/big", data, Progress.NONE);
    double written = size * 1e6 / (clock.micros() - start);
    start = clock.micros();
    assertThat(files.read("/big", Progress.NONE)).isEqualTo(data);
    double read = size * 1e6 / (clock.micros() - start);
    assertThat(written / (baud / 10)).as("part of the line rate, writing").isGreaterThan(0.8);
    assertThat(read / (baud / 10)).as("part of the line rate, reading").isGreaterThan(0.9);
    assertThat(onBoard("/big")).isEqualTo(data);
    assertThat(board.overruns).isZero();
  }

  /** Programs go packed: the line seems to be faster than it is. */
  @ParameterizedTest
  @CsvSource({"115200, 500", "921600, 500", "921600, 1000", "115200, 8000"})
  void programsGoPacked(int baud, int delayMicros) throws DeviceException, IOException {
    start(baud, delayMicros);
    files.facts();
    byte[] data = examples();
    long start = clock.micros();
    files.overwrite("/big.py", data, Progress.NONE);
    double written = data.length * 1e6 / (clock.micros() - start);
    assertThat(written / (baud / 10)).as("part of the line rate").isGreaterThan(1.2);
    assertThat(onBoard("/big.py")).isEqualTo(data);
  }

  /** All examples in one text. */
  private static byte[] examples() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try (Stream<Path> paths = Files.list(Path.of("../examples"))) {
      for (Path path : paths.filter(path -> path.toString().endsWith(".py")).sorted().toList()) {
        all.write(Files.readAllBytes(path));
      }
    }
    return all.toByteArray();
  }

  // ---- failures ----

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void badLineIsRepairedOrSaid(long seed) throws DeviceException {
    start(921600, 1000);
    byte[] old = random(2000, seed);
    byte[] data = random(60_000, seed + 100);
    files.write("/data", old, Progress.NONE);
    Line.Faults faults = new Line.Faults(seed);
    faults.loss = 3e-5 * (seed % 3);
    faults.doubling = 3e-5 * (seed % 2);
    faults.change = 2e-5;
    board.toBoard.faults = faults;
    board.toHost.faults = faults;
    long start = clock.millis();
    byte[] expected = data;
    try {
      files.write("/data", data, Progress.NONE);
      assertThat(files.read("/data", Progress.NONE)).isEqualTo(data);
    } catch (DeviceException e) {
      assertThat(e).hasMessageStartingWith(e.step() + ": ");
      expected = isSame(onBoard("/data"), old) ? old : data;
    }
    assertThat(clock.millis() - start).isLessThan(120_000);
    assertThat(onBoard("/data")).isEqualTo(expected);
    board.toBoard.faults = null;
    board.toHost.faults = null;
    repl.enter();
    files.write("/data", data, Progress.NONE);
    assertThat(onBoard("/data")).isEqualTo(data);
  }

  /** Each error costs a piece, not the whole file: 50 are expected on the way of this one. */
  @Test
  void readingGoesOnBehindTheLastPiece() throws DeviceException {
    start(921600, 1000);
    byte[] data = random(1_000_000, 8);
    board.files.put("/data", data);
    files.facts();
    Line.Faults faults = new Line.Faults(1);
    faults.loss = 2e-5;
    faults.change = 2e-5;
    faults.doubling = 1e-5;
    board.toHost.faults = faults;
    long before = board.toHost.sent();
    assertThat(files.read("/data", Progress.NONE)).isEqualTo(data);
    assertThat(board.toHost.sent() - before).isLessThan(data.length * 4L / 3);
  }

  /** One byte in 800 is hit: most work fails, but nothing wrong stays and the board is usable. */
  @ParameterizedTest
  @ValueSource(longs = {28, 37, 53, 100, 101, 102})
  void veryBadLineDoesNoHarm(long seed) throws DeviceException {
    start(921600, 500);
    byte[] old = random(500, 1);
    byte[] data = random(20_000, seed);
    board.files.put("/data", old);
    Line.Faults faults = new Line.Faults(seed);
    faults.loss = 5e-4;
    faults.change = 5e-4;
    faults.doubling = 25e-5;
    board.toBoard.faults = faults;
    board.toHost.faults = faults;
    long start = clock.millis();
    try {
      files.write("/data", data, Progress.NONE);
      assertThat(onBoard("/data")).isEqualTo(data);
    } catch (DeviceException e) {
      assertThat(onBoard("/data")).isIn(old, data);
    }
    assertThat(clock.millis() - start).isLessThan(120_000);
    board.toBoard.faults = null;
    board.toHost.faults = null;
    files.write("/data", data, Progress.NONE);
    assertThat(onBoard("/data")).isEqualTo(data);
  }

  private static boolean isSame(byte[] a, byte[] b) {
    return java.util.Arrays.equals(a, b);
  }

  @Test
  void unpluggingLeavesTheOldFile() throws DeviceException {
    byte[] old = random(3000, 1);
    byte[] data = random(9000, 2);
    for (int cut = 100; cut < 14_000; cut += 977) {
      start(921600, 1000);
      board.files.put("/data", old);
      files.facts();
      board.toBoard.faults = new Line.Faults(1);
      board.toBoard.faults.cutAfter = board.toBoard.sent() + cut;
      boolean isWritten = false;
      try {
        isWritten = files.write("/data", data, Progress.NONE);
      } catch (PortException e) {
        assertThat(e).hasMessageContaining("no longer there");
      }
      assertThat(onBoard("/data")).isEqualTo(isWritten ? data : old);
      board.plugIn();
      repl.reopen(921600, 2000);
      files.forget();
      files.write("/data", data, Progress.NONE);
      assertThat(onBoard("/data")).isEqualTo(data);
      assertThat(isOnBoard("/.pykopi-part")).isFalse();
      board.switchOff();
    }
  }

  @Test
  void resetInTheMiddleIsRepaired() throws DeviceException {
    start(921600, 1000);
    byte[] data = random(50_000, 3);
    boolean[] wasReset = {false};
    Progress resetting =
        (step, done, total) -> {
          if (done > 20_000 && !wasReset[0]) {
            wasReset[0] = true;
            board.start();
          }
          return true;
        };
    files.write("/data", data, resetting);
    assertThat(wasReset[0]).isTrue();
    assertThat(onBoard("/data")).isEqualTo(data);
  }

  @Test
  void cancellingLeavesTheOldFileAndAUsableBoard() throws DeviceException {
    start(921600, 1000);
    byte[] old = random(20_000, 4);
    files.write("/data", old, Progress.NONE);
    Progress half = (step, done, total) -> done < total / 2;
    assertThatThrownBy(() -> files.write("/data", random(20_000, 5), half))
        .isInstanceOf(CancelledException.class);
    assertThatThrownBy(() -> files.read("/data", half)).isInstanceOf(CancelledException.class);
    assertThat(onBoard("/data")).isEqualTo(old);
    assertThat(isOnBoard("/.pykopi-part")).isFalse();
    assertThat(files.list("/")).containsExactly(new Entry("data", false, 20_000));
  }

  @Test
  void fullBoardKeepsTheOldFile() throws DeviceException {
    start(921600, 1000);
    byte[] old = random(1000, 6);
    files.write("/data", old, Progress.NONE);
    board.files.put("/filler", new byte[(int) ReplBoard.DISK - 40_000]);
    assertThatThrownBy(() -> files.write("/data", random(60_000, 7), Progress.NONE))
        .isInstanceOf(FileException.class)
        .hasMessage("write /data: no space left on the board. Remove files from the board first");
    assertThat(onBoard("/data")).isEqualTo(old);
    assertThat(isOnBoard("/.pykopi-part")).isFalse();
  }
}
