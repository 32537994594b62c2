package org.pykopi.disk;

import java.util.ArrayList;
import java.util.List;

/** The names in a path. {@code String.split} would bring regular expressions of 60 KB along. */
final class PathNames {
  private PathNames() {}

  /** What lies between the slashes, without what is empty. */
  static List<String> of(String path) {
    List<String> names = new ArrayList<>();
    int from = 0;
    while (from < path.length()) {
      int slash = path.indexOf('/', from);
      int end = slash < 0 ? path.length() : slash;
      if (end > from) {
        names.add(path.substring(from, end));
      }
      from = end + 1;
    }
    return names;
  }
}
