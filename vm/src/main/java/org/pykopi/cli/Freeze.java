package org.pykopi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pykopi.bytecode.CodeObject;
import org.pykopi.bytecode.Mpy5Writer;
import org.pykopi.bytecode.MpyWriter;
import org.pykopi.compiler.CompileOptions;
import org.pykopi.compiler.Compiler;
import org.pykopi.disk.RomWriter;
import org.pykopi.object.Args;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.Sequences;
import org.pykopi.runtime.PyRuntime;
import org.pykopi.runtime.ReplProgram;
import org.pykopi.runtime.RuntimeOptions;
import org.pykopi.syntax.Parser;
import org.pykopi.syntax.PySyntaxError;
import org.pykopi.util.Utf8;

/**
 * {@code pykopi freeze}: the modules that manifest files name to one image, a ROMFS that {@code -X
 * image=FILE}, the page and {@code loadPykopi} take. A manifest is Python; our own machine runs it.
 */
final class Freeze {
  private static final String USAGE =
      """
      usage: pykopi freeze [<opts>] <manifest> ...
      Options:
      -o : output file (defaults to pykopi.image)
      -v NAME=VALUE : what $(NAME) means in the paths of a manifest; MPY_LIB_DIR is where require() looks
      -O[N] : apply bytecode optimizations of level N
      -X profile={micropython,pycopy,pycopy-dev} : whose bytecode to write
      """;

  private static final String OWN_NAME = "<manifest functions>";

  private final List<String> words = new ArrayList<>();
  private String output = "pykopi.image";
  private boolean hasManifest;

  /** Boards run all this bytecode; native functions, which do not fit in a file, stay text. */
  private CompileOptions options = CompileOptions.DEFAULT;

  private Freeze() {}

  /** Runs the command; {@code args[0]} is its name. The exit code. */
  static int run(String[] args) {
    Freeze command = new Freeze();
    try {
      if (!command.parse(args)) {
        System.out.print(USAGE);
        return 1;
      }
      return command.execute();
    } catch (CommandLine.InvalidException e) {
      System.err.println(e.getMessage());
      return 1;
    } catch (IOException e) {
      System.err.println("freeze: can't read or write " + e.getMessage());
      return 1;
    }
  }

  private boolean parse(String[] args) throws CommandLine.InvalidException {
    for (int i = 1; i < args.length; i++) {
      boolean takesValue = args[i].equals("-o") || args[i].equals("-v") || args[i].equals("-X");
      if (takesValue) {
        if (i + 1 == args.length || !value(args[i], args[i + 1])) {
          return false;
        }
        i++;
      } else if (args[i].startsWith("-O") && args[i].length() <= 3) {
        char level = args[i].length() == 3 ? args[i].charAt(2) : '1';
        options = options.withOptimisation(level == 'O' ? 2 : level - '0');
      } else if (args[i].startsWith("-") || args[i].contains("=")) {
        return false;
      } else {
        words.add(args[i]);
        hasManifest = true;
      }
    }
    return hasManifest;
  }

  private boolean value(String option, String value) throws CommandLine.InvalidException {
    switch (option) {
      case "-o" -> output = value;
      case "-v" -> {
        words.add(value);
        return value.indexOf('=') > 0;
      }
      default -> {
        if (!value.startsWith(CommandLine.PROFILE)) {
          return false;
        }
        options = options.withProfile(CommandLine.profile(value));
      }
    }
    return true;
  }

  private int execute() throws IOException {
    JvmHost jvm = new JvmHost();
    RuntimeOptions setup = new RuntimeOptions();
    setup.arguments = words.toArray(new String[0]);
    PyRuntime runtime = new PyRuntime(jvm.host(), setup);
    PyContext ctx = runtime.context();
    PyException ended = runtime.tryText(ManifestFunctions.SOURCE, OWN_NAME, ReplProgram.Input.FILE);
    jvm.console.flush();
    if (ended != null) {
      boolean isOurs = ended.value.type().name.equals("ManifestError");
      if (!isOurs) {
        // The person knows the manifests only, not our functions around them.
        ended.base().traceback.removeIf(entry -> entry.file().equals(OWN_NAME));
        return runtime.finish(ended);
      }
      StringBuilder message = new StringBuilder();
      ended.value.str(ctx, message);
      System.err.println("freeze: " + message);
      return 1;
    }
    RomWriter image = new RomWriter();
    int count = 0;
    PyObject found = runtime.globals().getStr(PyStr.intern("files"));
    for (PyObject file : Sequences.toArray(ctx, found)) {
      PyObject[] parts = Sequences.toArray(ctx, file);
      String kind = Args.toText(ctx, parts[0]);
      Path path = Path.of(Args.toText(ctx, parts[1]));
      if (!add(image, kind, path, Args.toText(ctx, parts[2]), Args.toInt(ctx, parts[3]))) {
        return 1;
      }
      count++;
    }
    byte[] bytes = image.toBytes();
    Files.write(Path.of(output), bytes);
    String files = count == 1 ? " file, " : " files, ";
    System.out.println(output + ": " + count + files + bytes.length + " bytes");
    return 0;
  }

  /** False after a message when the file does not compile. */
  private boolean add(RomWriter image, String kind, Path path, String target, int level)
      throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    if (!kind.equals("code")) {
      image.add(target, bytes);
      return true;
    }
    String text = Utf8.decodeLenient(bytes, 0, bytes.length);
    try {
      byte[] compiled = compile(text, target, level);
      String name = target.substring(0, target.length() - 2) + "mpy";
      image.add(compiled == null ? target : name, compiled == null ? bytes : compiled);
      return true;
    } catch (PySyntaxError e) {
      System.err.print(SyntaxReport.format(e, path.toString(), text));
      return false;
    }
  }

  /** The `.mpy` file, or null when there is none for code with native functions. */
  private byte[] compile(String text, String name, int level) {
    CompileOptions own = level < 0 ? options : options.withOptimisation(level);
    CodeObject code = Compiler.compile(Parser.parseFile(text, own.profile()), name, own);
    if (!code.isPortable()) {
      return null;
    }
    int bits = own.smallIntBits();
    return own.profile().isPycopy()
        ? Mpy5Writer.write(code, bits, true)
        : MpyWriter.write(code, bits);
  }
}
