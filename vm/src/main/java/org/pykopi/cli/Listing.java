package org.pykopi.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.pykopi.bytecode.CodeObject;
import org.pykopi.bytecode.Disassembler;
import org.pykopi.compiler.CompileOptions;
import org.pykopi.compiler.Compiler;
import org.pykopi.syntax.AstPrinter;
import org.pykopi.syntax.Parser;
import org.pykopi.syntax.PySyntaxError;
import org.pykopi.syntax.TokenPrinter;

/** What the compiler makes of a file, as text: {@code --tokens}, {@code --ast}, {@code --dis}. */
final class Listing {
  private Listing() {}

  /** Prints what the command line asks for; the exit code. */
  static int show(CommandLine line) {
    SourceFile source;
    try {
      source =
          line.action == CommandLine.Action.COMMAND
              ? new SourceFile("<stdin>", line.target)
              : SourceFile.read(line.target);
    } catch (IOException e) {
      System.err.println("pykopi: can't open file '" + line.target + "'");
      return 2;
    }
    try {
      byte[] text = text(line, source).getBytes(StandardCharsets.UTF_8);
      System.out.write(text, 0, text.length);
      System.out.flush();
      return 0;
    } catch (PySyntaxError e) {
      System.err.print(SyntaxReport.format(e, source.name(), source.text()));
      return 1;
    }
  }

  private static String text(CommandLine line, SourceFile source) {
    return switch (line.action) {
      case SHOW_TOKENS -> TokenPrinter.print(source.text());
      case SHOW_TREE -> AstPrinter.print(Parser.parseFile(source.text(), line.profile));
      default -> code(line, source);
    };
  }

  private static String code(CommandLine line, SourceFile source) {
    CompileOptions options =
        CompileOptions.DEFAULT.withProfile(line.profile).withOptimisation(line.optimisation);
    CodeObject code =
        Compiler.compile(Parser.parseFile(source.text(), line.profile), source.name(), options);
    return Disassembler.list(code);
  }
}
