package org.pykopi.web;

import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;
import org.pykopi.object.Tracebacks;
import org.pykopi.runtime.BoardCompiler;
import org.pykopi.runtime.History;
import org.pykopi.runtime.PyRuntime;
import org.pykopi.runtime.Repl;
import org.pykopi.runtime.RuntimeOptions;
import org.pykopi.runtime.Version;
import org.pykopi.serial.wire.Exchange;
import org.pykopi.util.Profile;
import org.pykopi.web.host.Bridge;
import org.pykopi.web.host.BrowserHost;
import org.pykopi.web.proxy.EmbeddedAsyncio;
import org.pykopi.web.proxy.PyObjects;

/**
 * One Python in the browser: the machine, its REPL, its files. Both entry points export these
 * methods, so the JavaScript side is the same for WebAssembly and for the JavaScript build.
 *
 * <p>{@link #start}, {@link #feed} and {@link #run} may suspend (see {@link Bridge}); only one of
 * them runs at a time. The file operations never suspend and may come in between.
 */
final class Session {
  /**
   * Mode of {@link #Session(Bridge, int, int)}: embedded in a page that calls Python functions and
   * lends its objects.
   */
  static final int EMBEDDED = 0;

  /** Mode: programs at a terminal where a person types. */
  static final int TERMINAL = 1;

  /** Mode: programs without a terminal. */
  static final int PROGRAMS = 2;

  final Exchange exchange;
  private final Bridge bridge;
  private final int mode;
  private Profile profile;
  private final BrowserHost browser;
  private final FileService fileService;
  private final History history = new History();
  private PyRuntime runtime;
  private Repl repl;

  /** The prompt that the latest reset replaced; null when {@link #start} has followed. */
  private Repl replBefore;

  private PyObjects objects;
  private WarmUp warmUp;

  /** Frozen modules; null for none. */
  private byte[] image;

  /**
   * {@code profile} is the number of a {@link Profile}. The answer is the version of this program.
   */
  Session(Bridge bridge, int mode, int profile) {
    this.bridge = bridge;
    this.mode = mode;
    exchange = new Exchange(bridge);
    browser = new BrowserHost(bridge, mode == TERMINAL);
    fileService = new FileService(browser.files, browser.changeReporter, exchange);
    reset(profile);
    exchange.answer(Version.NUMBER);
  }

  /**
   * Forgets all Python state; files and the lines that were typed stay. From now on this is the
   * Python of that number.
   */
  void reset(int profileNumber) {
    profile = Profile.ofNumber(profileNumber);
    replBefore = repl;
    renew();
  }

  /**
   * Gives this Python, which starts anew, and those after it the frozen modules of the image that
   * is the argument. The answer is not 0 when it is none.
   */
  int useImage() {
    byte[] bytes = exchange.nextBytes();
    if (!RuntimeOptions.isImage(bytes)) {
      return 1;
    }
    image = bytes;
    renew();
    return 0;
  }

  /** Another Python in the place of this one. */
  private void renew() {
    browser.files.changeFolder("/");
    RuntimeOptions options = new RuntimeOptions();
    options.profile = profile;
    options.platform = "webassembly";
    options.maxDepth = bridge.maxDepth();
    options.image = image;
    if (mode == EMBEDDED && profile.isMicropython()) {
      options.path = EmbeddedAsyncio.install(options.searchPath());
    }
    runtime = new PyRuntime(browser.host, options);
    repl = runtime.repl(history);
    if (mode == EMBEDDED) {
      PyContext ctx = runtime.context();
      objects = new PyObjects(ctx, bridge, e -> Tracebacks.format(ctx, e.value));
    }
  }

  /**
   * A few milliseconds of {@link WarmUp}; nothing else may be running. Not 0 if more is to come.
   */
  int warmUp() {
    if (warmUp == null) {
      RuntimeOptions options = new RuntimeOptions();
      options.maxDepth = bridge.maxDepth();
      warmUp = new WarmUp(browser.host, options);
    }
    if (warmUp.step()) {
      return 1;
    }
    warmUp = null;
    return 0;
  }

  // ---- programs at a terminal ----

  /** Prints the banner and the first prompt; after a reset what a board prints after one. */
  void start() {
    Repl before = replBefore;
    replBefore = null;
    if (before == null) {
      repl.start();
    } else {
      repl.startAfterReset(before);
    }
  }

  /** Gives the REPL one byte; it runs what was entered. Not 0 when the REPL has ended. */
  int feed(int value) {
    return repl.feed(value);
  }

  /**
   * Runs the file named by the argument as {@code __main__} of a new Python, so that names of
   * earlier programs hide no errors, and answers with a report as JSON. A prompt follows; it knows
   * the variables of the program, also of one that was stopped.
   */
  void run() {
    String path = exchange.nextText();
    renew();
    setFirstPath(path.substring(0, path.lastIndexOf('/') + 1));
    runtime.setArguments(path);
    PyException exception = runtime.tryFile(path);
    boolean isExit = exception != null && runtime.exitCode(exception) >= 0;
    int exitCode = runtime.finish(exception);
    runtime.runExitFunction();
    if (mode == TERMINAL) {
      repl.resume();
    }
    exchange.answer(RunReport.of(runtime.context(), exception, exitCode, isExit));
  }

  private void setFirstPath(String folder) {
    PyContext ctx = runtime.context();
    if (ctx.modules.getStr(PyStr.intern("sys")) instanceof PyModule sys) {
      PyObject path = sys.globals.getStr(PyStr.intern("path"));
      if (path != null && path.length(ctx) > 0) {
        String name = folder.length() > 1 ? folder.substring(0, folder.length() - 1) : folder;
        path.setItem(ctx, PyInt.of(0), PyStr.of(name));
      }
    }
  }

  /**
   * The answer is the compiled file ({@code .mpy}) of a program; arguments are its name and its
   * text. When the text is wrong the result is not 0, and the answer says where.
   */
  int compile() {
    String name = exchange.nextText();
    String source = exchange.nextText();
    try {
      exchange.answer(BoardCompiler.compile(source, name));
      return 0;
    } catch (IllegalArgumentException e) {
      exchange.answer(e.getMessage());
      return 1;
    }
  }

  int files(int operation) {
    return fileService.call(operation);
  }

  // ---- embedded ----

  /** Runs the text of the argument in {@code __main__}; the answer is its value or exception. */
  void execute(boolean allowsAwait) {
    String source = exchange.nextText();
    String mode = allowsAwait ? "await" : "exec";
    exchange.answer(objects.answer(() -> runtime.runProgram(source, "<stdin>", mode)));
  }

  /**
   * Imports the module named by the argument; the answer is the module, for {@code a.b} the inner
   * one.
   */
  void importModule() {
    String name = exchange.nextText();
    // A list of wanted names makes import return the inner module.
    PyTuple wanted = PyTuple.of(PyStr.EMPTY);
    PyContext ctx = runtime.context();
    exchange.answer(objects.answer(() -> ctx.importModule(PyStr.intern(name), wanted, 0)));
  }

  /** Makes a JavaScript object importable; arguments are name and value. */
  void registerModule() {
    String name = exchange.nextText();
    objects.registerModule(name, exchange.nextBytes());
  }

  /** One operation of JavaScript on a Python object. */
  void proxy(int operation, int handle) {
    exchange.answer(objects.call(operation, handle, exchange.nextBytes()));
  }
}
