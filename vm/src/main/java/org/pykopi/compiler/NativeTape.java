package org.pykopi.compiler;

import java.util.Arrays;
import org.pykopi.bytecode.CodeObject;
import org.pykopi.compiler.Scope.Binding;
import org.pykopi.compiler.Scope.Identifier;
import org.pykopi.syntax.Ast.Position;

/**
 * What a generator of machine code needs to know of one native or viper function: its instructions
 * in the order of the source, with labels, and what the prelude does not tell about its variables.
 *
 * <p>An item is an opcode of {@link org.pykopi.bytecode.Opcode} or one of the negative numbers
 * here. Its operand is what the opcode takes, with names and constants as indexes into the tables
 * of the module; for a jump, a block and {@code WITH_CLEANUP} it is a label; {@code UNWIND_JUMP}
 * has the number of blocks as its extra number. What the bytecode says with several instructions,
 * because its machine has no better one, is a single item.
 */
public final class NativeTape {
  /** The operand is a label that stands here. */
  public static final int LABEL = -1;

  /** The operand corrects the count of stack slots. */
  public static final int ADJUST = -2;

  /** A statement begins; the operand is its line. */
  public static final int LINE = -3;

  /** A statement ends; the operand is its line, the extra number its column. */
  public static final int CHECK = -4;

  /** {@code object ->}: {@code del object.name}; the operand is the name. */
  public static final int DELETE_ATTR = -5;

  /** {@code object index ->}: {@code del object[index]}. */
  public static final int DELETE_SUBSCR = -6;

  /** {@code -> exception}: the handlers of a try begin. */
  public static final int START_HANDLERS = -7;

  /** {@code exception ->}: they end. */
  public static final int END_HANDLERS = -8;

  /** A list of statements starts, each of which ends in a CHECK. */
  public static final int START_LIST = -9;

  public static final int END_LIST = -10;

  /** Set when the code object is made. */
  CodeObject code;

  private final Scope scope;
  private final int argumentCount;
  private int[] ops = new int[64];
  private long[] operands = new long[64];
  private int[] extras = new int[64];
  private int count;
  private int labelCount;

  NativeTape(Scope scope) {
    this.scope = scope;
    int arguments = scope.positionalArgs + scope.keywordOnlyArgs;
    if ((scope.flags & CodeObject.FLAG_VARARGS) != 0) {
      arguments++;
    }
    if ((scope.flags & CodeObject.FLAG_VARKEYWORDS) != 0) {
      arguments++;
    }
    argumentCount = arguments;
  }

  // ---- recording ----

  void add(int op, long operand, int extra) {
    if (count == ops.length) {
      ops = Arrays.copyOf(ops, count * 2);
      operands = Arrays.copyOf(operands, count * 2);
      extras = Arrays.copyOf(extras, count * 2);
    }
    ops[count] = op;
    operands[count] = operand;
    extras[count++] = extra;
    if (op == LABEL) {
      labelCount = Math.max(labelCount, (int) operand + 1);
    }
  }

  /** Takes back the last items. */
  void drop(int items) {
    count -= items;
  }

  /** Whether the item so many places from the end is that one. */
  boolean endsIn(int op, int distance) {
    return count > distance && ops[count - 1 - distance] == op;
  }

  // ---- the instructions ----

  public int count() {
    return count;
  }

  public int op(int item) {
    return ops[item];
  }

  public long operand(int item) {
    return operands[item];
  }

  public int extra(int item) {
    return extras[item];
  }

  public boolean contains(int op) {
    for (int item = 0; item < count; item++) {
      if (ops[item] == op) {
        return true;
      }
    }
    return false;
  }

  /** All labels are below this number. */
  public int labelCount() {
    return labelCount;
  }

  /** The end of the list that the item is in; for one that is in none the last item. */
  public int endOfList(int item) {
    int depth = 1;
    int at = item;
    while (depth > 0 && at + 1 < count) {
      at++;
      depth += ops[at] == START_LIST ? 1 : ops[at] == END_LIST ? -1 : 0;
    }
    return at;
  }

  // ---- the function ----

  /** The finished code: names, constants, children, argument counts. */
  public CodeObject code() {
    return code;
  }

  public boolean isViper() {
    return scope.emitter == CodeObject.Emitter.VIPER;
  }

  /** Where the function starts. */
  public Position position() {
    return scope.position();
  }

  /** Slots of local variables, arguments included. */
  public int localCount() {
    return scope.localCount;
  }

  /** What the first locals hold at the start; the later ones are not set. */
  public ViperType[] localTypes() {
    ViperType[] types = new ViperType[scope.localCount];
    for (int i = 0; i < types.length; i++) {
      types[i] = i < argumentCount ? ViperType.OBJECT : ViperType.UNKNOWN;
    }
    for (Identifier identifier : scope.identifiers) {
      if (isViper() && identifier.isParameter()) {
        types[identifier.local] = identifier.viperType;
      }
    }
    return types;
  }

  public ViperType returnType() {
    return scope.returnType;
  }

  /** The name of a local variable, for messages. */
  public String localName(int local) {
    return scope.localName(local);
  }

  /** Whether a global variable is named, other than the types of viper that are called. */
  public boolean usesGlobals() {
    for (Identifier identifier : scope.identifiers) {
      ViperType type = isViper() ? ViperType.ofName(identifier.name) : null;
      boolean isCast = type != null && type != ViperType.OBJECT && type != ViperType.BOOL;
      if (identifier.binding == Binding.GLOBAL_EXPLICIT && !isCast) {
        return true;
      }
    }
    return false;
  }
}
