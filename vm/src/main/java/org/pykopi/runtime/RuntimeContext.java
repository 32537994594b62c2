package org.pykopi.runtime;

import org.pykopi.bytecode.Mpy5Reader;
import org.pykopi.bytecode.MpyFormatException;
import org.pykopi.bytecode.MpyReader;
import org.pykopi.bytecode.MpyWriter;
import org.pykopi.compiler.CompileOptions;
import org.pykopi.host.Console;
import org.pykopi.host.Host;
import org.pykopi.module.MicropythonModule;
import org.pykopi.module.Streams;
import org.pykopi.object.Background;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyException;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.StrictMode;
import org.pykopi.object.Tracebacks;
import org.pykopi.util.Utf8;
import org.pykopi.vm.Code;
import org.pykopi.vm.PyFunction;
import org.pykopi.vm.VmContext;

/** The context with all its parts: compiler, importer, console. */
final class RuntimeContext extends VmContext {
  private static final PyStr STDOUT = PyStr.intern("stdout");
  private static final PyStr STDERR = PyStr.intern("stderr");

  /** As many as the code in this machine may have. */
  private static final int SMALL_INT_BITS = 31;

  private final Importer importer;

  /** How often a terminal is asked for a key while something else may be due. */
  private static final long KEY_INTERVAL = 20_000_000;

  private final Background.All background = Background.All.of(this);

  /**
   * {@code sys.stdout} as it was at the start; while it is still there, text goes straight to the
   * console.
   */
  private PyObject firstStdout;

  private PyObject firstStderr;

  private PyDict sys;
  private boolean isFirstText = true;
  private boolean isRunningScheduled;
  private LineReader lineReader;

  RuntimeContext(Host host, RuntimeOptions options) {
    super(host, options.profile);
    importer = new Importer(this, new FrozenModules(options.image, options.profile));
    MicropythonModule.setOptimisation(this, options.optimisation);
    if (options.heapSize > 0) {
      heap.limit(host.environment(), options.heapSize);
    }
    if (options.isStrict && profile.isPycopy()) {
      strict = new StrictMode();
    }
  }

  /** Called once the modules exist. */
  void connect(PyDict sysMembers) {
    sys = sysMembers;
    firstStdout = sys.getStr(STDOUT);
    firstStderr = sys.getStr(STDERR);
    lineReader = new LineReader(this);
  }

  @Override
  public PyObject importModule(PyStr name, PyDict globals, PyObject fromlist, int level) {
    return importer.importModule(name, globals, fromlist, level);
  }

  Importer importer() {
    return importer;
  }

  @Override
  public PyObject compile(String source, String fileName, String mode) {
    if (isFirstText && profile.isPycopy() && StrictMode.isAskedFor(source)) {
      strict = new StrictMode();
    }
    isFirstText = false;
    return Code.of(SourceCompiler.compile(source, fileName, mode, options()));
  }

  /** The text compiled next is that of the program, whose first lines may ask for strict mode. */
  void expectMainProgram() {
    isFirstText = true;
  }

  private CompileOptions options() {
    return CompileOptions.DEFAULT
        .withProfile(profile)
        .withStrict(strict != null)
        .withOptimisation(MicropythonModule.optimisation(this));
  }

  @Override
  public PyObject execute(PyObject code, PyDict globals, PyDict locals) {
    if (code instanceof PyFunction function && profile.isPycopy()) {
      return function.withGlobals(globals).call0(this);
    }
    if (!(code instanceof Code runnable)) {
      if (profile.isPycopy() && code.isCallable()) {
        return code.call0(this);
      }
      throw Errors.typeError(this, "code object required, not " + code.type().name);
    }
    return interpreter.execute(runnable, globals, locals);
  }

  @Override
  public byte[] dumpCode(PyObject code) {
    if (!(code instanceof Code made && made.source.isPortable())) {
      return null;
    }
    return MpyWriter.write(made.source, SMALL_INT_BITS);
  }

  @Override
  public PyObject loadCode(byte[] file) {
    try {
      Code code = Code.of(profile.isPycopy() ? Mpy5Reader.read(file) : MpyReader.read(file));
      code.loadGlobals(this, globals());
      return code;
    } catch (MpyFormatException e) {
      throw Errors.valueError(this, e.getMessage());
    }
  }

  @Override
  public void print(String text) {
    PyObject stdout = sys.getStr(STDOUT);
    if (stdout == firstStdout) {
      byte[] bytes = Utf8.encode(text);
      host.console().write(bytes, 0, bytes.length);
    } else if (stdout != null) {
      Streams.print(this, stdout, text);
    }
  }

  /**
   * Writes text to standard error, in Pycopy's development variant to what the program made
   * sys.stderr.
   */
  void printError(String text) {
    PyObject stderr = sys.getStr(STDERR);
    if (stderr == firstStderr || stderr == null || !profile.isDev()) {
      byte[] bytes = Utf8.encode(text);
      host.console().writeError(bytes, 0, bytes.length);
    } else {
      Streams.print(this, stderr, text);
    }
  }

  /** Reports an exception; a sys.stderr that cannot take the report gives way to the first one. */
  void report(PyException exception) {
    String text = Tracebacks.format(this, exception.value);
    try {
      printError(text);
    } catch (PyException e) {
      sys.putStr(STDERR, firstStderr);
      printError(text);
    }
  }

  @Override
  public String readLine(String prompt) {
    return lineReader.read(prompt);
  }

  /** While someone at a terminal thinks about the next key, timers and devices go on. */
  void awaitKey() {
    Console console = host.console();
    while (background.due() != Background.NEVER && console.isTerminal() && !console.isReadReady()) {
      threads.pause(null, host.clock().elapsedNanos() + KEY_INTERVAL);
    }
  }

  @Override
  public void poll() {
    if (host.poll().poll()) {
      throw Errors.of(this, ExceptionTypes.KEYBOARD_INTERRUPT);
    }
    background.run(this);
    runScheduled();
    runThreads();
  }

  /**
   * Runs the callbacks of {@code micropython.schedule} that are due, never inside each other; what
   * they schedule waits for the next time.
   */
  private void runScheduled() {
    if (isRunningScheduled) {
      return;
    }
    isRunningScheduled = true;
    try {
      for (int count = scheduled.size(); count > 0; count--) {
        PyObject[] callback = scheduled.remove(0);
        if (callback[0] == null) {
          throw Errors.of(this, ExceptionTypes.KEYBOARD_INTERRUPT);
        }
        runCallback(callback[0], callback[1]);
      }
    } finally {
      isRunningScheduled = false;
    }
  }

  /** What a callback raises is reported, and the program goes on. */
  private void runCallback(PyObject function, PyObject argument) {
    try {
      function.call1(this, argument);
    } catch (PyException e) {
      report(e);
    }
  }

  @Override
  public void warn(String category, String text) {
    String kind = category == null || !profile.isDev() ? "Warning" : category;
    String place = profile.isDev() ? place() + ": " : "";
    printError(place + kind + ": " + text + "\n");
  }
}
