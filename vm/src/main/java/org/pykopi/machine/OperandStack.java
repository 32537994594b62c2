package org.pykopi.machine;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.compiler.ViperType;

/**
 * Python's value stack while code is generated. A value is in its slot of the frame, or still in a
 * register, or known at compile time; it is moved to its slot only when somebody else wants the
 * register, before a call, or where paths meet.
 *
 * <p>In a viper function each value has a type. In a native function all values are objects, but
 * those known at compile time remember what they are made from.
 *
 * <p>Slots above the top keep what was in them: a value that was popped can be put back.
 */
final class OperandStack {
  private enum Kind {
    MEMORY,
    REGISTER,
    IMMEDIATE
  }

  private static final class Slot {
    ViperType type = ViperType.UNKNOWN;
    Kind kind = Kind.MEMORY;

    /** The register or the value. */
    long content;

    void set(Kind newKind, ViperType newType, long newContent) {
      kind = newKind;
      type = newType;
      content = newContent;
    }
  }

  /** A value that was left where it was, if that is possible. */
  record Popped(ViperType type, int register) {}

  /** How the type of a value is named to the runtime; None is a pointer with a mark of its own. */
  private static final int NONE_CODE = 0x54;

  private static final int UNKNOWN_CODE = 0x60;
  private static final int CAST_CODE = 0x70;

  /** Whether values have types; off while an instruction wants its operands as objects. */
  boolean isTyped;

  private final X64Assembler out;
  private final Frame frame;
  private final Diagnostics diagnostics;
  private final List<Slot> slots = new ArrayList<>();
  private int size;
  private int maxSize;

  /** The type of a value that a jump took along, for the place where it arrives. */
  private ViperType savedType = ViperType.OBJECT;

  OperandStack(X64Assembler out, Frame frame, Diagnostics diagnostics) {
    this.out = out;
    this.frame = frame;
    this.diagnostics = diagnostics;
  }

  void start() {
    slots.clear();
    size = 0;
    isTyped = frame.isViper;
  }

  /** The most slots that were in use so far. */
  int maxSize() {
    return maxSize;
  }

  // ---- looking ----

  /** Only an {@code async with} in native code takes more from the stack than there is. */
  private Slot at(int index) {
    if (index < 0) {
      throw diagnostics.unsupported("native async with");
    }
    while (index >= slots.size()) {
      slots.add(new Slot());
    }
    return slots.get(index);
  }

  private Slot peek(int depth) {
    return at(size - 1 - depth);
  }

  /** The type as instructions see it; depth 0 is the top. */
  ViperType typeAt(int depth) {
    return isTyped ? peek(depth).type : ViperType.OBJECT;
  }

  /** Whether the top is an int known at compile time. */
  boolean isConstantIndex() {
    return peek(0).type == ViperType.INT && peek(0).kind == Kind.IMMEDIATE;
  }

  /** The value of an immediate. */
  long valueAt(int depth) {
    return peek(depth).content;
  }

  static int codeOf(ViperType type) {
    return switch (type) {
      case NONE -> NONE_CODE;
      case UNKNOWN -> UNKNOWN_CODE;
      case CAST -> CAST_CODE;
      default -> type.ordinal();
    };
  }

  // ---- moving ----

  /** What the content was is kept: the name of a type is called after it was moved, too. */
  private void moveToMemory(int index, Slot slot, int register) {
    slot.kind = Kind.MEMORY;
    frame.store(frame.stackSlot(index), register);
  }

  /** Frees a register from all values but the one at that place; 1 is the top, 0 is none. */
  void free(int register, int except) {
    for (int i = 0; i < size; i++) {
      Slot slot = at(i);
      if (i != size - except && slot.kind == Kind.REGISTER && slot.content == register) {
        moveToMemory(i, slot, register);
      }
    }
  }

  void free(int register) {
    free(register, 0);
  }

  /** Frees all registers. */
  void freeAll() {
    for (int i = 0; i < size; i++) {
      if (at(i).kind == Kind.REGISTER) {
        moveToMemory(i, at(i), (int) at(i).content);
      }
    }
  }

  /** Brings all values to their slots, because paths meet here. */
  void settle() {
    freeAll();
    for (int i = 0; i < size; i++) {
      Slot slot = at(i);
      if (slot.kind == Kind.IMMEDIATE) {
        slot.type = loadImmediate(X64Assembler.RAX, slot, false);
        moveToMemory(i, slot, X64Assembler.RAX);
      }
    }
  }

  private ViperType loadImmediate(int register, Slot slot, boolean asObject) {
    if (isTyped && !asObject || slot.type == ViperType.OBJECT) {
      out.moveImmediate(register, slot.content);
      return slot.type;
    }
    switch (slot.type) {
      case BOOL -> {
        int entry = RuntimeEntry.CONST_FALSE.ordinal() + (int) slot.content;
        frame.loadWord(register, X64Assembler.RBP, entry);
      }
      case INT, UINT -> out.moveImmediate(register, slot.content << 1 | 1);
      case NONE -> loadObject(register, RuntimeEntry.CONST_NONE);
      default -> throw diagnostics.unsupported("conversion to object");
    }
    return ViperType.OBJECT;
  }

  /** One of the objects in the runtime's table. */
  void loadObject(int register, RuntimeEntry entry) {
    frame.loadWord(register, X64Assembler.RBP, entry.ordinal());
  }

  /** Copies a value into a register; position 1 is the top. Gives its type. */
  ViperType access(int position, int register) {
    free(register, position);
    Slot slot = at(size - position);
    switch (slot.kind) {
      case MEMORY -> frame.load(register, frame.stackSlot(size - position));
      case REGISTER -> {
        if (slot.content != register) {
          out.move(register, (int) slot.content);
        }
      }
      default -> {
        return loadImmediate(register, slot, false);
      }
    }
    return slot.type;
  }

  // ---- popping ----

  ViperType pop(int register) {
    ViperType type = access(1, register);
    size--;
    return type;
  }

  /** An operand that can only be an object. */
  void popObject(int register) {
    requireObject(pop(register));
  }

  void requireObject(ViperType type) {
    if (type != ViperType.OBJECT) {
      throw diagnostics.unsupported("viper '" + type.text + "' where an object is needed");
    }
  }

  /** Leaves the value in its register unless that is one of the two; else uses the given one. */
  Popped popFlexible(int register, int notThis, int norThis) {
    Slot slot = peek(0);
    boolean stays =
        slot.kind == Kind.REGISTER && slot.content != notThis && slot.content != norThis;
    if (stays) {
      free((int) slot.content, 1);
    }
    Popped popped =
        stays
            ? new Popped(slot.type, (int) slot.content)
            : new Popped(access(1, register), register);
    size--;
    return popped;
  }

  void discard() {
    size--;
  }

  /** Drops the value below the top. The register serves if the top is in memory. */
  void dropBelow(int register) {
    Slot top = peek(0);
    Slot below = peek(1);
    below.set(top.kind, top.type, top.content);
    if (below.kind == Kind.MEMORY) {
      frame.load(register, frame.stackSlot(size - 1));
      below.set(Kind.REGISTER, below.type, register);
    }
    size--;
  }

  // ---- pushing ----

  void push(ViperType type, int register) {
    grow(1);
    peek(0).set(Kind.REGISTER, type, register);
  }

  void pushObject(int register) {
    push(ViperType.OBJECT, register);
  }

  void pushImmediate(ViperType type, long value) {
    grow(1);
    peek(0).set(Kind.IMMEDIATE, type, value);
  }

  void setTypeOfTop(ViperType type) {
    peek(0).type = type;
  }

  /** Puts back what was popped. */
  void grow(int count) {
    size += count;
    maxSize = Math.max(maxSize, size);
  }

  void shrink(int count) {
    size -= count;
  }

  /** The next value that arrives by a jump has the type of the value that was on top. */
  void saveType(ViperType type) {
    savedType = type;
  }

  /** Corrects the size where paths meet; new values are in their slots. */
  void adjust(int count) {
    for (int i = 0; i < count; i++) {
      at(size + i).set(Kind.MEMORY, count == 1 ? savedType : ViperType.OBJECT, 0);
    }
    grow(count);
  }

  // ---- calls ----

  void call(RuntimeEntry function) {
    freeAll();
    out.call(function);
  }

  /** With a number as one of the arguments. */
  void call(RuntimeEntry function, int register, long value) {
    freeAll();
    out.moveImmediate(register, value);
    out.call(function);
  }

  /** With numbers as first and second argument. */
  void callWithCounts(RuntimeEntry function, long first, long second) {
    freeAll();
    out.moveImmediate(X64Assembler.RDI, first);
    out.moveImmediate(X64Assembler.RSI, second);
    out.call(function);
  }

  /** Pops objects that lie side by side in memory; the register gets the address of the first. */
  void popArray(int register, int count) {
    freeAll();
    for (int depth = 0; depth < count; depth++) {
      Slot slot = peek(depth);
      if (slot.kind == Kind.IMMEDIATE) {
        slot.type = loadImmediate(register, slot, true);
        moveToMemory(size - 1 - depth, slot, register);
      }
    }
    for (int depth = 0; depth < count; depth++) {
      Slot slot = peek(depth);
      if (slot.type != ViperType.OBJECT) {
        int place = frame.stackSlot(size - 1 - depth);
        frame.load(X64Assembler.RDI, place);
        long code = codeOf(slot.type);
        call(RuntimeEntry.CONVERT_NATIVE_TO_OBJECT, X64Assembler.RSI, code);
        frame.store(place, X64Assembler.RAX);
        slot.type = ViperType.OBJECT;
      }
    }
    size -= count;
    frame.address(register, frame.stackSlot(size));
  }

  /** Pushes objects that a function is going to store at the address. */
  void pushArray(int register, int count) {
    freeAll();
    for (int i = 0; i < count; i++) {
      at(size + i).set(Kind.MEMORY, ViperType.OBJECT, 0);
    }
    frame.address(register, frame.stackSlot(size));
    grow(count);
  }
}
