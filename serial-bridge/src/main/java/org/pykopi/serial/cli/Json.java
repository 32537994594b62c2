package org.pykopi.serial.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a JSON text: objects as maps, arrays as lists, strings as they are, everything else
 * (numbers, true, false, null) as the text it is written with, which is all that descriptions of
 * packages need.
 */
final class Json {
  private static final int DEEPEST = 50;

  private final String text;
  private int at;
  private int depth;

  private Json(String text) {
    this.text = text;
  }

  /** Throws IllegalArgumentException for what is no JSON. */
  static Object parse(String text) {
    Json json = new Json(text);
    Object value = json.value();
    if (json.next() != 0) {
      throw json.wrong();
    }
    return value;
  }

  /** The character at which something begins; 0 at the end. */
  private char next() {
    while (at < text.length() && text.charAt(at) <= ' ') {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }

  private boolean skips(char wanted) {
    boolean isThere = next() == wanted;
    at += isThere ? 1 : 0;
    return isThere;
  }

  private void expect(char wanted) {
    if (!skips(wanted)) {
      throw wrong();
    }
  }

  private IllegalArgumentException wrong() {
    return new IllegalArgumentException("no JSON at character " + at);
  }

  private Object value() {
    if (++depth > DEEPEST) {
      throw wrong();
    }
    Object value =
        switch (next()) {
          case '{' -> object();
          case '[' -> array();
          case '"' -> string();
          default -> word();
        };
    depth--;
    return value;
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    expect('{');
    if (skips('}')) {
      return members;
    }
    do {
      next();
      String name = string();
      expect(':');
      members.put(name, value());
    } while (skips(','));
    expect('}');
    return members;
  }

  private List<Object> array() {
    List<Object> items = new ArrayList<>();
    expect('[');
    if (skips(']')) {
      return items;
    }
    do {
      items.add(value());
    } while (skips(','));
    expect(']');
    return items;
  }

  private String string() {
    StringBuilder out = new StringBuilder();
    expect('"');
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      out.append(c == '\\' ? escaped() : c);
    }
    expect('"');
    return out.toString();
  }

  private char escaped() {
    if (at >= text.length()) {
      throw wrong();
    }
    char c = text.charAt(at++);
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'u' -> unit();
      default -> c;
    };
  }

  private char unit() {
    int end = at + 4;
    int value = 0;
    for (; at < end; at++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0) {
        throw wrong();
      }
      value = 16 * value + digit;
    }
    return (char) value;
  }

  private String word() {
    int start = at;
    while (at < text.length() && isOfWord(text.charAt(at))) {
      at++;
    }
    if (at == start) {
      throw wrong();
    }
    return text.substring(start, at);
  }

  private static boolean isOfWord(char c) {
    return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || "+-.E".indexOf(c) >= 0;
  }
}
