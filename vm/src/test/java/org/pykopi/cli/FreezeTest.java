package org.pykopi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykopi.cli.Command.Result;
import org.pykopi.disk.RomVolume;

class FreezeTest {
  @TempDir Path folder;

  private Result run(String... args) throws Exception {
    return new Command(folder).run(List.of(), "", args);
  }

  private void write(String name, String text) throws IOException {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  @BeforeEach
  void writeModules() throws IOException {
    write("lib/shop/__init__.py", "from .prices import tea\nplace = __path__\n");
    write("lib/shop/prices.py", "tea = 3\n");
    write("lib/broken.py", "def f():\n    raise ValueError('frozen')\n");
    write("text/plain.py", "@micropython.native\ndef f(): return __file__\n");
    write("checked/strict.py", "assert False\nvalue = 7\n");
    write("all/micropython/greet/manifest.py", "metadata(version='1')\nmodule('greet.py')\n");
    write("all/micropython/greet/greet.py", "word = 'hello'\n");
    write("use.py", "import shop, plain, strict, greet, broken\n" + USE);
  }

  private static final String USE =
      """
      print(shop.tea, shop.place, plain.f(), strict.value, greet.word)
      broken.f()
      """;

  private static final String MANIFEST =
      """
      freeze("lib")
      freeze_as_str("text")
      include("extra.py", checks=False)
      require("greet")
      """;

  private void freeze(String... options) throws Exception {
    write("manifest.py", MANIFEST);
    write("extra.py", "freeze_as_mpy('checked', opt=0 if options.checks else 1)\n");
    String[] args = new String[options.length + 4];
    args[0] = "freeze";
    System.arraycopy(options, 0, args, 1, options.length);
    args[options.length + 1] = "-v";
    args[options.length + 2] = "MPY_LIB_DIR=all";
    args[options.length + 3] = "manifest.py";
    Result made = run(args);
    assertThat(made.text()).matches("pykopi.image: 6 files, \\d+ bytes\n");
    assertThat(made.code()).isZero();
  }

  @Test
  void modulesOfAnImageAreBelowFrozen() throws Exception {
    freeze();
    Result used = run("-X", "image=pykopi.image", "use.py");
    assertThat(used.text())
        .isEqualTo(
            """
            3 .frozen/shop .frozen/plain.py 7 hello
            Traceback (most recent call last):
              File "use.py", line 3, in <module>
              File "broken.py", line 2, in f
            ValueError: frozen
            """);
  }

  @Test
  void pycopyLooksIntoTheImageFirst() throws Exception {
    freeze("-X", "profile=pycopy");
    write("greet.py", "word = 'a file'\n");
    Result used = run("-X", "profile=pycopy", "-X", "image=pykopi.image", "use.py");
    assertThat(used.text()).startsWith("3 *shop *plain.py 7 hello\n");
    Result other = run("-X", "image=pykopi.image", "-c", "import broken");
    assertThat(other.text()).endsWith("ValueError: incompatible .mpy file\n");
  }

  @Test
  void compilesWhatCanBeBytecode() throws Exception {
    freeze("-o", "other.image", "-o", "pykopi.image");
    byte[] bytes = Files.readAllBytes(folder.resolve("pykopi.image"));
    RomVolume image = new RomVolume(bytes, 0, bytes.length);
    assertThat(image.list("").stream().map(entry -> entry.name()))
        .containsExactly("broken.mpy", "greet.mpy", "plain.py", "strict.mpy", "shop");
    assertThat(image.list("shop").stream().map(entry -> entry.name()))
        .containsExactly("__init__.mpy", "prices.mpy");
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    assertThat(messageFor("freeze('none')")).startsWith("freeze: Cannot stat ");
    assertThat(messageFor("module('none.py')")).startsWith("freeze: Cannot stat ");
    assertThat(messageFor("module('use.txt')")).isEqualTo("freeze: module must be .py file\n");
    assertThat(messageFor("freeze('$(BOARD)/x')"))
        .isEqualTo("freeze: unknown variable in path '$(BOARD)/x', use -v NAME=VALUE\n");
    assertThat(messageFor("require('none')"))
        .isEqualTo(
            "freeze: Package 'none' not found in any known library, use -v MPY_LIB_DIR=FOLDER.\n");
    assertThat(messageFor("c_module('x')"))
        .isEqualTo("freeze: c_module: there is no C in this machine\n");
    assertThat(messageFor("1/0"))
        .matches(
            "Traceback \\(most recent call last\\):\n"
                + "  File \"\\S*bad.py\", line 1, in <module>\n"
                + "ZeroDivisionError: divide by zero\n");
    assertThat(messageFor("include('none.py')"))
        .matches("freeze: can't open manifest \\S*none.py\n");
    assertThat(run("freeze", "-X", "profile=no", "manifest.py").text())
        .startsWith("pykopi: there is no profile 'no'");
    write("text/wrong.py", "x = (\n");
    assertThat(messageFor("module('wrong.py', base_path='text')")).contains("SyntaxError");
    assertThat(run("freeze").text()).startsWith("usage: pykopi freeze");
    assertThat(run("-X", "image=none", "-c", "1"))
        .isEqualTo(new Result(2, "pykopi: can't open image 'none'\n"));
    assertThat(run("-X", "image=use.py", "-c", "1").text())
        .isEqualTo("pykopi: 'use.py' is no image, make one with: pykopi freeze\n");
  }

  private String messageFor(String manifest) throws Exception {
    write("bad.py", manifest + "\n");
    Result result = run("freeze", "bad.py");
    assertThat(result.code()).isEqualTo(1);
    return result.text();
  }
}
