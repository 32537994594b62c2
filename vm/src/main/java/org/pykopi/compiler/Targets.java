package org.pykopi.compiler;

import java.util.List;
import org.pykopi.bytecode.Opcode;
import org.pykopi.syntax.Ast;
import org.pykopi.syntax.Ast.Expression;

/** Stores to and deletes what may stand left of {@code =} or after {@code del}. */
final class Targets {
  private static final String CANNOT_ASSIGN = "can't assign to expression";
  private static final String CANNOT_DELETE = "can't delete expression";

  private final Context context;
  private final Emitter emitter;
  private final ExpressionCompiler expressions;

  Targets(Context context, ExpressionCompiler expressions) {
    this.context = context;
    this.emitter = context.emitter;
    this.expressions = expressions;
  }

  // ---- assignment ----

  /** {@code value ->}. */
  void store(Expression target) {
    if (target instanceof Ast.Name name) {
      emitter.storeName(name.name());
    } else if (target instanceof Ast.Postfix postfix) {
      storePostfix(postfix);
    } else if (target instanceof Ast.TupleDisplay tuple && !tuple.items().isEmpty()) {
      unpack(tuple.items());
    } else if (target instanceof Ast.ListDisplay list) {
      unpack(list.items());
    } else {
      throw context.error(target, CANNOT_ASSIGN);
    }
  }

  /** {@code value ->}; a name becomes a constant slot. */
  void storeConstant(Expression target) {
    if (target instanceof Ast.Name name) {
      emitter.storeConstant(name.name());
    } else {
      store(target);
    }
  }

  private void storePostfix(Ast.Postfix target) {
    Ast.Trailer last = owner(target, CANNOT_ASSIGN);
    if (last instanceof Ast.IndexTrailer index) {
      expressions.compile(index.index());
      emitter.op(Opcode.STORE_SUBSCR);
    } else {
      emitter.op(Opcode.STORE_ATTR, ((Ast.AttributeTrailer) last).name());
    }
  }

  /** Compiles all but the last trailer and returns that; fails when it is a call. */
  private Ast.Trailer owner(Ast.Postfix target, String message) {
    expressions.compile(target.base());
    int last = target.trailers().size() - 1;
    for (int i = 0; i < last; i++) {
      expressions.trailer(target.trailers().get(i));
    }
    return checkedLast(target, message);
  }

  private Ast.Trailer checkedLast(Ast.Postfix target, String message) {
    Ast.Trailer last = target.trailers().get(target.trailers().size() - 1);
    if (last instanceof Ast.CallTrailer) {
      throw context.error(target, message);
    }
    return last;
  }

  /** {@code sequence ->}: one value per target, the rest for a starred one. */
  private void unpack(List<Expression> targets) {
    int starred = -1;
    for (int i = 0; i < targets.size(); i++) {
      if (targets.get(i) instanceof Ast.Starred) {
        if (starred >= 0) {
          throw context.error(targets.get(i), "multiple *x in assignment");
        }
        starred = i;
      }
    }
    if (starred < 0) {
      emitter.op(Opcode.UNPACK_SEQUENCE, targets.size());
    } else {
      emitter.op(Opcode.UNPACK_EX, starred | targets.size() - starred - 1 << 8);
    }
    for (Expression target : targets) {
      store(target instanceof Ast.Starred star ? star.value() : target);
    }
  }

  // ---- augmented assignment ----

  /** {@code -> value}, below it what {@link #storeAugmented} needs. */
  void loadAugmented(Expression target) {
    if (target instanceof Ast.Name name) {
      emitter.loadName(name.name());
    } else if (target instanceof Ast.Postfix postfix) {
      Ast.Trailer last = owner(postfix, CANNOT_ASSIGN);
      if (last instanceof Ast.IndexTrailer index) {
        expressions.compile(index.index());
        emitter.op(Opcode.DUP_TOP_TWO);
        emitter.op(Opcode.LOAD_SUBSCR);
      } else {
        emitter.op(Opcode.DUP_TOP);
        emitter.op(Opcode.LOAD_ATTR, ((Ast.AttributeTrailer) last).name());
      }
    } else {
      throw context.error(target, CANNOT_ASSIGN);
    }
  }

  /** {@code value ->}, together with what {@link #loadAugmented} left. */
  void storeAugmented(Expression target) {
    if (target instanceof Ast.Name name) {
      emitter.storeName(name.name());
      return;
    }
    Ast.Trailer last = checkedLast((Ast.Postfix) target, CANNOT_ASSIGN);
    if (last instanceof Ast.AttributeTrailer attribute) {
      emitter.op(Opcode.ROT_TWO);
      emitter.op(Opcode.STORE_ATTR, attribute.name());
    } else {
      emitter.op(Opcode.ROT_THREE);
      emitter.op(Opcode.STORE_SUBSCR);
    }
  }

  // ---- deletion ----

  void delete(Expression target) {
    if (target instanceof Ast.Name name) {
      emitter.deleteName(name.name());
    } else if (target instanceof Ast.Postfix postfix) {
      Ast.Trailer last = owner(postfix, CANNOT_DELETE);
      if (last instanceof Ast.IndexTrailer index) {
        expressions.compile(index.index());
        emitter.deleteSubscript();
      } else {
        emitter.deleteAttribute(((Ast.AttributeTrailer) last).name());
      }
    } else if (target instanceof Ast.TupleDisplay tuple && !tuple.items().isEmpty()) {
      for (Expression item : tuple.items()) {
        delete(item);
      }
    } else {
      throw context.error(target, CANNOT_DELETE);
    }
  }
}
