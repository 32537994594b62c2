package org.pykopi.serial.cli;

import java.io.IOException;
import java.util.List;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Hex;
import org.pykopi.serial.port.Progress;
import org.pykopi.serial.repl.BoardFiles;
import org.pykopi.serial.repl.BoardFiles.Entry;
import org.pykopi.serial.repl.FileException;

/** Verbs for the files of the board. Their paths are on the board, with or without ":". */
final class FileVerbs {
  static final List<Verb> VERBS =
      List.of(
          verb("ls", "ls [FOLDER...]            lists folders", FileVerbs::ls),
          verb("cp", CopyVerb.USAGE, CopyVerb::run),
          verb("mip", PackageVerb.USAGE, PackageVerb::run),
          verb(
              "cat",
              "cat FILE...               prints files",
              (s, w) -> eachPath(s, w, false, FileVerbs::cat)),
          verb("rm", "rm [-r] PATH...           removes files, with -r folders too", FileVerbs::rm),
          verb(
              "mkdir",
              "mkdir FOLDER...           makes folders",
              (s, w) -> each(s, w, true, BoardFiles::makeFolder)),
          verb(
              "rmdir",
              "rmdir FOLDER...           removes empty folders",
              (s, w) -> each(s, w, true, BoardFiles::removeFolder)),
          verb("mv", "mv FROM TO                renames a file or folder", FileVerbs::mv),
          verb(
              "touch",
              "touch FILE...             makes empty files",
              (s, w) -> each(s, w, true, FileVerbs::touch)),
          verb(
              "sha256sum",
              "sha256sum FILE...         prints hashes of files",
              FileVerbs::sha256sum),
          verb(
              "tree",
              "tree [FOLDER...]          lists folders with all that is in them",
              FileVerbs::tree),
          new Verb(
              "df",
              0,
              "df                        prints size and use of the file systems",
              FileVerbs::df));

  private static final String SPACE =
      """
      import os
      def _df():
       f='{:<10}{:>9}{:>9}{:>9}{:>5} {}'
       print(f.format('filesystem','size','used','avail','use%','mounted on'))
       n=['/']+['/'+e[0] for e in os.ilistdir('/') if e[1]&0x4000]
       t=[]
       for p in n:
        try:s=os.statvfs(p)
        except OSError:continue
        k=s[:8]
        z=s[0]*s[2]
        if z and k not in t:
         t.append(k)
         a=s[0]*s[3]
         print(f.format('',z,z-a,a,100*(z-a)//z,p))
      _df()
      del _df
      """;

  private FileVerbs() {}

  private static Verb verb(String name, String usage, Verb.Action action) {
    return new Verb(name, Verb.ALL, usage, action);
  }

  /** What is done with one path. */
  private interface Work {
    void run(BoardFiles files, String path) throws DeviceException;
  }

  /** Something that also needs the session. */
  private interface SessionWork {
    void run(Session session, String path) throws DeviceException;
  }

  private static int each(Session session, Words words, boolean isVerbose, Work work)
      throws DeviceException, CommandException {
    return eachPath(session, words, isVerbose, (s, path) -> work.run(s.files(), path));
  }

  private static int eachPath(Session session, Words words, boolean isVerbose, SessionWork work)
      throws DeviceException, CommandException {
    words.allowOptions("-v", "--verbose", "-q", "--no-verbose", "-r", "--recursive");
    words.operand(0);
    for (String word : words.operands) {
      String path = onBoard(word);
      announce(session, words, isVerbose, words.verb + " :" + path);
      try {
        work.run(session, path);
      } catch (FileException e) {
        throw new CommandException(
            words.verb + ": " + path + ": " + FileException.describe(e.errno()));
      }
    }
    return 0;
  }

  /** Says what is being done, as mpremote does. */
  static void announce(Session session, Words words, boolean isVerbose, String text) {
    boolean says = words.has("-v", "--verbose") || (isVerbose && !words.has("-q", "--no-verbose"));
    if (says) {
      session.out.println(text);
    }
  }

  static String onBoard(String word) {
    return word.startsWith(":") ? word.substring(1) : word;
  }

  private static int ls(Session session, Words words) throws DeviceException, CommandException {
    if (words.operands.isEmpty()) {
      words.operands.add("");
    }
    return eachPath(
        session,
        words,
        true,
        (s, path) -> {
          for (Entry entry : s.files().list(path)) {
            String size = "            " + entry.size();
            s.out.println(
                size.substring(Math.min(12, size.length() - 12))
                    + " "
                    + entry.name()
                    + (entry.isFolder() ? "/" : ""));
          }
        });
  }

  private static void cat(Session session, String path) throws DeviceException {
    byte[] data = session.files().read(path, Progress.NONE);
    session.out.write(data, 0, data.length);
    session.out.flush();
  }

  private static int rm(Session session, Words words) throws DeviceException, CommandException {
    boolean isRecursive = words.has("-r", "--recursive");
    return each(session, words, true, isRecursive ? BoardFiles::removeTree : BoardFiles::remove);
  }

  private static int mv(Session session, Words words) throws DeviceException, CommandException {
    words.allowOptions("-v", "--verbose", "-q", "--no-verbose");
    String from = onBoard(words.operand(0));
    String to = onBoard(words.operand(1));
    announce(session, words, true, "mv :" + from + " :" + to);
    session.files().rename(from, to);
    return 0;
  }

  private static void touch(BoardFiles files, String path) throws DeviceException {
    if (files.stat(path) == null) {
      files.overwrite(path, new byte[0], Progress.NONE);
    }
  }

  private static int sha256sum(Session session, Words words)
      throws DeviceException, CommandException {
    return eachPath(
        session, words, true, (s, path) -> s.out.println(Hex.joined(s.files().sha256(path))));
  }

  private static int tree(Session session, Words words) throws DeviceException, CommandException {
    if (words.operands.isEmpty()) {
      words.operands.add("/");
    }
    return eachPath(
        session,
        words,
        false,
        (s, path) -> {
          s.out.println(":" + path);
          printTree(s, path, "");
        });
  }

  private static void printTree(Session session, String path, String prefix)
      throws DeviceException {
    List<Entry> entries = session.files().list(path);
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      boolean isLast = i == entries.size() - 1;
      session.out.println(
          prefix + (isLast ? "\u2514\u2500\u2500 " : "\u251c\u2500\u2500 ") + entry.name());
      if (entry.isFolder()) {
        printTree(
            session, BoardFiles.join(path, entry.name()), prefix + (isLast ? "    " : "\u2502   "));
      }
    }
  }

  private static int df(Session session, Words words)
      throws DeviceException, CommandException, IOException {
    words.allowOptions();
    byte[] text = session.repl().execute(SPACE, "df", 10_000);
    session.out.write(text, 0, text.length);
    session.out.flush();
    return 0;
  }
}
