package org.pykopi.tests;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pykopi.bytecode.CodeObject;
import org.pykopi.bytecode.Disassembler;
import org.pykopi.bytecode.Instruction;
import org.pykopi.bytecode.Opcode;

/**
 * Compares two code objects by the instructions that can be reached. MicroPython up to 1.19 kept
 * instructions behind a {@code raise} or a jump that later versions leave out.
 */
final class CodeComparison {
  private final CodeObject left;
  private final CodeObject right;

  private CodeComparison(CodeObject left, CodeObject right) {
    this.left = left;
    this.right = right;
  }

  /** The first difference in words, or null when there is none. */
  static String difference(CodeObject left, CodeObject right) {
    return new CodeComparison(left, right).difference();
  }

  private String difference() {
    boolean isSameSignature =
        left.simpleName.equals(right.simpleName)
            && left.scopeFlags == right.scopeFlags
            && Arrays.equals(left.argumentNames, right.argumentNames)
            && Arrays.equals(left.cells, right.cells);
    if (!isSameSignature) {
      return "signature of " + right.simpleName;
    }
    List<Integer> a = reachable(left);
    List<Integer> b = reachable(right);
    Map<Integer, Integer> indexA = indexes(a);
    Map<Integer, Integer> indexB = indexes(b);
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      Instruction x = read(left, a.get(i));
      Instruction y = read(right, b.get(i));
      String difference = null;
      if (x.op != y.op) {
        difference = "opcode";
      } else if (Opcode.isJump(x.op)) {
        boolean isSameTarget = Objects.equals(indexA.get(x.operand), indexB.get(y.operand));
        difference = isSameTarget && x.extra == y.extra ? null : "jump";
      } else if (left.lineOf(x.pc) != right.lineOf(y.pc)) {
        difference = "line";
      } else {
        difference = operandDifference(x, y);
      }
      if (difference != null) {
        return difference
            + " in "
            + right.simpleName
            + ": "
            + text(left, x)
            + " / "
            + text(right, y);
      }
    }
    return a.size() == b.size() ? null : "length of " + right.simpleName;
  }

  private String operandDifference(Instruction x, Instruction y) {
    Opcode.Form form = Opcode.form(x.op);
    if (form == Opcode.Form.CHILD || form == Opcode.Form.CHILD_BYTE) {
      return difference(left.children[x.operand], right.children[y.operand]);
    }
    return text(left, x).equals(text(right, y)) ? null : "operand";
  }

  private static Instruction read(CodeObject code, int pc) {
    Instruction instruction = new Instruction(code.bytecode);
    instruction.read(pc);
    return instruction;
  }

  /** The listing without offset and without the index of a constant. */
  private static String text(CodeObject code, Instruction instruction) {
    String line = Disassembler.instruction(code, instruction.pc);
    String text = line.substring(line.indexOf(' ') + 1);
    boolean isConstant = Opcode.form(instruction.op) == Opcode.Form.CONSTANT;
    return isConstant ? text.replaceFirst(" \\d+=", " ") : text;
  }

  private static Map<Integer, Integer> indexes(List<Integer> offsets) {
    Map<Integer, Integer> indexes = new HashMap<>();
    for (int i = 0; i < offsets.size(); i++) {
      indexes.put(offsets.get(i), i);
    }
    return indexes;
  }

  private static List<Integer> reachable(CodeObject code) {
    boolean[] isReached = new boolean[code.bytecode.length];
    Deque<Integer> open = new ArrayDeque<>();
    open.push(0);
    while (!open.isEmpty()) {
      int pc = open.pop();
      if (isReached[pc]) {
        continue;
      }
      isReached[pc] = true;
      Instruction instruction = read(code, pc);
      if (Opcode.isJump(instruction.op)) {
        open.push(instruction.operand);
      }
      if (!Opcode.endsFlow(instruction.op)) {
        open.push(instruction.next);
      }
    }
    List<Integer> offsets = new ArrayList<>();
    for (int pc = 0; pc < isReached.length; pc++) {
      if (isReached[pc]) {
        offsets.add(pc);
      }
    }
    return offsets;
  }
}
