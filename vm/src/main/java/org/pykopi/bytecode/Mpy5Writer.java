package org.pykopi.bytecode;

import java.math.BigInteger;
import java.util.Map;
import org.pykopi.util.IntText;
import org.pykopi.util.Utf8;

/**
 * Writes a module as Pycopy's `.mpy` file of version 5:
 *
 * <pre>
 *   header     4d 05 flags bits window    flags: 1 lookups are cached, 2 text is Unicode,
 *                                         machine * 4: 2 is x86-64
 *   code       size * 4                   of prelude and opcodes as they are in memory
 *              signature, sizes           as {@link PreludeCoder} tells
 *              name name                  of the function, of the source file
 *              lines 00 cells
 *              opcodes                    with names in place of their numbers
 *              number number              of constants, of children
 *              names                      of the arguments
 *              constants                  kind, length, bytes
 *              codes                      of the children
 *   machine    size * 4 + kind            kind: 1 native, 2 viper
 *   code       bytes
 *              number                     of links
 *              place * 4 + kind, name     of each: see {@link NativeCode}
 *              place name name            native: prelude, function, source file
 *              flags                      viper
 *              number number ...          of constants, of children; then as above, but names of
 *                                         arguments only for native
 *   name       00 number                  of {@link StaticQstrs}
 *              distance * 2 + 1           one of the last names: see {@link NameWindow}
 *              length * 2 bytes           a new one
 *   kind       's' str, 'b' bytes, 'i' int, 'f' float, 'c' complex; 'e' for ..., without the rest
 * </pre>
 */
public final class Mpy5Writer {
  static final int VERSION = 5;
  static final int FLAG_CACHES_LOOKUPS = 1;
  static final int FLAG_UNICODE = 2;
  private static final int MACHINE_X64 = 2 << 2;
  private static final int KIND_NATIVE = 1;
  private static final int KIND_VIPER = 2;

  private final ByteWriter out = new ByteWriter();
  private final NameWindow window = new NameWindow();
  private final Map<CodeObject, NativeCode> machineCode;

  private Mpy5Writer(Map<CodeObject, NativeCode> machineCode) {
    this.machineCode = machineCode;
  }

  /**
   * The file for a module's code, which was compiled for Pycopy. The bits are those the code was
   * compiled for.
   */
  public static byte[] write(CodeObject module, int smallIntBits, boolean isUnicode) {
    return write(module, Map.of(), smallIntBits, isUnicode);
  }

  /** The same with machine code for x86-64 in place of the bytecode of some functions. */
  public static byte[] write(
      CodeObject module,
      Map<CodeObject, NativeCode> machineCode,
      int smallIntBits,
      boolean isUnicode) {
    Mpy5Writer writer = new Mpy5Writer(machineCode);
    int machine = machineCode.isEmpty() ? 0 : MACHINE_X64;
    int flags = machine | (module.version5.cachesLookups() ? FLAG_CACHES_LOOKUPS : 0);
    writer.out.add('M');
    writer.out.add(VERSION);
    writer.out.add(flags | (isUnicode ? FLAG_UNICODE : 0));
    writer.out.add(smallIntBits);
    writer.out.addUnsigned(NameWindow.SIZE);
    writer.code(module);
    return writer.out.toBytes();
  }

  /** The prelude and opcodes as they are in memory. */
  static byte[] data(CodeObject code) {
    ByteWriter data = new ByteWriter();
    ByteWriter info = info(code);
    PreludeCoder.writeStart(data, code.prelude, 4 + info.size());
    data.add(shortOf(code.prelude.nameIndexes()[0]));
    data.add(shortOf(0));
    data.add(info.toBytes());
    cells(data, code);
    data.add(code.version5.bytecode());
    return data.toBytes();
  }

  private static byte[] shortOf(int value) {
    return new byte[] {(byte) value, (byte) (value >> 8)};
  }

  private static ByteWriter info(CodeObject code) {
    ByteWriter info = new ByteWriter();
    info.add(code.version5.lines().encoded());
    info.add(0);
    return info;
  }

  private static void cells(ByteWriter out, CodeObject code) {
    for (int local : code.cells) {
      out.add(local);
    }
  }

  private void code(CodeObject code) {
    NativeCode machine = machineCode.get(code);
    if (machine != null) {
      machineCode(code, machine);
      return;
    }
    ByteWriter info = info(code);
    out.addUnsigned(data(code).length << 2);
    PreludeCoder.writeStart(out, code.prelude, 4 + info.size());
    name(code.simpleName);
    name(code.sourceFile);
    out.add(info.toBytes());
    cells(out, code);
    instructions(code);
    tables(code, code.version5.constants(), true);
  }

  private void machineCode(CodeObject code, NativeCode machine) {
    out.addUnsigned(machine.code().length << 2 | (machine.isViper() ? KIND_VIPER : KIND_NATIVE));
    out.add(machine.code());
    out.addUnsigned(machine.links().size());
    for (NativeCode.Link link : machine.links()) {
      out.addUnsigned(link.offset() << 2 | link.kind());
      name(link.name());
    }
    if (machine.isViper()) {
      out.addUnsigned(code.scopeFlags);
    } else {
      out.addUnsigned(machine.preludeOffset());
      name(code.simpleName);
      name(code.sourceFile);
    }
    tables(code, machine.constants(), !machine.isViper());
  }

  private void tables(CodeObject code, int[] constants, boolean hasArguments) {
    out.addUnsigned(constants.length);
    out.addUnsigned(code.children.length);
    for (int i = 0; hasArguments && i < code.argumentNames.length; i++) {
      name(code.argumentNames[i]);
    }
    for (int index : constants) {
      constant(code.constants[index]);
    }
    for (CodeObject child : code.children) {
      code(child);
    }
  }

  private void instructions(CodeObject code) {
    byte[] bytes = code.version5.bytecode();
    Instruction5 i = new Instruction5(code.version5);
    for (int at = 0; at < bytes.length; at = i.next) {
      i.read(at);
      int rest = at;
      if (Opcode.form(i.op) == Opcode.Form.NAME) {
        out.add(bytes[at]);
        name(code.names[i.operand]);
        rest += 3;
      }
      while (rest < i.next) {
        out.add(bytes[rest++]);
      }
    }
  }

  private void name(String name) {
    int number = StaticQstrs.pycopyNumberOf(name);
    if (number != 0) {
      out.add(0);
      out.add(number);
      return;
    }
    int distance = window.distanceOf(name);
    if (distance >= 0) {
      out.addUnsigned(distance << 1 | 1);
      return;
    }
    byte[] bytes = Utf8.encode(name);
    out.addUnsigned(bytes.length << 1);
    out.add(bytes);
  }

  // ---- constants ----

  private void constant(Object value) {
    if (value instanceof byte[] bytes) {
      sized('b', bytes);
    } else if (value instanceof String text) {
      text('s', text);
    } else if (value instanceof Long number) {
      text('i', Long.toString(number));
    } else if (value instanceof BigInteger number) {
      StringBuilder digits = new StringBuilder();
      IntText.append(digits, number, 10);
      text('i', digits.toString());
    } else if (value instanceof Double number) {
      text('f', floatText(number, true));
    } else if (value instanceof ComplexConstant number) {
      text('c', complexText(number));
    } else if (value instanceof GlobalConstant global) {
      text('g', global.name());
    } else {
      out.add('e');
    }
  }

  private void text(int kind, String text) {
    sized(kind, Utf8.encode(text));
  }

  private void sized(int kind, byte[] bytes) {
    out.add(kind);
    out.addUnsigned(bytes.length);
    out.add(bytes);
  }

  private static String floatText(double value, boolean endsInZero) {
    String text = PycopyFloatText.of(value);
    boolean isWhole = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      isWhole &= c == '-' || c >= '0' && c <= '9';
    }
    return isWhole && endsInZero ? text + ".0" : text;
  }

  private static String complexText(ComplexConstant number) {
    String imaginary = floatText(number.im(), false) + "j";
    if (number.re() == 0) {
      return imaginary;
    }
    String sign = imaginary.startsWith("-") ? "" : "+";
    return "(" + floatText(number.re(), false) + sign + imaginary + ")";
  }
}
