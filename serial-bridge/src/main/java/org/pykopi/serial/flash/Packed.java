package org.pykopi.serial.flash;

import java.util.Arrays;
import java.util.zip.Deflater;

/**
 * Data as one zlib stream (RFC 1950), cut into packets of equal size.
 *
 * <p>How much data a packet stands for decides how long the chip may take for it. The figures come
 * from the compressor, which has read a little more than it has written; whoever needs to be sure
 * adds {@link #LOOKAHEAD}.
 */
final class Packed {
  /** The compressor reads at most so many bytes ahead: its window and one block of symbols. */
  static final int LOOKAHEAD = 1 << 16;

  private static final int BEST = 9;

  private final byte[] data;
  private final int[] inputs;

  private Packed(byte[] data, int[] inputs) {
    this.data = data;
    this.inputs = inputs;
  }

  static Packed of(byte[] data, int packetSize) {
    Deflater deflater = new Deflater(BEST);
    deflater.setInput(data);
    deflater.finish();
    byte[] out = new byte[data.length / 2 + packetSize];
    int[] inputs = new int[16];
    int packets = 0;
    int length = 0;
    int before = 0;
    while (!deflater.finished()) {
      int end = (packets + 1) * packetSize;
      if (end > out.length) {
        out = Arrays.copyOf(out, 2 * end);
      }
      length += deflater.deflate(out, length, end - length);
      if (length == end || deflater.finished()) {
        inputs = packets < inputs.length ? inputs : Arrays.copyOf(inputs, 2 * packets);
        inputs[packets++] = deflater.getTotalIn() - before;
        before = deflater.getTotalIn();
      }
    }
    deflater.end();
    return new Packed(Arrays.copyOf(out, length), inputs);
  }

  byte[] data() {
    return data;
  }

  /** About how many bytes of data a packet stands for. */
  int inputOf(int packet) {
    return inputs[packet];
  }
}
