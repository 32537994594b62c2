package org.pykopi.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.pykopi.compiler.CompileOptions;
import org.pykopi.compiler.Compiler;
import org.pykopi.host.HostException;
import org.pykopi.module.MicropythonModule;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyException;
import org.pykopi.object.PyStr;
import org.pykopi.runtime.History;
import org.pykopi.runtime.PyRuntime;
import org.pykopi.runtime.Repl;
import org.pykopi.runtime.ReplProgram;
import org.pykopi.runtime.RuntimeOptions;
import org.pykopi.runtime.Version;
import org.pykopi.syntax.Parser;
import org.pykopi.syntax.PySyntaxError;
import org.pykopi.util.ByteBuilder;
import org.pykopi.util.Utf8;

/**
 * The command {@code pykopi}: options, exit codes and messages of MicroPython's Unix port.
 *
 * <p>Exit codes: 0, what the program exits with, 1 after an exception or a bad command line, 2 for
 * a missing file.
 */
public final class Main {
  private static final String NAME = "pykopi";
  private static final String DEFAULT_PATH = ".frozen:~/.micropython/lib:/usr/lib/micropython";
  private static final String PYCOPY_PATH = "~/.pycopy/lib:/usr/lib/pycopy";
  private static final String HISTORY_FILE = ".pykopi.history";

  /** Where a text that is no file comes from, as reports and {@code __file__} say it. */
  private static final String INPUT_NAME = "<stdin>";

  private static final int NOTHING_RUN = -2;

  private final CommandLine line;
  private final JvmHost jvm = new JvmHost();
  private PyRuntime runtime;
  private final History history = new History();

  /** The prompt, once it was prepared. */
  private Repl repl;

  private Main(CommandLine line) {
    this.line = line;
  }

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** What the command does, but for ending the process: the exit code. */
  public static int run(String[] args) {
    if (args.length > 0 && args[0].equals("mpy-cross")) {
      return MpyCross.run(args);
    }
    if (args.length > 0 && args[0].equals("device")) {
      return Device.run(args);
    }
    if (args.length > 0 && args[0].equals("freeze")) {
      return Freeze.run(args);
    }
    CommandLine line;
    try {
      line = CommandLine.parse(args);
    } catch (CommandLine.InvalidException e) {
      if (e.usage != null) {
        System.out.print(e.usage);
      } else {
        System.err.println(e.getMessage());
      }
      return 1;
    }
    if (line.isHelp) {
      System.out.print(CommandLine.USAGE);
      return 0;
    }
    if (line.isVersion) {
      System.out.println(Version.BANNER);
      return 0;
    }
    return new Main(line).execute();
  }

  private int execute() {
    switch (line.action) {
      case SHOW_TOKENS, SHOW_TREE, SHOW_CODE -> {
        return Listing.show(line);
      }
      default -> {}
    }
    RuntimeOptions options = new RuntimeOptions();
    options.profile = line.profile;
    options.isStrict = line.isStrict;
    options.optimisation = line.optimisation;
    options.heapSize = line.heapSize;
    options.arguments = line.arguments.toArray(new String[0]);
    options.path = searchPath();
    try {
      options.image = ImageFile.read(line.image);
    } catch (IOException e) {
      System.err.println(NAME + ": " + e.getMessage());
      return 2;
    }
    if (line.action == CommandLine.Action.FILE) {
      try {
        Path script = Path.of(jvm.files.realPath(line.target));
        options.path[0] = script.getParent().toString();
      } catch (HostException e) {
        return cannotOpen(e);
      }
    }
    runtime = new PyRuntime(jvm.host(), options);
    runtime.context().modules.putName("termios", TermiosModule.create(jvm.console.terminal()));
    jvm.interrupts.listen();
    if (line.profile.isDev()) {
      runtime.boot();
    }
    if (line.inspects) {
      preparePrompt();
    }
    int code = runTarget();
    String inspect = jvm.environment.get("MICROPYINSPECT");
    boolean inspects = line.inspects || (inspect != null && !inspect.isEmpty());
    if (inspects || (code == NOTHING_RUN && jvm.console.isInputTerminal())) {
      code = prompt();
    } else if (code == NOTHING_RUN) {
      code = runStandardInput();
    }
    runtime.runExitFunction();
    if (line.verbosity > 0) {
      runtime.context().print(MicropythonModule.memoryReport(runtime.context()));
    }
    jvm.console.flush();
    return code & 0xff;
  }

  private int cannotOpen(HostException e) {
    String reason =
        switch (e.errno) {
          case HostException.ENOENT -> "No such file or directory";
          case HostException.EACCES -> "Permission denied";
          case HostException.ENOTDIR -> "Not a directory";
          default -> "Input/output error";
        };
    System.err.println(
        NAME + ": can't open file '" + line.target + "': [Errno " + e.errno + "] " + reason);
    return 2;
  }

  /**
   * {@code sys.path}: a place for the folder of the script, then the entries of MICROPYPATH or
   * PYCOPYPATH.
   */
  private String[] searchPath() {
    boolean isPycopy = line.profile.isPycopy();
    String text = jvm.environment.get(isPycopy ? "PYCOPYPATH" : "MICROPYPATH");
    String home = jvm.environment.get("HOME");
    text = text == null ? isPycopy ? PYCOPY_PATH : DEFAULT_PATH : text;
    List<String> path = new ArrayList<>();
    path.add("");
    // MicroPython takes an empty entry in front for the place of the script.
    text = !isPycopy && text.startsWith(":") ? text.substring(1) : text;
    if (isPycopy || !text.isEmpty()) {
      for (String entry : text.split(":", -1)) {
        path.add(entry.startsWith("~/") && home != null ? home + entry.substring(1) : entry);
      }
    }
    return path.toArray(new String[0]);
  }

  // ---- programs ----

  private int runTarget() {
    String[] argv = line.arguments.toArray(new String[0]);
    boolean isText =
        line.action == CommandLine.Action.FILE || line.action == CommandLine.Action.COMMAND;
    if (line.verbosity > 1 && isText) {
      Listing.show(line);
    }
    return switch (line.action) {
      case FILE -> line.onlyCompiles ? runtime.compileFile(line.target) : runFile(argv);
      case COMMAND -> line.onlyCompiles ? compileText(line.target) : runText(line.target);
      case MODULE -> runtime.runModule(line.target);
      default -> NOTHING_RUN;
    };
  }

  private int runFile(String[] argv) {
    runtime.setArguments(argv);
    PyException ended = runtime.tryFile(line.target);
    int code = runtime.finish(ended);
    if (ended != null && code == 1 && jvm.console.isTerminal()) {
      explain(ended);
    }
    return code;
  }

  /** Shows people where in the source a syntax error is; programs get the plain report only. */
  private void explain(PyException ended) {
    if (!ended.value.type().isSubclassOf(ExceptionTypes.SYNTAX_ERROR)) {
      return;
    }
    String source = "";
    try {
      source = SourceFile.read(line.target).text();
      Compiler.compile(
          Parser.parseFile(source, line.profile),
          line.target,
          CompileOptions.DEFAULT.withProfile(line.profile));
    } catch (PySyntaxError e) {
      System.err.print(SyntaxReport.explain(e, source));
    } catch (IOException e) {
      System.err.println(NAME + ": can't read '" + line.target + "' again");
    }
  }

  private int runText(String source) {
    runtime.globals().putName("__file__", PyStr.of(INPUT_NAME));
    return runtime.runText(source, INPUT_NAME);
  }

  private int compileText(String source) {
    try {
      runtime.context().compile(source, INPUT_NAME, "exec");
      return 0;
    } catch (PyException e) {
      return runtime.finish(e);
    }
  }

  private int runStandardInput() {
    ByteBuilder all = new ByteBuilder();
    byte[] piece = new byte[4096];
    int count;
    while ((count = jvm.console.read(piece, 0, piece.length)) > 0) {
      all.add(piece, 0, count);
    }
    String source = Utf8.decodeLenient(all.data(), 0, all.length());
    return line.onlyCompiles ? compileText(source) : runText(source);
  }

  // ---- the prompt ----

  /** What takes its time goes before the program and the banner: the first line runs at once. */
  private void preparePrompt() {
    if (repl != null) {
      return;
    }
    repl = runtime.repl(history);
    runtime.tryText("pass", INPUT_NAME, ReplProgram.Input.SINGLE);
    jvm.console.prepareRaw();
  }

  private int prompt() {
    preparePrompt();
    Path file = historyFile();
    if (file != null && Files.isReadable(file)) {
      try {
        history.restore(Files.readString(file, StandardCharsets.UTF_8));
      } catch (IOException e) {
        file = null;
      }
    }
    int code = repl.run();
    if (file != null) {
      save(history, file);
    }
    return code;
  }

  private Path historyFile() {
    String home = jvm.environment.get("HOME");
    return home == null ? null : Path.of(home, HISTORY_FILE);
  }

  private static void save(History history, Path file) {
    try {
      Files.writeString(file, history.save(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      System.err.println(NAME + ": can't save the history in " + file);
    }
  }
}
