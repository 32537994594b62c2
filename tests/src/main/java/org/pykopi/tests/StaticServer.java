package org.pykopi.tests;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A plain static file server, as plain as the cheapest host: right content types and nothing else,
 * no special headers. It serves the page for {@code mvn -Prun} and for the browser tests.
 *
 * <p>Run it alone with {@code java StaticServer.java DIRECTORY [PORT]}. It listens on this machine
 * only.
 */
public final class StaticServer implements AutoCloseable {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("map", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("wasm", "application/wasm"),
          Map.entry("py", "text/plain; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("csv", "text/plain; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"));

  private final HttpServer server;
  private final ExecutorService workers;
  private final List<Mount> mounts = new ArrayList<>();

  private record Mount(String prefix, Path directory) {}

  /** Listens on the port; 0 takes any free one. */
  public StaticServer(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    workers =
        Executors.newFixedThreadPool(
            4,
            task -> {
              Thread thread = new Thread(task, "static-server");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(workers);
    server.createContext("/", this::answer);
    server.start();
  }

  /**
   * Serves a directory below a prefix that starts and ends with a slash; later mounts are asked
   * first.
   */
  public StaticServer mount(String prefix, Path directory) {
    mounts.add(0, new Mount(prefix, directory.toAbsolutePath().normalize()));
    return this;
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      Path file = find(exchange.getRequestURI().getPath());
      if (file == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      exchange.getResponseHeaders().set("Content-Type", typeOf(file));
      exchange.getResponseHeaders().set("Cache-Control", "no-cache");
      if (method.equals("HEAD")) {
        exchange.sendResponseHeaders(200, -1);
        return;
      }
      exchange.sendResponseHeaders(200, Files.size(file) == 0 ? -1 : Files.size(file));
      try (OutputStream out = exchange.getResponseBody()) {
        Files.copy(file, out);
      }
    }
  }

  /** The file a path names, or null: none there, or outside the served directory. */
  private Path find(String path) {
    for (Mount mount : mounts) {
      if (!path.startsWith(mount.prefix)) {
        continue;
      }
      Path file = mount.directory.resolve(path.substring(mount.prefix.length())).normalize();
      if (Files.isDirectory(file)) {
        file = file.resolve("index.html");
      }
      if (file.startsWith(mount.directory) && Files.isRegularFile(file)) {
        return file;
      }
    }
    return null;
  }

  private static String typeOf(Path file) {
    String name = file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }

  public static void main(String[] args) throws Exception {
    Path directory = Path.of(args.length > 0 ? args[0] : ".");
    int port = args.length > 1 ? Integer.parseInt(args[1]) : 8000;
    try (StaticServer server = new StaticServer(port).mount("/", directory)) {
      System.out.println("Pykopi is at " + server.url() + " - stop with Ctrl-C.");
      Thread.currentThread().join();
    }
  }
}
