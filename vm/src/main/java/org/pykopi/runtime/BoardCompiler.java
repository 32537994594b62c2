package org.pykopi.runtime;

import org.pykopi.bytecode.MpyWriter;
import org.pykopi.compiler.CompileOptions;
import org.pykopi.compiler.Compiler;
import org.pykopi.object.StrictMode;
import org.pykopi.syntax.Parser;
import org.pykopi.syntax.PySyntaxError;

/** Compiles programs for boards, as mpy-cross does without options. */
public final class BoardCompiler {
  private BoardCompiler() {}

  /**
   * The compiled file ({@code .mpy}, version 6.3) of a program.
   *
   * @param source the text
   * @param name the file's name, as tracebacks show it
   * @throws IllegalArgumentException when the text is wrong; the message says where and why
   */
  public static byte[] compile(String source, String name) {
    try {
      CompileOptions options = CompileOptions.CROSS.withStrict(StrictMode.isAskedFor(source));
      var code = Compiler.compile(Parser.parseFile(source, options.profile()), name, options);
      return MpyWriter.write(code, options.smallIntBits());
    } catch (PySyntaxError e) {
      throw new IllegalArgumentException(name + ", line " + e.line + ": " + e.getMessage(), e);
    }
  }
}
