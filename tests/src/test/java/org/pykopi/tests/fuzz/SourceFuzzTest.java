package org.pykopi.tests.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pykopi.bytecode.CodeObject;
import org.pykopi.bytecode.MpyReader;
import org.pykopi.bytecode.MpyWriter;
import org.pykopi.compiler.CompileOptions;
import org.pykopi.compiler.Compiler;
import org.pykopi.syntax.Ast;
import org.pykopi.syntax.Parser;
import org.pykopi.syntax.PySyntaxError;

/**
 * Damaged programs and soups of tokens: the lexer, the parser and the compiler throw nothing but
 * PySyntaxError, and what the cross-compiler accepts passes the verifier.
 */
final class SourceFuzzTest {
  private static final int BITS = 31;
  private final List<String> corpus = Corpus.sources();

  @Test
  void onlySyntaxErrors() {
    FuzzLoop.run("source", this::tryOne);
  }

  private void tryOne(Random random, FuzzLoop.Note note) {
    String source =
        random.nextInt(4) == 0
            ? SourceMutator.soup(random)
            : new SourceMutator(random, corpus).mutated();
    note.input(source);
    try {
      Ast.Root root =
          switch (random.nextInt(6)) {
            case 0 -> Parser.parseSingle(source);
            case 1 -> Parser.parseEval(source);
            default -> Parser.parseFile(source);
          };
      boolean isForFile = random.nextBoolean();
      CompileOptions options = isForFile ? CompileOptions.CROSS : CompileOptions.DEFAULT;
      CodeObject code =
          Compiler.compile(root, "main.py", options.withOptimisation(random.nextInt(4)));
      // Viper functions, which only the virtual machine's own compiler takes, have no form in a
      // file.
      if (isForFile) {
        checkRoundTrip(code);
      }
    } catch (PySyntaxError e) {
      checkMessage(e);
    }
  }

  /** Written, read (and so verified), written again: the same file. */
  private static void checkRoundTrip(CodeObject code) {
    byte[] file = MpyWriter.write(code, BITS);
    if (!Arrays.equals(file, MpyWriter.write(MpyReader.read(file), BITS))) {
      throw new AssertionError("the file changes when it is read and written");
    }
  }

  private static void checkMessage(PySyntaxError e) {
    if (e.getMessage() == null || e.getMessage().isEmpty() || e.line < 1 || e.column < 0) {
      throw new AssertionError("message or place missing: " + e.getMessage() + ", line " + e.line);
    }
  }
}
