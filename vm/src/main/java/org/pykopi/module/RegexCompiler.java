package org.pykopi.module;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.object.Errors;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;

/**
 * Compiles a regular expression to a {@link RegexProgram}. The syntax is the reference's, and
 * beyond it counted repeats and the escapes for control characters, which Pycopy refuses:
 *
 * <pre>
 * alternatives := sequence ('|' sequence)*
 * sequence     := (atom repeat?)*
 * atom         := character | '.' | '\' letter | '[' '^'? item* ']' | '(' alternatives ')' | '(?:' alternatives ')' | '^' | '$'
 * repeat       := ('*' | '+' | '?' | '{' m '}' | '{' m ',' n? '}') '?'?
 * </pre>
 */
final class RegexCompiler {
  /** Larger programs are refused: counted repeats inside each other multiply. */
  private static final int LARGEST = 1 << 18;

  static final int UNLIMITED = -1;

  enum Kind {
    EMPTY,
    CHARACTER,
    ANY,
    SET,
    BEGIN,
    END,
    SEQUENCE,
    ALTERNATIVES,
    GROUP,
    REPEAT
  }

  /** A part of the expression; which fields count depends on the kind. */
  static final class Node {
    final Kind kind;

    /** The character, set number, group number, or least number of repeats. */
    int value;

    /** Largest number of repeats; of a set in brackets the number of its items. */
    int most;

    boolean isLazy;

    /** The number of the set made for it, or -1. */
    int set = -1;

    final List<Node> parts = new ArrayList<>(2);

    Node(Kind kind, int value) {
      this.kind = kind;
      this.value = value;
    }

    /** Whether it can be repeated. */
    boolean isAtom() {
      return kind != Kind.BEGIN && kind != Kind.END;
    }
  }

  private final PyContext ctx;
  private final String text;
  private int at;
  private int groups;
  private int registers;
  private final List<RegexSet> sets = new ArrayList<>();
  private int[] code = new int[32];
  private int length;

  private RegexCompiler(PyContext ctx, String text) {
    this.ctx = ctx;
    this.text = text;
  }

  /** The program of an expression; ValueError when it is not well formed. */
  static RegexProgram compile(PyContext ctx, String text) {
    RegexCompiler compiler = new RegexCompiler(ctx, text);
    Node all = compiler.alternatives();
    if (compiler.at < text.length()) {
      throw Errors.valueError(ctx, "error in regex");
    }
    if (RegexLimits.areExceeded(all)) {
      throw compiler.malformed();
    }
    compiler.registers = 2 * (compiler.groups + 1);
    compiler.emit(RegexProgram.SAVE, 0);
    compiler.emit(all);
    compiler.emit(RegexProgram.SAVE, 1);
    compiler.emit(RegexProgram.MATCH);
    int[] code = new int[compiler.length];
    System.arraycopy(compiler.code, 0, code, 0, code.length);
    RegexSet[] sets = compiler.sets.toArray(new RegexSet[0]);
    for (RegexSet set : sets) {
      set.close();
    }
    return new RegexProgram(code, sets, compiler.groups, compiler.registers);
  }

  /**
   * The reference has this one message for all broken expressions but an unmatched ")"; Pycopy says
   * here too what it says there.
   */
  private PyException malformed() {
    return Errors.valueError(ctx, ctx.profile.isPycopy() ? "error in regex" : "regex too complex");
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean take(char wanted) {
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  // ---- parsing ----

  private Node alternatives() {
    Node first = sequence();
    if (peek() != '|') {
      return first;
    }
    Node node = new Node(Kind.ALTERNATIVES, 0);
    node.parts.add(first);
    while (take('|')) {
      node.parts.add(sequence());
    }
    return node;
  }

  private Node sequence() {
    Node node = new Node(Kind.SEQUENCE, 0);
    while (at < text.length() && peek() != '|' && peek() != ')') {
      Node atom = atom();
      node.parts.add(repeat(atom));
    }
    return node;
  }

  private Node atom() {
    int c = nextPoint();
    switch (c) {
      case '*':
      case '+':
      case '?':
        throw malformed();
      case '.':
        return new Node(Kind.ANY, 0);
      case '^':
        return new Node(Kind.BEGIN, 0);
      case '$':
        return new Node(Kind.END, 0);
      case '(':
        return group();
      case '[':
        return bracketSet();
      case '\\':
        if (at == text.length()) {
          throw malformed();
        }
        if (RegexSet.isNamed(peek())) {
          return set(RegexSet.named(text.charAt(at++)));
        }
        refuse(isLetterOrDigit(peek()));
        return new Node(Kind.CHARACTER, escaped());
      default:
        refuse(c == '{');
        return new Node(Kind.CHARACTER, c);
    }
  }

  /** In Pycopy what it does not have is an error, lest it be taken for something else. */
  private void refuse(boolean isUnknown) {
    if (isUnknown && ctx.profile.isPycopy()) {
      throw malformed();
    }
  }

  private static boolean isLetterOrDigit(char c) {
    int lower = c | 0x20;
    return c >= '0' && c <= '9' || lower >= 'a' && lower <= 'z';
  }

  private int nextPoint() {
    char c = text.charAt(at++);
    if (Character.isHighSurrogate(c) && Character.isLowSurrogate(peek())) {
      return Character.toCodePoint(c, text.charAt(at++));
    }
    return c;
  }

  private int escaped() {
    int c = nextPoint();
    switch (c) {
      case 'n':
        return '\n';
      case 'r':
        return '\r';
      case 't':
        return '\t';
      case 'f':
        return '\f';
      case 'v':
        return 0x0b;
      case 'x':
        return hexadecimal();
      default:
        return c;
    }
  }

  /** The character of {@code \xHH}; the letter x without two digits behind it. */
  private int hexadecimal() {
    int high = at + 1 < text.length() ? Character.digit(text.charAt(at), 16) : -1;
    int low = high < 0 ? -1 : Character.digit(text.charAt(at + 1), 16);
    if (low < 0) {
      return 'x';
    }
    at += 2;
    return high << 4 | low;
  }

  private Node set(RegexSet set) {
    return new Node(Kind.SET, add(set));
  }

  private int add(RegexSet set) {
    sets.add(set);
    return sets.size() - 1;
  }

  private Node group() {
    boolean isCapturing = !text.startsWith("?:", at);
    at += isCapturing ? 0 : 2;
    int number = isCapturing ? ++groups : 0;
    ctx.enter();
    try {
      Node inside = alternatives();
      if (!take(')')) {
        throw malformed();
      }
      if (!isCapturing) {
        return inside;
      }
      Node node = new Node(Kind.GROUP, number);
      node.parts.add(inside);
      return node;
    } finally {
      ctx.leave();
    }
  }

  private Node bracketSet() {
    RegexSet set = new RegexSet();
    int items = 0;
    if (take('^')) {
      set.negate();
    }
    while (!take(']')) {
      if (at == text.length()) {
        throw malformed();
      }
      if (peek() == '\\' && at + 1 < text.length() && RegexSet.isNamed(text.charAt(at + 1))) {
        refuse(true);
        set.addNamed(text.charAt(at + 1));
        at += 2;
        items++;
        continue;
      }
      int from = setCharacter();
      int to = from;
      if (peek() == '-' && at + 1 < text.length() && text.charAt(at + 1) != ']') {
        at++;
        to = setCharacter();
      }
      set.addRange(from, to);
      items += RegexLimits.bytes(to);
    }
    Node node = set(set);
    node.most = items;
    return node;
  }

  private int setCharacter() {
    if (take('\\')) {
      if (at == text.length()) {
        throw malformed();
      }
      refuse(peek() != '\\' && peek() != ']');
      return escaped();
    }
    return nextPoint();
  }

  private Node repeat(Node atom) {
    int least;
    int most;
    switch (peek()) {
      case '*':
        least = 0;
        most = UNLIMITED;
        break;
      case '+':
        least = 1;
        most = UNLIMITED;
        break;
      case '?':
        least = 0;
        most = 1;
        break;
      case '{':
        refuse(true);
        return counted(atom);
      default:
        return atom;
    }
    at++;
    return repeat(atom, least, most);
  }

  private Node repeat(Node atom, int least, int most) {
    if (!atom.isAtom()) {
      throw malformed();
    }
    Node node = new Node(Kind.REPEAT, least);
    node.most = most;
    node.parts.add(atom);
    node.isLazy = take('?');
    return node;
  }

  /**
   * {@code {m}}, {@code {m,}}, {@code {,n}} or {@code {m,n}}; anything else is an ordinary
   * character.
   */
  private Node counted(Node atom) {
    int start = at;
    at++;
    int least = number();
    int most = least;
    if (take(',')) {
      most = number();
      least = Math.max(least, 0);
    }
    if (!take('}') || least < 0 || at == start + 3 && text.charAt(at - 2) == ',') {
      at = start;
      return atom;
    }
    if (most >= 0 && most < least) {
      throw malformed();
    }
    return repeat(atom, least, most);
  }

  /** A number, or -1 when there is none. */
  private int number() {
    int value = -1;
    while (peek() >= '0' && peek() <= '9') {
      value = Math.min(LARGEST, Math.max(value, 0) * 10 + text.charAt(at++) - '0');
    }
    return value;
  }

  // ---- code ----

  private int emit(int... words) {
    if (length + words.length > LARGEST) {
      throw malformed();
    }
    if (length + words.length > code.length) {
      int[] longer = new int[code.length * 2];
      System.arraycopy(code, 0, longer, 0, length);
      code = longer;
    }
    int start = length;
    for (int word : words) {
      code[length++] = word;
    }
    return start;
  }

  private void emit(Node node) {
    switch (node.kind) {
      case CHARACTER:
        if (node.value < RegexSet.TABLE_SIZE) {
          emit(RegexProgram.CHARACTER, node.value);
        } else {
          emit(RegexProgram.SET, setOf(node));
        }
        break;
      case ANY:
      case SET:
        emit(RegexProgram.SET, setOf(node));
        break;
      case BEGIN:
        emit(RegexProgram.BEGIN);
        break;
      case END:
        emit(RegexProgram.END);
        break;
      case SEQUENCE:
        for (Node part : node.parts) {
          emit(part);
        }
        break;
      case ALTERNATIVES:
        emitAlternatives(node);
        break;
      case GROUP:
        emit(RegexProgram.SAVE, 2 * node.value);
        emit(node.parts.get(0));
        emit(RegexProgram.SAVE, 2 * node.value + 1);
        break;
      case REPEAT:
        emitRepeat(node);
        break;
      default:
    }
  }

  /** The number of the set of all characters that a part takes, which takes one; or -1. */
  private int setOf(Node node) {
    if (node.set < 0) {
      switch (node.kind) {
        case CHARACTER:
          node.set = add(RegexSet.of(node.value));
          break;
        case ANY:
          node.set = add(RegexSet.all());
          break;
        case SET:
          node.set = node.value;
          break;
        default:
      }
    }
    return node.set;
  }

  /** {@code SPLIT a b; a: first; JUMP end; b: SPLIT ...; end:}. */
  private void emitAlternatives(Node node) {
    int last = node.parts.size() - 1;
    int[] jumps = new int[last];
    for (int i = 0; i < last; i++) {
      int split = emit(RegexProgram.SPLIT, 0, 0);
      code[split + 1] = length;
      emit(node.parts.get(i));
      jumps[i] = emit(RegexProgram.JUMP, 0);
      code[split + 2] = length;
    }
    emit(node.parts.get(last));
    for (int jump : jumps) {
      code[jump + 1] = length;
    }
  }

  private void emitRepeat(Node node) {
    Node body = node.parts.get(0);
    int set = node.most == UNLIMITED && node.value <= 1 && !node.isLazy ? setOf(body) : -1;
    if (set >= 0) {
      emit(RegexProgram.RUN, set, node.value);
      return;
    }
    if (node.most == UNLIMITED) {
      for (int i = 1; i < node.value; i++) {
        emit(body);
      }
      if (node.value > 0) {
        emitOneOrMore(body, node.isLazy);
      } else {
        int split = emit(RegexProgram.SPLIT, 0, 0);
        int start = length;
        emitOneOrMore(body, node.isLazy);
        setSplit(split, start, length, node.isLazy);
      }
      return;
    }
    for (int i = 0; i < node.value; i++) {
      emit(body);
    }
    int optional = node.most - node.value;
    int[] splits = new int[optional];
    for (int i = 0; i < optional; i++) {
      splits[i] = emit(RegexProgram.SPLIT, 0, 0);
      emit(body);
    }
    for (int split : splits) {
      setSplit(split, split + 3, length, node.isLazy);
    }
  }

  /**
   * {@code start: MARK r; body; UNLESS_EMPTY r end; SPLIT start end; end:}. The mark notices a body
   * that took no character: in {@code (a*)*} the reference recurses for ever, up to its limit.
   */
  private void emitOneOrMore(Node body, boolean isLazy) {
    int register = registers++;
    int start = emit(RegexProgram.MARK, register);
    emit(body);
    int check = emit(RegexProgram.UNLESS_EMPTY, register, RegexProgram.NOWHERE);
    int split = emit(RegexProgram.SPLIT, 0, 0);
    if (isLazy) {
      code[check + 2] = length;
    }
    setSplit(split, start, length, isLazy);
  }

  private void setSplit(int split, int again, int end, boolean isLazy) {
    code[split + 1] = isLazy ? end : again;
    code[split + 2] = isLazy ? again : end;
  }
}
