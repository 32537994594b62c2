package org.pykopi.object;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.pykopi.util.Utf8;

/**
 * {@code str}: text in UTF-16 units, indexed by code point in O(1). Most texts have no character
 * beyond U+FFFF, so that the index is the offset in these units; for the others {@link #offsets} is
 * made when first needed. Names of attributes, globals and keyword arguments are interned: one
 * object for each text, compared by identity.
 */
public final class PyStr extends PyText {
  /** First of all statics: the tables of all types intern names while they are made. */
  private static final Map<String, PyStr> INTERNED = new HashMap<>();

  /** Strings of one Latin-1 character, made when first needed. */
  private static final PyStr[] CHARACTERS = new PyStr[256];

  /** The {@link #offsets} of a text without surrogates. */
  private static final int[] ARE_INDEXES = {};

  public static final PyType TYPE = StrMethods.table();
  public static final PyStr EMPTY = intern("");

  /** Longer texts are not held as mere characters: what that saves counts for short ones. */
  private static final int MOST_CHARACTERS = 64;

  /**
   * A String, or the characters (char[]) of a short text that the program made and nobody has asked
   * for as a String yet: half of the memory, which is enough for keys and what is compared.
   */
  private Object text;

  /**
   * Where each code point begins, and the end; {@link #ARE_INDEXES}, or null before the text was
   * searched for surrogates.
   */
  private int[] offsets;

  /**
   * Bit 0: whether this is the one interned object of its text; above it the hash, 0 if unknown.
   */
  private int bits;

  private PyStr(Object text) {
    this.text = text;
  }

  /** A string of this text; the empty one is shared. */
  public static PyStr of(String value) {
    return value.isEmpty() ? EMPTY : new PyStr(value);
  }

  /** A string of the text that was built; the empty one is shared. */
  public static PyStr of(StringBuilder built) {
    int length = built.length();
    if (length == 0 || length > MOST_CHARACTERS) {
      return of(built.toString());
    }
    char[] characters = new char[length];
    built.getChars(0, length, characters, 0);
    return new PyStr(characters);
  }

  /** A string of one code point. */
  public static PyStr ofPoint(int point) {
    if (point < CHARACTERS.length) {
      PyStr found = CHARACTERS[point];
      if (found == null) {
        found = intern(String.valueOf((char) point));
        CHARACTERS[point] = found;
      }
      return found;
    }
    return new PyStr(
        point < 0x10000 ? String.valueOf((char) point) : new String(Character.toChars(point)));
  }

  /** The one interned string of this text. */
  public static PyStr intern(String value) {
    PyStr found = INTERNED.get(value);
    if (found == null) {
      found = new PyStr(value);
      found.bits |= 1;
      INTERNED.put(value, found);
    }
    return found;
  }

  /** Whether this is the one interned object of its text. */
  boolean isInterned() {
    return (bits & 1) != 0;
  }

  /** The interned string of the same text; RuntimeError when it is too long for a name. */
  public PyStr interned() {
    if (isInterned()) {
      return this;
    }
    Names.checkLength(value());
    return intern(value());
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** The text. */
  public String value() {
    if (text instanceof String known) {
      return known;
    }
    String made = new String((char[]) text);
    text = made;
    return made;
  }

  /** Number of UTF-16 units. */
  private int unitCount() {
    return text instanceof String known ? known.length() : ((char[]) text).length;
  }

  /** Writes the UTF-16 units to an array from a place on. */
  private void copyTo(char[] target, int at) {
    if (text instanceof String known) {
      known.getChars(0, known.length(), target, at);
    } else {
      char[] characters = (char[]) text;
      System.arraycopy(characters, 0, target, at, characters.length);
    }
  }

  /** Hash of the text; never 0. */
  public int textHash() {
    int result = bits >> 1;
    return result != 0 ? result : findHash();
  }

  private int findHash() {
    int whole = text instanceof String known ? known.hashCode() : hashOf((char[]) text);
    int kept = whole << 1 == 0 ? 1 : whole << 1 >> 1;
    bits |= kept << 1;
    return kept;
  }

  /** As {@link String#hashCode}. */
  private static int hashOf(char[] characters) {
    int result = 0;
    for (char c : characters) {
      result = 31 * result + c;
    }
    return result;
  }

  @Override
  public int hash(PyContext ctx) {
    return textHash();
  }

  /** Whether both have the same text. */
  public boolean sameText(PyStr other) {
    return this == other
        || ((bits & other.bits & 1) == 0 && textHash() == other.textHash() && hasSameUnits(other));
  }

  private boolean hasSameUnits(PyStr other) {
    return text instanceof String || other.text instanceof String
        ? value().equals(other.value())
        : Arrays.equals((char[]) text, (char[]) other.text);
  }

  // ---- text ----

  @Override
  public void str(PyContext ctx, StringBuilder out) {
    if (text instanceof String known) {
      out.append(known);
    } else {
      out.append((char[]) text);
    }
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    repr(out, value(), ctx.profile.isPycopy());
  }

  /** Appends a text in quotes with control characters and lone surrogates escaped. */
  public static void repr(StringBuilder out, String text) {
    repr(out, text, false);
  }

  /**
   * The same.
   *
   * @param escapesMore whether those characters are escaped too that Pycopy does not count as
   *     printable: U+0080 to U+00A0 and those from U+D7FC on but U+FFFC and U+FFFD
   */
  private static void repr(StringBuilder out, String text, boolean escapesMore) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    out.append(quote);
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c == quote || c == '\\') {
        out.append('\\').append(c);
      } else if (c < 0x20 || c == 0x7f) {
        ByteText.appendControl(out, c);
      } else if (escapesMore && (c > 0x7f && c <= 0xa0 || c >= 0xd7fc && c >> 1 != 0xfffc >> 1)) {
        int point = text.codePointAt(i);
        String digits = Integer.toHexString(point);
        out.append(point < 0x100 ? "\\x" : point < 0x10000 ? "\\u" : "\\U");
        out.append("0".repeat(point < 0x10000 ? 0 : 8 - digits.length())).append(digits);
        i += point < 0x10000 ? 0 : 1;
      } else if (!Character.isSurrogate(c)) {
        out.append(c);
      } else if (Character.isSurrogatePair(c, i + 1 < length ? text.charAt(i + 1) : ' ')) {
        out.append(c).append(text.charAt(++i));
      } else {
        out.append("\\u").append(Integer.toHexString(c));
      }
    }
    out.append(quote);
  }

  // ---- code points ----

  private int[] offsets() {
    int[] map = offsets;
    if (map == null) {
      offsets = map = findOffsets();
    }
    return map;
  }

  private int[] findOffsets() {
    if (!hasSurrogates()) {
      return ARE_INDEXES;
    }
    String value = value();
    int length = value.length();
    int[] found = new int[value.codePointCount(0, length) + 1];
    int offset = 0;
    for (int index = 0; index < found.length; index++) {
      found[index] = offset;
      offset = offset < length ? value.offsetByCodePoints(offset, 1) : offset;
    }
    return found;
  }

  private boolean hasSurrogates() {
    if (text instanceof String known) {
      for (int i = 0; i < known.length(); i++) {
        if (Character.isSurrogate(known.charAt(i))) {
          return true;
        }
      }
      return false;
    }
    for (char c : (char[]) text) {
      if (Character.isSurrogate(c)) {
        return true;
      }
    }
    return false;
  }

  @Override
  int size() {
    int[] map = offsets();
    return map == ARE_INDEXES ? unitCount() : map.length - 1;
  }

  @Override
  int toOffset(int index) {
    int[] map = offsets();
    return map == ARE_INDEXES ? index : map[index];
  }

  @Override
  int toIndex(int offset) {
    int[] map = offsets();
    return map == ARE_INDEXES ? offset : value().codePointCount(0, offset);
  }

  /** The code point at an index known to be valid. */
  public int pointAt(int index) {
    int[] map = offsets();
    return map == ARE_INDEXES ? value().charAt(index) : value().codePointAt(map[index]);
  }

  // ---- items ----

  @Override
  public PyObject getItem(PyContext ctx, PyObject index) {
    if (index instanceof PySlice slice) {
      checkBound(ctx, slice.start);
      checkBound(ctx, slice.stop);
      return slice(slice.resolve(ctx, size()));
    }
    return ofPoint(pointAt(Args.toIndex(ctx, index, size(), "string")));
  }

  /** Other sequences name the type of a wrong bound in other words. */
  private void checkBound(PyContext ctx, PyObject bound) {
    if (bound instanceof PyFloat || bound instanceof PyText) {
      Args.toIndex(ctx, bound, size(), "string");
    }
  }

  private PyObject slice(Slices range) {
    int start = range.start();
    int count = range.count();
    if (range.step() == 1 || count == 0) {
      return part(toOffset(Math.max(0, start)), toOffset(Math.max(0, start) + count));
    }
    StringBuilder out = new StringBuilder(count);
    for (int i = 0; i < count; i++) {
      out.appendCodePoint(pointAt(start + i * range.step()));
    }
    return of(out);
  }

  @Override
  public PyObject iter(PyContext ctx) {
    return new CharacterIterator(value());
  }

  /** Iterates over the code points. */
  private static final class CharacterIterator extends PyIterator {
    private final String text;
    private int at;

    CharacterIterator(String text) {
      this.text = text;
    }

    @Override
    public PyObject next(PyContext ctx) {
      if (at >= text.length()) {
        return end(ctx);
      }
      int point = text.charAt(at);
      if (Character.isSurrogate((char) point)) {
        point = text.codePointAt(at);
      }
      at += point < 0x10000 ? 1 : 2;
      return ofPoint(point);
    }
  }

  // ---- what it shares with bytes ----

  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    if (op == Op.ADD && other instanceof PyStr s && this != EMPTY && s != EMPTY) {
      return concat(ctx, s);
    }
    return super.binary(ctx, op, other);
  }

  private PyStr concat(PyContext ctx, PyStr other) {
    int size = unitCount();
    long total = (long) size + other.unitCount();
    if (total > MOST_CHARACTERS) {
      ctx.checkSize(total, 1);
      return new PyStr(value().concat(other.value()));
    }
    char[] both = new char[(int) total];
    copyTo(both, 0);
    other.copyTo(both, size);
    return new PyStr(both);
  }

  @Override
  CharSequence chars() {
    return value();
  }

  @Override
  PyText make(CharSequence chars) {
    return chars instanceof StringBuilder built ? of(built) : of(chars.toString());
  }

  @Override
  PyText part(int from, int to) {
    String value = value();
    if (to - from == 1 && value.charAt(from) < CHARACTERS.length) {
      return ofPoint(value.charAt(from));
    }
    return from == 0 && to == value.length() ? this : of(value.substring(from, to));
  }

  @Override
  PyText join(CharSequence left, CharSequence right) {
    return of(left.toString().concat(right.toString()));
  }

  @Override
  PyText repeat(int count) {
    return of(value().repeat(count));
  }

  @Override
  CharSequence charsOf(PyObject other) {
    return other instanceof PyStr s ? s.value() : null;
  }

  @Override
  String kind() {
    return "string";
  }

  /** The text as UTF-8. */
  @Override
  public BufferView buffer() {
    byte[] bytes = Utf8.encode(value());
    return new BufferView(bytes, 0, bytes.length, 'B', true);
  }
}
