package org.pykopi.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pykopi.bytecode.CodeObject;
import org.pykopi.bytecode.Mpy5Reader;
import org.pykopi.bytecode.Mpy5Writer;
import org.pykopi.bytecode.MpyFormatException;
import org.pykopi.bytecode.MpyReader;
import org.pykopi.bytecode.MpyWriter;
import org.pykopi.compiler.CompileOptions;
import org.pykopi.compiler.Compiler;
import org.pykopi.machine.NativeModule;
import org.pykopi.object.StrictMode;
import org.pykopi.syntax.Ast;
import org.pykopi.syntax.Parser;
import org.pykopi.syntax.PySyntaxError;
import org.pykopi.util.Profile;

/**
 * Compares our {@code .mpy} files with those of the reference cross-compilers, for every program of
 * {@code tests/py} and {@code examples}. The lists in {@code golden/reference} are made by {@code
 * tools/make-mpy-golden.mjs}; {@code golden/mpy-differences.txt} names each program that differs
 * and why.
 */
class MpyCrossComparisonTest {
  private static final Path GOLDEN = Program.TESTS.resolve("golden");
  private static final String REMAKE = "node tests/tools/make-mpy-golden.mjs";

  private static final CompileOptions PYCOPY = CompileOptions.CROSS.withProfile(Profile.PYCOPY);

  /** Of the programs that both sides compile; the rest is explained one by one. */
  private static final double WANTED_SHARE = 0.99;

  /** The flags of a file of version 5 without machine code. */
  private static final int BYTECODE_ONLY = 2;

  /** What the reference made of a program: the file or its hash, or an error. */
  private record Golden(String program, String sourceHash, String result) {
    boolean isError() {
      return result.startsWith("error ");
    }
  }

  /** MicroPython 1.29: the files are equal, and so are the error messages. */
  @Test
  void equalsMpyCross() throws IOException {
    Map<String, Boolean> isEqual = comparedWithNewer();
    Set<String> differing = new TreeSet<>(isEqual.keySet());
    differing.removeIf(isEqual::get);
    assertThat(differing).as("differ, or listed but equal").isEqualTo(explained());
    assertThat(1 - differing.size() / (double) isEqual.size()).isGreaterThan(WANTED_SHARE);
  }

  /**
   * The npm package (MicroPython 1.19): equal, or equal but for instructions that are never
   * reached, or equal to what 1.29 makes, or explained in the list.
   */
  @Test
  void equalsOlderMpyCrossFromNpm() throws IOException {
    Map<String, Boolean> isEqualToNewer = comparedWithNewer();
    Set<String> explained = explained();
    Set<String> missing = programs();
    List<String> unexplained = new ArrayList<>();
    for (Golden golden : read("mpy-cross-npm.txt")) {
      byte[] source = sourceOf(golden);
      if (source == null) {
        continue;
      }
      missing.remove(golden.program);
      String difference = difference(golden, compile(golden.program, source));
      boolean isExplained =
          isEqualToNewer.getOrDefault(golden.program, false) || explained.contains(golden.program);
      if (difference != null && !isExplained) {
        unexplained.add(golden.program + ": " + difference);
      }
    }
    assertThat(unexplained).as("differ, reference first; explain in mpy-differences.txt").isEmpty();
    assertThat(missing).as("new or changed; run: " + REMAKE).isEmpty();
  }

  /** For each program in its state of the list whether our file equals that of MicroPython 1.29. */
  private static Map<String, Boolean> comparedWithNewer() throws IOException {
    Map<String, Boolean> isEqual = new TreeMap<>();
    for (Golden golden : read("mpy-cross.txt")) {
      byte[] source = sourceOf(golden);
      if (source != null) {
        Object ours = compile(golden.program, source);
        String result = ours instanceof byte[] file ? hash(file) : ours.toString();
        isEqual.put(golden.program, result.equals(golden.result));
      }
    }
    return isEqual;
  }

  /**
   * Pycopy 3.6.1: the files are equal for every program that it compiles, but for those that {@code
   * golden/pycopy-differences.txt} explains.
   */
  @Test
  void equalsPycopyCross() throws IOException {
    Set<String> differing = new TreeSet<>();
    int equal = 0;
    int compiled = 0;
    for (Golden golden : read("pycopy-cross.txt")) {
      byte[] source = sourceOf(golden);
      if (source == null || golden.isError()) {
        continue;
      }
      Object ours = compile(golden.program, source, PYCOPY);
      compiled += ours instanceof byte[] ? 1 : 0;
      if (ours instanceof byte[] file && hash(file).equals(golden.result)) {
        equal++;
      } else {
        differing.add(golden.program);
      }
    }
    assertThat(differing).as("differ, or listed but equal").isEqualTo(explained("pycopy"));
    assertThat(equal / (double) compiled).isGreaterThan(WANTED_SHARE);
  }

  /** Errors that Pycopy finds before it makes any code. */
  private static final Set<String> EARLY = Set.of("SyntaxError", "MemoryError", "OverflowError");

  /**
   * The same where every function is machine code: the files are equal, and so are the errors of
   * types; where the reference stops at an assertion of its own there is some error.
   */
  @ParameterizedTest
  @EnumSource(names = {"NATIVE", "VIPER"})
  void equalsPycopyCrossInMachineCode(CodeObject.Emitter emitter) throws IOException {
    String kind = emitter.name().toLowerCase(Locale.ROOT);
    Set<String> differing = new TreeSet<>();
    for (Golden golden : read("pycopy-cross-" + kind + ".txt")) {
      byte[] source = sourceOf(golden);
      if (source == null || golden.isError() && EARLY.contains(golden.result.split("[ :]")[1])) {
        continue;
      }
      Object ours = compile(golden.program, source, PYCOPY.withEmitter(emitter));
      String result = ours instanceof byte[] file ? hash(file) : ours.toString();
      boolean isEqual =
          golden.result.equals("error assertion")
              ? result.startsWith("error ")
              : golden.result.equals(result);
      if (!isEqual) {
        differing.add(golden.program);
      }
    }
    assertThat(differing).as("differ, or listed but equal").isEqualTo(explained("pycopy-" + kind));
  }

  /** Pycopy's text of some of their floats reads back as another number, the largest as inf. */
  private static final Set<String> DRIFTING =
      Set.of(
          "tests/py/float/format_exact.py",
          "tests/py/float/format_large.py",
          "tests/py/float/repr_shortest.py");

  /**
   * Version 5 too: what is read back and written again is the same file, but for floats, of which
   * 16 digits are not always enough.
   */
  @Test
  void roundTripOfVersion5IsIdentical() throws IOException {
    Set<String> differing = new TreeSet<>();
    for (String program : programs()) {
      byte[] source = Files.readAllBytes(Program.ROOT.resolve(program));
      if (compile(program, source, PYCOPY) instanceof byte[] file && file[2] == BYTECODE_ONLY) {
        byte[] again = Mpy5Writer.write(Mpy5Reader.readAny(file), PYCOPY.smallIntBits(), true);
        if (!Arrays.equals(again, file)) {
          differing.add(program);
        }
      }
    }
    assertThat(differing).isEqualTo(DRIFTING);
  }

  /** What is read back and written again is the same file. */
  @Test
  void roundTripIsIdentical() throws IOException {
    for (String program : programs()) {
      byte[] source = Files.readAllBytes(Program.ROOT.resolve(program));
      if (compile(program, source) instanceof byte[] file) {
        assertThat(MpyWriter.write(MpyReader.read(file), CompileOptions.CROSS.smallIntBits()))
            .as(program)
            .isEqualTo(file);
      }
    }
  }

  private static String difference(Golden golden, Object ours) {
    if (golden.isError() || !(ours instanceof byte[] file)) {
      return golden.result.equals(ours) ? null : golden.isError() ? golden.result : ours.toString();
    }
    byte[] reference = Base64.getDecoder().decode(golden.result);
    if (Arrays.equals(file, reference)) {
      return null;
    }
    try {
      return CodeComparison.difference(MpyReader.read(reference), MpyReader.read(file));
    } catch (MpyFormatException e) {
      return e.getMessage();
    }
  }

  private static Object compile(String program, byte[] source) {
    return compile(program, source, CompileOptions.CROSS);
  }

  /** The file, or "error" and the message. */
  private static Object compile(String program, byte[] source, CompileOptions options) {
    try {
      String text = new String(source, StandardCharsets.UTF_8);
      CompileOptions all = options.withStrict(StrictMode.isAskedFor(text));
      int bits = options.smallIntBits();
      if (options.profile().isPycopy()) {
        String input = Program.ROOT.resolve(program).toString();
        NativeModule module = NativeModule.compile(text, input, program, all);
        return Mpy5Writer.write(module.code(), module.functions(), bits, true);
      }
      Ast.Root root = Parser.parseFile(text, options.profile());
      return MpyWriter.write(Compiler.compile(root, program, all), bits);
    } catch (PySyntaxError e) {
      return "error " + e.kind.exceptionName + ": " + e.getMessage();
    }
  }

  // ---- files ----

  private static List<Golden> read(String name) throws IOException {
    return Files.readAllLines(GOLDEN.resolve("reference").resolve(name)).stream()
        .map(line -> line.split("\t", 3))
        .map(words -> new Golden(words[0], words[1], words[2]))
        .toList();
  }

  /** The source, or null when it is gone or has changed since. */
  private static byte[] sourceOf(Golden golden) throws IOException {
    Path path = Program.ROOT.resolve(golden.program);
    if (!Files.exists(path)) {
      return null;
    }
    byte[] source = Files.readAllBytes(path);
    return hash(source).equals(golden.sourceHash) ? source : null;
  }

  private static Set<String> programs() throws IOException {
    Set<String> programs = new TreeSet<>();
    for (String folder : List.of("examples", "tests/py")) {
      try (Stream<Path> files = Files.walk(Program.ROOT.resolve(folder))) {
        files
            .filter(path -> path.toString().endsWith(".py"))
            .map(path -> Program.ROOT.relativize(path).toString().replace('\\', '/'))
            .forEach(programs::add);
      }
    }
    return programs;
  }

  /** The programs of the list of differences: lines of program, colon, reason. */
  private static Set<String> explained() throws IOException {
    return explained("mpy");
  }

  private static Set<String> explained(String kind) throws IOException {
    return Files.readAllLines(GOLDEN.resolve(kind + "-differences.txt")).stream()
        .filter(line -> !line.startsWith("#") && line.contains(":"))
        .map(line -> line.substring(0, line.indexOf(':')))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
