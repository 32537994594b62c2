package org.pykopi.tests.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.pykopi.bytecode.CodeObject;
import org.pykopi.bytecode.MpyReader;
import org.pykopi.bytecode.MpyWriter;
import org.pykopi.compiler.CompileOptions;
import org.pykopi.compiler.Compiler;
import org.pykopi.syntax.Parser;
import org.pykopi.syntax.PySyntaxError;

/**
 * Generated programs, and the corpus with its literals changed, print the same when they go through
 * a {@code .mpy} file; and nothing but a Python exception comes out. {@code tests/fuzz/compare.mjs}
 * compares the same programs with the reference.
 */
final class ProgramFuzzTest {
  private static final int BITS = 31;
  private static final int MAX_POLLS = 30;
  private static final int CASES = 1000;

  /** A line without addresses; if it had any, with its characters in order. */
  private static final UnaryOperator<String> PLAIN =
      line -> {
        String plain = line.replaceAll("( at |<cell |<btree |<bound_method )(0x)?[0-9a-f]+", "");
        if (plain.equals(line)) {
          return line;
        }
        char[] characters = plain.toCharArray();
        Arrays.sort(characters);
        return new String(characters);
      };

  /** Without programs that trace, because files hold less about lines. */
  private final List<String> corpus =
      Corpus.endingSources().stream().filter(source -> !source.contains("settrace")).toList();

  @Test
  void sameThroughMpyFile() {
    FuzzLoop.run("program", CASES, this::tryOne);
  }

  private void tryOne(Random random, FuzzLoop.Note note) {
    String source =
        random.nextInt(3) > 0
            ? ProgramGenerator.program(random.nextLong())
            : new SourceMutator(random, corpus).mutatedLiterals();
    note.input(source);
    CodeObject code;
    try {
      code = Compiler.compile(Parser.parseFile(source), "main.py", CompileOptions.CROSS);
    } catch (PySyntaxError e) {
      return;
    }
    FuzzMachine direct = new FuzzMachine(MAX_POLLS);
    direct.run(code);
    FuzzMachine throughFile = new FuzzMachine(MAX_POLLS);
    throughFile.run(MpyReader.read(MpyWriter.write(code, BITS)));
    if (!direct.isInterrupted() && !same(direct.output(), throughFile.output())) {
      throw new AssertionError("prints something else through a file");
    }
  }

  /** Equal but for addresses, and for what a program sorts by them. */
  private static boolean same(String a, String b) {
    return a.equals(b) || a.lines().map(PLAIN).toList().equals(b.lines().map(PLAIN).toList());
  }
}
