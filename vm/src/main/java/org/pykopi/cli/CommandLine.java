package org.pykopi.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.pykopi.util.Profile;

/**
 * What the person asked for on the command line: options, then what to run, then what belongs to
 * the program.
 */
final class CommandLine {
  /** What to run. */
  enum Action {
    NOTHING,
    FILE,
    COMMAND,
    MODULE,
    SHOW_TOKENS,
    SHOW_TREE,
    SHOW_CODE
  }

  /** How the value of {@code -X} begins that chooses a profile. */
  static final String PROFILE = "profile=";

  /** As in the reference. */
  private static final int SMALLEST_HEAP = 700;

  static final String USAGE =
      """
      usage: pykopi [<opts>] [-X <implopt>] [-c <command> | -m <module> | <filename>]
             pykopi mpy-cross [<opts>] <filename>
             pykopi device [<opts>] <verb> ...
             pykopi freeze [<opts>] <manifest>
      Options:
      --version : show version information
      -h : print this help message
      -i : enable inspection via REPL after running command/module/file
      -v : verbose: -v -v lists the bytecode before running it
      -O[N] : apply bytecode optimizations of level N
      --tokens, --ast, --dis : show tokens, syntax tree or bytecode of the file instead of running it

      Implementation specific options (-X):
        compile-only                 -- parse and compile only
        emit={bytecode,native,viper} -- accepted; everything runs as bytecode
        heapsize=<n>[w][K|M]         -- how much memory objects may take
        image=<file>                 -- frozen modules; pykopi.image beside the program is the default
        profile={micropython,pycopy,pycopy-dev} -- which Python to be
      """;

  /** What Pycopy prints for anything it does not know. */
  private static final String PYCOPY_USAGE =
      """
      usage: pykopi [<opts>] [-X <implopt>] [-c <command>] [<filename>]
      Options:
      -v : verbose: -v -v lists the bytecode before running it
      -O[N] : apply bytecode optimizations of level N

      Implementation specific options (-X):
        compile-only                 -- parse and compile only
        emit={bytecode,native,viper} -- accepted; everything runs as bytecode
        heapsize=<n>[w][K|M]         -- how much memory objects may take
        image=<file>                 -- frozen modules; pykopi.image beside the program is the default
        profile={micropython,pycopy,pycopy-dev} -- which Python to be
        strict                       -- strict mode
      """;

  /** Thrown for a command line that makes no sense; the usage text helps. */
  static final class InvalidException extends Exception {
    private static final long serialVersionUID = 1;

    /** What to print on standard output, or null. */
    final String usage;

    private InvalidException(String usage, String message) {
      super(message);
      this.usage = usage;
    }
  }

  /** The error for an option, or for the value of {@code -X}. */
  private InvalidException invalid(boolean isValue) {
    return new InvalidException(
        profile.isPycopy() ? (isValue ? "Invalid option\n" : "") + PYCOPY_USAGE : null,
        "Invalid command line arguments. Use -h option for help.");
  }

  Action action = Action.NOTHING;

  /** File name, command or module name. */
  String target;

  /** {@code sys.argv}. */
  List<String> arguments = List.of();

  Profile profile = Profile.MICROPYTHON;
  boolean isHelp;
  boolean isVersion;
  boolean isStrict;
  boolean inspects;
  boolean onlyCompiles;

  /** The file with frozen modules, or null. */
  String image;

  int optimisation;

  /** Bytes; 0 for no limit. */
  long heapSize;

  int verbosity;

  private CommandLine() {}

  static CommandLine parse(String[] args) throws InvalidException {
    CommandLine line = new CommandLine();
    int at = 0;
    while (at < args.length && line.action != Action.COMMAND && line.action != Action.MODULE) {
      boolean isInput = args[at].equals("-") && line.action != Action.NOTHING;
      if (isInput || !args[at].startsWith("-")) {
        line.file(args, at);
        return line.checked();
      }
      at = line.option(args, at);
    }
    if (line.target == null && line.action != Action.NOTHING) {
      throw line.invalid(false);
    }
    return line.checked();
  }

  /** This; strict mode is Pycopy's alone. */
  private CommandLine checked() throws InvalidException {
    if (isStrict && !profile.isPycopy()) {
      throw new InvalidException(
          null, "pykopi: -X strict needs -X profile=pycopy or -X profile=pycopy-dev");
    }
    return this;
  }

  /** Takes the option at that index; the index of what follows. */
  private int option(String[] args, int at) throws InvalidException {
    String option = args[at];
    if (profile.isPycopy() && (option.equals("-h") || option.startsWith("--"))) {
      throw invalid(false);
    }
    switch (option) {
      case "-h", "--help" -> isHelp = true;
      case "--version" -> isVersion = true;
      case "-i" -> inspects = true;
      case "-v" -> verbosity++;
      case "--tokens" -> action = Action.SHOW_TOKENS;
      case "--ast" -> action = Action.SHOW_TREE;
      case "--dis" -> action = Action.SHOW_CODE;
      case "-c", "-m" -> {
        program(args, at);
        return args.length;
      }
      case "-X" -> {
        implementationOption(valueAt(args, at + 1));
        return at + 2;
      }
      default -> optimisation(option);
    }
    return at + 1;
  }

  private String valueAt(String[] args, int at) throws InvalidException {
    if (at >= args.length) {
      throw invalid(false);
    }
    return args[at];
  }

  /** {@code -c command} or {@code -m module} and the arguments after it. */
  private void program(String[] args, int at) throws InvalidException {
    boolean isCommand = args[at].equals("-c");
    action = isCommand ? Action.COMMAND : Action.MODULE;
    target = valueAt(args, at + 1);
    arguments = new ArrayList<>();
    arguments.add(isCommand ? "-c" : target);
    arguments.addAll(Arrays.asList(args).subList(at + 2, args.length));
  }

  private void file(String[] args, int at) {
    action = action == Action.NOTHING ? Action.FILE : action;
    target = args[at];
    arguments = Arrays.asList(args).subList(at, args.length);
  }

  /** {@code -O}, {@code -OO} ... count; {@code -O2} names the level. */
  private void optimisation(String option) throws InvalidException {
    if (!option.startsWith("-O")) {
      throw invalid(false);
    }
    char digit = option.length() > 2 ? option.charAt(2) : 'O';
    if (digit >= '0' && digit <= '9') {
      optimisation = digit - '0';
      return;
    }
    int end = 1;
    while (end < option.length() && option.charAt(end) == 'O') {
      end++;
    }
    optimisation = end - 1;
  }

  private void implementationOption(String value) throws InvalidException {
    switch (value) {
      case "compile-only" -> onlyCompiles = true;
      case "emit=bytecode", "emit=native", "emit=viper" -> {}
      case "strict" -> isStrict = true;
      default -> {
        if (value.startsWith(PROFILE)) {
          profile = profile(value);
        } else if (value.startsWith("image=")) {
          image = value.substring("image=".length());
        } else if (!value.startsWith("heapsize=")
            || (heapSize = heapSize(value.substring("heapsize=".length()))) < SMALLEST_HEAP) {
          throw invalid(true);
        }
      }
    }
  }

  /** The profile that {@code profile=LABEL} names. */
  static Profile profile(String value) throws InvalidException {
    String label = value.substring(PROFILE.length());
    Profile profile = Profile.ofLabel(label);
    if (profile == null) {
      throw new InvalidException(
          null,
          "pykopi: there is no profile '"
              + label
              + "': use one of micropython, pycopy, pycopy-dev");
    }
    return profile;
  }

  /** Digits, then w (words), then K or M; 0 for anything else. */
  private static long heapSize(String text) {
    int at = 0;
    long size = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      size = Math.min(size * 10 + text.charAt(at) - '0', 1L << 40);
      at++;
    }
    String unit = text.substring(at).toLowerCase(Locale.ROOT);
    long factor =
        switch (unit) {
          case "" -> 1;
          case "w" -> 2;
          case "k" -> 1 << 10;
          case "wk" -> 1 << 11;
          case "m" -> 1 << 20;
          case "wm" -> 1 << 21;
          default -> 0;
        };
    return size * factor;
  }
}
