package org.pykopi.serial.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.pykopi.serial.port.DeviceException;

/**
 * The command {@code device}: options, then verbs with their words. Verbs are done one after the
 * other; "+" stands between a verb that takes any number of words and the next one.
 *
 * <pre>
 * device --port /dev/ttyUSB0 cp main.py : + run main.py
 * </pre>
 *
 * <p>Exit status: 0 when all work was done and checked, 1 when something failed, 2 for a wrong
 * command line.
 */
public final class DeviceCommand {
  private static final String NAME = "pykopi device";

  private static final Map<String, Verb> VERBS = new LinkedHashMap<>();

  static {
    for (List<Verb> verbs : List.of(ProgramVerbs.VERBS, FileVerbs.VERBS, FlashVerbs.VERBS)) {
      verbs.forEach(verb -> VERBS.put(verb.name(), verb));
    }
  }

  private record Step(Verb verb, Words words) {}

  private final Session session;
  private final List<Step> steps = new ArrayList<>();

  /** Options of all verbs for the flash memory, which esptool has before the verb. */
  private final List<String> flashing = new ArrayList<>();

  private boolean isHelp;

  private DeviceCommand(Session session) {
    this.session = session;
  }

  /**
   * Does what the words ask for.
   *
   * @param compiler makes the bytes of a {@code .mpy} file from a program text and its file name,
   *     with IllegalArgumentException for a text that is wrong; null when there is none
   */
  public static int run(String[] args, BiFunction<String, String, byte[]> compiler) {
    return run(args, compiler, System.out, System.err);
  }

  /** The same with the streams to write to. */
  public static int run(
      String[] args,
      BiFunction<String, String, byte[]> compiler,
      PrintStream out,
      PrintStream err) {
    Session session = new Session(out, err, compiler);
    DeviceCommand command = new DeviceCommand(session);
    try {
      command.parse(args);
    } catch (CommandException e) {
      err.println(NAME + ": " + e.getMessage());
      err.println("The word \"help\" lists what can be asked.");
      return 2;
    }
    try (session) {
      return command.execute();
    } catch (CommandException | DeviceException e) {
      err.println(NAME + ": " + e.getMessage());
      return 1;
    } catch (IOException e) {
      err.println(NAME + ": " + LocalFiles.describe(e));
      return 1;
    } finally {
      out.flush();
    }
  }

  private int execute() throws DeviceException, CommandException, IOException {
    if (isHelp) {
      printHelp();
      return 0;
    }
    for (Step step : steps) {
      int status = step.verb.action().run(session, step.words);
      if (status != 0) {
        return status;
      }
    }
    return 0;
  }

  // ---- the command line ----

  private void parse(String[] args) throws CommandException {
    int i = 0;
    while (i < args.length && args[i].startsWith("-")) {
      String option = args[i++];
      switch (option) {
        case "-p", "--port" -> session.portName = value(args, i++, option);
        case "-b", "--baud" -> {
          session.baud = number(value(args, i++, option), option);
          session.flashBaud = session.baud;
        }
        case "-c", "--chip" -> flashing.add("--chip=" + value(args, i++, option));
        case "--before", "--after" -> flashing.add(option + "=" + value(args, i++, option));
        case "--no-stub" -> flashing.add(option);
        case "--password" -> session.password = value(args, i++, option);
        case "--trace" -> session.isTracing = true;
        case "-h", "--help" -> isHelp = true;
        default -> throw new CommandException("unknown option " + option);
      }
    }
    while (i < args.length) {
      i = verb(args, i);
    }
    if (steps.isEmpty() && !isHelp) {
      steps.add(new Step(VERBS.get("repl"), new Words("repl")));
    }
  }

  private static String value(String[] args, int i, String option) throws CommandException {
    if (i >= args.length || args[i].isEmpty()) {
      throw new CommandException("a value is missing after " + option);
    }
    return args[i];
  }

  static int number(String text, String option) throws CommandException {
    boolean isNumber =
        !text.isEmpty() && text.length() < 9 && text.chars().allMatch(Character::isDigit);
    int baud = isNumber ? Integer.parseInt(text) : 0;
    if (baud == 0) {
      throw new CommandException(option + " takes a number, not \"" + text + "\"");
    }
    return baud;
  }

  /** Takes one verb with its words; where the next one begins. */
  private int verb(String[] args, int start) throws CommandException {
    int i = start;
    String name = args[i++];
    if (name.equals("+")) {
      return i;
    }
    if (name.equals("fs") && i < args.length) {
      name = args[i++];
    }
    if (name.equals("help")) {
      isHelp = true;
      return args.length;
    }
    // Older esptools have "_" in their names.
    Verb verb = VERBS.get(name.replace('_', '-'));
    if (verb == null) {
      throw new CommandException(
          "\"" + name + "\" is not a command. There are: " + String.join(", ", VERBS.keySet()));
    }
    Words words = new Words(name);
    boolean takesOptions = true;
    while (i < args.length && !args[i].equals("+")) {
      boolean isOption = takesOptions && args[i].length() > 1 && args[i].startsWith("-");
      boolean isFull = verb.operands() != Verb.ALL && words.operands.size() == verb.operands();
      if (isFull && !isOption) {
        break;
      }
      if (isOption && args[i].equals("--")) {
        takesOptions = false;
      } else if (isOption) {
        words.addOption(args[i]);
      } else {
        words.operands.add(args[i]);
      }
      i++;
    }
    if (words.operands.size() < verb.operands()) {
      throw new CommandException(name + ": an argument is missing; " + verb.usage());
    }
    if (FlashVerbs.VERBS.contains(verb)) {
      flashing.forEach(words::addOption);
    }
    steps.add(new Step(verb, words));
    return i;
  }

  private void printHelp() {
    session.out.println("usage: " + NAME + " [options] verb [words] [+ verb [words]]...");
    session.out.println();
    session.out.println(
        "  -p, --port P   a serial device, socket://host:port, rfc2217://host:port");
    session.out.println(
        "  -b, --baud N   speed of the line: 115200, for flashing 921600, unless told");
    session.out.println("  --password W   of a board behind WebREPL, whose port is ws://host:8266");
    session.out.println("  -c, --chip C   flashes no other chip than this: esp32-s3");
    session.out.println(
        "  --before W     default-reset, usb-reset, no-reset, or D0|R1|W100|D1|R0|W50|D0");
    session.out.println("  --after W      hard-reset or no-reset");
    session.out.println("  --no-stub      leaves all work on the flash memory to the chip's ROM");
    session.out.println("  --trace        shows all bytes that pass");
    session.out.println();
    for (Verb verb : VERBS.values()) {
      session.out.println("  " + verb.usage());
    }
    session.out.println();
    session.out.println("A path that begins with \":\" is on the board. Without a verb: repl.");
  }
}
