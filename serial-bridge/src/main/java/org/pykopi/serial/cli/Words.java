package org.pykopi.serial.cli;

import java.util.ArrayList;
import java.util.List;

/** The words after a verb: options begin with "-", the others are its operands. */
final class Words {
  final String verb;
  final List<String> operands = new ArrayList<>();
  private final List<String> options = new ArrayList<>();

  Words(String verb) {
    this.verb = verb;
  }

  /** Names of options may have "_", as in older esptools. */
  void addOption(String option) {
    int end = option.indexOf('=') < 0 ? option.length() : option.indexOf('=');
    options.add(option.substring(0, end).replace('_', '-') + option.substring(end));
  }

  /** Whether an option was given by one of its names: {@code -r}, {@code --recursive}. */
  boolean has(String shortName, String longName) {
    return options.contains(shortName) || options.contains(longName);
  }

  /** The text of {@code --name=text}; null when the option was not given. */
  String value(String longName) {
    for (String option : options) {
      if (option.startsWith(longName + "=")) {
        return option.substring(longName.length() + 1);
      }
    }
    return null;
  }

  String operand(int index) throws CommandException {
    if (index >= operands.size()) {
      throw new CommandException(verb + ": an argument is missing");
    }
    return operands.get(index);
  }

  /** Fails for options other than these names. */
  void allowOptions(String... names) throws CommandException {
    for (String option : options) {
      if (!List.of(names).contains(option.split("=", 2)[0])) {
        throw new CommandException(verb + ": unknown option " + option);
      }
    }
  }
}
