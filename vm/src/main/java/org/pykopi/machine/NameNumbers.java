package org.pykopi.machine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import org.pykopi.bytecode.StaticQstrs;
import org.pykopi.syntax.Lexer;
import org.pykopi.syntax.Token;
import org.pykopi.syntax.TokenKind;
import org.pykopi.util.Profile;
import org.pykopi.util.Utf8;

/**
 * The numbers that names have inside of the reference's compiler while it works on a file. Machine
 * code holds them until a loader writes its own numbers over them, so they mean nothing to anybody,
 * but they are in the file.
 *
 * <p>First come the names that every Pycopy has, then those built into that program, then those of
 * the source in their order: the input file, the name embedded for it, identifiers, and literals of
 * up to ten bytes. Names that the compiler itself makes, such as those of dotted modules, follow at
 * the end.
 */
final class NameNumbers {
  /** Built into pycopy-cross 3.6.1, from number 166. */
  private static final String BUILT_IN =
      """
      __class__*, __add__, __aenter__, __aexit__, __aiter__, __all__, __anext__,
      __bool__, __build_class__, __contains__, __dict__, __eq__, __ge__, __gt__,
      __iadd__, __import__, __isub__, __le__, __lt__, __main__s, __path__,
      __repl_print__, __reversed__, __sub__, __traceback__, %#o, %#x, {:#b},
      maximum recursion depth exceeded, <lambda>, <listcomp>, <dictcomp>, <setcomp>,
      <genexpr>, <string>, <stdin>, None, StopAsyncIteration, TextIOBase, UnicodeError,
      ViperTypeError, add, addi, align, and_, asm_thumb, asm_xtensa, asr, b, ball, bany,
      bbc, bbs, beq, beqz, bge, bgeu, bin, bl, blt, bnall, bne, bnez, bnone,
      bound_method, bx, calcsize, callx0, closure, clz, cmp, complex, cpsid, cpsie, data,
      decode, default, delattr, deleter, dict_view, difference, difference_update,
      discard, doc, encode, enumerate, errno, fileno, filter, float, flush, fromkeys,
      function, generator, getter, heap_lock, heap_unlock, hex, icast, imag,
      intersection, intersection_update, isdisjoint, issubset, issuperset, iterable,
      iterator, j, jx, l16si, l16ui, l32i, l8ui, label, ldr, ldrb, ldrex, ldrh, lsl, lsr,
      max, min, module, mov, mov_n, movi, movt, movw, movwt, mrs, mull, native, nop, oct,
      opt_level, or_, pack, pack_into, pend_throw, property, ptr, ptr16, ptr32, ptr8,
      push, pycopy, rbit, real, ret_n, reversed, s16i, s32i, s8i, sdiv, setter, slice,
      strb, strex, strh, strict, sub, symmetric_difference, symmetric_difference_update,
      udiv, uint, union, unpack, unpack_from, ustruct, vcmp, vcvt_f32_s32, vcvt_s32_f32,
      viper, vldr, vmov, vmrs, vneg, vsqrt, vstr, wfi, xor
      """;

  private static final int FIRST_BUILT_IN = 166;

  /** Literals of at most this many bytes become names. */
  private static final int SHORT = 10;

  private final Map<String, Integer> numbers = new HashMap<>();
  private int next = FIRST_BUILT_IN;

  /** Classes around the current token, the innermost last, with the depth of their bodies. */
  private final List<ClassBody> classes = new ArrayList<>();

  private record ClassBody(String name, int depth) {}

  NameNumbers(String input, String fileName, String source, Profile profile) {
    StringTokenizer builtIn = new StringTokenizer(BUILT_IN, ",");
    while (builtIn.hasMoreTokens()) {
      of(builtIn.nextToken().strip());
    }
    of(input);
    of(fileName);
    Lexer lexer = new Lexer(source, profile);
    int depth = 0;
    TokenKind before = TokenKind.NEWLINE;
    for (Token t = lexer.next(); t.kind() != TokenKind.END; t = lexer.next()) {
      if (before == TokenKind.NEWLINE && t.kind() != TokenKind.INDENT) {
        leaveClasses(depth);
      }
      switch (t.kind()) {
        case NAME -> name(t.text(), before, depth);
        case STRING -> literal(Utf8.encode(t.text()));
        case BYTES -> literal(t.bytes());
        case INDENT -> depth++;
        case DEDENT -> {
          depth--;
          leaveClasses(depth);
        }
        default -> {}
      }
      before = t.kind();
    }
  }

  private void name(String text, TokenKind before, int depth) {
    String name = mangled(text);
    of(name);
    if (before == TokenKind.KW_CLASS) {
      leaveClasses(depth);
      classes.add(new ClassBody(name, depth));
    }
  }

  private void leaveClasses(int depth) {
    while (!classes.isEmpty() && classes.get(classes.size() - 1).depth >= depth) {
      classes.remove(classes.size() - 1);
    }
  }

  /** Private names get the name of the class in front, without the underscores it starts with. */
  private String mangled(String name) {
    boolean isPrivate = name.length() > 2 && name.startsWith("__") && !name.endsWith("__");
    if (!isPrivate || classes.isEmpty()) {
      return name;
    }
    String type = classes.get(classes.size() - 1).name;
    int start = 0;
    while (start < type.length() && type.charAt(start) == '_') {
      start++;
    }
    return start == type.length() ? name : "_" + type.substring(start) + name;
  }

  private void literal(byte[] bytes) {
    if (bytes.length <= SHORT) {
      of(bytes);
    }
  }

  /** The number of a name; a new one gets the next. */
  int of(String name) {
    return of(Utf8.encode(name));
  }

  /** Not every literal of bytes is a text, so the key has one character for each byte. */
  private int of(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      text.append((char) (b & 0xff));
    }
    String key = text.toString();
    int number = StaticQstrs.pycopyNumberOf(key);
    if (number != 0) {
      return number;
    }
    Integer known = numbers.putIfAbsent(key, next);
    return known == null ? next++ : known;
  }
}
