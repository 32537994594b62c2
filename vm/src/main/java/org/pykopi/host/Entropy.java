package org.pykopi.host;

/** A source of random bytes. */
public interface Entropy {
  /** Fills the whole array. */
  void fill(byte[] target);
}
