package org.pykopi.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.pykopi.bytecode.MpyWriter;
import org.pykopi.compiler.CompileOptions;
import org.pykopi.compiler.Compiler;
import org.pykopi.object.StrictMode;
import org.pykopi.syntax.Parser;
import org.pykopi.syntax.PySyntaxError;

/**
 * {@code pykopi device}: the command of serial-bridge, which the build puts into the same jar. It
 * is looked up by name, because the two modules do not know each other; what it needs of this one,
 * a compiler, is handed over as a function.
 */
final class Device {
  private static final String COMMAND = "org.pykopi.serial.cli.DeviceCommand";

  private Device() {}

  /** Runs the command; {@code args[0]} is its name. The exit code. */
  static int run(String[] args) {
    BiFunction<String, String, byte[]> compiler = Device::compile;
    try {
      Method run = Class.forName(COMMAND).getMethod("run", String[].class, BiFunction.class);
      return (int) run.invoke(null, Arrays.copyOfRange(args, 1, args.length), compiler);
    } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException e) {
      System.err.println("pykopi: this jar was built without the command \"device\"");
      return 1;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private static byte[] compile(String source, String name) {
    try {
      CompileOptions options = CompileOptions.CROSS.withStrict(StrictMode.isAskedFor(source));
      var code = Compiler.compile(Parser.parseFile(source, options.profile()), name, options);
      return MpyWriter.write(code, options.smallIntBits());
    } catch (PySyntaxError e) {
      throw new IllegalArgumentException(SyntaxReport.format(e, name, source).strip(), e);
    }
  }
}
