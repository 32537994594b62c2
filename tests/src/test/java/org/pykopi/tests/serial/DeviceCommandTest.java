package org.pykopi.tests.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykopi.serial.port.PortException;

/** The verbs of the command {@code device} that drive a board, over a socket. */
final class DeviceCommandTest {
  private static final BiFunction<String, String, byte[]> COMPILER =
      (source, name) -> {
        if (source.contains("?")) {
          throw new IllegalArgumentException("line 1: invalid syntax");
        }
        return ("compiled " + name).getBytes(StandardCharsets.UTF_8);
      };

  @TempDir private Path folder;
  private ReplBoard board;
  private PortServer server;
  private final DeviceShell shell = new DeviceShell(COMPILER);

  @BeforeEach
  void start() throws IOException, PortException {
    board = new ReplBoard(new VirtualClock(), 921600, 500);
    board.start();
    board.open(921600);
    server = new PortServer(board);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
    board.switchOff();
  }

  private int device(String... words) {
    return shell.run(server.url(), words);
  }

  private String local(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return file.toString();
  }

  // ---- programs ----

  @Test
  void evalExecAndRun() throws IOException {
    assertThat(device("eval", "6*7")).isZero();
    assertThat(shell.out).isEqualTo("42\n");
    assertThat(device("exec", "x = 5", "eval", "x + 1")).isZero();
    assertThat(shell.out).isEqualTo("6\n");
    assertThat(device("eval", "x")).as("each command line starts Python anew").isEqualTo(1);
    assertThat(shell.out).contains("NameError");
    assertThat(device("exec", "y = 1")).isZero();
    assertThat(device("resume", "eval", "y")).isZero();
    assertThat(device("run", local("program.py", "for i in range(3): print(i)\n"))).isZero();
    assertThat(shell.out).isEqualTo("0\n1\n2\n");
    assertThat(device("run", local("wrong.py", "1/0\n"))).isEqualTo(1);
    assertThat(shell.out).contains("ZeroDivisionError");
    assertThat(device("run", folder.resolve("none.py").toString())).isEqualTo(1);
    assertThat(shell.err).contains("can not read");
  }

  @Test
  void resets() {
    assertThat(device("exec", "z = 1", "soft-reset", "eval", "'z' in globals()")).isZero();
    assertThat(shell.out).isEqualTo("False\n");
    assertThat(device("exec", "z = 1", "reset", "eval", "'z' in globals()")).isZero();
    assertThat(shell.out).isEqualTo("False\n");
    assertThat(device("exec", "--no-follow", "while True: pass")).isZero();
    assertThat(device("eval", "2")).isZero();
  }

  @Test
  void clockIsReadAndSet() {
    assertThat(device("rtc")).as(shell.err).isZero();
    assertThat(shell.out).matches("\\((\\d+, ){7}\\d+\\)\n");
    assertThat(device("rtc", "--set", "rtc")).as(shell.err).isZero();
    assertThat(shell.out).startsWith("(" + LocalDate.now().getYear() + ", ");
    assertThat(device("rtc", "--back")).isEqualTo(1);
  }

  @Test
  void replJoinsTerminalAndBoard() {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream("print(6*7)\r".getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(device("repl")).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(shell.out).startsWith("Connected to MicroPython at socket://127.0.0.1:");
    assertThat(shell.out).contains("print(6*7)\r\n42\n>>> ");
  }

  // ---- files ----

  @Test
  void filesGoAndCome() throws IOException {
    String source = local("a.py", "print('a')\n");
    assertThat(device("cp", source, ":b.py")).isZero();
    assertThat(shell.out).isEqualTo("cp " + source + " :b.py\n");
    assertThat(device("cp", source, ":b.py")).isZero();
    assertThat(shell.out).endsWith("Up to date: b.py\n");
    assertThat(device("cat", "b.py")).isZero();
    assertThat(shell.out).isEqualTo("print('a')\n");
    assertThat(device("ls")).isZero();
    assertThat(shell.out).isEqualTo("ls :\n          11 b.py\n");
    Path back = folder.resolve("back.py");
    assertThat(device("cp", ":b.py", back.toString())).isZero();
    assertThat(Files.readString(back)).isEqualTo("print('a')\n");
    assertThat(device("sha256sum", ":b.py")).isZero();
    assertThat(shell.out)
        .isEqualTo(
            "sha256sum :b.py\n"
                + "62bdb208de6dc6b169a467f646f50ca3"
                + "9e6c203fa6f6732431624d8dec1e77fb\n");
    assertThat(device("mv", ":b.py", ":c.py", "+", "rm", "c.py", "+", "ls")).isZero();
    assertThat(shell.out).endsWith("ls :\n");
    assertThat(device("rm", "c.py")).isEqualTo(1);
    assertThat(shell.err).isEqualTo("pykopi device: rm: c.py: no such file or directory\n");
  }

  @Test
  void foldersGoAndCome() throws IOException {
    local("pkg/__init__.py", "");
    local("pkg/sub/x.py", "x = 1\n");
    String pkg = folder.resolve("pkg").toString();
    assertThat(device("cp", pkg, ":")).isEqualTo(1);
    assertThat(shell.err).contains("-r not specified");
    assertThat(device("mkdir", "lib", "+", "cp", "-r", pkg, ":lib", "+", "tree", "lib")).isZero();
    assertThat(shell.out)
        .endsWith(":lib\n└── pkg\n    ├── __init__.py\n    └── sub\n        └── x.py\n");
    Path copy = folder.resolve("copy");
    assertThat(device("cp", "-r", ":lib", copy.toString())).isZero();
    assertThat(Files.readString(copy.resolve("pkg/sub/x.py"))).isEqualTo("x = 1\n");
    assertThat(device("rm", "-r", ":lib", "+", "ls")).isZero();
    assertThat(shell.out).endsWith("ls :\n");
    assertThat(device("df")).isZero();
    assertThat(shell.out).contains("mounted on");
  }

  @Test
  void programsAreCompiledOnTheWay() throws IOException {
    String program = local("m.py", "x = 1\n");
    String main = local("main.py", "import m\n");
    assertThat(device("cp", "--mpy", program, main, ":", "+", "cat", "m.mpy", "main.py")).isZero();
    assertThat(shell.out).endsWith("compiled m.pyimport m\n");
    assertThat(device("cp", "--mpy", local("bad.py", "?"), ":")).isEqualTo(1);
    assertThat(shell.err).contains("bad.py: line 1: invalid syntax");
  }

  // ---- WebREPL ----

  @Test
  void webReplIsAPortToo() throws IOException {
    try (WebSocketServer web = new WebSocketServer(new WebReplBoard(board))) {
      server.close();
      String big = local("big.py", "x = 'y'\n".repeat(2000));
      String[] words = {
        "--port",
        web.url(),
        "--password",
        WebReplBoard.PASSWORD,
        "eval",
        "6*7",
        "cp",
        big,
        ":",
        "+",
        "cat",
        "big.py"
      };
      assertThat(device(words)).isZero();
      assertThat(shell.out).startsWith("42\n").endsWith(Files.readString(Path.of(big)));
      words[3] = "wrong";
      assertThat(device(words)).isEqualTo(1);
      assertThat(shell.err).contains("refuses the password");
    }
  }

  // ---- mistakes ----

  @Test
  void wrongFilesAreToldInOneSentence() throws IOException {
    String source = local("a.py", "x = 1\n");
    assertThat(device("cp", source, ":/none/a.py")).isEqualTo(1);
    assertThat(shell.err)
        .isEqualTo("pykopi device: cp: write /none/a.py: no such file or directory\n");
    assertThat(device("cp", source, ":")).isZero();
    String missing = folder.resolve("none/a.py").toString();
    assertThat(device("cp", ":a.py", missing)).isEqualTo(1);
    assertThat(shell.err).isEqualTo("pykopi device: cp: can not write " + missing + "\n");
    assertThat(device("--port", "", "ls")).isEqualTo(2);
    assertThat(device("--baud", "0", "ls")).isEqualTo(2);
  }

  @Test
  void wrongCommandLinesAreRefused() throws IOException {
    assertThat(device("frobnicate")).isEqualTo(2);
    assertThat(shell.err).contains("\"frobnicate\" is not a command. There are: repl, run, ");
    assertThat(device("run")).isEqualTo(2);
    assertThat(device("--baud", "fast", "ls")).isEqualTo(2);
    assertThat(device("ls", "--wrong")).isEqualTo(1);
    assertThat(device("--help")).isZero();
    assertThat(shell.out).contains("usage: pykopi device");
    server.close();
    assertThat(device("ls")).isEqualTo(1);
    assertThat(shell.err).contains("does not answer");
  }
}
