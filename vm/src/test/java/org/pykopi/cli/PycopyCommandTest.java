package org.pykopi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykopi.cli.Command.Result;

/**
 * The command line as Pycopy's: strict mode, compiled files, start-up and imports by {@code -m}.
 */
class PycopyCommandTest {
  @TempDir Path folder;

  private Result run(String profile, String... args) throws Exception {
    String[] all =
        Stream.concat(Stream.of("-X", "profile=" + profile), Stream.of(args))
            .toArray(String[]::new);
    return new Command(folder).run(List.of(), "", all);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @BeforeEach
  void writeModule() throws IOException {
    write("tool.py", "print('tool', __name__)\n");
  }

  @Test
  void strictModeIsAnOption() throws Exception {
    write("plain.py", "def __main__():\n    global late\n    late = 1\n");
    assertThat(run("pycopy", "plain.py")).isEqualTo(new Result(0, ""));
    assertThat(run("pycopy", "-X", "strict", "plain.py").text())
        .endsWith("RuntimeError: strict mode: can't create/del namespace attrs at runtime\n");
    assertThat(run("pycopy", "-X", "strict", "tool.py").text())
        .isEqualTo(
            "tool __main__s\nRuntimeError: strict mode: main module must contain __main__"
                + " function\n");
  }

  @Test
  void runsCompiledFiles() throws Exception {
    String[] cross = {"mpy-cross", "-X", "profile=pycopy", "-o", "cached.mpy", "tool.py"};
    assertThat(new Command(folder).run(List.of(), "", cross).code()).isZero();
    assertThat(run("pycopy", "cached.mpy"))
        .isEqualTo(new Result(1, "ValueError: incompatible .mpy file\n"));
    cross = new String[] {"mpy-cross", "-mcache-lookup-bc", "-X", "profile=pycopy", "tool.py"};
    assertThat(new Command(folder).run(List.of(), "", cross).code()).isZero();
    assertThat(run("pycopy", "tool.mpy")).isEqualTo(new Result(0, "tool __main__\n"));
    Files.delete(folder.resolve("tool.py"));
    assertThat(run("pycopy", "-c", "import tool").text()).isEqualTo("tool tool\n");
    byte[] whole = Files.readAllBytes(folder.resolve("tool.mpy"));
    for (int length : new int[] {0, 3, 12, whole.length - 1}) {
      Files.write(folder.resolve("tool.mpy"), Arrays.copyOf(whole, length));
      assertThat(run("pycopy", "-c", "import tool").text()).matches("(?s).*\\nValueError: .*mpy.*");
    }
  }

  @Test
  void theDevelopmentVariantStartsWithItsBootModule() throws Exception {
    write("_boot.py", "import builtins\nbuiltins.booted = 7\n");
    assertThat(run("pycopy-dev", "-c", "print(booted)")).isEqualTo(new Result(0, "7\n"));
    assertThat(run("pycopy", "-c", "print(booted)").text())
        .endsWith("NameError: name 'booted' isn't defined\n");
    write("_boot.py", "1/0\n");
    assertThat(run("pycopy-dev", "-c", "print('on')").text()).endsWith("on\n");
  }

  @Test
  void theFourthArgumentOfImportAsksForTheLeafAsMainModule() throws Exception {
    Files.createDirectory(folder.resolve("pack"));
    write("pack/tool.py", "print('inner', __name__)\n");
    assertThat(run("pycopy", "-c", "print(__import__('pack.tool', None, None, False))").text())
        .isEqualTo("inner __main__\n<module '__main__' from 'pack/tool.py'>\n");
    assertThat(run("pycopy", "-c", "print(__import__('pack.tool'))").text())
        .isEqualTo("inner pack.tool\n<module 'pack'>\n");
    assertThat(run("pycopy", "-m", "pack.tool").text()).isEqualTo("inner __main__\n");
  }
}
