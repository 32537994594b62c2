package org.pykopi.compiler;

import org.pykopi.bytecode.CodeObject;
import org.pykopi.bytecode.Disassembler;
import org.pykopi.bytecode.Instruction;
import org.pykopi.bytecode.Verifier;
import org.pykopi.syntax.Parser;

/** Compiles sources for tests and shows the instructions in short. */
final class Listings {
  private Listings() {}

  static CodeObject compile(String source) {
    return compile(source, CompileOptions.DEFAULT);
  }

  static CodeObject compile(String source, CompileOptions options) {
    CodeObject code = Compiler.compile(Parser.parseFile(source), "test.py", options);
    Verifier.verify(code);
    return code;
  }

  /**
   * The instructions of the module without offsets, joined by "; ", without the end of the module.
   */
  static String module(String source) {
    String text = instructions(compile(source));
    return text.replaceFirst("(; )?LOAD_CONST_NONE; RETURN_VALUE$", "");
  }

  /** The instructions of the first function of the module. */
  static String function(String source) {
    return instructions(compile(source).children[0]);
  }

  static String instructions(CodeObject code) {
    StringBuilder out = new StringBuilder();
    Instruction instruction = new Instruction(code.bytecode);
    for (int pc = 0; pc < code.bytecode.length; pc = instruction.next) {
      instruction.read(pc);
      String line = Disassembler.instruction(code, pc);
      out.append(pc == 0 ? "" : "; ").append(line.substring(line.indexOf(' ') + 1).trim());
    }
    return out.toString();
  }
}
