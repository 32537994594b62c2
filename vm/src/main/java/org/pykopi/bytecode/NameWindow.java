package org.pykopi.bytecode;

/**
 * The last names of a file of version 5, the latest first. A name that is used again moves to the
 * front; a new one drops the oldest.
 */
final class NameWindow {
  /** How many names are kept; part of the format. */
  static final int SIZE = 32;

  private final String[] names = new String[SIZE];

  /** How far the name lies from the front, which it moves to; -1 when it is new. */
  int distanceOf(String name) {
    for (int distance = 0; distance < SIZE; distance++) {
      if (name.equals(names[distance])) {
        moveToFront(distance, name);
        return distance;
      }
    }
    add(name);
    return -1;
  }

  /** The name at that distance, which moves to the front; null when there is none. */
  String nameAt(int distance) {
    String name = distance < SIZE ? names[distance] : null;
    if (name != null) {
      moveToFront(distance, name);
    }
    return name;
  }

  /** Puts a new name to the front. */
  void add(String name) {
    moveToFront(SIZE - 1, name);
  }

  private void moveToFront(int distance, String name) {
    System.arraycopy(names, 0, names, 1, distance);
    names[0] = name;
  }
}
