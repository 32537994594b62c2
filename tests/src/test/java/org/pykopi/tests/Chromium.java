package org.pykopi.tests;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The installed Chromium or Chrome, started once for all browser tests of a run. It is looked for
 * in {@code CHROME_BIN}, on the path and in the usual places; on a Debian-like system root installs
 * it; otherwise the tests fail and say so.
 */
public final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome");
  private static final List<String> PLACES =
      List.of(
          "/usr/bin",
          "/usr/local/bin",
          "/snap/bin",
          "/opt/google/chrome",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium",
          "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

  /** What the browser is started with: its sandbox refuses to work for root. */
  public static final List<String> FLAGS = isRoot() ? List.of("--no-sandbox") : List.of();

  private static Browser browser;

  private Chromium() {}

  static synchronized Browser browser() {
    if (browser == null) {
      Map<String, String> environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
      Playwright playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
      browser =
          playwright
              .chromium()
              .launch(new BrowserType.LaunchOptions().setExecutablePath(find()).setArgs(FLAGS));
    }
    return browser;
  }

  /** The executable; installs it where that is allowed, and says what is missing otherwise. */
  public static Path find() {
    Path found = search();
    if (found == null && isRoot() && Files.exists(Path.of("/etc/debian_version"))) {
      install();
      found = search();
    }
    if (found == null) {
      throw new IllegalStateException(
          "The browser tests need Chromium or Chrome: install it, or name it in CHROME_BIN.");
    }
    return found;
  }

  private static Path search() {
    String named = System.getenv("CHROME_BIN");
    if (named != null && !named.isBlank()) {
      return Path.of(named);
    }
    List<Path> candidates = new ArrayList<>();
    String[] folders = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
    Stream.concat(Stream.of(folders), PLACES.stream())
        .forEach(
            folder -> {
              candidates.add(Path.of(folder));
              NAMES.forEach(name -> candidates.add(Path.of(folder, name)));
            });
    return candidates.stream()
        .filter(path -> Files.isRegularFile(path) && Files.isExecutable(path))
        .findFirst()
        .orElse(null);
  }

  private static void install() {
    try {
      String command = "apt-get update -q && apt-get install -y -q chromium";
      new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException("cannot install Chromium", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
