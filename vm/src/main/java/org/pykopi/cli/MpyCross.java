package org.pykopi.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.pykopi.bytecode.CodeObject;
import org.pykopi.bytecode.Mpy5Writer;
import org.pykopi.bytecode.MpyWriter;
import org.pykopi.compiler.CompileOptions;
import org.pykopi.compiler.Compiler;
import org.pykopi.machine.NativeModule;
import org.pykopi.object.StrictMode;
import org.pykopi.runtime.Version;
import org.pykopi.syntax.Ast;
import org.pykopi.syntax.Parser;
import org.pykopi.syntax.PySyntaxError;

/**
 * {@code pykopi mpy-cross}: a Python file to a {@code .mpy} file, with the options of the
 * reference's cross-compiler, which under the profiles of Pycopy is {@code pycopy-cross}. Native
 * and viper functions become machine code for x86-64 there; there is none for other architectures,
 * and none for MicroPython.
 */
final class MpyCross {
  private static final String USAGE =
      """
      usage: pykopi mpy-cross [<opts>] [-X <implopt>] [--] <input filename>
      Options:
      --version : show version information
      -o : output file (defaults to the input file with extension .mpy, or stdout if the input is stdin)
      -s : source filename to embed in the compiled bytecode (defaults to the input file)
      -v : verbose (no effect)
      -O[N] : apply bytecode optimizations of level N
      -msmall-int-bits=number : set the maximum bits used to encode a small-int
      -march=<arch> : accepted; bytecode is the same for all architectures

      Implementation specific options (-X):
        emit=bytecode -- set the default code emitter
        heapsize=<n>  -- accepted; Java manages the memory
        profile={micropython,pycopy,pycopy-dev} -- whose files to write
      """;

  private static final String PYCOPY_USAGE =
      """
      usage: pykopi mpy-cross -X profile=pycopy [<opts>] [-X <implopt>] <input filename>
      Options:
      --version : show version information
      -o : output file for compiled bytecode (defaults to input with .mpy extension)
      -s : source filename to embed in the compiled bytecode (defaults to input file)
      -v : verbose (no effect)
      -O[N] : apply bytecode optimizations of level N

      Target specific options:
      -msmall-int-bits=number : set the maximum bits used to encode a small-int
      -mno-unicode : don't support unicode in compiled strings
      -mcache-lookup-bc : cache map lookups in the bytecode; Pycopy on a computer wants it
      -march=<arch> : x64 for native and viper functions, as when nothing is said; others have none

      Implementation specific options:
        emit={bytecode,native,viper} -- set the default code emitter
        heapsize=<n>  -- accepted; Java manages the memory
      """;

  private static final int MAX_SMALL_INT_BITS = 63;

  /** The architecture that there is machine code for. */
  private static final String X64 = "x64";

  /** What {@code -march=} may name; the others are of MicroPython alone. */
  private static final Set<String> ARCHITECTURES =
      Set.of(
          "x86",
          X64,
          "armv6",
          "armv7m",
          "armv7em",
          "armv7emsp",
          "armv7emdp",
          "xtensa",
          "xtensawin");

  private static final Set<String> NEWER_ARCHITECTURES =
      Set.of("armv6m", "rv32imc", "rv64imc", "debug", "host");

  private String input;
  private String output;
  private String embeddedName;
  private boolean isUnicode = true;
  private boolean hasMachineCode = true;
  private boolean hasSeveralInputs;
  private CompileOptions options = CompileOptions.CROSS;

  private MpyCross() {}

  /** Runs the command; {@code args[0]} is its name. The exit code. */
  static int run(String[] args) {
    MpyCross command = new MpyCross();
    try {
      command.setProfile(args);
    } catch (CommandLine.InvalidException e) {
      System.err.println(e.getMessage());
      return 1;
    }
    for (int i = 1; i < args.length; i++) {
      if (args[i].equals("--version")) {
        System.out.println(command.version());
        return 0;
      }
    }
    boolean isGood = command.parse(args);
    if (command.hasSeveralInputs) {
      System.err.println("multiple input files");
    } else if (isGood && command.input == null && command.isPycopy()) {
      System.err.println("no input file");
    } else if (!isGood || command.input == null) {
      System.out.print(command.isPycopy() ? PYCOPY_USAGE : USAGE);
    } else {
      return command.compile();
    }
    return 1;
  }

  /** The profile decides which options there are, so it is looked for first. */
  private void setProfile(String[] args) throws CommandLine.InvalidException {
    for (int i = 1; i + 1 < args.length; i++) {
      if (args[i].equals("-X") && args[i + 1].startsWith(CommandLine.PROFILE)) {
        options = options.withProfile(CommandLine.profile(args[i + 1]));
      }
    }
  }

  private boolean isPycopy() {
    return options.profile().isPycopy();
  }

  private String version() {
    return isPycopy()
        ? "Pycopy v3.6.1; Pykopi " + Version.NUMBER + "; pycopy-cross emitting mpy v5"
        : Version.BANNER + "; mpy-cross emitting mpy v6.3";
  }

  /** False when the command line makes no sense. */
  private boolean parse(String[] args) {
    boolean mayBeOption = true;
    for (int i = 1; i < args.length; i++) {
      String word = args[i];
      if (!mayBeOption || word.equals("-") || !word.startsWith("-")) {
        if (input != null) {
          hasSeveralInputs = true;
          return false;
        }
        input = word;
      } else if (word.equals("--") && !isPycopy()) {
        mayBeOption = false;
      } else if (word.equals("-o") || word.equals("-s") || word.equals("-X")) {
        i++;
        if (i == args.length || !valueOption(word, args[i])) {
          return false;
        }
      } else if (!option(word)) {
        return false;
      }
    }
    return true;
  }

  private boolean valueOption(String option, String value) {
    switch (option) {
      case "-o" -> output = value;
      case "-s" -> embeddedName = value.replace('\\', '/');
      default -> {
        return isPycopy() && setEmitter(value)
            || value.equals("emit=bytecode")
            || value.startsWith("heapsize=")
            || value.startsWith(CommandLine.PROFILE);
      }
    }
    return true;
  }

  private boolean setEmitter(String value) {
    for (CodeObject.Emitter emitter : CodeObject.Emitter.values()) {
      if (value.equals("emit=" + emitter.name().toLowerCase(Locale.ROOT))) {
        options = options.withEmitter(emitter);
        return true;
      }
    }
    return false;
  }

  private boolean option(String word) {
    if (word.startsWith("-O")) {
      String level = word.substring(2);
      boolean isNumber = level.length() == 1 && Character.isDigit(level.charAt(0));
      options = options.withOptimisation(isNumber ? level.charAt(0) - '0' : level.length() + 1);
      return true;
    }
    if (word.startsWith("-msmall-int-bits=")) {
      return setSmallIntBits(word.substring(word.indexOf('=') + 1));
    }
    if (word.startsWith("-march=")) {
      String name = word.substring(word.indexOf('=') + 1);
      hasMachineCode = name.equals(X64);
      return ARCHITECTURES.contains(name) || !isPycopy() && NEWER_ARCHITECTURES.contains(name);
    }
    return word.equals("-v")
        || (isPycopy() ? pycopyOption(word) : word.startsWith("-march-flags="));
  }

  private boolean pycopyOption(String word) {
    switch (word) {
      case "-municode", "-mno-unicode" -> isUnicode = word.equals("-municode");
      case "-mcache-lookup-bc", "-mno-cache-lookup-bc" ->
          options = options.withCachedLookups(word.equals("-mcache-lookup-bc"));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean setSmallIntBits(String number) {
    int smallIntBits;
    try {
      smallIntBits = Integer.parseInt(number);
    } catch (NumberFormatException e) {
      return false;
    }
    if (smallIntBits < 2 || smallIntBits > MAX_SMALL_INT_BITS) {
      return false;
    }
    options = options.withSmallIntBits(smallIntBits);
    return true;
  }

  private int compile() {
    SourceFile source;
    try {
      source = SourceFile.read(input);
    } catch (IOException e) {
      System.err.println("OSError: (2, \"can't open " + input + "\")");
      return 1;
    }
    String name = embeddedName == null ? source.name() : embeddedName;
    try {
      options = options.withStrict(StrictMode.isAskedFor(source.text()));
      write(compile(source.text(), name));
      return 0;
    } catch (PySyntaxError e) {
      System.err.print(SyntaxReport.format(e, name, source.text()));
    } catch (IOException e) {
      System.err.println("OSError: (2, \"can't write " + output + "\")");
    }
    return 1;
  }

  private byte[] compile(String text, String name) {
    int bits = options.smallIntBits();
    if (isPycopy() && hasMachineCode) {
      NativeModule module = NativeModule.compile(text, input, name, options);
      return Mpy5Writer.write(module.code(), module.functions(), bits, isUnicode);
    }
    Ast.Root root = Parser.parseFile(text, options.profile());
    CodeObject code = Compiler.compile(root, name, options);
    return isPycopy() ? Mpy5Writer.write(code, bits, isUnicode) : MpyWriter.write(code, bits);
  }

  private void write(byte[] mpy) throws IOException {
    if (output == null && !input.equals("-")) {
      output = input.substring(0, Math.max(0, input.length() - 2)) + "mpy";
    }
    if (output == null || output.equals("-")) {
      System.out.write(mpy, 0, mpy.length);
      System.out.flush();
    } else {
      Files.write(Path.of(output), mpy);
    }
  }
}
