package org.pykopi.machine;

import static org.pykopi.machine.Workspace.FIRST;
import static org.pykopi.machine.Workspace.RESULT;
import static org.pykopi.machine.Workspace.SECOND;
import static org.pykopi.machine.Workspace.THIRD;

import org.pykopi.bytecode.Opcode;
import org.pykopi.compiler.NativeTape;
import org.pykopi.compiler.ViperType;

/**
 * Variables, attributes and imports. {@code del} of a variable that inner functions use does
 * nothing, that of another one stores None; so does the reference.
 */
final class NameGenerator {
  private final Workspace work;
  private final X64Assembler out;
  private final Frame frame;
  private final OperandStack stack;

  /** The types of the local variables; a later one gets that of the first value. */
  private ViperType[] types;

  NameGenerator(Workspace work) {
    this.work = work;
    out = work.out;
    frame = work.frame;
    stack = work.stack;
  }

  void start() {
    types = work.tape.localTypes();
  }

  ViperType[] types() {
    return types;
  }

  /** Cells hold objects. */
  void setObjects(int[] cells) {
    for (int local : cells) {
      types[local] = ViperType.OBJECT;
    }
  }

  /** Whether the instruction is one of these. */
  boolean generate(int op, long operand) {
    switch (op) {
      case Opcode.LOAD_FAST_N -> loadLocal((int) operand);
      case Opcode.STORE_FAST_N -> storeLocal((int) operand);
      case Opcode.LOAD_DEREF -> loadCell((int) operand);
      case Opcode.STORE_DEREF -> storeCell((int) operand);
      case Opcode.DELETE_FAST -> deleteLocal((int) operand);
      case Opcode.DELETE_DEREF -> {}
      case Opcode.LOAD_NAME -> work.pushCallWithName(RuntimeEntry.LOAD_NAME, operand, FIRST);
      case Opcode.LOAD_GLOBAL -> loadGlobal(operand);
      case Opcode.STORE_NAME -> storeName(operand, 0);
      case Opcode.STORE_NAME_CONST -> storeName(operand, 1);
      case Opcode.STORE_GLOBAL -> storeGlobal(operand, 0);
      case Opcode.STORE_GLOBAL_CONST -> storeGlobal(operand, 1);
      case Opcode.DELETE_NAME -> work.callWithName(RuntimeEntry.DELETE_NAME, operand, FIRST);
      case Opcode.DELETE_GLOBAL -> work.callWithName(RuntimeEntry.DELETE_GLOBAL, operand, FIRST);
      default -> {
        return attributeOrImport(op, operand);
      }
    }
    return true;
  }

  private boolean attributeOrImport(int op, long operand) {
    switch (op) {
      case Opcode.LOAD_ATTR -> {
        stack.popObject(FIRST);
        work.pushCallWithName(RuntimeEntry.LOAD_ATTR, operand, SECOND);
      }
      case Opcode.STORE_ATTR -> {
        stack.popObject(FIRST);
        stack.popObject(THIRD);
        work.callWithName(RuntimeEntry.STORE_ATTR, operand, SECOND);
      }
      case NativeTape.DELETE_ATTR -> {
        stack.popObject(FIRST);
        out.clear(THIRD);
        work.callWithName(RuntimeEntry.STORE_ATTR, operand, SECOND);
      }
      case Opcode.LOAD_METHOD -> {
        stack.popObject(FIRST);
        stack.pushArray(THIRD, 2);
        work.callWithName(RuntimeEntry.LOAD_METHOD, operand, SECOND);
      }
      case Opcode.LOAD_SUPER_METHOD -> {
        stack.popArray(SECOND, 3);
        stack.pushArray(SECOND, 2);
        work.callWithName(RuntimeEntry.LOAD_SUPER_METHOD, operand, FIRST);
      }
      case Opcode.IMPORT_NAME -> importName(operand);
      case Opcode.IMPORT_FROM -> {
        stack.requireObject(stack.access(1, FIRST));
        work.pushCallWithName(RuntimeEntry.IMPORT_FROM, operand, SECOND);
      }
      case Opcode.IMPORT_STAR -> {
        stack.popObject(FIRST);
        stack.call(RuntimeEntry.IMPORT_ALL);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Level and list of names are objects even in a viper function. */
  private void importName(long name) {
    boolean isTyped = stack.isTyped;
    stack.isTyped = false;
    stack.popObject(SECOND);
    stack.popObject(THIRD);
    stack.isTyped = isTyped;
    work.pushCallWithName(RuntimeEntry.IMPORT_NAME, name, FIRST);
  }

  // ---- local variables and cells ----

  private void loadLocal(int local) {
    if (types[local] == ViperType.UNKNOWN) {
      String name = work.tape.localName(local);
      work.diagnostics.typeError("local '" + name + "' used before type known");
    }
    int register = frame.registerOf(local);
    if (register < 0) {
      register = RESULT;
      stack.free(register);
      frame.load(register, frame.localSlot(local));
    }
    stack.push(types[local], register);
  }

  private void storeLocal(int local) {
    int register = frame.registerOf(local);
    ViperType type = stack.pop(register < 0 ? RESULT : register);
    if (register < 0) {
      frame.store(frame.localSlot(local), RESULT);
    }
    if (types[local] == ViperType.UNKNOWN) {
      types[local] = type;
    } else if (types[local] != type) {
      String name = work.tape.localName(local);
      String message = "local '" + name + "' has type '" + types[local].text;
      work.diagnostics.typeError(message + "' but source is '" + type.text + "'");
    }
  }

  private void deleteLocal(int local) {
    stack.pushImmediate(ViperType.NONE, 0);
    storeLocal(local);
  }

  private void loadCell(int local) {
    stack.free(RESULT);
    loadLocal(local);
    int base = stack.popFlexible(RESULT, -1, -1).register();
    frame.loadWord(RESULT, base, 1);
    stack.pushObject(RESULT);
  }

  private void storeCell(int local) {
    stack.free(RESULT);
    stack.free(FIRST);
    loadLocal(local);
    int base = stack.popFlexible(RESULT, -1, -1).register();
    int source = stack.popFlexible(FIRST, base, base).register();
    out.store64(source, base, Frame.WORD);
  }

  // ---- global variables ----

  /** In a viper function the name of a type says how to convert. */
  private void loadGlobal(long name) {
    ViperType cast = frame.isViper ? ViperType.ofName(work.references.name(name)) : null;
    if (cast != null && cast != ViperType.OBJECT) {
      stack.pushImmediate(ViperType.CAST, cast.ordinal());
    } else {
      work.pushCallWithName(RuntimeEntry.LOAD_GLOBAL, name, FIRST);
    }
  }

  private void storeName(long name, int isConstant) {
    stack.popObject(SECOND);
    out.moveImmediate(THIRD, isConstant);
    work.callWithName(RuntimeEntry.STORE_NAME, name, FIRST);
  }

  private void storeGlobal(long name, int isConstant) {
    if (stack.typeAt(0) == ViperType.OBJECT) {
      stack.pop(SECOND);
    } else {
      int type = OperandStack.codeOf(stack.pop(FIRST));
      stack.call(RuntimeEntry.CONVERT_NATIVE_TO_OBJECT, SECOND, type);
      out.move(SECOND, RESULT);
    }
    out.moveImmediate(THIRD, isConstant);
    work.callWithName(RuntimeEntry.STORE_GLOBAL, name, FIRST);
  }
}
