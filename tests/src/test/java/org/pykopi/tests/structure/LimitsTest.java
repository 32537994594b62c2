package org.pykopi.tests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Limits of size: files, methods, parameters. Exceptions are listed with their reason in {@code
 * tests/limits.txt}; an entry that is no longer needed fails too.
 */
final class LimitsTest {
  private static final int FILE_LINES = 1000;
  private static final int METHOD_LINES = 80;
  private static final int PARAMETERS = 5;

  /** {@code args, at, nargs, nkw} are one thing: the arguments of a Python call on the stack. */
  private static final Set<String> WINDOW = Set.of("at", "nargs", "nkw");

  @Test
  void filesAndMethodsStaySmall() throws IOException {
    Set<String> allowed = new HashSet<>();
    for (String line : Files.readAllLines(Sources.ROOT.resolve("tests/limits.txt"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        allowed.add(line.strip().split("\\s+")[0]);
      }
    }
    List<String> tooLong = new ArrayList<>();
    Set<String> unused = new HashSet<>(allowed);
    for (Excess excess : measure()) {
      unused.remove(excess.name);
      if (!allowed.contains(excess.name)) {
        tooLong.add(excess.name + ": " + excess.text);
      }
    }
    assertThat(tooLong).as("shorten, or give a reason in tests/limits.txt").isEmpty();
    assertThat(unused).as("no longer needed in tests/limits.txt").isEmpty();
  }

  /** Something over a limit: {@code vm/.../Lexer.java} or {@code Lexer.java#method}. */
  private record Excess(String name, String text) {}

  private static List<Excess> measure() throws IOException {
    List<Excess> found = new ArrayList<>();
    List<Path> files = Sources.javaFiles();
    for (Path file : files) {
      long lines = Files.lines(file).count();
      if (lines > FILE_LINES) {
        found.add(new Excess(file.getFileName().toString(), lines + " lines"));
      }
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        new MethodScanner(unit, positions, found).scan(unit, null);
      }
    }
    return found;
  }

  /** Collects the methods of one file that are too long or take too many parameters. */
  private static final class MethodScanner extends TreeScanner<Void, String> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final List<Excess> found;

    MethodScanner(CompilationUnitTree unit, SourcePositions positions, List<Excess> found) {
      this.unit = unit;
      this.positions = positions;
      this.found = found;
    }

    @Override
    public Void visitClass(ClassTree type, String outer) {
      return super.visitClass(type, type.getSimpleName().toString());
    }

    @Override
    public Void visitMethod(MethodTree method, String type) {
      LineMap map = unit.getLineMap();
      long start = positions.getStartPosition(unit, method);
      long end = positions.getEndPosition(unit, method);
      long lines = end < 0 ? 0 : map.getLineNumber(end) - map.getLineNumber(start) + 1;
      String name = Path.of(unit.getSourceFile().getName()).getFileName() + "#" + method.getName();
      if (lines > METHOD_LINES) {
        found.add(new Excess(name, lines + " lines"));
      }
      boolean constructor = method.getName().contentEquals("<init>");
      long parameters =
          method.getParameters().stream()
              .filter(parameter -> !WINDOW.contains(parameter.getName().toString()))
              .count();
      if (!constructor && parameters > PARAMETERS) {
        found.add(new Excess(name, parameters + " parameters"));
      }
      return super.visitMethod(method, type);
    }
  }
}
