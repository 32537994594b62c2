package org.pykopi.compiler;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.pykopi.bytecode.CodeObject;
import org.pykopi.bytecode.ConstantPool;
import org.pykopi.bytecode.Opcode;
import org.pykopi.compiler.Scope.Binding;
import org.pykopi.compiler.Scope.Identifier;
import org.pykopi.compiler.Scope.Kind;
import org.pykopi.compiler.Scope.Parameter;
import org.pykopi.syntax.Ast;
import org.pykopi.syntax.Ast.Position;
import org.pykopi.syntax.Ast.Statement;
import org.pykopi.syntax.PySyntaxError;

/**
 * Tree to code object.
 *
 * <ol>
 *   <li>{@link ConstantFolder} computes constants.
 *   <li>Every scope is walked once to resolve names, outer scopes before inner ones ({@link
 *       Scopes}).
 *   <li>Every scope is walked again in the same order to emit instructions ({@link Emitter}); the
 *       {@link Assembler} turns them into bytes.
 * </ol>
 *
 * <p>Both walks are the same code, in this class for the frame of a scope, in {@link
 * StatementCompiler} and {@link ExpressionCompiler} for what is inside. So the tables of names and
 * constants get the order of the reference, which walks in this way too.
 */
public final class Compiler {
  private final Context context;
  private final Emitter emitter;
  private final ExpressionCompiler expressions;
  private final Ast.Root root;

  private Compiler(Ast.Root root, PoolBuilder pool, CompileOptions options) {
    this.root = root;
    this.emitter = new Emitter(pool, options);
    this.context = new Context(options, emitter);
    this.expressions = new ExpressionCompiler(context);
  }

  /**
   * Compiles a source text. The file name is kept in the code object and shown in tracebacks.
   * Throws {@link PySyntaxError} for what the grammar allows but the language does not.
   */
  public static CodeObject compile(Ast.Root root, String fileName, CompileOptions options) {
    if (!options.allowsNative() && options.emitter() != CodeObject.Emitter.BYTECODE) {
      throw new PySyntaxError(
          PySyntaxError.Kind.NOT_IMPLEMENTED,
          new Position(1, 0),
          "cannot emit native code for this architecture",
          null);
    }
    PoolBuilder pool = new PoolBuilder(fileName);
    Ast.Root folded = ConstantFolder.fold(root, fileName, options);
    Compiler compiler = new Compiler(folded, pool, options);
    return compiler.resolveAndEmit(pool);
  }

  private CodeObject resolveAndEmit(PoolBuilder pool) {
    // Thrown after the catch block: the code compiled for WebAssembly loses what is thrown in one.
    PySyntaxError found;
    try {
      resolve();
      return emit(pool);
    } catch (PySyntaxError e) {
      found = e.in(context.scope.simpleName);
    }
    throw found;
  }

  private void resolve() {
    List<Scope> scopes = context.scopes;
    scopes.add(new Scope(Kind.MODULE, null, null, null, context.options.emitter()));
    for (int i = 0; i < scopes.size(); i++) { // the list grows meanwhile
      Scope scope = scopes.get(i);
      emitter.startResolving(scope);
      body(scope);
      Scopes.closeOver(scope);
    }
    for (Scope scope : scopes) {
      Scopes.assignLocals(scope, context.isPycopy());
    }
  }

  private CodeObject emit(PoolBuilder pool) {
    List<Scope> scopes = context.scopes;
    Emitter.Block[] blocks = new Emitter.Block[scopes.size()];
    for (int i = 0; i < blocks.length; i++) {
      emitter.startEmitting(scopes.get(i));
      body(scopes.get(i));
      blocks[i] = emitter.finish();
    }
    return link(blocks, pool.build());
  }

  /** Makes the code objects, inner ones first. */
  private static CodeObject link(Emitter.Block[] blocks, ConstantPool pool) {
    Map<Scope, CodeObject> done = new IdentityHashMap<>();
    CodeObject code = null;
    for (int i = blocks.length - 1; i >= 0; i--) {
      Emitter.Block block = blocks[i];
      CodeObject[] children = new CodeObject[block.children().size()];
      for (int child = 0; child < children.length; child++) {
        children[child] = done.get(block.children().get(child));
      }
      CodeObject.Emitter kindOfCode = block.scope().emitter;
      code = new CodeObject(pool, block.prelude(), block.bytecode(), children, kindOfCode);
      code.traceLines = block.traceLines();
      code.version5 = block.version5();
      if (block.observer() != null) {
        block.observer().finish(code);
      }
      done.put(block.scope(), code);
    }
    return code;
  }

  // ---- the frame of a scope ----

  private void body(Scope scope) {
    context.enter(scope);
    switch (scope.kind) {
      case MODULE -> module();
      case FUNCTION -> function((Ast.FunctionDefinition) scope.definition);
      case CLASS -> classBody((Ast.ClassDefinition) scope.definition);
      case LAMBDA -> lambda((Ast.Lambda) scope.definition);
      default -> comprehension((Ast.Comprehension) scope.definition);
    }
    if (!emitter.endsInReturn() || scope.kind != Kind.FUNCTION) {
      emitter.op(Opcode.RETURN_VALUE);
    }
  }

  private StatementCompiler statements() {
    return new StatementCompiler(context, expressions);
  }

  private void module() {
    if (root instanceof Ast.Root.Module module) {
      if (!context.options.isInteractive()) {
        storeDocumentation(module.body());
      }
      statements().suite(module.body());
      emitter.loadNone();
    } else {
      expressions.compile(((Ast.Root.Eval) root).value());
    }
  }

  private void function(Ast.FunctionDefinition function) {
    if (emitter.isResolving()) {
      declareParameters(function.parameters());
      if (context.scope.emitter == CodeObject.Emitter.VIPER) {
        context.scope.returnType = viperType(function.returns());
      }
    }
    statements().suite(function.body());
    if (!emitter.endsInReturn()) {
      emitter.loadNone();
    }
  }

  private void lambda(Ast.Lambda lambda) {
    emitter.line(lambda.position().line());
    if (emitter.isResolving()) {
      declareParameters(lambda.parameters());
    }
    expressions.compile(lambda.body());
    if (context.scope.isGenerator() && !context.isPycopy()) {
      emitter.op(Opcode.POP_TOP);
      emitter.loadNone();
    }
  }

  /** The value is the cell of {@code __class__} when a method uses it, else None. */
  private void classBody(Ast.ClassDefinition definition) {
    Scope scope = context.scope;
    Identifier classCell = scope.findOrAdd("__class__", Binding.LOCAL);
    emitter.traceLine(definition.position().line());
    emitter.loadName("__name__");
    emitter.storeConstant("__module__");
    emitter.loadString(definition.name());
    emitter.storeConstant("__qualname__");
    storeDocumentation(definition.body());
    statements().suite(definition.body());
    if (classCell.binding == Binding.LOCAL) {
      emitter.loadNone();
    } else {
      emitter.loadFast(classCell.local);
    }
  }

  /** In Pycopy's development variant modules and classes have a {@code __doc__}. */
  private void storeDocumentation(List<Statement> body) {
    Ast.Constant text = context.documentation(body);
    if (text != null) {
      expressions.compile(text);
      emitter.storeConstant("__doc__");
    }
  }

  // ---- parameters ----

  private void declareParameters(List<Ast.Parameter> parameters) {
    boolean hasStar = false;
    for (Ast.Parameter parameter : parameters) {
      Scope scope = context.scope;
      boolean isStar = parameter.kind() == Ast.ParameterKind.STAR;
      boolean comesTooLate = (scope.flags & CodeObject.FLAG_VARKEYWORDS) != 0;
      if (comesTooLate || isStar && hasStar) {
        throw context.error(parameter, "invalid syntax");
      }
      if (parameter.kind() == Ast.ParameterKind.DOUBLE_STAR) {
        scope.flags |= CodeObject.FLAG_VARKEYWORDS;
      } else if (isStar) {
        hasStar = true;
        if (parameter.name() != null) {
          scope.flags |= CodeObject.FLAG_VARARGS;
        }
      } else if (hasStar) {
        scope.keywordOnlyArgs++;
      } else {
        scope.positionalArgs++;
      }
      if (parameter.name() != null) {
        declareParameter(parameter);
      }
    }
  }

  private void declareParameter(Ast.Parameter parameter) {
    Identifier identifier = context.scope.findOrAdd(parameter.name(), Binding.UNDECIDED);
    if (identifier.binding != Binding.UNDECIDED) {
      throw context.error(parameter, "argument name reused");
    }
    identifier.binding = Binding.LOCAL;
    identifier.parameter =
        switch (parameter.kind()) {
          case PLAIN -> Parameter.PLAIN;
          case STAR -> Parameter.STAR;
          case DOUBLE_STAR -> Parameter.DOUBLE_STAR;
        };
    if (context.scope.emitter == CodeObject.Emitter.VIPER
        && parameter.kind() == Ast.ParameterKind.PLAIN) {
      identifier.viperType = viperType(parameter.annotation());
    }
  }

  /** What an annotation, null for none, says in a viper function. */
  private ViperType viperType(Ast.Expression annotation) {
    if (annotation == null) {
      return ViperType.OBJECT;
    }
    if (!(annotation instanceof Ast.Name name)) {
      throw context.error(annotation, "annotation must be an identifier");
    }
    ViperType type = ViperType.ofName(name.name());
    if (type == null) {
      throw new PySyntaxError(
          PySyntaxError.Kind.VIPER_TYPE,
          context.statement,
          "unknown type '" + name.name() + "'",
          null);
    }
    return type;
  }

  // ---- comprehensions ----

  /**
   * A function of one argument, the iterable (for a generator: the iterator), whose name no program
   * can use.
   */
  private void comprehension(Ast.Comprehension comprehension) {
    Scope scope = context.scope;
    if (emitter.isResolving()) {
      scope.findOrAdd("", Binding.LOCAL);
      scope.positionalArgs = 1;
    }
    emitter.line(comprehension.inner().line());
    switch (scope.kind) {
      case LIST_COMPREHENSION -> emitter.op(Opcode.BUILD_LIST, 0);
      case DICT_COMPREHENSION -> emitter.op(Opcode.BUILD_MAP, 0);
      case SET_COMPREHENSION -> emitter.op(Opcode.BUILD_SET, 0);
      default -> {}
    }
    if (scope.kind == Kind.GENERATOR) {
      // A null in the first of the four slots tells that the second holds the iterator.
      emitter.op(Opcode.LOAD_NULL);
      emitter.loadName("");
      emitter.op(Opcode.LOAD_NULL);
      emitter.op(Opcode.LOAD_NULL);
    } else {
      emitter.loadName("");
      emitter.op(Opcode.GET_ITER_STACK);
    }
    new ComprehensionBody(comprehension).clause(0, 0);
    if (scope.kind == Kind.GENERATOR) {
      emitter.loadNone();
    }
  }

  /** The nested loops and conditions of a comprehension. */
  private final class ComprehensionBody {
    private final Ast.Comprehension comprehension;
    private final Targets targets = new Targets(context, expressions);

    /** Where the innermost loop goes on. */
    private int top;

    ComprehensionBody(Ast.Comprehension comprehension) {
      this.comprehension = comprehension;
    }

    /**
     * Compiles the clauses from the given one; {@code depth} counts loops, and the iterator is on
     * the stack.
     */
    void clause(int index, int depth) {
      int outerTop = top;
      top = emitter.newLabel();
      int end = emitter.newLabel();
      emitter.label(top);
      emitter.jump(Opcode.FOR_ITER, end);
      targets.store(((Ast.ForClause) comprehension.clauses().get(index)).target());
      inside(index + 1, depth);
      emitter.jump(top);
      emitter.label(end);
      emitter.adjustStack(-Opcode.ITERATOR_SLOTS);
      top = outerTop;
    }

    private void inside(int first, int depth) {
      int index = first;
      List<Ast.Clause> clauses = comprehension.clauses();
      while (index < clauses.size() && clauses.get(index) instanceof Ast.IfClause condition) {
        expressions.jumpIf(condition.condition(), false, top);
        index++;
      }
      if (index < clauses.size()) {
        expressions.compile(((Ast.ForClause) clauses.get(index)).iterable());
        emitter.op(Opcode.GET_ITER_STACK);
        clause(index, depth + 1);
      } else {
        element(depth);
      }
    }

    private void element(int depth) {
      if (comprehension.value() != null) {
        emitter.line(comprehension.inner().line());
        expressions.compile(comprehension.value());
      }
      expressions.compile(comprehension.element());
      int collection = Opcode.ITERATOR_SLOTS * depth + 5;
      switch (context.scope.kind) {
        case LIST_COMPREHENSION -> emitter.op(Opcode.STORE_COMP, collection << 2);
        case DICT_COMPREHENSION -> emitter.op(Opcode.STORE_COMP, collection + 1 << 2 | 1);
        case SET_COMPREHENSION -> emitter.op(Opcode.STORE_COMP, collection << 2 | 2);
        default -> {
          emitter.suspend(Opcode.YIELD_VALUE);
          emitter.op(Opcode.POP_TOP);
        }
      }
    }
  }
}
