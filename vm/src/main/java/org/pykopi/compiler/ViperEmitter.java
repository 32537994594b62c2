package org.pykopi.compiler;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.bytecode.NativeConversion;
import org.pykopi.bytecode.Opcode;
import org.pykopi.compiler.Scope.Binding;
import org.pykopi.compiler.Scope.Identifier;
import org.pykopi.syntax.Ast.Position;
import org.pykopi.syntax.PySyntaxError;

/**
 * Stands between the compiler and its {@link Emitter} while a viper function is compiled. It
 * follows the types of locals and stack slots from instruction to instruction, in the order of the
 * source and without looking at jumps, as the reference does; adds conversions between objects and
 * machine words; and replaces operations on words by those of the NATIVE_ opcodes.
 *
 * <p>A type error does not stop the work at once: the last one of a statement is reported.
 */
final class ViperEmitter implements InstructionObserver {
  /**
   * A value on the stack.
   *
   * @param isImmediate known at compile time: None and pointers differ then in how they become
   *     objects
   * @param cast what a CAST converts to, else null
   */
  private record Slot(ViperType type, boolean isImmediate, ViperType cast) {}

  private static final Slot OBJECT = new Slot(ViperType.OBJECT, false, null);

  private final Emitter out;
  private final PoolBuilder pool;
  private final Scope scope;
  private final ViperType[] locals;
  private final List<Slot> stack = new ArrayList<>();

  /** The type below a comparison that ended a chain early, and the label it went to. */
  private ViperType typeAtChainEnd;

  private int chainEnd = -1;
  private boolean isAtChainEnd;

  private String error;

  ViperEmitter(Emitter out, PoolBuilder pool, Scope scope) {
    this.out = out;
    this.pool = pool;
    this.scope = scope;
    locals = new ViperType[scope.localCount];
    int arguments = scope.positionalArgs + scope.keywordOnlyArgs;
    for (int i = 0; i < locals.length; i++) {
      locals[i] = i < arguments ? ViperType.OBJECT : ViperType.UNKNOWN;
    }
    for (Identifier identifier : scope.identifiers) {
      if (identifier.isParameter()) {
        locals[identifier.local] = identifier.viperType;
      }
    }
  }

  /** Converts the arguments of the function. */
  @Override
  public void start() {
    for (Identifier identifier : scope.identifiers) {
      boolean isWord = identifier.viperType != ViperType.OBJECT;
      if (identifier.isParameter() && isWord && identifier.binding == Binding.LOCAL) {
        put(Opcode.LOAD_FAST_N, identifier.local);
        put(Opcode.NATIVE_CONVERT, fromObject(identifier.viperType));
        put(Opcode.STORE_FAST_N, identifier.local);
      }
    }
  }

  /** Reports the last error so far; called at the end of each statement. */
  @Override
  public void check(Position position) {
    if (error != null) {
      throw new PySyntaxError(PySyntaxError.Kind.VIPER_TYPE, position, error, null);
    }
  }

  /** The reference names no line either; ours is that of the function. */
  private PySyntaxError notImplemented(String message) {
    return new PySyntaxError(PySyntaxError.Kind.NOT_IMPLEMENTED, scope.position(), message, null);
  }

  // ---- the stack ----

  private Slot peek(int depth) {
    return stack.get(stack.size() - 1 - depth);
  }

  private ViperType typeAt(int depth) {
    return peek(depth).type;
  }

  private void push(Slot slot) {
    stack.add(slot);
  }

  private void push(ViperType type) {
    push(new Slot(type, false, null));
  }

  private void pushImmediate(ViperType type) {
    push(new Slot(type, true, null));
  }

  private Slot pop() {
    return stack.remove(stack.size() - 1);
  }

  private void drop(int count) {
    for (int i = 0; i < count; i++) {
      pop();
    }
  }

  /** Values known at compile time are written to the stack where paths meet. */
  private void settle() {
    for (int i = 0; i < stack.size(); i++) {
      Slot slot = stack.get(i);
      stack.set(i, new Slot(slot.type, false, slot.cast));
    }
  }

  @Override
  public void label(int label) {
    settle();
    isAtChainEnd = label == chainEnd;
  }

  @Override
  public void adjust(int slots) {
    if (slots < 0) {
      drop(-slots);
    }
    for (int i = 0; i < slots; i++) {
      push(isAtChainEnd && slots == 1 ? typeAtChainEnd : ViperType.OBJECT);
    }
    isAtChainEnd = false;
  }

  // ---- conversions ----

  private static int fromObject(ViperType type) {
    return switch (type) {
      case BOOL -> NativeConversion.OBJECT_TO_BOOL;
      case INT -> NativeConversion.OBJECT_TO_INT;
      case UINT -> NativeConversion.OBJECT_TO_UINT;
      case OBJECT -> NativeConversion.NOTHING;
      default -> NativeConversion.OBJECT_TO_POINTER;
    };
  }

  private static int fromWord(ViperType type) {
    if (type == ViperType.BOOL || type == ViperType.OBJECT) {
      return NativeConversion.NOTHING;
    }
    return type.isUnsigned() ? NativeConversion.TO_UINT : NativeConversion.TO_INT;
  }

  /** Makes the value at that depth an object. */
  private void toObject(int depth) {
    Slot slot = peek(depth);
    int conversion = NativeConversion.NOTHING;
    if (slot.isImmediate && (slot.type.isPointer() || slot.type == ViperType.CAST)) {
      throw notImplemented("conversion to object");
    }
    if (slot.type == ViperType.BOOL && !slot.isImmediate) {
      conversion = NativeConversion.TO_BOOL;
    } else if (slot.type == ViperType.NONE && !slot.isImmediate) {
      conversion = NativeConversion.TO_UINT;
    }
    if (conversion != NativeConversion.NOTHING) {
      put(Opcode.NATIVE_CONVERT, conversion + depth * NativeConversion.DEPTH);
    }
    stack.set(stack.size() - 1 - depth, OBJECT);
  }

  private void toObjects(int count) {
    for (int depth = 0; depth < count; depth++) {
      toObject(depth);
    }
  }

  // ---- instructions ----

  private void put(int op, long operand) {
    out.put(op, operand, 0);
  }

  /** Records an instruction of the compiler, and what viper makes of it. */
  @Override
  public void op(int op, long operand, int extra) {
    isAtChainEnd = false;
    if (op >= Opcode.BINARY_OP_MULTI) {
      binary(op - Opcode.BINARY_OP_MULTI);
    } else if (op >= Opcode.UNARY_OP_MULTI) {
      unary(op);
    } else if (op >= Opcode.STORE_FAST_MULTI) {
      storeLocal(op - Opcode.STORE_FAST_MULTI);
    } else if (op >= Opcode.LOAD_FAST_MULTI) {
      loadLocal(op - Opcode.LOAD_FAST_MULTI);
    } else if (op >= Opcode.LOAD_CONST_SMALL_INT_MULTI) {
      put(op, operand);
      pushImmediate(ViperType.INT);
    } else {
      single(op, operand, extra);
    }
  }

  private void single(int op, long operand, int extra) {
    switch (op) {
      case Opcode.LOAD_FAST_N -> loadLocal((int) operand);
      case Opcode.STORE_FAST_N -> storeLocal((int) operand);
      case Opcode.LOAD_GLOBAL -> loadGlobal((int) operand);
      case Opcode.LOAD_CONST_SMALL_INT -> {
        put(op, operand);
        pushImmediate(ViperType.INT);
      }
      case Opcode.LOAD_CONST_OBJ -> {
        put(op, operand);
        boolean isWord = pool.constant((int) operand) instanceof Long n && n << 1 >> 1 == n;
        push(isWord ? new Slot(ViperType.INT, true, null) : OBJECT);
      }
      case Opcode.LOAD_CONST_NONE -> {
        put(op, 0);
        pushImmediate(ViperType.NONE);
      }
      case Opcode.LOAD_CONST_TRUE, Opcode.LOAD_CONST_FALSE -> {
        put(op, 0);
        pushImmediate(ViperType.BOOL);
      }
      case Opcode.DELETE_FAST -> {
        single(Opcode.LOAD_CONST_NONE, 0, 0);
        storeLocal((int) operand);
      }
      case Opcode.LOAD_DEREF, Opcode.STORE_DEREF -> cell(op, (int) operand);
      case Opcode.LOAD_SUBSCR -> loadItem();
      case Opcode.STORE_SUBSCR -> storeItem();
      case Opcode.CALL_FUNCTION -> call((int) operand);
      case Opcode.RETURN_VALUE -> returnValue();
      default -> stackOp(op, operand, extra);
    }
  }

  private void stackOp(int op, long operand, int extra) {
    switch (op) {
      case Opcode.POP_TOP -> {
        put(op, 0);
        pop();
      }
      case Opcode.DUP_TOP, Opcode.DUP_TOP_TWO, Opcode.ROT_TWO, Opcode.ROT_THREE -> {
        put(op, 0);
        arrange(op);
      }
      case Opcode.RAISE_OBJ -> {
        if (typeAt(0) != ViperType.OBJECT) {
          error = "must raise an object";
        }
        put(op, 0);
        pop();
      }
      case Opcode.END_FINALLY -> {
        out.put(op, 0, 0);
        pop();
      }
      case Opcode.WITH_CLEANUP -> {
        out.put(op, 0, 0);
        drop(3);
        push(OBJECT);
      }
      case Opcode.YIELD_VALUE, Opcode.YIELD_FROM -> throw notImplemented("native yield");
      default -> onObjects(op, (int) operand, extra);
    }
  }

  /** Stack operations put values into registers, so that none is immediate afterwards. */
  private void arrange(int op) {
    int used = op == Opcode.ROT_THREE ? 3 : op == Opcode.DUP_TOP ? 1 : 2;
    int first = stack.size() - used;
    for (int i = first; i < stack.size(); i++) {
      stack.set(i, new Slot(stack.get(i).type, false, stack.get(i).cast));
    }
    switch (op) {
      case Opcode.DUP_TOP -> push(peek(0));
      case Opcode.DUP_TOP_TWO -> {
        push(peek(1));
        push(peek(1));
      }
      default -> stack.add(first, pop());
    }
  }

  /** An instruction that knows only objects. */
  private void onObjects(int op, int operand, int extra) {
    int effect = Opcode.stackEffect(op, operand, extra);
    int taken = Math.min(stack.size(), Opcode.slotsRead(op, operand, extra));
    toObjects(taken);
    out.put(op, operand, extra);
    drop(taken);
    for (int i = 0; i < taken + effect; i++) {
      push(OBJECT);
    }
  }

  // ---- names ----

  private void checkKnown(int local) {
    if (locals[local] == ViperType.UNKNOWN) {
      error = "local '" + scope.localName(local) + "' used before type known";
    }
  }

  private void loadLocal(int local) {
    checkKnown(local);
    put(Opcode.LOAD_FAST_N, local);
    push(locals[local]);
  }

  private void storeLocal(int local) {
    ViperType type = pop().type;
    if (locals[local] == ViperType.UNKNOWN) {
      locals[local] = type;
    } else if (locals[local] != type) {
      error =
          "local '"
              + scope.localName(local)
              + "' has type '"
              + locals[local].text
              + "' but source is '"
              + type.text
              + "'";
    }
    put(Opcode.STORE_FAST_N, local);
  }

  private void cell(int op, int local) {
    checkKnown(local);
    if (op == Opcode.STORE_DEREF) {
      toObject(0);
      pop();
    } else {
      push(OBJECT);
    }
    put(op, local);
  }

  /** The name of a type is no variable but says how to convert: None lies in its place. */
  private void loadGlobal(int name) {
    ViperType cast = ViperType.ofName(pool.name(name));
    if (cast != null && cast != ViperType.OBJECT) {
      put(Opcode.LOAD_CONST_NONE, 0);
      push(new Slot(ViperType.CAST, true, cast));
    } else {
      put(Opcode.LOAD_GLOBAL, name);
      push(OBJECT);
    }
  }

  // ---- memory ----

  private void loadItem() {
    ViperType base = typeAt(1);
    if (base == ViperType.OBJECT) {
      onObjects(Opcode.LOAD_SUBSCR, 0, 0);
      return;
    }
    checkIndex("load");
    if (base.itemSize == 0) {
      error = "can't load from '" + base.text + "'";
    }
    put(Opcode.NATIVE_LOAD, base.itemSize);
    drop(2);
    push(ViperType.INT);
  }

  private void storeItem() {
    ViperType base = typeAt(1);
    if (base == ViperType.OBJECT) {
      onObjects(Opcode.STORE_SUBSCR, 0, 0);
      return;
    }
    checkIndex("store");
    ViperType value = typeAt(2);
    if (value != ViperType.BOOL && !value.isInteger()) {
      error = "can't store '" + value.text + "'";
    }
    if (base.itemSize == 0) {
      error = "can't store to '" + base.text + "'";
    }
    put(Opcode.NATIVE_STORE, base.itemSize);
    drop(3);
  }

  private void checkIndex(String action) {
    if (!typeAt(0).isInteger()) {
      error = "can't " + action + " with '" + typeAt(0).text + "' index";
    }
  }

  // ---- operators ----

  private void unary(int op) {
    ViperType type = typeAt(0);
    if (type == ViperType.OBJECT) {
      onObjects(op, 0, 0);
    } else if (!type.isInteger()) {
      error = "can't do unary op of '" + type.text + "'";
    } else if (op == Opcode.UNARY_OP_MULTI + Opcode.NOT) {
      error = "'not' not implemented";
    } else if (op != Opcode.UNARY_OP_MULTI + Opcode.POSITIVE) {
      put(op, 0);
      put(Opcode.NATIVE_CONVERT, fromWord(type));
      pop();
      push(type);
    }
  }

  private void binary(int operator) {
    ViperType left = typeAt(1);
    ViperType right = typeAt(0);
    if (left == ViperType.OBJECT && right == ViperType.OBJECT) {
      onObjects(Opcode.BINARY_OP_MULTI + operator, 0, 0);
      return;
    }
    drop(2);
    if (!left.isInteger() || !right.isInteger()) {
      error = "can't do binary op between '" + left.text + "' and '" + right.text + "'";
      push(left);
    } else if (operator <= Opcode.NOT_EQUAL) {
      if (left != right) {
        error = "comparison of int and uint";
      }
      put(Opcode.BINARY_OP_MULTI + operator, 0);
      push(ViperType.BOOL);
    } else {
      push(arithmetic(operator, left, left == right));
    }
  }

  /** The type of the result. */
  private ViperType arithmetic(int operator, ViperType left, boolean isSame) {
    if (operator < Opcode.INPLACE_FIRST) {
      error = "binary op  not implemented";
      return left;
    }
    int plain =
        operator < Opcode.PLAIN_FIRST
            ? operator - Opcode.INPLACE_FIRST
            : operator - Opcode.PLAIN_FIRST;
    switch (plain) {
      case Opcode.FLOOR_DIVIDE, Opcode.MODULO -> {
        if (left != ViperType.INT) {
          error = "div/mod not implemented for uint";
        }
        put(Opcode.NATIVE_BINARY, plain * 2L);
        return ViperType.INT;
      }
      case Opcode.MAT_MULTIPLY, Opcode.TRUE_DIVIDE, Opcode.POWER ->
          error = "binary op " + Opcode.methodName(plain + Opcode.PLAIN_FIRST) + " not implemented";
      case Opcode.OR, Opcode.XOR, Opcode.AND -> {
        if (isSame) {
          put(Opcode.BINARY_OP_MULTI + Opcode.PLAIN_FIRST + plain, 0);
        } else {
          put(Opcode.NATIVE_BINARY, plain * 2L + (left == ViperType.UINT ? 1 : 0));
        }
      }
      default -> put(Opcode.NATIVE_BINARY, plain * 2L + (left == ViperType.UINT ? 1 : 0));
    }
    return left;
  }

  // ---- calls ----

  private void call(int counts) {
    int positional = counts & 0xff;
    int arguments = positional + 2 * (counts >> 8 & 0xff);
    Slot callee = peek(arguments);
    if (callee.type != ViperType.CAST) {
      onObjects(Opcode.CALL_FUNCTION, counts, 0);
      return;
    }
    if (arguments != 1 || typeAt(0) == ViperType.CAST || typeAt(0) == ViperType.UNKNOWN) {
      throw notImplemented("casting");
    }
    Slot value = pop();
    pop();
    boolean isObject = value.type == ViperType.OBJECT;
    put(Opcode.NATIVE_CAST, isObject ? fromObject(callee.cast) : fromWord(callee.cast));
    push(new Slot(callee.cast, value.isImmediate && !isObject, null));
  }

  private void returnValue() {
    ViperType wanted = scope.returnType;
    ViperType type = pop().type;
    if (type != wanted && type != ViperType.NONE) {
      error = "return expected '" + wanted.text + "' but got '" + type.text + "'";
    }
    if (wanted == ViperType.BOOL) {
      put(Opcode.NATIVE_CONVERT, NativeConversion.TO_BOOL);
    } else if (type == ViperType.NONE && wanted != ViperType.OBJECT) {
      put(Opcode.NATIVE_CONVERT, NativeConversion.TO_UINT);
    }
    put(Opcode.RETURN_VALUE, 0);
  }

  // ---- jumps ----

  @Override
  public void unwind(int label, int blocks) {
    jump(Opcode.UNWIND_JUMP, label);
  }

  /** Takes note of a jump before the emitter records it. */
  @Override
  public void jump(int op, int label) {
    isAtChainEnd = false;
    switch (op) {
      case Opcode.POP_JUMP_IF_TRUE, Opcode.POP_JUMP_IF_FALSE -> {
        checkCondition();
        pop();
        settle();
      }
      case Opcode.JUMP_IF_TRUE_OR_POP, Opcode.JUMP_IF_FALSE_OR_POP -> {
        checkCondition();
        chainEnd = label;
        typeAtChainEnd = typeAt(0);
        settle();
        pop();
      }
      case Opcode.FOR_ITER -> {
        settle();
        push(OBJECT);
      }
      case Opcode.SETUP_WITH -> {
        toObject(0);
        settle();
        push(OBJECT);
        push(OBJECT);
      }
      default -> settle();
    }
  }

  private void checkCondition() {
    ViperType type = typeAt(0);
    boolean isGood = type == ViperType.OBJECT || type == ViperType.BOOL || type.isInteger();
    if (!isGood) {
      error = "can't implicitly convert '" + type.text + "' to 'bool'";
    }
  }
}
