package org.pykopi.runtime;

/**
 * Edits one line in a terminal, byte by byte: what is typed goes in, what the terminal shall show
 * goes out. The keys and the bytes written are those of the reference, with one thing more:
 * characters beyond ASCII can be typed.
 *
 * <p>The REPL collects the lines of a compound statement in one text. The part before {@code start}
 * is finished; only the rest is edited, so cursor and deletions never go below {@code start}.
 */
final class LineEditor {
  /** Result of {@link #feed}: the line is not finished. */
  static final int MORE = -1;

  /**
   * Result of {@link #feed}: the line was ended by Enter. Other results are the control characters
   * 1 to 5.
   */
  static final int LINE = 0;

  static final int CTRL_A = 1;
  static final int CTRL_B = 2;
  static final int CTRL_C = 3;
  static final int CTRL_D = 4;
  static final int CTRL_E = 5;

  private static final int CTRL_F = 6;
  private static final int BACKSPACE = 8;
  private static final int TAB = 9;
  private static final int CTRL_K = 11;
  private static final int CTRL_N = 14;
  private static final int CTRL_P = 16;
  private static final int CTRL_U = 21;
  private static final int CTRL_W = 23;
  private static final int ESCAPE = 27;
  private static final int DELETE = 127;

  private static final int INDENT = 4;

  /** Finds how a word goes on. */
  interface WordCompleter {
    /**
     * What to insert behind {@code line}, the text before the cursor: empty when nothing fits, null
     * when several words fit and were printed.
     */
    String complete(String line, TerminalWriter out);

    /** Whether Tab behind a space completes too; elsewhere it indents. */
    boolean completesAfterSpace(String line);
  }

  /** What was read of an escape sequence. */
  private enum Sequence {
    NONE,
    ESCAPE,
    BRACKET,
    BRACKET_DIGIT,
    LETTER_O
  }

  private final TerminalWriter out;
  private final History history;

  /** Null when Tab does nothing but indent. */
  private final WordCompleter completer;

  private final boolean indentsLines;

  private StringBuilder line = new StringBuilder();
  private int start;
  private int cursor;
  private String prompt = "";
  private Sequence sequence = Sequence.NONE;
  private int sequenceDigit;

  /** The line of the history that is shown; -1 for the one being typed. */
  private int historyIndex = -1;

  /** The line end seen last, so that the second byte of CR LF is not a line of its own. */
  private int lastLineEnd;

  private boolean mayIndent;
  private boolean hasJustIndented;

  /** A character whose UTF-8 bytes are still coming. */
  private int partialCharacter;

  private int missingBytes;

  // What one key changes, for redraw().
  private int columnsBack;
  private boolean redrawsRest;
  private int forward;

  /** The completer may be null. */
  LineEditor(TerminalWriter out, History history, WordCompleter completer, boolean indentsLines) {
    this.out = out;
    this.history = history;
    this.completer = completer;
    this.indentsLines = indentsLines;
  }

  // ---- a line begins ----

  /** Shows the prompt and begins a new text. */
  void begin(StringBuilder text, String promptText) {
    line = text;
    mayIndent = indentsLines;
    continueLine(promptText);
  }

  /** Shows the prompt and begins one more line of the text, which ends in a line end. */
  void continueLine(String promptText) {
    start = line.length();
    cursor = start;
    sequence = Sequence.NONE;
    historyIndex = -1;
    missingBytes = 0;
    prompt = promptText;
    out.write(promptText);
    if (mayIndent) {
      indent();
    }
  }

  /**
   * Indents like the line before, one level more after a colon, not at all after two blank lines.
   */
  private void indent() {
    int length = line.length();
    if (length < 2 || line.charAt(length - 1) != '\n') {
      return;
    }
    int first = line.lastIndexOf("\n", length - 2) + 1;
    int text = first;
    while (text < length && line.charAt(text) == ' ') {
      text++;
    }
    if (first > 0 && text + 1 == length && isBlankBefore(first - 1)) {
      return;
    }
    int levels = (text - first) / INDENT + (line.charAt(length - 2) == ':' ? 1 : 0);
    for (int i = 0; i < levels; i++) {
      line.append("    ");
      out.write("    ");
      cursor += INDENT;
      hasJustIndented = true;
    }
  }

  /**
   * Whether the line that ends at {@code end}, which is not the first one, has nothing but spaces.
   */
  private boolean isBlankBefore(int end) {
    int at = end;
    while (at > 0 && line.charAt(at - 1) == ' ') {
      at--;
    }
    return at > 0 && line.charAt(at - 1) == '\n';
  }

  // ---- keys ----

  /** Takes one byte. */
  int feed(int c) {
    int lengthBefore = line.length();
    columnsBack = 0;
    redrawsRest = false;
    forward = 0;
    int result = MORE;
    switch (sequence) {
      case NONE -> result = key(c);
      case ESCAPE -> afterEscape(c);
      case BRACKET -> afterBracket(c);
      case BRACKET_DIGIT -> afterDigit(c);
      case LETTER_O -> {
        sequence = Sequence.NONE;
        homeOrEnd(c);
      }
    }
    if (result == MORE) {
      redraw(lengthBefore);
      hasJustIndented = false;
    }
    return result;
  }

  private int key(int c) {
    if (c != '\r' && c != '\n') {
      lastLineEnd = 0;
    }
    if (c >= CTRL_A && c <= CTRL_E && line.length() == start) {
      return c;
    }
    if (c >= 0x80) {
      partOfCharacter(c);
      return MORE;
    }
    switch (c) {
      case CTRL_C -> {
        return CTRL_C;
      }
      case CTRL_A -> home();
      case CTRL_B -> left();
      case CTRL_D -> delete();
      case CTRL_E -> end();
      case CTRL_F -> right();
      case CTRL_K -> {
        line.setLength(cursor);
        redrawsRest = true;
      }
      case CTRL_N -> showHistory(historyIndex - 1);
      case CTRL_P -> showHistory(historyIndex + 1);
      case CTRL_U -> deleteBack(cursor - start);
      case CTRL_W -> deleteBack(cursor - wordStart());
      case '\r', '\n' -> {
        return lineEnd(c);
      }
      case ESCAPE -> sequence = Sequence.ESCAPE;
      case BACKSPACE, DELETE -> backspace();
      case TAB -> tab();
      default -> {
        if (c >= ' ') {
          insertTyped(c);
        }
      }
    }
    return MORE;
  }

  private int lineEnd(int c) {
    if (lastLineEnd != 0 && lastLineEnd != c) {
      lastLineEnd = 0;
      return MORE;
    }
    lastLineEnd = c;
    out.write("\r\n");
    history.add(line.substring(start));
    return LINE;
  }

  private void insertTyped(int c) {
    if (c == ' ' && hasJustIndented) {
      // One level less: three of its spaces go, the cursor steps back over them.
      mayIndent = false;
      back(INDENT - 1);
      line.setLength(line.length() - (INDENT - 1));
    } else {
      insert(String.valueOf((char) c));
    }
  }

  private void insert(String text) {
    line.insert(cursor, text);
    redrawsRest = true;
    forward = text.length();
  }

  /** Collects the bytes of a character beyond ASCII. */
  private void partOfCharacter(int c) {
    if (c < 0xc0) {
      if (missingBytes > 0) {
        partialCharacter = partialCharacter << 6 | c & 0x3f;
        missingBytes--;
        if (missingBytes == 0 && partialCharacter >= 0x80 && partialCharacter < 0x110000) {
          insert(new StringBuilder().appendCodePoint(partialCharacter).toString());
        }
      }
    } else {
      missingBytes = c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;
      partialCharacter = c & (0x3f >> missingBytes);
    }
  }

  private void tab() {
    if (hasJustIndented) {
      mayIndent = false;
    } else if (cursor > 0 && line.charAt(cursor - 1) <= ' ' && !completesAfterSpace()) {
      insert("    ");
    } else if (completer != null) {
      String text = completer.complete(line.substring(start, cursor), out);
      if (text == null) {
        out.write(prompt);
        out.write(line.substring(start, cursor));
        redrawsRest = true;
      } else if (!text.isEmpty()) {
        insert(text);
      }
    }
  }

  private boolean completesAfterSpace() {
    return completer != null && completer.completesAfterSpace(line.substring(start, cursor));
  }

  // ---- escape sequences ----

  private void afterEscape(int c) {
    sequence = Sequence.NONE;
    switch (c) {
      case '[' -> sequence = Sequence.BRACKET;
      case 'O' -> sequence = Sequence.LETTER_O;
      case 'b' -> back(cursor - wordStart());
      case 'f' -> forward = wordEnd() - cursor;
      case 'd' -> {
        line.delete(cursor, wordEnd());
        redrawsRest = true;
      }
      case DELETE -> deleteBack(cursor - wordStart());
      default -> {}
    }
  }

  private void afterBracket(int c) {
    sequence = Sequence.NONE;
    switch (c) {
      case 'A' -> showHistory(historyIndex + 1);
      case 'B' -> showHistory(historyIndex - 1);
      case 'C' -> right();
      case 'D' -> left();
      case 'H', 'F' -> homeOrEnd(c);
      default -> {
        if (c >= '0' && c <= '9') {
          sequence = Sequence.BRACKET_DIGIT;
          sequenceDigit = c;
        }
      }
    }
  }

  /** {@code ESC [ 3 ~} and its like; {@code ESC [ 1 ; 5 C} and {@code D} are Ctrl with an arrow. */
  private void afterDigit(int c) {
    sequence = Sequence.NONE;
    if (c == '~') {
      switch (sequenceDigit) {
        case '1', '7' -> home();
        case '4', '8' -> end();
        case '3' -> delete();
        default -> {}
      }
    } else if (c == ';' && sequenceDigit == '1') {
      sequence = Sequence.BRACKET;
    } else if (sequenceDigit == '5' && c == 'C') {
      forward = wordEnd() - cursor;
    } else if (sequenceDigit == '5' && c == 'D') {
      back(cursor - wordStart());
    }
  }

  private void homeOrEnd(int c) {
    if (c == 'H') {
      home();
    } else if (c == 'F') {
      end();
    }
  }

  // ---- moving and deleting ----

  /** Moves the cursor back over that many units. */
  private void back(int count) {
    columnsBack += columns(cursor - count, cursor);
    cursor -= count;
  }

  private void deleteBack(int count) {
    back(count);
    line.delete(cursor, cursor + count);
    redrawsRest = true;
  }

  private void home() {
    back(cursor - start);
  }

  private void end() {
    forward = line.length() - cursor;
  }

  private void left() {
    if (cursor > start) {
      back(cursor - before());
    }
  }

  private void right() {
    forward = after() - cursor;
  }

  private void delete() {
    if (cursor < line.length()) {
      line.delete(cursor, after());
      redrawsRest = true;
    }
  }

  /**
   * Removes one character, or one level of indentation when there is nothing else before the
   * cursor.
   */
  private void backspace() {
    if (cursor == start) {
      return;
    }
    int spaces = 0;
    for (int i = start; i < cursor && line.charAt(i) == ' '; i++) {
      spaces++;
    }
    boolean isIndent = spaces == cursor - start && spaces >= INDENT;
    deleteBack(isIndent ? INDENT : cursor - before());
  }

  /** Where the character before the cursor begins. */
  private int before() {
    int at = cursor - 1;
    return at > start && Character.isLowSurrogate(line.charAt(at)) ? at - 1 : at;
  }

  /** Where the character under the cursor ends. */
  private int after() {
    if (cursor == line.length()) {
      return cursor;
    }
    boolean isPair = cursor + 1 < line.length() && Character.isHighSurrogate(line.charAt(cursor));
    return cursor + (isPair ? 2 : 1);
  }

  /** Letters and digits; beyond ASCII everything counts, which saves the tables of Unicode. */
  static boolean isWordPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c >= 0x80;
  }

  private int wordStart() {
    int at = cursor;
    while (at > start && !isWordPart(line.charAt(at - 1))) {
      at--;
    }
    while (at > start && isWordPart(line.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private int wordEnd() {
    int at = cursor;
    while (at < line.length() && !isWordPart(line.charAt(at))) {
      at++;
    }
    while (at < line.length() && isWordPart(line.charAt(at))) {
      at++;
    }
    return at;
  }

  private void showHistory(int index) {
    if (index < -1 || index >= history.size()) {
      return;
    }
    historyIndex = index;
    back(cursor - start);
    line.setLength(start);
    if (index >= 0) {
      line.append(history.get(index));
    }
    redrawsRest = true;
    forward = line.length() - start;
  }

  // ---- the terminal ----

  /** Shows what the key changed. */
  private void redraw(int lengthBefore) {
    moveBack(columnsBack);
    if (redrawsRest) {
      if (line.length() < lengthBefore) {
        out.write("\u001b[K");
      }
      out.write(line.substring(cursor));
      moveBack(columns(cursor + forward, line.length()));
    } else {
      out.write(line.substring(cursor, cursor + forward));
    }
    cursor += forward;
  }

  private void moveBack(int columns) {
    if (columns <= 4) {
      out.write("\b\b\b\b".substring(0, columns));
    } else {
      out.write("\u001b[" + columns + "D");
    }
  }

  /** How many columns a terminal gives to a part of the line. */
  private int columns(int from, int to) {
    int count = 0;
    int at = from;
    while (at < to) {
      int c = line.charAt(at);
      int next = at + 1;
      if (c >= 0xd800 && c < 0xdc00 && next < to) {
        c = Character.toCodePoint((char) c, line.charAt(next));
        next++;
      }
      count += isWide(c) ? 2 : c >= 0x300 && c < 0x370 ? 0 : 1;
      at = next;
    }
    return count;
  }

  /** Whether terminals draw the character two columns wide: East Asian scripts and pictures. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c < 0x1160)
        || (c >= 0x2e80 && c < 0xa4d0)
        || (c >= 0xac00 && c < 0xd7a4)
        || (c >= 0xf900 && c < 0xfb00)
        || (c >= 0xfe30 && c < 0xfe70)
        || (c >= 0xff00 && c < 0xff61)
        || (c >= 0x1f300 && c < 0x1fb00)
        || (c >= 0x20000 && c < 0x3fffe);
  }
}
