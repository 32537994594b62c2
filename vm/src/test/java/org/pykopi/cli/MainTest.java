package org.pykopi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykopi.cli.Command.Result;

class MainTest {
  @TempDir Path folder;

  private Result run(String input, String... args) throws Exception {
    return run(List.of(), input, args);
  }

  private Result run(List<String> javaOptions, String input, String... args) throws Exception {
    return new Command(folder).run(javaOptions, input, args);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @Test
  void runsAFileWithItsArguments() throws Exception {
    write("x.py", "import sys\nprint(sys.argv, __name__)\nsys.exit(3)\n");
    assertThat(run("", "x.py", "-a")).isEqualTo(new Result(3, "['x.py', '-a'] __main__\n"));
  }

  @Test
  void runsACommandStandardInputAndAModule() throws Exception {
    write("m.py", "print(__name__)\n");
    assertThat(run("", "-c", "print(1)")).isEqualTo(new Result(0, "1\n"));
    assertThat(run("print(2)\n")).isEqualTo(new Result(0, "2\n"));
    assertThat(run("", "-c", "import termios\ntermios.setraw(0)").text()).endsWith("OSError: 25\n");
    String names = "import sys\nprint(__file__, sys.argv)\n";
    assertThat(run("", "-c", names)).isEqualTo(new Result(0, "<stdin> ['-c']\n"));
    assertThat(run(names)).isEqualTo(new Result(0, "<stdin> []\n"));
    assertThat(run("", "-m", "m")).isEqualTo(new Result(0, "__main__\n"));
  }

  @Test
  void reportsErrors() throws Exception {
    assertThat(run("", "none.py"))
        .isEqualTo(
            new Result(
                2, "pykopi: can't open file 'none.py': [Errno 2] No such file or directory\n"));
    Result failed = run("", "-c", "1/0");
    assertThat(failed.code()).isEqualTo(1);
    assertThat(failed.text())
        .isEqualTo(
            """
            Traceback (most recent call last):
              File "<stdin>", line 1, in <module>
            ZeroDivisionError: divide by zero
            """);
    assertThat(run("", "-X", "compile-only", "-c", "print(").code()).isEqualTo(1);
    assertThat(run("", "-q").code()).isEqualTo(1);
  }

  @Test
  void runsCommandsOfTheShell() throws Exception {
    write(
        "x.py",
        """
        import os
        print("before")
        os.putenv("PYKOPI_WORD", "hello")
        print(os.system("echo $PYKOPI_WORD; exit 3") >> 8, os.errno())
        os.errno(2)
        print(os.errno())
        """);
    assertThat(run("", "x.py")).isEqualTo(new Result(0, "before\nhello\n3 0\n2\n"));
  }

  @Test
  void thePromptEndsWithItsInput() throws Exception {
    assertThat(run("class A:\npass", "-i", "-c", "").code()).isZero();
    assertThat(run("\u0005print(6 * 7)", "-i", "-c", "").text()).contains("\n42\n");
    assertThat(run("\u0001print(6 * 7)", "-i", "-c", "").text()).contains("42");
  }

  @Test
  void tabBehindImportListsTheModulesOfPycopy() throws Exception {
    String keys = "import \tmath\nmath.e\n";
    assertThat(run(keys, "-X", "profile=pycopy", "-i", "-c", "").text())
        .contains("ucollections    ", "\n>>> import math", "2.71");
    assertThat(run(keys, "-i", "-c", "").text()).contains("\n>>> import     math", "2.71");
  }

  @Test
  void noTwoObjectsHaveOneIdentity() throws Exception {
    // The identity hash codes of HotSpot would repeat among so many.
    String program = "kept = [[] for _ in range(100000)]\nprint(len({id(o) for o in kept}))";
    assertThat(run("", "-c", program)).isEqualTo(new Result(0, "100000\n"));
  }

  @Test
  void theHeapHasASize() throws Exception {
    write(
        "x.py",
        """
        import gc
        for i in range(500):
            b = bytearray(200000)
        full = []
        try:
            while True:
                full.append(bytearray(200000))
        except MemoryError as e:
            print(35 < len(full) < 60, e)
        full = b = None
        print(len(bytearray(1000000)))
        gc.collect()
        print(gc.mem_alloc() + gc.mem_free() == 8 << 20, gc.mem_alloc() < 1000000)
        b = bytearray(4000000)
        gc.collect()
        print(4000000 < gc.mem_alloc() < 5000000)
        """);
    assertThat(run("", "-X", "heapsize=8M", "x.py"))
        .isEqualTo(
            new Result(
                0,
                "True memory allocation failed, allocating 200000 bytes\n1000000\n"
                    + "True True\nTrue\n"));
  }

  @Test
  void isVerbose() throws Exception {
    String report = run("", "-v", "-c", "print(1)").text();
    assertThat(report).startsWith("1\nmem: total=").contains("\nGC: total: ");
    assertThat(run("", "-v", "-v", "-c", "print(1)").text())
        .startsWith("File <stdin>, code block '<module>' (descriptor: 0, bytecode @0 11 bytes)\n")
        .contains("00 LOAD_NAME print\n");
  }

  @Test
  void runsOutOfMemory() throws Exception {
    write(
        "x.py",
        """
        chain = []
        try:
            while True:
                chain = [chain]
        except MemoryError:
            print("full")
        chain = None
        print(len([0] * 1000))
        """);
    assertThat(run(List.of("-Xmx48m", "-XX:+UseSerialGC"), "", "x.py"))
        .isEqualTo(new Result(0, "full\n1000\n"));
  }

  @Test
  void promptsAfterwards() throws Exception {
    assertThat(run("x\r\u0004", "-i", "-c", "x = 5").text()).endsWith(">>> x\r\n5\n>>> \r\n");
  }

  @Test
  void crossCompilesWhatItThenImports() throws Exception {
    write("lib.py", "def f():\n    return 'from mpy'\n");
    assertThat(run("", "mpy-cross", "lib.py")).isEqualTo(new Result(0, ""));
    Files.delete(folder.resolve("lib.py"));
    assertThat(run("", "-c", "import lib; print(lib.f())")).isEqualTo(new Result(0, "from mpy\n"));
  }
}
