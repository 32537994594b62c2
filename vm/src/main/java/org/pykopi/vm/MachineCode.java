package org.pykopi.vm;

import org.pykopi.bytecode.CodeObject;
import org.pykopi.bytecode.MachineWords;
import org.pykopi.bytecode.Mpy5MemoryReader;
import org.pykopi.bytecode.MpyFormatException;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.Memory;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;

/**
 * Functions from bytecode that a program wrote as Pycopy's machine has it in memory, for {@code
 * micropython.function}. A word is what {@code id} gives: of an int twice its value plus 1, of an
 * interned str 8 times the number of the name plus 2, else the address of the object; for a
 * function inside, the address of what Pycopy calls a raw code.
 */
final class MachineCode implements MachineWords {
  private static final int WORD = 8;

  /** A raw code: flags, address of the code, address of the table. */
  private static final int RAW_CODE_SIZE = 3 * WORD;

  private final Memory memory;

  private MachineCode(PyContext ctx) {
    this.memory = Memory.of(ctx);
  }

  /** See {@link PyContext#makeFunction}. */
  static PyFunction function(
      PyContext ctx, BufferView code, BufferView table, PyDict globals, PyObject[] defaults) {
    Function function = new Function(code.copy(), words(table));
    CodeObject made;
    try {
      made = Mpy5MemoryReader.read(function, new MachineCode(ctx));
    } catch (MpyFormatException e) {
      throw Errors.valueError(ctx, "can't make a function: " + e.getMessage());
    }
    return new PyFunction(Code.of(made), globals, defaults, null, PyFunction.NO_CELLS);
  }

  @Override
  public String nameAt(int number) {
    PyStr name = memory.nameAt(number);
    return name == null ? null : name.value();
  }

  @Override
  public Object constant(long word) {
    PyObject object = memory.objectAt(word);
    return object instanceof PyStr text ? text.value() : object;
  }

  @Override
  public Function functionAt(long address) {
    long[] raw = words(memory.at(null, address, RAW_CODE_SIZE));
    return new Function(upToEnd(raw[1]).copy(), words(upToEnd(raw[2])));
  }

  /** What lies at an address, up to the end of its object. */
  private BufferView upToEnd(long address) {
    Memory.Region region = memory.find(address);
    if (region == null) {
      throw new MpyFormatException("no code at " + address);
    }
    return memory.at(region, address, region.base() + region.data().length - address);
  }

  private static long[] words(BufferView view) {
    long[] words = new long[view.length() / WORD];
    for (int i = 0; i < words.length; i++) {
      for (int k = WORD - 1; k >= 0; k--) {
        words[i] = words[i] << 8 | view.data()[view.offset() + WORD * i + k] & 0xff;
      }
    }
    return words;
  }
}
