package org.pykopi.syntax;

import java.util.List;
import org.pykopi.syntax.Ast.Expression;
import org.pykopi.syntax.Ast.Node;
import org.pykopi.syntax.Ast.Position;
import org.pykopi.syntax.Ast.Statement;
import org.pykopi.util.FloatText;

/**
 * The tree as text: one node per line as {@code Kind line:column values}, its children below and
 * two columns further in. Children whose role is not plain from their order stand under a line such
 * as {@code else:}. Absent parts leave no line.
 */
public final class AstPrinter {
  private final StringBuilder out = new StringBuilder();
  private int indent;

  private AstPrinter() {}

  public static String print(Ast.Root root) {
    AstPrinter printer = new AstPrinter();
    if (root instanceof Ast.Root.Eval eval) {
      printer.expression(eval.value());
    } else {
      printer.statements(((Ast.Root.Module) root).body());
    }
    return printer.out.toString();
  }

  // ---- lines ----

  private void line(Node node, String kind) {
    line(node, kind, null);
  }

  private void line(Node node, String kind, String values) {
    pad();
    out.append(kind).append(' ');
    position(node.position());
    if (values != null) {
      out.append(' ').append(values);
    }
    out.append('\n');
  }

  private void position(Position position) {
    out.append(position.line()).append(':').append(position.column());
  }

  private void pad() {
    for (int i = 0; i < indent; i++) {
      out.append("  ");
    }
  }

  private void label(String text) {
    pad();
    out.append(text).append('\n');
  }

  private void statements(List<? extends Statement> list) {
    for (Statement statement : list) {
      statement(statement);
    }
  }

  /** The suite under a label, or nothing when it is null. */
  private void suite(String label, List<Statement> body) {
    if (body != null) {
      label(label);
      indent++;
      statements(body);
      indent--;
    }
  }

  private void children(List<? extends Expression> list) {
    for (Expression item : list) {
      child(item);
    }
  }

  private void child(Expression expression) {
    if (expression != null) {
      indent++;
      expression(expression);
      indent--;
    }
  }

  /** The expression under a label, or nothing when it is null. */
  private void labelled(String label, Expression expression) {
    if (expression != null) {
      indent++;
      label(label);
      child(expression);
      indent--;
    }
  }

  private static String joined(List<String> parts, String separator) {
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      text.append(text.length() == 0 ? "" : separator).append(part);
    }
    return text.toString();
  }

  // ---- statements ----

  private void statement(Statement node) {
    if (!simple(node) && !named(node) && !branching(node)) {
      definition(node);
    }
  }

  /** Statements made of expressions only. */
  private boolean simple(Statement node) {
    if (node instanceof Ast.ExpressionStatement s) {
      line(s, "ExpressionStatement");
      child(s.value());
    } else if (node instanceof Ast.YieldStatement s) {
      line(s, "YieldStatement");
      child(s.value());
    } else if (node instanceof Ast.Assign s) {
      line(s, "Assign");
      children(s.targets());
      labelled("value:", s.value());
    } else if (node instanceof Ast.AnnotatedAssign s) {
      line(s, "AnnotatedAssign");
      child(s.target());
      labelled("annotation:", s.annotation());
      labelled("value:", s.value());
    } else if (node instanceof Ast.AugmentedAssign s) {
      line(s, "AugmentedAssign", s.operator().text + "=");
      child(s.target());
      child(s.value());
    } else if (node instanceof Ast.Delete s) {
      line(s, "Delete");
      child(s.target());
    } else if (node instanceof Ast.Return s) {
      line(s, "Return");
      child(s.value());
    } else if (node instanceof Ast.Raise s) {
      line(s, "Raise");
      child(s.exception());
      labelled("from:", s.cause());
    } else if (node instanceof Ast.Assert s) {
      line(s, "Assert");
      child(s.condition());
      labelled("message:", s.message());
    } else {
      return false;
    }
    return true;
  }

  /** Statements made of words only. */
  private boolean named(Statement node) {
    if (node instanceof Ast.Pass) {
      line(node, "Pass");
    } else if (node instanceof Ast.Break) {
      line(node, "Break");
    } else if (node instanceof Ast.Continue) {
      line(node, "Continue");
    } else if (node instanceof Ast.Global s) {
      line(s, "Global", joined(s.names(), ", "));
    } else if (node instanceof Ast.Nonlocal s) {
      line(s, "Nonlocal", joined(s.names(), ", "));
    } else if (node instanceof Ast.Import s) {
      line(s, "Import");
      indent++;
      for (Ast.ImportedModule module : s.modules()) {
        label(joined(module.path(), ".") + aliased(module.alias()));
      }
      indent--;
    } else if (node instanceof Ast.ImportFrom s) {
      line(s, "ImportFrom", ".".repeat(s.level()) + joined(s.path(), "."));
      indent++;
      if (s.names() == null) {
        label("*");
      } else {
        for (Ast.ImportedName name : s.names()) {
          label(name.name() + aliased(name.alias()));
        }
      }
      indent--;
    } else {
      return false;
    }
    return true;
  }

  private static String aliased(String alias) {
    return alias == null ? "" : " as " + alias;
  }

  private boolean branching(Statement node) {
    if (node instanceof Ast.If s) {
      line(s, "If");
      indent++;
      for (Ast.Branch branch : s.branches()) {
        line(branch, "Branch");
        child(branch.condition());
        suite("then:", branch.body());
      }
      indent--;
      suite("else:", s.orElse());
    } else if (node instanceof Ast.While s) {
      line(s, "While");
      child(s.condition());
      suite("do:", s.body());
      suite("else:", s.orElse());
    } else if (node instanceof Ast.For s) {
      line(s, "For", s.isAsync() ? "async" : null);
      child(s.target());
      labelled("in:", s.iterable());
      suite("do:", s.body());
      suite("else:", s.orElse());
    } else if (node instanceof Ast.Try s) {
      line(s, "Try");
      suite("try:", s.body());
      for (Ast.Handler handler : s.handlers()) {
        line(handler, "Handler", handler.name());
        child(handler.type());
        suite("do:", handler.body());
      }
      suite("else:", s.orElse());
      suite("finally:", s.last());
    } else if (node instanceof Ast.With s) {
      line(s, "With", s.isAsync() ? "async" : null);
      indent++;
      for (Ast.WithItem item : s.items()) {
        line(item, "WithItem");
        child(item.context());
        labelled("as:", item.target());
      }
      indent--;
      suite("do:", s.body());
    } else {
      return false;
    }
    return true;
  }

  private void definition(Statement node) {
    if (node instanceof Ast.FunctionDefinition s) {
      line(s, "FunctionDefinition", (s.isAsync() ? "async " : "") + s.name());
      parameters(s.parameters());
      labelled("returns:", s.returns());
      suite("do:", s.body());
    } else if (node instanceof Ast.ClassDefinition s) {
      line(s, "ClassDefinition", s.name());
      arguments(s.arguments());
      suite("do:", s.body());
    } else if (node instanceof Ast.Decorated s) {
      line(s, "Decorated");
      indent++;
      for (Ast.Decorator decorator : s.decorators()) {
        line(decorator, "Decorator", joined(decorator.path(), "."));
        trailers(decorator.call() == null ? List.of() : List.of(decorator.call()));
      }
      statement(s.definition());
      indent--;
    }
  }

  private void parameters(List<Ast.Parameter> parameters) {
    indent++;
    for (Ast.Parameter parameter : parameters) {
      String stars =
          switch (parameter.kind()) {
            case PLAIN -> "";
            case STAR -> "*";
            case DOUBLE_STAR -> "**";
          };
      line(parameter, "Parameter", stars + (parameter.name() == null ? "" : parameter.name()));
      labelled("annotation:", parameter.annotation());
      labelled("default:", parameter.defaultValue());
    }
    indent--;
  }

  // ---- expressions ----

  private void expression(Expression node) {
    if (!atom(node) && !display(node) && !operation(node)) {
      other(node);
    }
  }

  private boolean atom(Expression node) {
    if (node instanceof Ast.Name e) {
      line(e, "Name", e.name());
    } else if (node instanceof Ast.IntLiteral e) {
      line(e, "Int", e.value().toString());
    } else if (node instanceof Ast.FloatLiteral e) {
      line(e, "Float", FloatText.repr(e.value()));
    } else if (node instanceof Ast.ImaginaryLiteral e) {
      line(e, "Imaginary", FloatText.repr(e.value()));
    } else if (node instanceof Ast.StringLiteral e) {
      line(e, "String", TextQuoter.quote(e.value()));
    } else if (node instanceof Ast.BytesLiteral e) {
      line(e, "Bytes", TextQuoter.quote(e.value()));
    } else if (node instanceof Ast.ConstantLiteral e) {
      line(e, "Constant", e.name().name());
    } else {
      return false;
    }
    return true;
  }

  private boolean display(Expression node) {
    if (node instanceof Ast.TupleDisplay e) {
      line(e, "Tuple", e.isParenthesised() ? "parenthesised" : null);
      children(e.items());
    } else if (node instanceof Ast.ListDisplay e) {
      line(e, "List");
      children(e.items());
    } else if (node instanceof Ast.BraceDisplay e) {
      line(e, "Braces");
      for (Ast.BraceItem item : e.items()) {
        child(item.key());
        labelled("value:", item.value());
      }
    } else if (node instanceof Ast.Comprehension e) {
      line(e, "Comprehension", e.kind().name());
      child(e.element());
      labelled("value:", e.value());
      clauses(e.clauses());
    } else {
      return false;
    }
    return true;
  }

  private void clauses(List<Ast.Clause> clauses) {
    indent++;
    for (Ast.Clause clause : clauses) {
      if (clause instanceof Ast.ForClause loop) {
        line(loop, "ForClause");
        child(loop.target());
        labelled("in:", loop.iterable());
      } else if (clause instanceof Ast.IfClause test) {
        line(test, "IfClause");
        child(test.condition());
      }
    }
    indent--;
  }

  private boolean operation(Expression node) {
    if (node instanceof Ast.BooleanChain e) {
      line(e, e.isOr() ? "Or" : "And");
      children(e.operands());
    } else if (node instanceof Ast.Not e) {
      line(e, "Not");
      child(e.operand());
    } else if (node instanceof Ast.Comparison e) {
      line(e, "Comparison");
      child(e.first());
      for (Ast.ComparisonStep step : e.steps()) {
        labelled(step.operator().text, step.operand());
      }
    } else if (node instanceof Ast.BinaryChain e) {
      line(e, "Binary");
      child(e.first());
      for (Ast.BinaryStep step : e.steps()) {
        labelled(step.operator().text, step.operand());
      }
    } else if (node instanceof Ast.Unary e) {
      line(e, "Unary", e.operator().text);
      child(e.operand());
    } else if (node instanceof Ast.Power e) {
      line(e, "Power");
      child(e.base());
      child(e.exponent());
    } else if (node instanceof Ast.Await e) {
      line(e, "Await");
      child(e.base());
      trailers(e.trailers());
    } else if (node instanceof Ast.Postfix e) {
      line(e, "Postfix");
      child(e.base());
      trailers(e.trailers());
    } else {
      return false;
    }
    return true;
  }

  private void trailers(List<? extends Ast.Trailer> trailers) {
    indent++;
    for (Ast.Trailer trailer : trailers) {
      if (trailer instanceof Ast.AttributeTrailer attribute) {
        line(attribute, "Attribute", attribute.name());
      } else if (trailer instanceof Ast.IndexTrailer index) {
        line(index, "Index");
        child(index.index());
      } else if (trailer instanceof Ast.CallTrailer call) {
        line(call, "Call");
        arguments(call.arguments());
      }
    }
    indent--;
  }

  private void arguments(List<Ast.Argument> arguments) {
    indent++;
    for (Ast.Argument argument : arguments) {
      line(argument, "Argument", argument.kind().name());
      labelled("name:", argument.name());
      child(argument.value());
    }
    indent--;
  }

  private void other(Expression node) {
    if (node instanceof Ast.Starred e) {
      line(e, "Starred");
      child(e.value());
    } else if (node instanceof Ast.NamedExpression e) {
      line(e, "NamedExpression");
      child(e.target());
      child(e.value());
    } else if (node instanceof Ast.Lambda e) {
      line(e, "Lambda");
      parameters(e.parameters());
      labelled("body:", e.body());
    } else if (node instanceof Ast.Conditional e) {
      line(e, "Conditional");
      child(e.body());
      labelled("if:", e.condition());
      labelled("else:", e.orElse());
    } else if (node instanceof Ast.Slice e) {
      line(e, "Slice");
      labelled("start:", e.start());
      labelled("stop:", e.stop());
      labelled("step:", e.step());
    } else if (node instanceof Ast.Yield e) {
      line(e, "Yield", e.isFrom() ? "from" : null);
      child(e.value());
    }
  }
}
