package org.pykopi.serial.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.pykopi.serial.hash.Sha256;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Hex;
import org.pykopi.serial.repl.BoardFiles;
import org.pykopi.serial.repl.FileException;

/**
 * {@code mip install}: fetches packages with this machine's network and copies them to the board,
 * as mpremote does. A package is a name in the index that was told, an address of a file or of a
 * {@code package.json}, or such a file of this machine. Its description:
 *
 * <pre>
 * {"hashes": [[path, start of the SHA-256], ...]   files of the index
 *  "urls": [[path, address], ...]                  files elsewhere
 *  "deps": [[package, version], ...]}
 * </pre>
 */
final class PackageVerb {
  static final String USAGE =
      "mip install [--index=URL] [--target=FOLDER] [--no-mpy] PACKAGE...\n"
          + "                            copies packages of MicroPython to the board";

  private static final String LIBRARY =
      "next((p for p in __import__('sys').path if p.endswith('/lib') and p[:4]!='/rom'),'')";
  private static final int ASK_MILLIS = 5000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** What stands for these words: organisation, repository, branch and path come in. */
  private static final Map<String, String> HOSTS =
      Map.of(
          "github:", "https://raw.githubusercontent.com/%o/%r/%b/%p",
          "gitlab:", "https://gitlab.com/%o/%r/-/raw/%b/%p",
          "codeberg:", "https://codeberg.org/api/v1/repos/%o/%r/raw/%p?ref=%b");

  private static final Gson JSON = new GsonBuilder().setStrictness(Strictness.STRICT).create();

  private final Session session;

  /** Null when none was told. */
  private final String index;

  private final String folder;
  private final boolean takesCompiled;
  private final HttpClient client =
      HttpClient.newBuilder()
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(PATIENCE)
          .build();
  private final Set<String> done = new HashSet<>();

  private PackageVerb(Session session, Words words) throws DeviceException, CommandException {
    this.session = session;
    String chosen = words.value("--index");
    boolean endsWithSlash = chosen != null && chosen.endsWith("/");
    index = endsWithSlash ? chosen.substring(0, chosen.length() - 1) : chosen;
    takesCompiled = !words.has("--no-mpy", "--no-mpy");
    String target = words.value("--target");
    folder = target == null ? session.repl().evaluate(LIBRARY, ASK_MILLIS) : target;
    if (folder.isEmpty()) {
      throw new CommandException("mip: the board has no folder for packages; use --target=FOLDER");
    }
  }

  static int run(Session session, Words words)
      throws DeviceException, CommandException, IOException {
    words.allowOptions("--target", "--index", "--no-mpy", "--mpy");
    if (!words.operand(0).equals("install") || words.operands.size() < 2) {
      throw new CommandException("mip: write mip install PACKAGE...");
    }
    for (String name : List.of("--target", "--index")) {
      if (words.has(name, name)) {
        throw new CommandException("mip: write " + name + "=... in one word");
      }
    }
    PackageVerb verb = new PackageVerb(session, words);
    for (String operand : words.operands.subList(1, words.operands.size())) {
      int at = operand.indexOf('@');
      String name = at < 0 ? operand : operand.substring(0, at);
      session.out.println("Install " + operand);
      verb.install(name, at < 0 ? "" : operand.substring(at + 1));
    }
    session.out.println("Done");
    return 0;
  }

  // ---- packages ----

  private void install(String name, String version)
      throws DeviceException, CommandException, IOException {
    if (!done.add(name + "@" + version)) {
      return;
    }
    if (isAddress(name) && (name.endsWith(".py") || name.endsWith(".mpy"))) {
      write(BoardFiles.nameOf(name), fetch(place(name, version)));
      return;
    }
    String where = name;
    if (isAddress(name)) {
      where =
          name.endsWith(".json") ? name : name + (name.endsWith("/") ? "" : "/") + "package.json";
    } else if (!name.endsWith(".json")) {
      int mpy = takesCompiled ? session.files().facts().mpyVersion() : 0;
      String kind = mpy == 0 ? "py" : String.valueOf(mpy);
      String file = (version.isEmpty() ? "latest" : version) + ".json";
      where = inIndex("/package/" + kind + "/" + name + "/" + file, name);
    }
    describe(where, version);
  }

  private void describe(String where, String version)
      throws DeviceException, CommandException, IOException {
    JsonObject description = parse(where, fetch(place(where, version)));
    for (String[] file : pairs(description, "hashes", where)) {
      String hash = file[1];
      if (hash.length() < 2) {
        throw new CommandException("mip: " + where + " has a wrong hash for " + file[0]);
      }
      writeHashed(file[0], hash);
    }
    int slash = where.lastIndexOf('/');
    String base = slash < 0 ? "" : where.substring(0, slash + 1);
    for (String[] file : pairs(description, "urls", where)) {
      String address = isAddress(file[1]) ? file[1] : base + file[1];
      write(file[0], fetch(place(address, version)));
    }
    for (String[] other : pairs(description, "deps", where)) {
      install(other[0], other[1]);
    }
  }

  private static JsonObject parse(String where, byte[] text) throws CommandException {
    JsonElement parsed;
    try {
      parsed = JSON.fromJson(new String(text, StandardCharsets.UTF_8), JsonElement.class);
    } catch (JsonParseException e) {
      throw new CommandException("mip: " + where + " is no JSON");
    }
    if (!(parsed instanceof JsonObject description)) {
      throw new CommandException("mip: " + where + " describes no package");
    }
    return description;
  }

  /** The pairs of texts of a member; none when it is not there. */
  private static List<String[]> pairs(JsonObject description, String member, String where)
      throws CommandException {
    List<String[]> out = new ArrayList<>();
    JsonElement items = description.has(member) ? description.get(member) : new JsonArray();
    boolean isRight = items.isJsonArray();
    if (items instanceof JsonArray list) {
      for (JsonElement item : list) {
        isRight &=
            item instanceof JsonArray pair
                && pair.size() == 2
                && isText(pair.get(0))
                && isText(pair.get(1))
                && out.add(new String[] {pair.get(0).getAsString(), pair.get(1).getAsString()});
      }
    }
    if (!isRight) {
      throw new CommandException("mip: \"" + member + "\" of " + where + " is no list of pairs");
    }
    return out;
  }

  private static boolean isText(JsonElement element) {
    return element instanceof JsonPrimitive primitive && primitive.isString();
  }

  // ---- files ----

  private void writeHashed(String path, String hash)
      throws DeviceException, CommandException, IOException {
    String target = BoardFiles.join(folder, path);
    BoardFiles.Entry entry = session.files().stat(target);
    boolean isThere = entry != null && !entry.isFolder();
    if (isThere && Hex.joined(session.files().sha256(target)).startsWith(hash)) {
      session.out.println("Exists: " + target);
      return;
    }
    String address = inIndex("/file/" + hash.substring(0, 2) + "/" + hash, path);
    byte[] data = fetch(address);
    if (!Hex.joined(Sha256.of(data, 0, data.length)).startsWith(hash)) {
      throw new CommandException(
          "mip: " + address + " has not the contents that the index promises");
    }
    write(path, data);
  }

  private void write(String path, byte[] data) throws DeviceException, CommandException {
    String target = BoardFiles.join(folder, path);
    session.out.println("Installing: " + target);
    try {
      int slash = target.lastIndexOf('/');
      if (slash > 0) {
        session.files().makeFolders(target.substring(0, slash));
      }
      session.files().write(target, data, session.progress());
    } catch (FileException e) {
      throw new CommandException("mip: " + e.getMessage());
    }
  }

  // ---- addresses ----

  private String inIndex(String path, String wanted) throws CommandException {
    if (index == null) {
      throw new CommandException(
          "mip: " + wanted + " is looked up in an index of packages: tell which with --index=URL");
    }
    return index + path;
  }

  private static boolean isAddress(String text) {
    return text.startsWith("http://")
        || text.startsWith("https://")
        || HOSTS.keySet().stream().anyMatch(text::startsWith);
  }

  /** {@code github:organisation/repository/path} as what a browser would ask for. */
  private static String place(String address, String version) throws CommandException {
    for (Map.Entry<String, String> host : HOSTS.entrySet()) {
      if (address.startsWith(host.getKey())) {
        String[] parts = address.substring(host.getKey().length()).split("/", 3);
        if (parts.length < 3) {
          throw new CommandException("mip: " + address + " names no repository");
        }
        return host.getValue()
            .replace("%o", parts[0])
            .replace("%r", parts[1])
            .replace("%b", version.isEmpty() ? "HEAD" : version)
            .replace("%p", parts[2]);
      }
    }
    return address;
  }

  private byte[] fetch(String address) throws CommandException, IOException {
    if (!isAddress(address)) {
      return Files.readAllBytes(Path.of(address));
    }
    try {
      HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        String what =
            answer.statusCode() == 404 ? "not found: " : "error " + answer.statusCode() + ": ";
        throw new CommandException("mip: " + what + address);
      }
      return answer.body();
    } catch (IllegalArgumentException e) {
      throw new CommandException("mip: " + address + " is no address");
    } catch (IOException e) {
      throw new CommandException("mip: " + address + " can not be reached");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CommandException("mip: stopped");
    }
  }
}
