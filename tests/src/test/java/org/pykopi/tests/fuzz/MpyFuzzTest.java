package org.pykopi.tests.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pykopi.bytecode.Mpy5Reader;
import org.pykopi.bytecode.Mpy5Writer;
import org.pykopi.bytecode.MpyFormatException;
import org.pykopi.bytecode.MpyReader;
import org.pykopi.bytecode.MpyWriter;
import org.pykopi.compiler.CompileOptions;
import org.pykopi.compiler.Compiler;
import org.pykopi.syntax.Ast;
import org.pykopi.syntax.Parser;
import org.pykopi.syntax.PySyntaxError;
import org.pykopi.util.Profile;

/**
 * Damaged {@code .mpy} files, of MicroPython and of Pycopy: the reader throws nothing but
 * MpyFormatException, and what it accepts runs without anything but Python exceptions, however
 * senseless it is.
 */
final class MpyFuzzTest {
  private static final int BITS = 31;
  private static final int MAX_POLLS = 3;
  private static final int CASES = 4000;
  private static final CompileOptions PYCOPY =
      CompileOptions.CROSS.withProfile(Profile.PYCOPY).withCachedLookups(true);

  /** How a file of MicroPython begins; the second byte is the version. */
  private static final byte[] HEAD = {'M', 6, 0, BITS};

  /** How one of Pycopy begins, with the size of its window for names. */
  private static final byte[] HEAD5 = {'M', 5, 3, BITS, 32};

  private final List<byte[]> files = files();

  /** Each program of the corpus as two files; those a cross-compiler refuses are left out. */
  private static List<byte[]> files() {
    List<byte[]> files = new ArrayList<>();
    for (String source : Corpus.endingSources()) {
      try {
        Ast.Root root = Parser.parseFile(source);
        files.add(MpyWriter.write(Compiler.compile(root, "m.py", CompileOptions.CROSS), BITS));
        files.add(Mpy5Writer.write(Compiler.compile(root, "m.py", PYCOPY), BITS, true));
      } catch (PySyntaxError e) {
        continue;
      }
    }
    return files;
  }

  @Test
  void onlyFormatErrorsAndPythonErrors() {
    FuzzLoop.run("mpy", CASES, this::tryOne);
  }

  private void tryOne(Random random, FuzzLoop.Note note) {
    byte[] file = random.nextInt(50) == 0 ? noise(random) : damaged(random);
    note.input(HexFormat.of().formatHex(file));
    boolean isPycopy = file.length > 1 && file[1] == HEAD5[1];
    try {
      if (isPycopy) {
        Mpy5Reader.read(file);
      } else {
        MpyReader.read(file);
      }
    } catch (MpyFormatException e) {
      return;
    }
    new FuzzMachine(MAX_POLLS, isPycopy ? Profile.PYCOPY : Profile.MICROPYTHON).run(file);
  }

  private static byte[] noise(Random random) {
    byte[] file = new byte[random.nextInt(64)];
    random.nextBytes(file);
    byte[] head = random.nextBoolean() ? HEAD : HEAD5;
    System.arraycopy(head, 0, file, 0, Math.min(file.length, head.length));
    return file;
  }

  private byte[] damaged(Random random) {
    byte[] file = files.get(random.nextInt(files.size())).clone();
    int count = random.nextInt(3) > 0 ? 1 : 1 + random.nextInt(6);
    for (int i = 0; i < count && file.length > 0; i++) {
      file = damage(random, file);
    }
    return file;
  }

  private byte[] damage(Random random, byte[] file) {
    int at = random.nextInt(file.length);
    switch (random.nextInt(10)) {
      case 0:
        return Arrays.copyOf(file, at);
      case 1:
        return spliced(file, at, at + 1 + random.nextInt(4), new byte[0]);
      case 2:
        byte[] added = new byte[1 + random.nextInt(3)];
        random.nextBytes(added);
        return spliced(file, at, at, added);
      case 3:
        byte[] other = files.get(random.nextInt(files.size()));
        int from = random.nextInt(other.length);
        int size = random.nextInt(20);
        return spliced(file, at, at + size, Arrays.copyOfRange(other, from, from + size));
      case 4:
        file[at] ^= (byte) (1 << random.nextInt(8));
        return file;
      case 5:
        file[at] += (byte) (random.nextBoolean() ? 1 : -1);
        return file;
      default:
        file[at] = (byte) random.nextInt();
        return file;
    }
  }

  private static byte[] spliced(byte[] file, int from, int to, byte[] part) {
    int end = Math.min(to, file.length);
    byte[] result = new byte[from + part.length + file.length - end];
    System.arraycopy(file, 0, result, 0, from);
    System.arraycopy(part, 0, result, from, part.length);
    System.arraycopy(file, end, result, from + part.length, file.length - end);
    return result;
  }
}
