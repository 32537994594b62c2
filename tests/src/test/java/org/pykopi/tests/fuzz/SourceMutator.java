package org.pykopi.tests.fuzz;

import java.util.List;
import java.util.Random;

/** Damages programs in the ways that people and editors do, and in others. */
final class SourceMutator {
  private static final int MAX_LENGTH = 6000;

  private static final String[] PIECES = {
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ":",
    ";",
    ",",
    ".",
    "=",
    "==",
    "!=",
    "->",
    ":=",
    "*",
    "**",
    "//",
    "+=",
    "@",
    "~",
    "not",
    "<<=",
    "\n",
    "\r\n",
    "\r",
    "\t",
    " ",
    "    ",
    "\\\n",
    "\\",
    "#",
    "'",
    "\"",
    "'''",
    "\"\"\"",
    "f'",
    "rb'",
    "f'{",
    "{{",
    "}}",
    "!r}",
    "{x!r:>{y}}'",
    "f'{x:{y:{z}}}'",
    "b'",
    "\\x",
    "\\u12",
    "\\N{",
    "\\777",
    "\0",
    "\f",
    "\u00e9",
    "\u4e2d",
    "\ud83d\ude00",
    "\ud800",
    "\ufeff",
    "0",
    "1",
    "00",
    "0x",
    "0b12",
    "1_0",
    "1e",
    "1e999",
    "1.5j",
    "0o8",
    "9999999999999999999",
    "1.",
    ".5",
    "...",
    "x",
    "_",
    "if ",
    "else",
    "elif ",
    "while ",
    "for ",
    " in ",
    "def ",
    "class ",
    "return ",
    "yield ",
    "yield from ",
    "await ",
    "async ",
    "lambda ",
    "lambda *, a=1, **k: ",
    "global ",
    "nonlocal ",
    "del ",
    "try:",
    "except",
    "except E as e:",
    "finally:",
    "with ",
    " as ",
    "import ",
    "from . import *",
    "raise ",
    "assert ",
    "pass",
    "break",
    "continue",
    " is not ",
    " not in ",
    "None",
    "True",
    "__debug__",
    "__class__",
    "super()",
    "print(",
    "@micropython.viper\n",
    "@micropython.native\n",
    "const(",
    "x = const(5)\n",
    "*a, b = ",
    "(yield)",
    "[i for i in x]",
    "{k: v for k, v in x if k}",
    "f(*a, **k, b=1)",
    "x[1:2, ..., ::3]",
    "a if b else c"
  };

  private final Random random;
  private final List<String> corpus;

  SourceMutator(Random random, List<String> corpus) {
    this.random = random;
    this.corpus = corpus;
  }

  /** Anything in any order. */
  static String soup(Random random) {
    StringBuilder text = new StringBuilder();
    int count = 1 + random.nextInt(random.nextInt(4) == 0 ? 200 : 20);
    for (int i = 0; i < count; i++) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
      if (random.nextInt(4) == 0) {
        text.append(random.nextBoolean() ? " " : "\n");
      }
    }
    return text.toString();
  }

  /** A program of the corpus with one to a few damages. */
  String mutated() {
    StringBuilder text = new StringBuilder(corpus.get(random.nextInt(corpus.size())));
    int count = random.nextInt(3) > 0 ? 1 : 1 + random.nextInt(8);
    for (int i = 0; i < count; i++) {
      mutate(text);
    }
    if (text.length() > MAX_LENGTH && random.nextInt(8) != 0) {
      int start = random.nextInt(text.length() - MAX_LENGTH);
      return text.substring(start, start + MAX_LENGTH);
    }
    return text.toString();
  }

  /** A program of the corpus with a few numbers and operators changed, so that it mostly runs. */
  String mutatedLiterals() {
    StringBuilder text = new StringBuilder(corpus.get(random.nextInt(corpus.size())));
    for (int i = 0; i < 3; i++) {
      int at = random.nextInt(text.length() + 1);
      while (at < text.length() && "0123456789+-*/<>&|%^".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      if (at < text.length()) {
        boolean isDigit = Character.isDigit(text.charAt(at));
        String options = isDigit ? "0123456789" : "+-*/<>&|%^";
        text.setCharAt(at, options.charAt(random.nextInt(10)));
      }
    }
    return text.toString();
  }

  private void mutate(StringBuilder text) {
    int at = random.nextInt(text.length() + 1);
    switch (random.nextInt(10)) {
      case 0 -> text.delete(at, Math.min(text.length(), at + 1 + random.nextInt(8)));
      case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
      case 2 -> replaceWord(text, at);
      case 3 -> text.insert(at, part(text, 60));
      case 4 -> text.insert(at, part(corpus.get(random.nextInt(corpus.size())), 200));
      case 5 -> moveLine(text, at);
      case 6 -> cut(text, at);
      case 7 -> text.insert(at, repeated());
      case 8 -> indent(text, at);
      default -> {
        if (at < text.length()) {
          text.setCharAt(
              at, (char) (random.nextInt(8) == 0 ? random.nextInt() : 32 + random.nextInt(95)));
        }
      }
    }
    if (text.length() == 0) {
      text.append(soup(random));
    }
  }

  private void cut(StringBuilder text, int at) {
    if (random.nextInt(3) == 0) {
      text.setLength(at);
    } else {
      text.delete(0, lineStart(text, at));
    }
  }

  private String part(CharSequence text, int max) {
    int start = random.nextInt(text.length() + 1);
    int end = Math.min(text.length(), start + random.nextInt(max));
    return text.subSequence(start, end).toString();
  }

  private void replaceWord(StringBuilder text, int at) {
    int start = at;
    while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
      start--;
    }
    int end = at;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    text.replace(start, end, PIECES[random.nextInt(PIECES.length)]);
  }

  private static int lineStart(CharSequence text, int at) {
    int start = at;
    while (start > 0 && text.charAt(start - 1) != '\n') {
      start--;
    }
    return start;
  }

  private void moveLine(StringBuilder text, int at) {
    int start = lineStart(text, at);
    int end = text.indexOf("\n", start) + 1;
    if (end > start) {
      String line = text.substring(start, end);
      text.delete(start, end);
      text.insert(lineStart(text, random.nextInt(text.length() + 1)), line);
    }
  }

  private void indent(StringBuilder text, int at) {
    int start = lineStart(text, at);
    if (random.nextBoolean()) {
      text.insert(start, random.nextInt(4) == 0 ? "\t" : " ".repeat(1 + random.nextInt(5)));
    } else if (start < text.length() && text.charAt(start) == ' ') {
      text.deleteCharAt(start);
    }
  }

  /** Deep nesting and long chains. */
  private String repeated() {
    int count = 1 << random.nextInt(random.nextInt(10) == 0 ? 13 : 7);
    String[] units = {
      "(",
      "[",
      "{",
      "((",
      "-",
      "not ",
      "~",
      "x.",
      "x(",
      "x[",
      "lambda:",
      "f'{",
      "1+",
      "x if ",
      "a,",
      "1**",
      "if 1:\n",
      "a<b<",
      "await ",
      "{1:",
      "*",
      "'a' ",
      "x=",
      "yield ",
      "else ",
      "@x\n",
      "1 if 1 else "
    };
    String unit = units[random.nextInt(units.length)];
    if (random.nextInt(6) == 0) {
      return nestedBlocks(Math.min(count, 200));
    }
    return unit.repeat(count);
  }

  private String nestedBlocks(int depth) {
    String[] heads = {
      "if x:",
      "while x:",
      "for i in x:",
      "def f():",
      "class C:",
      "try:",
      "with x:",
      "async def f():"
    };
    String head = heads[random.nextInt(heads.length)];
    StringBuilder text = new StringBuilder("\n");
    for (int i = 0; i < depth; i++) {
      text.append(" ".repeat(i)).append(head).append('\n');
    }
    return text.append(" ".repeat(depth)).append("pass\n").toString();
  }
}
