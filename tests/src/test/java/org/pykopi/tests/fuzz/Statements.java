package org.pykopi.tests.fuzz;

import java.util.List;

/**
 * Random Python statements. All loops end: they run over short sequences or count down; and values
 * that are assigned again and again are cut to a size.
 */
final class Statements {
  static final String SHOW_ERROR = "print('!', type(e).__name__, e)";
  private static final int DEPTH = 3;

  private final Dice dice;
  private final Source source;
  private final Expressions expressions;
  private final Definitions definitions;

  Statements(Dice dice, Source source, Expressions expressions) {
    this.dice = dice;
    this.source = source;
    this.expressions = expressions;
    this.definitions = new Definitions(dice, source, expressions, this);
  }

  Definitions definitions() {
    return definitions;
  }

  /** One to {@code most} statements. */
  void some(Names names, int depth, int most) {
    int count = dice.between(1, most);
    for (int i = 0; i < count; i++) {
      one(names, depth);
    }
  }

  void one(Names names, int depth) {
    int kind = dice.below(100);
    if (kind < 26) {
      print(names);
    } else if (kind < 42) {
      assignNew(names);
    } else if (kind < 50) {
      assignAgain(names);
    } else if (kind < 56) {
      unpack(names);
    } else if (kind < 62) {
      change(names);
    } else if (kind < 72) {
      if (dice.chance(50)) {
        definitions.use(names);
      } else {
        definitions.call(names);
      }
    } else if (depth <= 0) {
      print(names);
    } else if (kind < 79) {
      branch(names, depth - 1);
    } else if (kind < 86) {
      loop(names, depth - 1);
    } else if (kind < 94) {
      guarded(names, depth - 1);
    } else if (kind < 96) {
      definitions.function(names, depth - 1);
    } else if (kind < 98) {
      definitions.with(names, depth - 1);
    } else {
      rare(names);
    }
  }

  // ---- simple statements ----

  /** A few variables that are sure to exist afterwards. */
  void declare(Names names) {
    int count = dice.between(1, 3);
    for (int i = 0; i < count; i++) {
      Kind kind = Kind.any(dice);
      String name = source.fresh("g");
      source.line(name + " = " + expressions.simple(kind, new Names()));
      names.add(name, kind);
    }
  }

  void print(Names names) {
    Kind kind = Kind.any(dice);
    String value = expressions.of(kind, names, DEPTH);
    switch (dice.below(5)) {
      case 0 ->
          source.line(
              "print("
                  + show(value)
                  + ", "
                  + show(expressions.of(Kind.any(dice), names, 1))
                  + ", sep='|')");
      case 1 -> source.line("print(" + show(value) + ", end=';\\n')");
      default -> source.line("print(" + show(value) + ")");
    }
  }

  private static String show(String value) {
    return "show(" + value + ")";
  }

  private void assignNew(Names names) {
    Kind kind = Kind.any(dice);
    String name = source.fresh(names.isInFunction ? "l" : "g");
    String value = bounded(kind, expressions.of(kind, names, DEPTH), names);
    if (dice.chance(8)) {
      source.line("print(show((" + name + " := " + value + ")))");
    } else if (dice.chance(8)) {
      String other = source.fresh("t");
      source.line(name + " = " + other + " = " + value);
      names.add(other, kind);
    } else {
      source.line(name + " = " + value);
    }
    names.add(name, kind);
  }

  private void assignAgain(Names names) {
    List<Names.Variable> variables = names.assignable();
    if (variables.isEmpty()) {
      assignNew(names);
      return;
    }
    Names.Variable variable = dice.pick(variables);
    String name = variable.name();
    Kind kind = variable.kind();
    String value = expressions.of(kind, names, 2);
    String operator =
        switch (kind) {
          case INT -> dice.pick(" += ", " -= ", " *= ", " //= ", " %= ", " &= ", " |= ", " ^= ");
          case FLOAT -> dice.pick(" += ", " -= ", " *= ", " /= ");
          case STR, BYTES, INTS, STRS, TUPLE -> " += ";
          case DICT -> " |= ";
          case SET -> dice.pick(" |= ", " &= ", " -= ", " ^= ");
          default -> " = ";
        };
    if (kind == Kind.ANY || dice.chance(40)) {
      source.line(name + " = " + bounded(kind, value, names));
      return;
    }
    source.line(name + operator + value);
    source.line(name + " = " + bounded(kind, name, names));
  }

  /** Cuts a value that a loop or function may compute from itself again and again. */
  private String bounded(Kind kind, String value, Names names) {
    boolean isStrict = names.loops > 0;
    return switch (kind) {
      case INT ->
          isStrict
              ? value + " % 1000003"
              : dice.chance(50) ? value + " % 10**40" : "int(" + value + ") % 2**70";
      case STR -> value + (isStrict ? "[:20]" : "[:80]");
      case BYTES -> value + (isStrict ? "[:9]" : "[:40]");
      case INTS -> "[q % 1000003 for q in " + value + "][:8]";
      case STRS -> "[q[:9] for q in " + value + "][:6]";
      case TUPLE -> isStrict ? "tuple([str(q)[:6] for q in " + value + "][:4])" : value + "[:6]";
      case DICT -> "{q: " + value + "[q] % 1000003 for q in sorted(" + value + ")[:5]}";
      case SET -> "{q % 97 for q in " + value + "}";
      case ANY -> isStrict ? expressions.simple(Kind.INT, new Names()) : value;
      default -> value;
    };
  }

  private void unpack(Names names) {
    String a = source.fresh("u");
    String b = source.fresh("u");
    String list = expressions.of(Kind.INTS, names, 2);
    switch (dice.below(5)) {
      case 0 -> {
        source.line(
            a
                + ", "
                + b
                + " = "
                + expressions.of(Kind.INT, names, 2)
                + ", "
                + expressions.of(Kind.STR, names, 1));
        names.add(a, Kind.INT);
        names.add(b, Kind.STR);
      }
      case 1 -> {
        source.line(a + ", *" + b + " = [7] + " + list);
        names.add(a, Kind.INT);
        names.add(b, Kind.INTS);
      }
      case 2 -> {
        source.line("*" + b + ", " + a + " = " + list + " + [8]");
        names.add(a, Kind.INT);
        names.add(b, Kind.INTS);
      }
      case 3 -> {
        source.line(
            "(" + a + ", [" + b + "]), = ((" + expressions.of(Kind.INT, names, 1) + ", [5]),)");
        names.add(a, Kind.INT);
        names.add(b, Kind.INT);
      }
      default -> {
        source.line(
            "["
                + a
                + ", "
                + b
                + "] = "
                + (dice.chance(40) ? list : "(list(" + list + ") + [1, 2])[:2]"));
        names.add(a, Kind.INT);
        names.add(b, Kind.INT);
      }
    }
  }

  /** Changes a list, dictionary or set in place. */
  private void change(Names names) {
    Kind kind = List.of(Kind.INTS, Kind.INTS, Kind.STRS, Kind.DICT, Kind.SET).get(dice.below(5));
    List<Names.Variable> variables = names.of(kind);
    if (variables.isEmpty()) {
      assignNew(names);
      return;
    }
    String name = dice.pick(variables).name();
    String number = expressions.of(Kind.INT, names, 1);
    if (kind == Kind.SET || kind == Kind.DICT) {
      changeUnordered(names, kind, name);
      return;
    }
    String item =
        kind == Kind.INTS
            ? "(" + number + ") % 1000"
            : expressions.simple(Kind.STR, names) + "[:9]";
    switch (dice.below(10)) {
      case 0 -> source.line(name + ".append(" + item + ")");
      case 1 ->
          source.line(name + ".insert(" + dice.pick("0", "-1", "1", "99") + ", " + item + ")");
      case 2 -> source.line("print(show(" + name + ".pop(" + dice.pick("", "0", "-1", "5") + ")))");
      case 3 -> source.line(name + ".sort(" + dice.pick("", "reverse=True", "key=str") + ")");
      case 4 -> source.line(name + ".reverse()");
      case 5 -> source.line(name + ".extend(" + expressions.of(kind, names, 1) + "[:4])");
      case 6 -> source.line(name + "[" + dice.pick("0", "-1", "1", "9") + "] = " + item);
      case 7 ->
          source.line(
              name
                  + "["
                  + expressions.fill("$slice", names, 0)
                  + "] = "
                  + expressions.of(kind, names, 1)
                  + "[:4]");
      case 8 -> source.line("del " + name + "[" + dice.pick("0", "-1", "1:", ":2", "5") + "]");
      default -> source.line(name + ".remove(" + item + ")");
    }
    source.line("del " + name + "[20:]");
    source.line("print(" + name + ")");
  }

  private void changeUnordered(Names names, Kind kind, String name) {
    String number = "int(" + expressions.of(Kind.INT, names, 1) + ") % 1000";
    String key = expressions.simple(Kind.STR, names) + "[:9]";
    if (kind == Kind.SET) {
      source.line(name + dice.pick(".add(", ".discard(", ".remove(", ".add(") + number + ")");
    } else {
      switch (dice.below(7)) {
        case 0, 1 -> source.line(name + "[" + key + "] = " + number);
        case 2 -> source.line("del " + name + "[" + key + "]");
        case 3 -> source.line("print(" + name + ".setdefault(" + key + ", " + number + "))");
        case 4 ->
            source.line("print(" + name + ".pop(" + key + dice.pick("", ", None", ", 5") + "))");
        case 5 -> source.line(name + ".update(" + dice.pick("{'u': 1}", "[('w', 2)]", "z=3") + ")");
        default -> source.line(name + "[" + key + "] += 1");
      }
    }
    source.line("print(show(" + name + "))");
  }

  private void rare(Names names) {
    switch (dice.below(6)) {
      case 0 ->
          source.line(
              "assert "
                  + expressions.of(Kind.BOOL, names, 2)
                  + ", "
                  + expressions.of(Kind.STR, names, 1));
      case 1 -> source.line("raise " + raised(names));
      case 2 -> source.line("pass");
      case 3 -> {
        List<Names.Variable> variables = names.assignable();
        if (variables.isEmpty() || names.loops > 0) {
          source.line("pass");
        } else {
          String name = dice.pick(variables).name();
          source.line("del " + name);
          names.forget(name);
        }
      }
      case 4 -> source.line(expressions.of(Kind.ANY, names, 2));
      default -> source.line("print(show(unknown))");
    }
  }

  /** An exception to be raised. */
  String raised(Names names) {
    String type =
        dice.pick(
            "ValueError",
            "KeyError",
            "IndexError",
            "TypeError",
            "RuntimeError",
            "StopIteration",
            "AttributeError",
            "MyError");
    return type
        + dice.pick(
            "", "()", "(" + expressions.of(Kind.INT, names, 1) + ")", "('text')", "(1, 'two')");
  }

  // ---- compound statements ----

  private void branch(Names names, int depth) {
    source.block(
        "if " + expressions.of(Kind.BOOL, names, 2) + ":", () -> some(names.inner(), depth, 3));
    if (dice.chance(35)) {
      source.block(
          "elif " + expressions.of(Kind.any(dice), names, 2) + ":",
          () -> some(names.inner(), depth, 2));
    }
    if (dice.chance(50)) {
      source.block("else:", () -> some(names.inner(), depth, 2));
    }
  }

  private void loop(Names names, int depth) {
    Names inner = names.inner();
    inner.loops++;
    if (dice.chance(30)) {
      String counter = source.fresh("n");
      source.line(counter + " = " + dice.between(1, 5));
      inner.addReadOnly(counter, Kind.INT);
      source.block(
          "while " + counter + dice.pick(" > 0", "") + ":",
          () -> {
            source.line(counter + " -= 1");
            loopBody(inner, depth);
          });
    } else {
      source.block("for " + loopHead(names, inner) + ":", () -> loopBody(inner, depth));
    }
    if (dice.chance(25)) {
      source.block("else:", () -> some(names.inner(), depth, 2));
    }
  }

  private String loopHead(Names names, Names inner) {
    String i = source.fresh("i");
    String j = source.fresh("j");
    switch (dice.below(8)) {
      case 0, 1:
        inner.addReadOnly(i, Kind.INT);
        return i + " in range(" + dice.between(1, 5) + dice.pick("", ", 7, 2", ", -2, -1") + ")";
      case 2:
        inner.addReadOnly(i, Kind.INT);
        return i + " in " + expressions.of(Kind.INTS, names, 2) + "[:5]";
      case 3:
        inner.addReadOnly(i, Kind.STR);
        return i
            + " in "
            + expressions.of(dice.pick(List.of(Kind.STR, Kind.STRS)), names, 2)
            + "[:5]";
      case 4:
        inner.addReadOnly(i, Kind.INT);
        inner.addReadOnly(j, Kind.STR);
        return i
            + ", "
            + j
            + " in enumerate("
            + expressions.of(Kind.STRS, names, 1)
            + dice.pick("", ", 5")
            + ")";
      case 5:
        inner.addReadOnly(i, Kind.INT);
        inner.addReadOnly(j, Kind.STR);
        return "("
            + i
            + ", "
            + j
            + ") in zip("
            + expressions.of(Kind.INTS, names, 1)
            + ", "
            + expressions.of(Kind.STR, names, 1)
            + ")";
      case 6:
        inner.addReadOnly(i, Kind.STR);
        inner.addReadOnly(j, Kind.INT);
        return i + ", " + j + " in sorted(" + expressions.of(Kind.DICT, names, 1) + ".items())[:5]";
      default:
        inner.addReadOnly(i, Kind.INT);
        return i + " in " + definitions.iterable(names);
    }
  }

  private void loopBody(Names inner, int depth) {
    some(inner, depth, 3);
    if (dice.chance(40)) {
      source.block("if " + expressions.of(Kind.BOOL, inner, 2) + ":", () -> leave(inner));
      some(inner, depth, 2);
    }
  }

  /** break, continue or return, perhaps out of a try with finally. */
  private void leave(Names names) {
    String leave =
        names.isInFunction && dice.chance(30)
            ? "return " + expressions.of(Kind.INT, names, 1)
            : dice.pick("break", "continue");
    if (dice.chance(30)) {
      source.block("try:", () -> source.line(leave));
      source.block("finally:", () -> source.line("print('leaving')"));
    } else {
      source.line(leave);
    }
  }

  private void guarded(Names names, int depth) {
    guard(
        () -> {
          Names inner = names.inner();
          some(inner, depth, 3);
          if (dice.chance(25)) {
            source.line("raise " + raised(inner));
          } else if (names.isInFunction && dice.chance(15)) {
            source.line("return " + expressions.of(Kind.INT, inner, 1));
          }
        },
        names,
        depth);
  }

  /** try with handlers; what the body raises is mostly caught. */
  void guard(Runnable body, Names names, int depth) {
    source.block("try:", body);
    boolean hasHandler = dice.chance(90);
    if (hasHandler) {
      if (dice.chance(35)) {
        String types =
            dice.pick(
                "ValueError",
                "TypeError",
                "(KeyError, IndexError)",
                "ZeroDivisionError",
                "MyError",
                "LookupError",
                "ArithmeticError");
        source.block("except " + types + dice.pick(":", " as e:"), () -> handler(names, depth));
      }
      source.block(
          "except Exception as e:",
          () -> {
            source.line(SHOW_ERROR);
            if (dice.chance(15)) {
              handler(names, depth);
            }
          });
      if (dice.chance(20)) {
        source.block("else:", () -> some(names.inner(), depth, 2));
      }
    }
    if (!hasHandler || dice.chance(25)) {
      source.block(
          "finally:",
          () -> {
            source.line("print('finally')");
            if (dice.chance(30)) {
              some(names.inner(), depth, 1);
            }
          });
    }
  }

  private void handler(Names names, int depth) {
    if (dice.chance(10)) {
      source.line(dice.pick("raise", "raise MyError('again')", "raise ValueError from None"));
    } else {
      some(names.inner(), depth, 2);
    }
  }
}
