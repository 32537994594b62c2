package org.pykopi.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineTableTest {
  @Test
  void stepsAddUp() {
    // 4 bytes on line 1, then 6 bytes on line 3, then 300 lines on.
    LineTable table = new LineTable(new byte[] {0x44, (byte) 0x96, 0x2c});
    assertThat(table.lineOf(0)).isEqualTo(1);
    assertThat(table.lineOf(3)).isEqualTo(1);
    assertThat(table.lineOf(4)).isEqualTo(3);
    assertThat(table.lineOf(9)).isEqualTo(3);
    assertThat(table.lineOf(10)).isEqualTo(303);
  }

  @Test
  void anEmptyTableMeansLineOne() {
    assertThat(new LineTable(new byte[0]).lineOf(17)).isEqualTo(1);
  }

  @Test
  void aCutOffStepIsHarmless() {
    assertThat(new LineTable(new byte[] {(byte) 0x80}).lineOf(5)).isEqualTo(1);
  }
}
