package org.pykopi.tests.structure;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may see whom among the packages, and what of the JDK the compiled-to-browser code may name.
 */
final class PackagesTest {
  private static final String P = "org.pykopi.";

  /** Package to the packages it may import, besides itself. */
  private static final Map<String, String> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("util", ""),
          Map.entry("host", ""),
          Map.entry("syntax", "util"),
          Map.entry("bytecode", "util"),
          Map.entry("compiler", "syntax bytecode util"),
          Map.entry("machine", "syntax bytecode compiler util"),
          Map.entry("object", "host util"),
          Map.entry("vm", "bytecode object host util"),
          Map.entry("disk", "host util"),
          Map.entry("module", "object disk host util"),
          Map.entry("runtime", "util host syntax bytecode compiler object vm disk module"),
          Map.entry(
              "cli", "util host syntax bytecode compiler machine object vm disk module runtime"),
          Map.entry("web", "runtime host util object module serial.wire"),
          Map.entry("serial", ""),
          Map.entry("serial.port", ""),
          Map.entry("serial.hash", ""),
          Map.entry("serial.slip", ""),
          Map.entry("serial.wire", ""),
          Map.entry("serial.chip", "serial.port"),
          Map.entry("serial.rom", "serial.port serial.hash serial.slip serial.chip"),
          Map.entry("serial.image", "serial.port serial.hash serial.chip"),
          Map.entry("serial.flash", "serial.port serial.hash serial.chip serial.rom serial.image"),
          Map.entry("serial.webrepl", "serial.port serial.repl"),
          Map.entry("serial.jvm", "serial.port serial.webrepl"),
          Map.entry("serial.cli", "serial"),
          Map.entry("serial.usb", "serial.port"),
          Map.entry("serial.repl", "serial.port serial.hash"));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPaths(
              Stream.of("vm", "serial-bridge", "teavm-web")
                  .map(module -> Sources.ROOT.resolve(module).resolve("target/classes"))
                  .filter(Files::isDirectory)
                  .toArray(Path[]::new));

  @TestFactory
  Stream<DynamicTest> directions() {
    return MAY_IMPORT.keySet().stream()
        .sorted()
        .map(name -> DynamicTest.dynamicTest(name, () -> checkDirections(name)));
  }

  private static void checkDirections(String name) {
    String[] allowed =
        Stream.concat(Stream.of(name), Arrays.stream(MAY_IMPORT.get(name).split(" ")))
            .filter(part -> !part.isEmpty())
            .map(part -> P + part + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(P + name + "..")
        .should()
        .dependOnClassesThat(resideInAPackage("org.pykopi..").and(not(resideInAnyPackage(allowed))))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void everyPackageHasARule() {
    TreeSet<String> unknown = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      String part = type.getPackageName().substring(P.length() - 1).replaceFirst("^\\.", "");
      if (!MAY_IMPORT.containsKey(part.split("\\.")[0])) {
        unknown.add(type.getPackageName());
      }
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void packagesHaveNoCycles() {
    SlicesRuleDefinition.slices()
        .matching("org.pykopi.(**)")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void coreNamesNothingThatTheBrowserLacks() {
    List<String> packages =
        List.of(
            "java.io..",
            "java.nio..",
            "java.net..",
            "java.time..",
            "java.text..",
            "java.lang.reflect..",
            "java.util.regex..",
            "java.util.concurrent..",
            "org.teavm..");
    List<String> names =
        List.of(
            "java.util.ServiceLoader",
            "java.util.Locale",
            "java.util.Formatter",
            "java.lang.Thread");
    noClasses()
        .that(inCore())
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(packages.toArray(String[]::new))
                .or(
                    JavaClass.Predicates.belongToAnyOf(
                        names.stream().map(PackagesTest::typeNamed).toArray(Class<?>[]::new))))
        .check(CLASSES);
    noClasses()
        .that(inCore())
        .should()
        .callMethod(String.class, "format", String.class, Object[].class)
        .orShould()
        .callMethod(String.class, "formatted", Object[].class)
        .orShould()
        .callMethod(String.class, "split", String.class)
        .orShould()
        .callMethod(String.class, "replaceAll", String.class, String.class)
        .orShould()
        .callMethod(Class.class, "forName", String.class)
        .orShould()
        .callMethod(Double.class, "toString", double.class)
        .check(CLASSES);
  }

  /** The class library's character sets are 4 kB of the compressed file. */
  @Test
  void pageHasNoCharacterSets() {
    noClasses()
        .that(resideInAnyPackage(P + "web..", P + "serial.wire.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage("java.nio.."))
        .check(CLASSES);
  }

  /** vm but its command line, and serial-bridge but its command line and its browser packages. */
  private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> inCore() {
    return not(
        resideInAnyPackage(
            P + "cli..",
            P + "web..",
            P + "serial.web..",
            P + "serial.wire..",
            P + "serial.jvm..",
            P + "serial.cli.."));
  }

  private static Class<?> typeNamed(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
