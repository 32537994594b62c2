package org.pykopi.runtime;

import org.pykopi.bytecode.CodeObject;
import org.pykopi.compiler.CompileOptions;
import org.pykopi.compiler.Compiler;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyBaseException;
import org.pykopi.object.PyException;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;
import org.pykopi.object.PyType;
import org.pykopi.syntax.Ast;
import org.pykopi.syntax.Parser;
import org.pykopi.syntax.PySyntaxError;

/** Text to code object; syntax errors become Python exceptions here. */
final class SourceCompiler {
  private SourceCompiler() {}

  /**
   * Compiles a text. {@code mode} is exec, single, eval, paste (exec that prints values) or await
   * (exec with {@code await} at the top level).
   */
  static CodeObject compile(String source, String fileName, String mode, CompileOptions base) {
    CompileOptions options = base.withTopLevelAwait(mode.equals("await"));
    try {
      Ast.Root root =
          switch (mode) {
            case "single" -> Parser.parseSingle(source, options.profile());
            case "eval" -> Parser.parseEval(source, options.profile());
            default -> Parser.parseFile(source, options.profile());
          };
      boolean isInteractive = mode.equals("single") || mode.equals("paste");
      return Compiler.compile(root, fileName, options.withInteractive(isInteractive));
    } catch (PySyntaxError e) {
      throw toException(e, fileName);
    }
  }

  private static PyException toException(PySyntaxError e, String fileName) {
    PyType type =
        switch (e.kind) {
          case SYNTAX -> ExceptionTypes.SYNTAX_ERROR;
          case INDENTATION -> ExceptionTypes.INDENTATION_ERROR;
          case NOT_IMPLEMENTED -> ExceptionTypes.NOT_IMPLEMENTED_ERROR;
          case VIPER_TYPE -> ExceptionTypes.VIPER_TYPE_ERROR;
          case RECURSION -> ExceptionTypes.RUNTIME_ERROR;
        };
    PyBaseException exception = new PyBaseException(type, PyTuple.of(PyStr.of(e.getMessage())));
    exception.hint = e.hint;
    exception.traceback.add(new PyBaseException.Entry(fileName, e.line, e.block));
    return new PyException(exception);
  }
}
