package org.pykopi.compiler;

import java.util.List;
import org.pykopi.bytecode.Opcode;
import org.pykopi.syntax.Ast;

/**
 * The arguments of a call as Pycopy has them: one {@code *iterable} and one {@code **mapping},
 * which come last on the stack wherever they stand in the source, and no plain argument after them.
 */
final class PycopyArguments {
  private final Context context;
  private final Emitter emitter;
  private final ExpressionCompiler expressions;

  private int positional;
  private int keyword;
  private Ast.Argument star;
  private Ast.Argument doubleStar;

  PycopyArguments(Context context, ExpressionCompiler expressions) {
    this.context = context;
    this.emitter = context.emitter;
    this.expressions = expressions;
  }

  /** {@code function [self] -> value}; see {@link ExpressionCompiler#arguments}. */
  void compile(List<Ast.Argument> arguments, boolean isMethod, int already) {
    positional = already;
    for (Ast.Argument argument : arguments) {
      add(argument);
    }
    if (positional > 255 || keyword > 255) {
      throw context.error(arguments.get(255 - already), "too many args");
    }
    if (star == null && doubleStar == null) {
      emitter.call(isMethod, positional, keyword, false);
      return;
    }
    compileOrNull(star);
    compileOrNull(doubleStar);
    emitter.callStars(isMethod, positional, keyword);
  }

  private void compileOrNull(Ast.Argument argument) {
    if (argument == null) {
      emitter.op(Opcode.LOAD_NULL);
    } else {
      expressions.compile(argument.value());
    }
  }

  private void add(Ast.Argument argument) {
    switch (argument.kind()) {
      case STAR -> {
        if (star != null) {
          throw context.error(argument, "can't have multiple *x");
        }
        star = argument;
      }
      case DOUBLE_STAR -> {
        if (doubleStar != null) {
          throw context.error(argument, "can't have multiple **x");
        }
        doubleStar = argument;
      }
      case KEYWORD -> {
        if (!(argument.name() instanceof Ast.Name name)) {
          throw context.error(argument, "LHS of keyword arg must be an id");
        }
        emitter.loadString(name.name());
        expressions.compile(argument.value());
        keyword++;
      }
      case NAMED, GENERATOR -> {
        expressions.positionalArgument(argument);
        positional++;
      }
      default -> {
        plain(argument);
        positional++;
      }
    }
  }

  private void plain(Ast.Argument argument) {
    if (star != null || doubleStar != null) {
      throw context.error(argument.value(), "non-keyword arg after */**");
    }
    if (keyword > 0) {
      throw context.error(argument.value(), "non-keyword arg after keyword arg");
    }
    expressions.positionalArgument(argument);
  }
}
