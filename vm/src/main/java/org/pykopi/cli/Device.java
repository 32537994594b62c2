package org.pykopi.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.BiFunction;
import org.pykopi.runtime.BoardCompiler;

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
    BiFunction<String, String, byte[]> compiler = BoardCompiler::compile;
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
}
