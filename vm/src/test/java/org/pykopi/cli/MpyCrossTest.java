package org.pykopi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykopi.cli.Command.Result;

/** {@code mpy-cross} under the profiles of Pycopy. */
class MpyCrossTest {
  @TempDir Path folder;

  private Result run(String... options) throws Exception {
    String[] start = {"mpy-cross", "-X", "profile=pycopy"};
    String[] args = Arrays.copyOf(start, start.length + options.length);
    System.arraycopy(options, 0, args, start.length, options.length);
    return new Command(folder).run(List.of(), "", args);
  }

  private byte[] compiled(String... options) throws Exception {
    Files.writeString(folder.resolve("a.py"), "print(1)\n");
    String[] args = Arrays.copyOf(options, options.length + 1);
    args[options.length] = "a.py";
    assertThat(run(args)).isEqualTo(new Result(0, ""));
    return Files.readAllBytes(folder.resolve("a.mpy"));
  }

  @Test
  void optionsChooseTheMachine() throws Exception {
    assertThat(compiled()).startsWith('M', 5, 2, 31, 32);
    assertThat(compiled("-mcache-lookup-bc")).startsWith('M', 5, 3, 31, 32);
    assertThat(compiled("-mno-unicode", "-msmall-int-bits=63")).startsWith('M', 5, 0, 63, 32);
    assertThat(compiled("-mcache-lookup-bc")).hasSize(compiled("-municode").length + 1);
  }

  @Test
  void saysWhatItIsAndWhatIsWrong() throws Exception {
    assertThat(run("--version").text()).endsWith("; pycopy-cross emitting mpy v5\n");
    assertThat(run()).isEqualTo(new Result(1, "no input file\n"));
    assertThat(run("-mwhatever").text()).contains("-mcache-lookup-bc : cache map lookups");
    assertThat(run("a.py", "b.py")).isEqualTo(new Result(1, "multiple input files\n"));
    assertThat(run("-X", "profile=pycopi", "a.py").text())
        .startsWith("pykopi: there is no profile 'pycopi'");
    assertThat(run("-march=xtensa").text()).isEqualTo("no input file\n");
    assertThat(run("-march=host").text()).startsWith("usage: ");
    Files.writeString(folder.resolve("a.py"), "f(*a, b)\n");
    assertThat(run("a.py").text())
        .startsWith("Traceback (most recent call last):\n  File \"a.py\", line 1\n")
        .endsWith("SyntaxError: non-keyword arg after */**\n");
  }

  @Test
  void machineCodeIsForOneArchitecture() throws Exception {
    String function = "import micropython\n@micropython.native\ndef f(x):\n    x()\n";
    Files.writeString(folder.resolve("a.py"), function);
    assertThat(run("a.py")).isEqualTo(new Result(0, ""));
    byte[] file = Files.readAllBytes(folder.resolve("a.mpy"));
    assertThat(file).startsWith('M', 5, 2 << 2 | 2, 31, 32);
    assertThat(run("-march=x64", "a.py")).isEqualTo(new Result(0, ""));
    assertThat(Files.readAllBytes(folder.resolve("a.mpy"))).isEqualTo(file);
    assertThat(run("-march=armv7m", "a.py").text()).endsWith("SyntaxError: invalid arch\n");
    assertThat(compiled("-X", "emit=native")).startsWith('M', 5, 2 << 2 | 2, 31, 32);
    assertThat(run("-march=x86", "-X", "emit=native", "a.py").text())
        .endsWith("NotImplementedError: cannot emit native code for this architecture\n");
    assertThat(run("-X", "emit=java", "a.py").text()).startsWith("usage: ");
  }

  @Test
  void machineCodeIsNotRun() throws Exception {
    compiled("-mcache-lookup-bc", "-X", "emit=native");
    Files.delete(folder.resolve("a.py"));
    String[] importing = {"-X", "profile=pycopy", "-c", "import a"};
    Result result = new Command(folder).run(List.of(), "", importing);
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.text()).endsWith("ValueError: incompatible .mpy arch\n");
  }

  @Test
  void micropythonHasNoSuchOptions() throws IOException, Exception {
    Result result =
        new Command(folder).run(List.of(), "", "mpy-cross", "-mcache-lookup-bc", "a.py");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.text()).startsWith("usage: pykopi mpy-cross [<opts>]");
  }
}
