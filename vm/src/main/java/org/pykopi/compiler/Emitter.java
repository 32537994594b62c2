package org.pykopi.compiler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.pykopi.bytecode.Assembler;
import org.pykopi.bytecode.CodeObject;
import org.pykopi.bytecode.Constant;
import org.pykopi.bytecode.LineTable;
import org.pykopi.bytecode.Mpy5Code;
import org.pykopi.bytecode.Opcode;
import org.pykopi.bytecode.Prelude;
import org.pykopi.bytecode.Signature;
import org.pykopi.bytecode.TraceLines;
import org.pykopi.compiler.Scope.Binding;
import org.pykopi.compiler.Scope.Identifier;
import org.pykopi.syntax.Ast.Position;
import org.pykopi.syntax.PySyntaxError;

/**
 * What the compiler calls for each instruction.
 *
 * <p>It works in two phases. While names are being resolved ({@link #startResolving}) it only
 * collects names and constants for the module's tables, because the reference numbers them in that
 * order, and reports names to {@link Scopes}. In the second phase ({@link #startEmitting}) it
 * records instructions and counts stack slots; {@link #finish} makes the code object.
 *
 * <p>After a jump, return or raise nothing is recorded up to the next label. Tables, stack and
 * lines are kept all the same. Pycopy has the instructions that are never reached in its files, and
 * only asks whether the last one was a return ({@link #endsInReturn}).
 */
final class Emitter {
  private final CompileOptions options;
  private final PoolBuilder pool;
  private final Assembler assembler = new Assembler();

  private boolean isResolving;
  private Scope scope;
  private boolean isUnreachable;
  private boolean endsInReturn;
  private int labelCount;
  private int stackSize;
  private int maxStackSize;
  private int blockDepth;
  private int maxBlockDepth;

  /** The inner scopes in the order their functions are made; the index is the operand. */
  private List<Scope> made = new ArrayList<>();

  /** Instructions of a viper function, or one for a machine, go through this; else null. */
  private InstructionObserver observer;

  Emitter(PoolBuilder pool, CompileOptions options) {
    this.pool = pool;
    this.options = options;
  }

  void startResolving(Scope scope) {
    isResolving = true;
    start(scope);
  }

  void startEmitting(Scope scope) {
    isResolving = false;
    start(scope);
  }

  boolean isResolving() {
    return isResolving;
  }

  private void start(Scope newScope) {
    scope = newScope;
    isUnreachable = false;
    endsInReturn = false;
    labelCount = 0;
    stackSize = 0;
    maxStackSize = 0;
    blockDepth = 0;
    maxBlockDepth = 0;
    made = new ArrayList<>();
    assembler.clear();
    preludeNames();
    observer = null;
    if (!isResolving) {
      observe();
    }
  }

  private void observe() {
    if (options.tapes() != null) {
      observer = options.tapes().observer(this, scope);
    } else if (scope.emitter == CodeObject.Emitter.VIPER) {
      observer = new ViperEmitter(this, pool, scope);
      line(scope.position().line());
      observer.start();
    }
  }

  /** A slot that no argument name belongs to is a closed-over variable. */
  private int[] preludeNames() {
    int count = isResolving ? 0 : scope.positionalArgs + scope.keywordOnlyArgs;
    int[] indexes = new int[1 + count];
    indexes[0] = pool.nameIndex(scope.simpleName);
    for (int local = 0; local < count; local++) {
      indexes[1 + local] = pool.nameIndex(argumentName(local));
    }
    return indexes;
  }

  private String argumentName(int local) {
    for (Identifier identifier : scope.identifiers) {
      if (identifier.isParameter() && identifier.local == local) {
        return identifier.name;
      }
    }
    return "*";
  }

  // ---- the finished scope ----

  /** The code of one scope, whose children are not compiled yet. */
  record Block(
      Scope scope,
      Prelude prelude,
      byte[] bytecode,
      List<Scope> children,
      TraceLines traceLines,
      Mpy5Code version5,
      InstructionObserver observer) {}

  Block finish() {
    if (observer != null) {
      checkTypes(scope.position());
    }
    if (!assembler.assemble(labelCount)) {
      // The jump that is too long is somewhere in the block: the place is where the block starts.
      throw new PySyntaxError(
          PySyntaxError.Kind.RECURSION, scope.position(), "bytecode overflow", null);
    }
    Signature signature =
        new Signature(
            Math.max(1, scope.localCount + maxStackSize),
            maxBlockDepth,
            scope.flags,
            scope.positionalArgs,
            scope.keywordOnlyArgs,
            scope.defaultPositionalArgs);
    LineTable lines = new LineTable(assembler.lineTable());
    Prelude prelude = new Prelude(signature, preludeNames(), lines, cells());
    int definition = scope.definition == null ? 0 : scope.position().line();
    LineTable more = new LineTable(assembler.traceLineTable());
    TraceLines traceLines = new TraceLines(definition, more);
    byte[] bytecode = assembler.bytecode();
    return new Block(scope, prelude, bytecode, made, traceLines, version5(), observer);
  }

  private Mpy5Code version5() {
    if (!isPycopy()) {
      return null;
    }
    int arguments = scope.positionalArgs + scope.keywordOnlyArgs;
    return assembler.version5(labelCount, arguments, options.cachesLookups());
  }

  private boolean isPycopy() {
    return options.profile().isPycopy();
  }

  private int[] cells() {
    int[] locals = new int[scope.identifiers.size()];
    int count = 0;
    for (Identifier identifier : scope.identifiers) {
      if (identifier.binding == Binding.CELL) {
        locals[count++] = identifier.local;
      }
    }
    return Arrays.copyOf(locals, count);
  }

  /** Fails when a type error has come up in a viper function. */
  void checkTypes(Position position) {
    if (observer != null) {
      observer.check(position);
    }
  }

  /** Several statements follow, up to {@link #endList}. */
  void startList() {
    if (observer != null) {
      observer.startList();
    }
  }

  void endList() {
    if (observer != null) {
      observer.endList();
    }
  }

  // ---- lines, labels, stack ----

  /** The following instructions belong to the line; 0 means that it is unknown. */
  void line(int line) {
    if (observer != null) {
      observer.line(line);
    }
    if (!isResolving && options.optimisation() < 3) {
      assembler.line(line);
    }
  }

  /** As {@link #line}, but only for {@code sys.settrace}; files do not hold it. */
  void traceLine(int line) {
    if (!isResolving) {
      assembler.traceLine(line);
    }
  }

  int newLabel() {
    return labelCount++;
  }

  /**
   * Whether the last thing done was a return, as Pycopy asks before it adds another one or a jump;
   * never so while resolving, nor for MicroPython.
   */
  boolean endsInReturn() {
    return endsInReturn;
  }

  void label(int label) {
    isUnreachable = false;
    endsInReturn = false;
    if (!isResolving) {
      assembler.label(label);
      if (observer != null) {
        observer.label(label);
      }
    }
  }

  /** Corrects the count of stack slots where paths meet. */
  void adjustStack(int slots) {
    if (!isResolving) {
      count(slots);
      if (observer != null) {
        observer.adjust(slots);
      }
    }
  }

  private void count(int slots) {
    endsInReturn = false;
    stackSize += slots;
    maxStackSize = Math.max(maxStackSize, stackSize);
  }

  // ---- plain instructions ----

  void op(int op) {
    record(op, 0, 0);
  }

  /** With an unsigned operand. */
  void op(int op, int operand) {
    record(op, operand, 0);
  }

  void op(int op, String name) {
    record(op, pool.nameIndex(name), 0);
  }

  private void record(int op, long operand, int extra) {
    if (isResolving) {
      return;
    }
    boolean raisesAgain = op == Opcode.RAISE_LAST || op == Opcode.RAISE_FROM;
    boolean isRefused = raisesAgain && options.tapes() == null;
    if (isRefused && scope.emitter != CodeObject.Emitter.BYTECODE) {
      throw new PySyntaxError(
          PySyntaxError.Kind.NOT_IMPLEMENTED, scope.position(), "native raise", null);
    }
    if (observer != null) {
      observer.op(op, operand, extra);
    } else {
      put(op, operand, extra);
    }
  }

  /** Records an instruction as it is. */
  void put(int op, long operand, int extra) {
    count(Opcode.stackEffect(op, (int) operand, extra));
    if (isUnreachable) {
      return;
    }
    if (Opcode.form(op) == Opcode.Form.CHILD_BYTE) {
      assembler.instruction(op, operand, extra);
    } else {
      assembler.instruction(op, operand);
    }
    isUnreachable = Opcode.endsFlow(op) && !isPycopy();
    endsInReturn = op == Opcode.RETURN_VALUE && isPycopy();
  }

  void unary(int operator) {
    op(Opcode.UNARY_OP_MULTI + operator);
  }

  void binary(int operator) {
    op(Opcode.BINARY_OP_MULTI + operator);
  }

  // ---- constants ----

  void loadSmallInt(long value) {
    if (value >= -Opcode.SMALL_INT_EXCESS && value < 64 - Opcode.SMALL_INT_EXCESS) {
      op(Opcode.LOAD_CONST_SMALL_INT_MULTI + Opcode.SMALL_INT_EXCESS + (int) value);
    } else {
      record(Opcode.LOAD_CONST_SMALL_INT, value, 0);
    }
  }

  void loadString(String value) {
    op(Opcode.LOAD_CONST_STRING, value);
  }

  void loadNone() {
    op(Opcode.LOAD_CONST_NONE);
  }

  /** From the constant table. */
  void loadConstant(Object value) {
    op(Opcode.LOAD_CONST_OBJ, pool.constantIndex(value));
  }

  /** {@code value} is a small int, a name or a {@link Constant}. */
  void loadLeaf(Object value) {
    if (value instanceof Long number && options.isSmall(number)) {
      loadSmallInt(number);
    } else if (value instanceof String text) {
      loadString(text);
    } else if (value == Constant.NONE) {
      loadNone();
    } else if (value == Constant.TRUE) {
      op(Opcode.LOAD_CONST_TRUE);
    } else if (value == Constant.FALSE) {
      op(Opcode.LOAD_CONST_FALSE);
    } else {
      loadConstant(value);
    }
  }

  // ---- names ----

  void loadName(String name) {
    if (isResolving) {
      Scopes.use(scope, name);
      return;
    }
    Identifier identifier = scope.find(name);
    switch (identifier.binding) {
      case LOCAL -> loadFast(identifier.local);
      case CELL, FREE -> op(Opcode.LOAD_DEREF, identifier.local);
      case GLOBAL_EXPLICIT -> loadGlobal(name);
      default -> op(Opcode.LOAD_NAME, name);
    }
  }

  void storeName(String name) {
    if (isResolving) {
      Scopes.assign(scope, name);
      return;
    }
    Identifier identifier = scope.find(name);
    switch (identifier.binding) {
      case LOCAL -> storeFast(identifier.local);
      case CELL, FREE -> op(Opcode.STORE_DEREF, identifier.local);
      case GLOBAL_EXPLICIT -> op(Opcode.STORE_GLOBAL, name);
      default -> op(Opcode.STORE_NAME, name);
    }
  }

  /** Stores to a name of a module or class body around a comprehension. */
  void storeOutside(Scope owner, String name) {
    if (isResolving) {
      Scopes.assign(owner, name);
      return;
    }
    boolean isGlobal = owner.find(name).binding == Binding.GLOBAL_EXPLICIT;
    op(isGlobal ? Opcode.STORE_GLOBAL : Opcode.STORE_NAME, name);
  }

  /** Stores what a definition, an import or {@code const} binds, which Pycopy tells apart. */
  void storeConstant(String name) {
    if (isResolving || !isPycopy()) {
      storeName(name);
      return;
    }
    switch (scope.find(name).binding) {
      case LOCAL, CELL, FREE -> storeName(name);
      case GLOBAL_EXPLICIT -> op(Opcode.STORE_GLOBAL_CONST, name);
      default -> op(Opcode.STORE_NAME_CONST, name);
    }
  }

  void deleteName(String name) {
    if (isResolving) {
      Scopes.assign(scope, name);
      return;
    }
    Identifier identifier = scope.find(name);
    switch (identifier.binding) {
      case LOCAL -> op(Opcode.DELETE_FAST, identifier.local);
      case CELL, FREE -> op(Opcode.DELETE_DEREF, identifier.local);
      case GLOBAL_EXPLICIT -> op(Opcode.DELETE_GLOBAL, name);
      default -> op(Opcode.DELETE_NAME, name);
    }
  }

  void loadGlobal(String name) {
    op(Opcode.LOAD_GLOBAL, name);
  }

  void loadFast(int local) {
    if (local < 16) {
      op(Opcode.LOAD_FAST_MULTI + local);
    } else {
      op(Opcode.LOAD_FAST_N, local);
    }
  }

  private void storeFast(int local) {
    if (local < 16) {
      op(Opcode.STORE_FAST_MULTI + local);
    } else {
      op(Opcode.STORE_FAST_N, local);
    }
  }

  /** {@code value object -> }: {@code del object.name}. */
  void deleteAttribute(String name) {
    op(Opcode.LOAD_NULL);
    op(Opcode.ROT_TWO);
    op(Opcode.STORE_ATTR, name);
  }

  /** {@code object index ->}: {@code del object[index]}. */
  void deleteSubscript() {
    op(Opcode.LOAD_NULL);
    op(Opcode.ROT_THREE);
    op(Opcode.STORE_SUBSCR);
  }

  // ---- jumps and blocks ----

  void jump(int op, int label) {
    if (isResolving) {
      return;
    }
    if (observer != null) {
      observer.jump(op, label);
    }
    count(Opcode.stackEffect(op, 0, 0));
    if (!isUnreachable) {
      assembler.instruction(op, label);
      isUnreachable = Opcode.endsFlow(op) && !isPycopy();
    }
  }

  void jump(int label) {
    jump(Opcode.JUMP, label);
  }

  void popJumpIf(boolean condition, int label) {
    jump(condition ? Opcode.POP_JUMP_IF_TRUE : Opcode.POP_JUMP_IF_FALSE, label);
  }

  /**
   * Leaves the given number of blocks and goes to the label; {@code dropsIterator} is for break in
   * a for loop.
   */
  void unwindJump(int label, int blocks, boolean dropsIterator) {
    if (observer != null) {
      observer.unwind(label, blocks);
    }
    if (isResolving || isUnreachable) {
      return;
    }
    if (blocks > 0) {
      assembler.instruction(Opcode.UNWIND_JUMP, label, blocks | (dropsIterator ? 0x80 : 0));
    } else {
      for (int i = 0; dropsIterator && i < Opcode.ITERATOR_SLOTS; i++) {
        assembler.instruction(Opcode.POP_TOP, 0);
      }
      assembler.instruction(Opcode.JUMP, label);
    }
    endsInReturn = false;
    isUnreachable = !isPycopy();
  }

  /** Enters a block whose handler is at the label. */
  void enterBlock(int setupOp, int label) {
    jump(setupOp, label);
    blockDepth++;
    maxBlockDepth = Math.max(maxBlockDepth, blockDepth);
  }

  void leaveBlock() {
    blockDepth--;
    op(Opcode.END_FINALLY);
  }

  int blockDepth() {
    return blockDepth;
  }

  // ---- functions and calls ----

  /** Makes a function of the scope; names it needs from here are passed in as cells. */
  void makeFunction(Scope inner, boolean hasDefaults) {
    int closed = loadClosedOver(inner);
    int index = made.size();
    made.add(inner);
    if (closed == 0) {
      op(hasDefaults ? Opcode.MAKE_FUNCTION_DEFARGS : Opcode.MAKE_FUNCTION, index);
    } else {
      int op = hasDefaults ? Opcode.MAKE_CLOSURE_DEFARGS : Opcode.MAKE_CLOSURE;
      record(op, index, closed);
    }
  }

  private int loadClosedOver(Scope inner) {
    if (isResolving || scope.kind == Scope.Kind.MODULE) {
      return 0;
    }
    int count = 0;
    for (Identifier identifier : scope.identifiers) {
      if (identifier.binding == Binding.CELL || identifier.binding == Binding.FREE) {
        Identifier wanted = inner.find(identifier.name);
        if (wanted != null && wanted.binding == Binding.FREE) {
          loadFast(identifier.local);
          count++;
        }
      }
    }
    return count;
  }

  /** Pycopy's call with an iterable and a mapping on top. */
  void callStars(boolean isMethod, int positional, int keyword) {
    int op = isMethod ? Opcode.CALL_METHOD_STARS : Opcode.CALL_FUNCTION_STARS;
    op(op, keyword << 8 | positional);
  }

  /** {@code hasStars} tells that a bit map of starred arguments is on top. */
  void call(boolean isMethod, int positional, int keyword, boolean hasStars) {
    int plain = isMethod ? Opcode.CALL_METHOD : Opcode.CALL_FUNCTION;
    int starred = isMethod ? Opcode.CALL_METHOD_VAR_KW : Opcode.CALL_FUNCTION_VAR_KW;
    op(hasStars ? starred : plain, keyword << 8 | positional);
  }

  /** {@code YIELD_VALUE} or {@code YIELD_FROM}: makes the scope a generator. */
  void suspend(int op) {
    op(op);
    scope.flags |= CodeObject.FLAG_GENERATOR;
  }
}
