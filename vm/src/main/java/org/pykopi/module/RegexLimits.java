package org.pykopi.module;

/**
 * The limits of the reference on the size of an expression. Its programs are made of bytes, and one
 * signed byte holds a jump, the number of items in brackets or the number of a group; what does not
 * fit is refused. A board refuses the same expressions, so a program that runs here runs there. Our
 * own programs have room for more; counted repeats, which the reference does not know, are free.
 */
final class RegexLimits {
  private static final int LARGEST_JUMP = 127;

  private boolean isExceeded;

  private RegexLimits() {}

  /** Whether the reference has no room for that expression. */
  static boolean areExceeded(RegexCompiler.Node all) {
    RegexLimits limits = new RegexLimits();
    limits.size(all);
    return limits.isExceeded;
  }

  private void check(int value) {
    isExceeded |= value > LARGEST_JUMP;
  }

  /** The number of bytes of the reference's program for a part. */
  private int size(RegexCompiler.Node node) {
    switch (node.kind) {
      case ANY:
      case BEGIN:
      case END:
        return 1;
      case CHARACTER:
        return 2 * bytes(node.value);
      case SET:
        check(node.most);
        return 2 + 2 * node.most;
      case GROUP:
        check(2 * node.value + 1);
        return 4 + size(node.parts.get(0));
      case ALTERNATIVES:
        return alternatives(node);
      case REPEAT:
        return repeat(node);
      default:
        int sum = 0;
        for (RegexCompiler.Node part : node.parts) {
          sum += size(part);
        }
        return sum;
    }
  }

  /** The length of a character in UTF-8. */
  static int bytes(int point) {
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }

  /** Before each bar a split over everything before it, and a jump over what follows. */
  private int alternatives(RegexCompiler.Node node) {
    int sum = size(node.parts.get(0));
    for (int i = 1; i < node.parts.size(); i++) {
      check(sum + 2);
      int size = size(node.parts.get(i));
      check(size);
      sum += 4 + size;
    }
    return sum;
  }

  private int repeat(RegexCompiler.Node node) {
    int body = size(node.parts.get(0));
    if (node.most == RegexCompiler.UNLIMITED && node.value <= 1) {
      boolean isStar = node.value == 0;
      check(isStar ? body + 3 : body + 1);
      return isStar ? body + 4 : body + 2;
    }
    if (node.most == 1 && node.value == 0) {
      check(body);
    }
    return body + 2;
  }
}
