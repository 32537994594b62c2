package org.pykopi.compiler;

import java.util.List;
import org.pykopi.bytecode.CodeObject;
import org.pykopi.bytecode.Opcode;
import org.pykopi.syntax.Ast;
import org.pykopi.syntax.Ast.Statement;

/**
 * Compiles the places where functions and classes are defined; their bodies are scopes of their
 * own.
 */
final class Definitions {
  private final Context context;
  private final Emitter emitter;
  private final ExpressionCompiler expressions;

  Definitions(Context context, ExpressionCompiler expressions) {
    this.context = context;
    this.emitter = context.emitter;
    this.expressions = expressions;
  }

  /** A function, class or decorated one. */
  void definition(Statement statement) {
    if (statement instanceof Ast.Decorated decorated) {
      decorated(decorated);
    } else {
      emitter.storeConstant(make(statement, context.scope.emitter));
    }
  }

  private void decorated(Ast.Decorated decorated) {
    CodeObject.Emitter kindOfCode = context.scope.emitter;
    int calls = 0;
    for (Ast.Decorator decorator : decorated.decorators()) {
      if (decorator.path().get(0).equals("micropython")) {
        kindOfCode = builtInDecorator(decorator);
        continue;
      }
      calls++;
      emitter.loadName(decorator.path().get(0));
      for (String name : decorator.path().subList(1, decorator.path().size())) {
        emitter.op(Opcode.LOAD_ATTR, name);
      }
      if (decorator.call() != null) {
        expressions.trailer(decorator.call());
      }
    }
    String name = make(decorated.definition(), kindOfCode);
    for (int i = 0; i < calls; i++) {
      emitter.call(false, 1, 0, false);
    }
    emitter.storeConstant(name);
  }

  /**
   * {@code @micropython.native} and its kin choose how the function is compiled; nothing is called.
   */
  private CodeObject.Emitter builtInDecorator(Ast.Decorator decorator) {
    List<String> path = decorator.path();
    String kind = path.size() == 2 ? path.get(1) : "";
    boolean isAssembler =
        kind.equals("asm_thumb") || kind.equals("asm_xtensa") || kind.equals("asm_rv32");
    boolean isNative = kind.equals("native") || kind.equals("viper");
    boolean isRefused =
        isNative && !context.options.allowsNative()
            || isAssembler && !context.options.acceptsNative();
    if (isRefused) {
      throw context.error(decorator, "invalid arch");
    }
    return switch (kind) {
      case "bytecode" -> CodeObject.Emitter.BYTECODE;
      case "native" -> CodeObject.Emitter.NATIVE;
      case "viper" -> CodeObject.Emitter.VIPER;
      default -> throw context.error(decorator, "invalid micropython decorator");
    };
  }

  /** {@code -> function or class}; gives its name. */
  private String make(Statement definition, CodeObject.Emitter kindOfCode) {
    if (definition instanceof Ast.FunctionDefinition function) {
      Scope inner = context.inner(Scope.Kind.FUNCTION, function, function.name(), kindOfCode);
      if (function.isAsync()) {
        inner.flags |= CodeObject.FLAG_GENERATOR;
      }
      expressions.makeFunction(inner, function.parameters());
      Ast.Constant text = context.documentation(function.body());
      if (text != null) {
        emitter.op(Opcode.DUP_TOP);
        expressions.compile(text);
        emitter.op(Opcode.ROT_TWO);
        emitter.op(Opcode.STORE_ATTR, "__doc__");
      }
      return function.name();
    }
    Ast.ClassDefinition type = (Ast.ClassDefinition) definition;
    Scope inner = context.inner(Scope.Kind.CLASS, type, type.name(), kindOfCode);
    emitter.op(Opcode.LOAD_BUILD_CLASS);
    emitter.makeFunction(inner, false);
    emitter.loadString(type.name());
    expressions.arguments(type.arguments(), false, 2);
    return type.name();
  }
}
