package org.pykopi.machine;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.bytecode.NativeCode;

/**
 * What the code of one function refers to: names, whose numbers the loader patches in, and the
 * table of constants, which holds names of arguments, the runtime's table, constants, inner
 * functions.
 */
final class References {
  private final X64Assembler out;
  private final Frame frame;
  private final NameNumbers numbers;
  private List<NativeCode.Link> links = new ArrayList<>();
  private List<Integer> constants = new ArrayList<>();
  private int constantCount;

  References(X64Assembler out, Frame frame, NameNumbers numbers) {
    this.out = out;
    this.frame = frame;
    this.numbers = numbers;
  }

  /** Starts a pass; how many constants there are is known from the one before. */
  void start() {
    constantCount = constants.size();
    links = new ArrayList<>();
    constants = new ArrayList<>();
  }

  List<NativeCode.Link> links() {
    return links;
  }

  int[] constants() {
    return constants.stream().mapToInt(Integer::intValue).toArray();
  }

  int numberOf(String name) {
    return numbers.of(name);
  }

  String name(long index) {
    return frame.code.names[(int) index];
  }

  /** The number of a name. */
  void loadName(int register, String name) {
    int place = out.moveImmediate32(register, numbers.of(name));
    links.add(new NativeCode.Link(place, NativeCode.NUMBER, name));
  }

  /** A name as a str object. */
  void loadString(int register, String name) {
    int place = out.moveImmediate32(register, numbers.of(name) << 3 | 2);
    links.add(new NativeCode.Link(place, NativeCode.OBJECT, name));
  }

  /** A constant of the module. */
  void loadConstant(int register, long index) {
    constants.add((int) index);
    loadEntry(register, constants.size());
  }

  void loadFunction(int register, long child) {
    loadEntry(register, 1 + constantCount + (int) child);
  }

  private void loadEntry(int register, int entry) {
    frame.load(X64Assembler.RAX, frame.functionSlot());
    frame.loadWord(X64Assembler.RAX, X64Assembler.RAX, Frame.CONSTANTS);
    frame.loadWord(register, X64Assembler.RAX, frame.argumentNames() + entry);
  }
}
