package org.pykopi.tests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The interpreter loop stays below 8,000 bytes of bytecode: HotSpot never compiles a longer method,
 * and the VM would be several times slower without any other sign.
 */
final class InterpreterSizeTest {
  private static final int LIMIT = 8000;

  @Test
  void noMethodOfTheInterpreterIsTooLongToCompile() throws IOException {
    Path file = Sources.ROOT.resolve("vm/target/classes/org/pykopi/vm/Interpreter.class");
    Map<String, Integer> sizes = methodSizes(file);
    assertThat(sizes).isNotEmpty();
    assertThat(sizes).allSatisfy((name, size) -> assertThat(size).as(name).isLessThan(LIMIT));
  }

  /** Bytes of code of each method, read from the class file (JVM specification, chapter 4). */
  private static Map<String, Integer> methodSizes(Path file) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      in.skipNBytes(8); // magic, minor, major
      String[] texts = readConstants(in);
      in.skipNBytes(6); // access flags, this class, super class
      in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
      readMembers(in, texts); // fields
      return readMembers(in, texts); // methods
    }
  }

  private static String[] readConstants(DataInputStream in) throws IOException {
    String[] texts = new String[in.readUnsignedShort()];
    for (int i = 1; i < texts.length; i++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts[i] = in.readUTF();
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          i++; // long and double take two entries
        }
        case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        default -> throw new IOException("constant pool tag " + tag);
      }
    }
    return texts;
  }

  private static Map<String, Integer> readMembers(DataInputStream in, String[] texts)
      throws IOException {
    Map<String, Integer> sizes = new HashMap<>();
    for (int members = in.readUnsignedShort(); members > 0; members--) {
      in.skipNBytes(2); // access flags
      String name = texts[in.readUnsignedShort()] + texts[in.readUnsignedShort()];
      for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
        String attribute = texts[in.readUnsignedShort()];
        int length = in.readInt();
        if (attribute.equals("Code")) {
          in.skipNBytes(4); // max stack, max locals
          sizes.put(name, in.readInt());
          length -= 8;
        }
        in.skipNBytes(length);
      }
    }
    return sizes;
  }
}
