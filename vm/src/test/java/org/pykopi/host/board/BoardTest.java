package org.pykopi.host.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a page or a test sees of the board, and does to it. */
final class BoardTest {
  private static final long BYTE_NANOS = 1_000_000_000L * 10 / 9600;

  private final Board board = new Board();

  @Test
  void levelComesFromOutputThenOutsideThenPull() {
    BoardPin pin = board.pin(4);
    assertThat(pin.level()).isZero();
    pin.setMode(BoardPin.Mode.INPUT);
    pin.setPull(BoardPin.Pull.UP);
    assertThat(pin.level()).isOne();
    pin.drive(0);
    assertThat(pin.level()).isZero();
    pin.set(true);
    pin.setMode(BoardPin.Mode.OUTPUT);
    assertThat(pin.level()).isOne();
    pin.setMode(BoardPin.Mode.OPEN_DRAIN);
    assertThat(pin.level()).isZero();
    pin.drive(BoardPin.FLOATING);
    assertThat(pin.level()).isOne();
  }

  @Test
  void wiredPinsSeeEachOther() {
    board.connect(4, 5);
    board.pin(5).setMode(BoardPin.Mode.INPUT);
    board.pin(4).set(true);
    board.pin(4).setMode(BoardPin.Mode.OUTPUT);
    assertThat(board.pin(5).level()).isOne();
    board.pin(4).set(false);
    assertThat(board.pin(5).level()).isZero();
  }

  @Test
  void listenersHearOfChanges() {
    List<String> heard = new ArrayList<>();
    board.addListener(
        new BoardListener() {
          @Override
          public void pinChanged(BoardPin pin) {
            heard.add("pin " + pin.number + " " + pin.level() + " " + pin.duty());
          }

          @Override
          public void bitsSent(BoardPin pin, byte[] data) {
            heard.add("bits " + pin.number + " " + data.length);
          }

          @Override
          public void uartSent(BoardUart uart, byte[] data) {
            heard.add("uart " + uart.number + " " + data.length);
          }
        });
    board.pin(2).setMode(BoardPin.Mode.OUTPUT);
    board.pin(2).set(true);
    board.pin(2).setPulses(50, 1000);
    board.sendBits(board.pin(3), new byte[3]);
    board.uart(1).send(new byte[2], 0);
    assertThat(heard)
        .containsExactly("pin 2 0 0", "pin 2 1 0", "pin 2 0 1000", "bits 3 3", "uart 1 2");
  }

  @Test
  void voltageIsThatFromOutsideOrOfTheLevel() {
    BoardPin pin = board.pin(34);
    pin.applyMicrovolts(2_000_000);
    assertThat(pin.microvolts()).isEqualTo(2_000_000);
    assertThat(pin.level()).isOne();
    pin.drive(1);
    assertThat(pin.microvolts()).isEqualTo(3_300_000);
  }

  @Test
  void bytesOfALineTakeTheirTime() {
    BoardUart uart = board.uart(0);
    uart.setSpeed(9600, 10);
    uart.send(new byte[] {1, 2, 3}, 1000);
    assertThat(uart.available(1000 + BYTE_NANOS - 1)).isZero();
    assertThat(uart.available(1000 + 2 * BYTE_NANOS)).isEqualTo(2);
    assertThat(uart.nextArrival(1000 + 2 * BYTE_NANOS)).isEqualTo(1000 + 3 * BYTE_NANOS);
    byte[] target = new byte[5];
    assertThat(uart.read(target, 1, 4, uart.sentUntil())).isEqualTo(3);
    assertThat(target).containsExactly(0, 1, 2, 3, 0);
    assertThat(uart.nextArrival(0)).isEqualTo(BoardUart.NEVER);
  }

  @Test
  void connectedLineHearsOnlyTheOutside() {
    BoardUart uart = board.uart(2);
    uart.setConnected(true);
    uart.setCapacity(4);
    uart.send(new byte[] {1}, 0);
    uart.receive(new byte[] {7, 8, 9, 10, 11});
    byte[] target = new byte[9];
    assertThat(uart.read(target, 0, 9, 0)).isEqualTo(4);
    assertThat(target[0]).isEqualTo((byte) 7);
  }

  @Test
  void busesReachWhatIsAttached() {
    assertThat(board.i2cDevice(0, 0x20)).isNull();
    board.attachSpi(1, sent -> sent ^ 0xff);
    assertThat(board.spiDevice(1).exchange(0x0f)).isEqualTo(0xf0);
    assertThat(board.spiDevice(2).exchange(0x0f)).isEqualTo(0x0f);
  }
}
