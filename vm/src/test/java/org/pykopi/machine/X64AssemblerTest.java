package org.pykopi.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Against encodings as the Intel manual, volume 2, gives them. */
class X64AssemblerTest {
  private static String encoded(Consumer<X64Assembler> instructions) {
    X64Assembler out = new X64Assembler();
    out.startPass(true);
    instructions.accept(out);
    out.startPass(false);
    instructions.accept(out);
    return HexFormat.ofDelimiter(" ").formatHex(out.toBytes());
  }

  @Test
  void registersFromTheEighthNeedAPrefix() {
    assertThat(encoded(out -> out.push(X64Assembler.RBP))).isEqualTo("55");
    assertThat(encoded(out -> out.push(X64Assembler.R12))).isEqualTo("41 54");
    assertThat(encoded(out -> out.pop(X64Assembler.R13))).isEqualTo("41 5d");
    assertThat(encoded(out -> out.move(X64Assembler.RDI, X64Assembler.RAX))).isEqualTo("48 89 c7");
    assertThat(encoded(out -> out.move(X64Assembler.R13, X64Assembler.RCX))).isEqualTo("49 89 cd");
    assertThat(encoded(out -> out.move(X64Assembler.RSI, X64Assembler.R12))).isEqualTo("4c 89 e6");
  }

  @Test
  void addressesTakeAsFewBytesAsTheirBaseAllows() {
    assertThat(encoded(out -> out.load64(X64Assembler.RAX, X64Assembler.RDI, 0)))
        .isEqualTo("48 8b 07");
    assertThat(encoded(out -> out.load64(X64Assembler.RAX, X64Assembler.RBP, 0)))
        .isEqualTo("48 8b 45 00");
    assertThat(encoded(out -> out.load64(X64Assembler.RBP, X64Assembler.R13, 0)))
        .isEqualTo("49 8b 6d 00");
    assertThat(encoded(out -> out.load64(X64Assembler.RAX, X64Assembler.R12, 8)))
        .isEqualTo("49 8b 44 24 08");
    assertThat(encoded(out -> out.store64(X64Assembler.RAX, X64Assembler.RSP, 0x80)))
        .isEqualTo("48 89 84 24 80 00 00 00");
    assertThat(encoded(out -> out.address(X64Assembler.RDX, X64Assembler.RSP, 0x28)))
        .isEqualTo("48 8d 54 24 28");
    assertThat(encoded(out -> out.address(X64Assembler.RDI, X64Assembler.RSP, 0)))
        .isEqualTo("48 89 e7");
  }

  @Test
  void memoryOfEverySize() {
    assertThat(encoded(out -> out.load(1, X64Assembler.RAX, X64Assembler.RDI)))
        .isEqualTo("0f b6 07");
    assertThat(encoded(out -> out.load(2, X64Assembler.RAX, X64Assembler.RBX)))
        .isEqualTo("0f b7 03");
    assertThat(encoded(out -> out.load(4, X64Assembler.RAX, X64Assembler.R12)))
        .isEqualTo("41 8b 04 24");
    assertThat(encoded(out -> out.store(1, X64Assembler.RDX, X64Assembler.RDI))).isEqualTo("88 17");
    assertThat(encoded(out -> out.store(2, X64Assembler.RDX, X64Assembler.RSI)))
        .isEqualTo("66 89 16");
    assertThat(encoded(out -> out.store(4, X64Assembler.RDX, X64Assembler.R13)))
        .isEqualTo("41 89 55 00");
  }

  @Test
  void immediateValuesOf32Or64Bits() {
    assertThat(encoded(out -> out.moveImmediate(X64Assembler.RDI, 6))).isEqualTo("bf 06 00 00 00");
    assertThat(encoded(out -> out.moveImmediate(X64Assembler.R12, 0xffffffffL)))
        .isEqualTo("41 bc ff ff ff ff");
    assertThat(encoded(out -> out.moveImmediate(X64Assembler.RAX, -1)))
        .isEqualTo("48 b8 ff ff ff ff ff ff ff ff");
    assertThat(encoded(out -> out.subtractImmediate(X64Assembler.RSP, -0x58)))
        .isEqualTo("48 83 ec a8");
    assertThat(encoded(out -> out.subtractImmediate(X64Assembler.RSP, 0x98)))
        .isEqualTo("48 81 ec 98 00 00 00");
  }

  @Test
  void arithmetic() {
    assertThat(encoded(out -> out.operation(X64Assembler.ADD, X64Assembler.RSI, X64Assembler.R12)))
        .isEqualTo("4c 01 e6");
    assertThat(encoded(out -> out.operation(X64Assembler.CMP, X64Assembler.RDX, X64Assembler.RDI)))
        .isEqualTo("48 39 fa");
    assertThat(encoded(out -> out.multiply(X64Assembler.RSI, X64Assembler.RDX)))
        .isEqualTo("48 0f af f2");
    assertThat(encoded(out -> out.shift(X64Assembler.SAR, X64Assembler.RAX))).isEqualTo("48 d3 f8");
    assertThat(encoded(out -> out.clear(X64Assembler.RAX))).isEqualTo("48 31 c0");
    assertThat(encoded(out -> out.set(X64Assembler.LESS, X64Assembler.RAX))).isEqualTo("0f 9c c0");
  }

  @Test
  void jumpsBackAreShortWhenNear() {
    assertThat(
            encoded(
                out -> {
                  out.label(0);
                  out.jump(1);
                  out.jumpIfZero(X64Assembler.RAX, 0, true);
                  out.label(1);
                  out.jump(0);
                }))
        .isEqualTo("e9 04 00 00 00 84 c0 74 f7 eb f5");
  }

  @Test
  void jumpsBackAreLongWhenFar() {
    assertThat(
            encoded(
                out -> {
                  out.label(3);
                  for (int i = 0; i < 16; i++) {
                    out.data64(0);
                  }
                  out.jumpIfNotZero(X64Assembler.RBX, 3, false);
                }))
        .endsWith(" 48 85 db 0f 85 77 ff ff ff");
  }

  @Test
  void addressesOfLabelsCountFromTheNextInstruction() {
    assertThat(
            encoded(
                out -> {
                  out.addressOf(X64Assembler.RAX, 20);
                  out.label(20);
                  out.jumpTo(X64Assembler.RAX);
                }))
        .isEqualTo("48 8d 05 00 00 00 00 ff e0");
  }

  @Test
  void callsGoThroughTheTable() {
    assertThat(encoded(out -> out.call(RuntimeEntry.LOAD_METHOD))).isEqualTo("48 8b 45 50 ff d0");
    assertThat(encoded(out -> out.call(RuntimeEntry.SETUP_CODE_STATE)))
        .isEqualTo("48 8b 85 68 01 00 00 ff d0");
  }
}
