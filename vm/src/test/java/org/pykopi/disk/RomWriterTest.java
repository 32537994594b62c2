package org.pykopi.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.pykopi.host.HostException;

class RomWriterTest {
  @Test
  void aSmallFileSystemByteForByte() {
    RomWriter writer = new RomWriter();
    writer.add("a", new byte[] {1, 2});
    writer.add("d/b", new byte[0]);
    assertThat(HexFormat.of().formatHex(writer.toBytes()))
        .isEqualTo(
            "d2cd31" // a file system
                + "12" // of 18 bytes
                + "0506" // file of 6 bytes
                + "0161" // a
                + "02020102" // its data
                + "0408" // folder of 8 bytes
                + "0164" // d
                + "0504" // file of 4 bytes
                + "0162" // b
                + "0200"); // no data
  }

  @Test
  void whatIsWrittenCanBeRead() {
    RomWriter writer = new RomWriter();
    byte[] large = new byte[70_000];
    large[69_999] = 7;
    writer.add("x/y/large", large);
    writer.add("x/small", new byte[] {5});
    writer.add("x/small", new byte[] {6});
    byte[] bytes = writer.toBytes();
    RomVolume volume = new RomVolume(bytes, 0, bytes.length);
    int[] place = volume.place("x/y/large");
    assertThat(place[1]).isEqualTo(70_000);
    assertThat(bytes[place[0] + 69_999]).isEqualTo((byte) 7);
    assertThat(bytes[volume.place("x/small")[0]]).isEqualTo((byte) 6);
    assertThatThrownBy(() -> volume.place("x/none")).isInstanceOf(HostException.class);
  }
}
