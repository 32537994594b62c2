package org.pykopi.tests.fuzz;

import java.util.List;
import java.util.Locale;

/**
 * Random Python expressions of a wanted {@link Kind}, made from the forms of {@link Grammar}. Now
 * and then one of another kind, so that operators and functions meet what they refuse.
 */
final class Expressions {
  private static final int WRONG_KIND_PERCENT = 1;

  /** Kinds whose text depends neither on an order that is not defined nor on an address. */
  private static final List<Kind> SHOWN =
      List.of(
          Kind.INT, Kind.FLOAT, Kind.STR, Kind.BYTES, Kind.BOOL, Kind.INTS, Kind.STRS, Kind.TUPLE);

  private static final List<String> UNICODE =
      List.of(
          "'\\u00e9t\\u00e9'", "'\\u4e2d\\u6587'", "'\\U0001f600!'", "'stra\\u00dfe'", "'\u00e4b'");

  private final Dice dice;
  private final Grammar grammar = new Grammar("expressions.txt");

  private final boolean isUnicode;

  Expressions(Dice dice) {
    this.dice = dice;
    isUnicode = dice.chance(25);
  }

  /** Whether strings of this program may have characters beyond ASCII. */
  boolean isUnicode() {
    return isUnicode;
  }

  /** An expression of that kind, in brackets where it needs them. */
  String of(Kind kind, Names names, int depth) {
    // Never a set or dictionary, whose order might show.
    Kind wanted = dice.chance(WRONG_KIND_PERCENT) ? dice.pick(SHOWN) : kind;
    if (depth <= 0 || dice.chance(10)) {
      return simple(wanted, names);
    }
    String section = dice.chance(10) ? "general" : sectionOf(wanted);
    return fill(grammar.pick(section, dice, isUnicode), wanted, names, depth - 1);
  }

  private static String sectionOf(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** A variable or a literal. */
  String simple(Kind kind, Names names) {
    List<Names.Variable> variables = names.of(kind);
    if (!variables.isEmpty() && dice.chance(65)) {
      return dice.pick(variables).name();
    }
    if (isUnicode && kind == Kind.STR && dice.chance(40)) {
      return dice.pick(UNICODE);
    }
    return fill(grammar.pick(sectionOf(kind) + "0", dice, isUnicode), kind, names, 0);
  }

  /** Fills the gaps of a form, see {@code expressions.txt}. */
  String fill(String form, Names names, int depth) {
    return fill(form, Kind.ANY, names, depth);
  }

  private String fill(String form, Kind self, Names names, int depth) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < form.length()) {
      char c = form.charAt(at);
      if (c == '`') {
        int end = form.indexOf('`', at + 1);
        String[] options = form.substring(at + 1, end).split("\\|", -1);
        text.append(fill(dice.pick(options), self, names, depth));
        at = end + 1;
      } else if (c == '$') {
        int end = at + 1;
        while (end < form.length() && isGapName(form.charAt(end))) {
          end++;
        }
        String name = form.substring(at + 1, end);
        text.append(name.isEmpty() ? "$" : gap(name, self, names, depth));
        at = end;
      } else {
        text.append(c);
        at++;
      }
    }
    return text.toString();
  }

  private static boolean isGapName(char c) {
    return c >= 'a' && c <= 'z' || c == '0' || c == '_';
  }

  private String gap(String name, Kind self, Names names, int depth) {
    switch (name) {
      case "call":
        List<Names.Function> functions = names.functionsOf(self);
        return functions.isEmpty()
            ? of(self, names, depth)
            : call(dice.pick(functions), names, depth);
      case "small":
        return String.valueOf(dice.between(-9, 20));
      case "word":
        return dice.chance(60)
            ? String.valueOf(dice.between(-4, 5))
            : "(" + of(Kind.INT, names, 0) + ") % 9";
      case "slice":
        return bound(names) + ":" + bound(names);
      case "decimal", "field":
        return fill(grammar.pick(name, dice, isUnicode), self, names, depth);
      case "shown":
        return of(dice.pick(SHOWN), names, depth);
      case "shown0v":
        // Within the quotes of an f-string only a name is sure to be understood.
        List<Names.Variable> variables = names.of(dice.pick(SHOWN));
        return variables.isEmpty() ? "5" : dice.pick(variables).name();
      default:
        return kindGap(name, self, names, depth);
    }
  }

  private String bound(Names names) {
    return dice.chance(50) ? "" : gap("word", Kind.INT, names, 0);
  }

  private String kindGap(String name, Kind self, Names names, int depth) {
    Names inner = names;
    String kindName = name;
    if (name.endsWith("_v") || name.endsWith("_c")) {
      inner = names.inner();
      inner.addReadOnly(
          name.substring(name.length() - 1), name.endsWith("v") ? Kind.INT : Kind.STR);
      kindName = name.substring(0, name.length() - 2);
    }
    boolean isSimple = kindName.endsWith("0");
    if (isSimple) {
      kindName = kindName.substring(0, kindName.length() - 1);
    }
    Kind kind = kindOf(kindName, self);
    return isSimple ? simple(kind, inner) : of(kind, inner, depth);
  }

  private Kind kindOf(String name, Kind self) {
    return switch (name) {
      case "self" -> self;
      case "shown" -> dice.pick(SHOWN);
      default -> Kind.valueOf(name.toUpperCase(Locale.ROOT));
    };
  }

  // ---- calls ----

  /** A call with arguments given by position, by name, or spread; rarely a wrong one. */
  String call(Names.Function function, Names names, int depth) {
    StringBuilder text = new StringBuilder();
    int all = function.parameters().size();
    int positional = dice.between(0, all);
    int spread = dice.chance(15) && positional > 0 ? dice.below(positional) : -1;
    for (int i = 0; i < positional; i++) {
      String value = of(function.parameters().get(i), names, depth - 1);
      text.append(i == spread ? "*[" + value + "]" : value).append(", ");
    }
    if (positional == all && dice.chance(2)) {
      text.append("*(1, 2), ");
    }
    for (int i = positional; i < all; i++) {
      if (i < function.required() ? !dice.chance(2) : dice.chance(40)) {
        String value = of(function.parameters().get(i), names, depth - 1);
        String name = function.named().get(i);
        text.append(dice.chance(10) ? "**{'" + name + "': " + value + "}" : name + "=" + value);
        text.append(", ");
      }
    }
    for (String name : function.keywordOnly()) {
      if (dice.chance(50)) {
        text.append(name).append('=').append(of(Kind.INT, names, 0)).append(", ");
      }
    }
    if (dice.chance(2)) {
      text.append(dice.pick("wrong=1", "**{'odd': 5}")).append(", ");
    }
    int end = Math.max(0, text.length() - 2);
    return function.name() + "(" + text.substring(0, end) + ")";
  }
}
