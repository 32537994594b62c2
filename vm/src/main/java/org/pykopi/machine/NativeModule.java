package org.pykopi.machine;

import java.util.IdentityHashMap;
import java.util.Map;
import org.pykopi.bytecode.CodeObject;
import org.pykopi.bytecode.NativeCode;
import org.pykopi.compiler.CompileOptions;
import org.pykopi.compiler.Compiler;
import org.pykopi.compiler.NativeTape;
import org.pykopi.compiler.NativeTapes;
import org.pykopi.syntax.Parser;
import org.pykopi.syntax.PySyntaxError;

/**
 * A compiled module with the machine code of its native and viper functions.
 *
 * @param code the module
 * @param functions the machine code; other functions have bytecode
 */
public record NativeModule(CodeObject code, Map<CodeObject, NativeCode> functions) {
  /**
   * Compiles a source text, read from {@code input}, for Pycopy on x86-64; the code knows the file
   * by its other name. The options are for a profile of Pycopy. Throws {@link PySyntaxError} as the
   * compiler does, and for types of viper that do not fit.
   */
  public static NativeModule compile(
      String source, String input, String fileName, CompileOptions options) {
    NativeTapes tapes = new NativeTapes();
    CodeObject code =
        Compiler.compile(
            Parser.parseFile(source, options.profile()), fileName, options.withTapes(tapes));
    Map<CodeObject, NativeCode> functions = new IdentityHashMap<>();
    if (!tapes.all().isEmpty()) {
      NameNumbers numbers = new NameNumbers(input, fileName, source, options.profile());
      for (String name : code.names) {
        numbers.of(name);
      }
      for (NativeTape tape : tapes.all()) {
        functions.put(tape.code(), generate(tape, numbers));
      }
    }
    return new NativeModule(code, functions);
  }

  private static NativeCode generate(NativeTape tape, NameNumbers numbers) {
    try {
      return new FunctionGenerator(tape, numbers).generate();
    } catch (PySyntaxError e) {
      throw e.in(tape.code().simpleName);
    }
  }
}
