package org.pykopi.tests.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Random functions, generators and classes, and statements that use them. */
final class Definitions {
  private final Dice dice;
  private final Source source;
  private final Expressions expressions;
  private final Statements statements;

  Definitions(Dice dice, Source source, Expressions expressions, Statements statements) {
    this.dice = dice;
    this.source = source;
    this.expressions = expressions;
    this.statements = statements;
  }

  // ---- functions ----

  /** Parameters under construction: their text, and what callers and the body have to know. */
  private final class Parameters {
    final List<String> text = new ArrayList<>();
    final List<Kind> kinds = new ArrayList<>();
    final List<String> named = new ArrayList<>();
    final List<String> keywordOnly = new ArrayList<>();
    int required;

    Parameters(Names inner) {
      int count = dice.below(4);
      required = dice.chance(60) ? count : dice.between(0, count);
      for (int i = 0; i < count; i++) {
        Kind kind = Kind.any(dice);
        String name = source.fresh("p");
        named.add(name);
        kinds.add(kind);
        text.add(i < required ? name : name + "=" + literal(kind));
        inner.add(name, kind);
      }
      boolean hasRest = dice.chance(20);
      if (hasRest) {
        String rest = source.fresh("r");
        text.add("*" + rest);
        inner.add(rest, Kind.TUPLE);
      }
      if (dice.chance(15)) {
        if (!hasRest) {
          text.add("*");
        }
        String name = source.fresh("k");
        text.add(name + "=" + literal(Kind.INT));
        keywordOnly.add(name);
        inner.add(name, Kind.INT);
      }
      if (dice.chance(12)) {
        String more = source.fresh("w");
        text.add("**" + more);
        inner.add(more, Kind.DICT);
      }
    }

    private String literal(Kind kind) {
      return expressions.simple(kind, new Names());
    }

    String text() {
      return String.join(", ", text);
    }

    Names.Function function(String name, Kind result) {
      return new Names.Function(name, kinds, named, required, keywordOnly, result);
    }
  }

  /** Prints what a function gives, if there is one. */
  void call(Names names) {
    if (names.functions.isEmpty()) {
      statements.print(names);
    } else {
      source.line("print(show(" + expressions.call(dice.pick(names.functions), names, 2) + "))");
    }
  }

  void function(Names names, int depth) {
    switch (dice.below(6)) {
      case 0 -> generator(names, depth);
      case 1 -> closure(names);
      case 2 -> recursion(names);
      default -> plain(names, depth);
    }
  }

  private void plain(Names names, int depth) {
    Names inner = names.function();
    Parameters parameters = new Parameters(inner);
    String name = source.fresh("f");
    Kind result = Kind.any(dice);
    if (dice.chance(12)) {
      source.line(dice.pick("@traced", "@twice"));
    }
    source.block(
        "def " + name + "(" + parameters.text() + "):",
        () -> {
          if (dice.chance(30)) {
            declareOuter(names, inner);
          }
          statements.some(inner, depth, 4);
          source.line("return " + expressions.of(result, inner, 2));
        });
    names.functions.add(parameters.function(name, result));
  }

  /** {@code global} or {@code nonlocal} for a variable that can be assigned outside. */
  private void declareOuter(Names names, Names inner) {
    String prefix = names.isInFunction ? "l" : "g";
    List<Names.Variable> variables =
        names.assignable().stream().filter(v -> v.name().startsWith(prefix)).toList();
    if (!variables.isEmpty()) {
      Names.Variable variable = dice.pick(variables);
      source.line((names.isInFunction ? "nonlocal " : "global ") + variable.name());
      inner.add(variable.name(), variable.kind());
    }
  }

  private void closure(Names names) {
    String name = source.fresh("f");
    String count = source.fresh("c");
    String step = source.fresh("s");
    source.block(
        "def " + name + "(" + step + "=1):",
        () -> {
          source.line(count + " = " + expressions.simple(Kind.INT, new Names()));
          source.block(
              "def inner(x):",
              () -> {
                source.line("nonlocal " + count);
                Names inner = names.function();
                inner.addReadOnly("x", Kind.INT);
                inner.addReadOnly(count, Kind.INT);
                inner.addReadOnly(step, Kind.INT);
                source.line(
                    count
                        + " = ("
                        + count
                        + " + "
                        + expressions.of(Kind.INT, inner, 2)
                        + ") % 10007");
                source.line("return " + count + ", (lambda: " + count + " + " + step + ")()");
              });
          source.line("return inner");
        });
    String made = source.fresh("h");
    source.line(made + " = " + name + "(" + dice.pick("", "2", "s=1") + ")");
    source.line("print(" + made + "(1), " + made + "(" + expressions.of(Kind.INT, names, 1) + "))");
  }

  private void recursion(Names names) {
    String name = source.fresh("f");
    Names inner = names.function();
    inner.addReadOnly("n", Kind.INT);
    inner.addReadOnly("acc", Kind.INT);
    source.block(
        "def " + name + "(n, acc=0):",
        () -> {
          source.block("if n <= 0:", () -> source.line("return acc"));
          source.line(
              "return " + name + "(n - 1, (" + expressions.of(Kind.INT, inner, 2) + ") % 10007)");
        });
    source.line(
        "print("
            + name
            + "("
            + dice.between(0, 12)
            + "), "
            + name
            + "(3, "
            + dice.between(0, 99)
            + "))");
  }

  // ---- generators ----

  private void generator(Names names, int depth) {
    Names inner = names.function();
    Parameters parameters = new Parameters(inner);
    String name = source.fresh("y");
    source.block(
        "def " + name + "(" + parameters.text() + "):",
        () -> {
          if (dice.chance(40)) {
            statements.one(inner, depth);
          }
          if (dice.chance(50)) {
            statements.guard(() -> yields(inner), inner, depth);
          } else {
            yields(inner);
          }
          if (dice.chance(30) && !names.generators.isEmpty()) {
            source.line(
                "got = yield from " + expressions.call(dice.pick(names.generators), inner, 1));
            source.line("print('got', got)");
          }
          if (dice.chance(40)) {
            source.line("return " + expressions.of(Kind.INT, inner, 1));
          }
        });
    Names.Function function = parameters.function(name, Kind.ANY);
    names.generators.add(function);
    useGenerator(names, function);
  }

  private void yields(Names inner) {
    String i = source.fresh("i");
    Names body = inner.inner();
    body.loops++;
    body.addReadOnly(i, Kind.INT);
    source.block(
        "for " + i + " in range(" + dice.between(1, 4) + "):",
        () -> {
          if (dice.chance(50)) {
            source.line("sent = yield " + expressions.of(Kind.INT, body, 2));
            source.block("if sent is not None:", () -> source.line("print('sent', sent)"));
          } else {
            source.line("yield " + expressions.of(Kind.INT, body, 2));
          }
        });
  }

  private void useGenerator(Names names, Names.Function function) {
    String call = expressions.call(function, names, 1);
    switch (dice.below(5)) {
      case 0 -> source.line("print(list(" + call + "))");
      case 1 -> {
        String name = source.fresh("z");
        source.line(name + " = " + call);
        source.line("print(next(" + name + "), next(" + name + ", 'end'))");
        source.line(
            name
                + dice.pick(".close()", ".send(5)", ".throw(ValueError('in'))", ".throw(MyError)"));
        source.line("print(list(" + name + "))");
      }
      case 2 -> source.line("print(sum(x for x in " + call + " if x is not None))");
      case 3 -> source.line("print(*" + call + ")");
      default -> {
        String name = source.fresh("z");
        source.line(name + " = " + call);
        source.block(
            "for x in " + name + ":", () -> source.block("if x:", () -> source.line("break")));
        source.line("print(next(" + name + ", None))");
      }
    }
  }

  /** Something that gives ints, for a loop. */
  String iterable(Names names) {
    if (!names.generators.isEmpty() && dice.chance(80)) {
      return expressions.call(dice.pick(names.generators), names, 1);
    }
    return "(x + 1 for x in " + expressions.of(Kind.INTS, names, 1) + ")";
  }

  // ---- classes ----

  void type(Names names) {
    Names.Type type = new Names.Type(source.fresh("C"));
    Names.Type base = names.types.isEmpty() || dice.chance(50) ? null : dice.pick(names.types);
    String bases =
        base == null
            ? dice.pick("", "", "(object)", "(Mixin)")
            : "(" + base.name + dice.pick("", "", ", Mixin") + ")";
    if (base != null) {
      type.attributes.addAll(base.attributes);
      type.methods.addAll(base.methods);
      type.special.addAll(base.special);
    }
    source.block(
        "class " + type.name + bases + ":",
        () -> {
          if (dice.chance(30)) {
            String name = source.fresh("attr");
            // Must not raise: the reference then goes on with the namespace of the class.
            source.line(name + " = " + expressions.simple(Kind.INT, new Names()) + " % 1009");
            type.attributes.add(name);
          }
          init(type, base);
          int count = dice.between(1, 3);
          for (int i = 0; i < count; i++) {
            method(names, type, base);
          }
          int specials = dice.below(4);
          for (int i = 0; i < specials; i++) {
            special(names, type);
          }
        });
    names.types.add(type);
  }

  private void init(Names.Type type, Names.Type base) {
    if (base != null && dice.chance(40)) {
      type.parameters.addAll(base.parameters);
      return;
    }
    List<String> own = new ArrayList<>();
    int count = dice.below(3);
    for (int i = 0; i < count; i++) {
      own.add(source.fresh("x"));
      type.parameters.add(Kind.INT);
    }
    String text = own.isEmpty() ? "" : ", " + String.join(", ", own);
    source.block(
        "def __init__(self" + text + "):",
        () -> {
          if (base != null) {
            source.line("super().__init__(" + "3, ".repeat(base.parameters.size()) + ")");
          }
          for (String name : own) {
            source.line("self." + name + " = " + name);
          }
          source.line("self.size = " + dice.between(0, 4));
        });
    type.attributes.addAll(own);
    type.attributes.add("size");
  }

  /** The attributes of self as variables. */
  private Names inside(Names names, Names.Type type) {
    Names inner = names.function();
    for (String attribute : type.attributes) {
      inner.add("self." + attribute, Kind.INT);
    }
    return inner;
  }

  private void method(Names names, Names.Type type, Names.Type base) {
    Names inner = inside(names, type);
    boolean isOverride = base != null && !base.methods.isEmpty() && dice.chance(40);
    if (isOverride) {
      Names.Function overridden = dice.pick(base.methods);
      source.block(
          "def " + overridden.name() + "(self, *a, **k):",
          () -> {
            source.line("print('" + type.name + "')");
            source.line("return super()." + overridden.name() + "(*a, **k)");
          });
      return;
    }
    String name = source.fresh("m");
    Kind result = Kind.any(dice);
    switch (dice.below(8)) {
      case 0 -> {
        source.line("@property");
        source.block(
            "def " + name + "(self):",
            () -> source.line("return " + expressions.of(Kind.INT, inner, 2)));
        type.special.add("property " + name);
      }
      case 1 -> {
        source.line("@staticmethod");
        source.block(
            "def " + name + "(x=2):",
            () -> source.line("return x, " + expressions.of(Kind.INT, names.function(), 1)));
        type.special.add("static " + name);
      }
      case 2 -> {
        source.line("@classmethod");
        source.block("def " + name + "(cls, x=3):", () -> source.line("return cls.__name__, x"));
        type.special.add("static " + name);
      }
      default -> {
        Parameters parameters = new Parameters(inner);
        String text = parameters.text();
        source.block(
            "def " + name + "(self" + (text.isEmpty() ? "" : ", " + text) + "):",
            () -> {
              statements.some(inner, 1, 2);
              source.line("return " + expressions.of(result, inner, 2));
            });
        type.methods.add(parameters.function(name, result));
      }
    }
  }

  private void special(Names names, Names.Type type) {
    Names inner = inside(names, type);
    inner.addReadOnly("self.size", Kind.INT);
    String value = expressions.of(Kind.INT, inner, 2);
    String name =
        dice.pick(
            "__repr__",
            "__str__",
            "__len__",
            "__getitem__",
            "__setitem__",
            "__contains__",
            "__iter__",
            "__call__",
            "__eq__",
            "__lt__",
            "__add__",
            "__radd__",
            "__iadd__",
            "__neg__",
            "__bool__",
            "__enter__",
            "__getattr__",
            "__hash__",
            "__del__",
            "__mul__",
            "__delitem__");
    String other = "getattr(other, 'size', other)";
    switch (name) {
      case "__repr__", "__str__" ->
          special(name, "", "return '<" + type.name + " %d>' % self.size");
      case "__len__" -> special(name, "", "return self.size");
      case "__getitem__" -> {
        source.block(
            "def __getitem__(self, i):",
            () -> {
              source.block("if i == 3:", () -> source.line("raise IndexError('over')"));
              source.line("return i, " + value);
            });
      }
      case "__setitem__" -> special(name, ", i, x", "print('set', show(i), show(x))");
      case "__delitem__" -> special(name, ", i", "print('del', show(i))");
      case "__contains__" -> special(name, ", x", "return x == " + value);
      case "__iter__" -> special(name, "", "return iter([self.size, " + value + "])");
      case "__call__" -> special(name, ", *a, **k", "return a, sorted(k), " + value);
      case "__eq__", "__lt__" ->
          special(
              name,
              ", other",
              "return self.size " + (name.equals("__eq__") ? "==" : "<") + " " + other);
      case "__add__", "__radd__", "__mul__" ->
          special(name, ", other", "return '" + name + "', self.size, " + other);
      case "__iadd__" -> special(name, ", other", "self.size += 1; return self");
      case "__neg__" -> special(name, "", "return -self.size");
      case "__bool__" -> special(name, "", "return self.size > 1");
      case "__hash__" -> special(name, "", "return self.size");
      case "__getattr__" -> special(name, ", name", "return 'attr ' + name");
      case "__enter__" -> {
        special(name, "", "print('enter'); return " + value);
        special(
            "__exit__",
            ", t, v, tb",
            "print('exit', t and t.__name__); return " + dice.pick("None", "True", "False"));
      }
      default -> {
        return;
      }
    }
    type.special.add(name);
  }

  private void special(String name, String parameters, String body) {
    source.block("def " + name + "(self" + parameters + "):", () -> source.line(body));
  }

  // ---- objects ----

  private void create(Names names) {
    Names.Type type = dice.pick(names.types);
    StringBuilder text = new StringBuilder();
    for (Kind kind : type.parameters) {
      text.append(text.length() == 0 ? "" : ", ")
          .append(expressions.of(kind, names, 1))
          .append(" % 1009");
    }
    String name = source.fresh("o");
    source.line(name + " = " + type.name + "(" + text + ")");
    names.instances.add(new Names.Instance(name, type));
  }

  /** A statement about an object, made first if there is none. */
  void use(Names names) {
    if (names.types.isEmpty()) {
      statements.print(names);
      return;
    }
    if (names.instances.isEmpty() || dice.chance(20)) {
      create(names);
      return;
    }
    Names.Instance object = dice.pick(names.instances);
    Names.Type type = object.type();
    if (!type.special.isEmpty() && dice.chance(45)) {
      useSpecial(names, object, dice.pick(type.special));
    } else if (!type.methods.isEmpty() && dice.chance(60)) {
      Names.Function method = dice.pick(type.methods);
      source.line("print(show(" + object.name() + "." + expressions.call(method, names, 2) + "))");
    } else if (!type.attributes.isEmpty()) {
      useAttribute(names, object, dice.pick(type.attributes));
    } else {
      source.line("print(isinstance(" + object.name() + ", " + dice.pick(names.types).name + "))");
    }
  }

  private void useAttribute(Names names, Names.Instance object, String attribute) {
    String path = object.name() + "." + attribute;
    String number = expressions.of(Kind.INT, names, 1);
    switch (dice.below(7)) {
      case 0 -> source.line(path + " = (" + number + ") % 1009");
      case 1 -> source.line(path + " += 1");
      case 2 ->
          source.line("print(" + path + ", hasattr(" + object.name() + ", '" + attribute + "'))");
      case 3 ->
          source.line(
              "print(getattr("
                  + object.name()
                  + ", '"
                  + dice.pick(attribute, "nothing")
                  + "', 'none'))");
      case 4 -> source.line("setattr(" + object.name() + ", '" + attribute + "', 5)");
      case 5 ->
          source.line(
              "print(type("
                  + object.name()
                  + ").__name__, issubclass(type("
                  + object.name()
                  + "), "
                  + dice.pick(names.types).name
                  + "))");
      default -> source.line("print(" + path + " + " + number + ")");
    }
  }

  private void useSpecial(Names names, Names.Instance object, String special) {
    String name = object.name();
    String number = expressions.of(Kind.INT, names, 1);
    String method = special.substring(special.indexOf(' ') + 1);
    if (special.startsWith("property ")) {
      source.line("print(" + name + "." + method + ")");
      return;
    }
    if (special.startsWith("static ")) {
      source.line(
          "print("
              + dice.pick(name, object.type().name)
              + "."
              + method
              + "("
              + dice.pick("", "7", "x=1")
              + "))");
      return;
    }
    String other =
        names.instances.size() > 1 && dice.chance(40) ? dice.pick(names.instances).name() : number;
    source.line(
        switch (special) {
          case "__repr__", "__str__" ->
              dice.pick(
                  "print(str(" + name + "))",
                  "print('{}'.format(" + name + "))",
                  "print('%s' % " + name + ")");
          case "__len__" -> "print(len(" + name + "), bool(" + name + "))";
          case "__getitem__" -> "print(" + name + "[" + dice.pick("0", "3", "'k'", "1") + "])";
          case "__setitem__" -> name + "[" + number + "] = " + expressions.of(Kind.STR, names, 1);
          case "__delitem__" -> "del " + name + "[" + number + "]";
          case "__contains__" -> "print(" + number + " in " + name + ")";
          case "__iter__" ->
              dice.pick("print(list(" + name + "))", "a, b = " + name, "print(*" + name + ")");
          case "__call__" ->
              "print(" + name + "(" + dice.pick("", "1, 2", "x=1", "*[1], **{'y': 2}") + "))";
          case "__eq__" -> "print(" + name + dice.pick(" == ", " != ") + other + ")";
          case "__lt__" -> "print(" + name + " < " + other + ")";
          case "__add__", "__mul__" ->
              "print(" + name + (special.equals("__add__") ? " + " : " * ") + other + ")";
          case "__radd__" -> "print(" + number + " + " + name + ")";
          case "__iadd__" -> name + " += 1";
          case "__neg__" -> "print(-" + name + ")";
          case "__bool__" -> "print(not " + name + ", 1 if " + name + " else 2)";
          case "__hash__" -> "print(hash(" + name + "))";
          case "__getattr__" -> "print(" + name + ".missing)";
          default -> "print(" + name + " is " + name + ")";
        });
  }

  /** A with statement, over an object of this program or of the prelude. */
  void with(Names names, int depth) {
    String manager = "Manager(" + dice.pick("True", "False") + ")";
    for (Names.Instance object : names.instances) {
      if (object.type().special.contains("__enter__") && dice.chance(50)) {
        manager = object.name();
      }
    }
    String second = dice.chance(20) ? ", Manager(False)" : "";
    Names inner = names.inner();
    String target = source.fresh("e");
    inner.addReadOnly(target, Kind.INT);
    source.block(
        "with " + manager + " as " + target + second + ":",
        () -> {
          statements.some(inner, depth, 2);
          if (dice.chance(30)) {
            source.line("raise " + statements.raised(inner));
          }
        });
  }
}
