import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.teavm.backend.javascript.JSModuleType;
import org.teavm.tooling.ConsoleTeaVMToolLog;
import org.teavm.tooling.TeaVMProblemRenderer;
import org.teavm.tooling.TeaVMTargetType;
import org.teavm.tooling.TeaVMTool;
import org.teavm.vm.TeaVMOptimizationLevel;

/**
 * Compiles one main class for the browser: {@code java CompileTeavm.java wasm|js MAIN_CLASS
 * DIRECTORY FILE}.
 *
 * <p>The build runs this file through the source launcher with TeaVM and our classes on the class
 * path. It takes the place of TeaVM's Maven plugin because that one cannot be skipped: it would add
 * a minute to a build in which nothing changed. The result appears under its final name only when
 * everything went well, so its age tells whether it is current. TeaVM's loader is not used: the
 * page has its own (webapp, wasm/load.ts), which builds no functions from text.
 */
final class CompileTeavm {
  private CompileTeavm() {}

  public static void main(String[] args) throws Exception {
    boolean wasm = args[0].equals("wasm");
    Path directory = Path.of(args[2]);
    String name = args[3];
    Path work = directory.resolve(name + ".new");
    Files.createDirectories(work);
    long start = System.currentTimeMillis();
    compile(wasm, args[1], work.toFile(), name);
    Path result = directory.resolve(name);
    Files.move(work.resolve(name), result, StandardCopyOption.REPLACE_EXISTING);
    long seconds = (System.currentTimeMillis() - start) / 1000;
    System.out.println(name + ": " + Files.size(result) + " bytes in " + seconds + " s");
  }

  private static void compile(boolean wasm, String mainClass, File directory, String name)
      throws Exception {
    TeaVMTool tool = new TeaVMTool();
    ConsoleTeaVMToolLog log = new ConsoleTeaVMToolLog(false);
    tool.setLog(log);
    tool.setClassLoader(CompileTeavm.class.getClassLoader());
    tool.setMainClass(mainClass);
    tool.setTargetDirectory(directory);
    tool.setTargetFileName(name);
    tool.setTargetType(wasm ? TeaVMTargetType.WEBASSEMBLY_GC : TeaVMTargetType.JAVASCRIPT);
    // UMD: a page, a worker, node and HtmlUnit can all load it, as a module or as a plain script.
    tool.setJsModuleType(JSModuleType.UMD);
    // FULL inlines so much that the files are three times as large (WebAssembly 1.7 MB instead of
    // 0.6 MB, compressed 325 KB instead of 199 KB) and runs fib(27) no faster (24 ms, 22 ms).
    tool.setOptimizationLevel(TeaVMOptimizationLevel.ADVANCED);
    tool.setObfuscated(true);
    tool.setStrict(false);
    tool.setAssertionsRemoved(true);
    tool.generate();
    TeaVMProblemRenderer.describeProblems(
        tool.getDependencyInfo().getCallGraph(), tool.getProblemProvider(), log);
    if (!tool.getProblemProvider().getSevereProblems().isEmpty()) {
      System.exit(1);
    }
  }
}
