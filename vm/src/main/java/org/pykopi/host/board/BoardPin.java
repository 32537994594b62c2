package org.pykopi.host.board;

import java.util.ArrayList;
import java.util.List;

/**
 * One pin. Its level comes, in this order, from its own output, from outside ({@link #drive}), from
 * a pin it is wired to, and from its pull resistor; a pin that nothing drives is low.
 */
public final class BoardPin {
  /** For {@link #drive}: nothing drives the pin from outside. */
  public static final int FLOATING = -1;

  /** What stands for always high in {@link #duty}. */
  public static final int FULL_DUTY = 1 << 16;

  private static final int SUPPLY_MICROVOLTS = 3_300_000;

  public enum Mode {
    DISABLED,
    INPUT,
    OUTPUT,
    OPEN_DRAIN
  }

  public enum Pull {
    NONE,
    UP,
    DOWN
  }

  public final int number;
  private final Board board;
  private final List<BoardPin> wires = new ArrayList<>();
  private Mode mode = Mode.DISABLED;
  private Pull pull = Pull.NONE;
  private int strength = 2;
  private boolean isSetHigh;
  private int outside = FLOATING;
  private int outsideMicrovolts = FLOATING;
  private int level;
  private int frequency;
  private int duty;

  BoardPin(Board board, int number) {
    this.board = board;
    this.number = number;
  }

  public Mode mode() {
    return mode;
  }

  public Pull pull() {
    return pull;
  }

  /** How strongly an output drives, 0 to 3. */
  public int strength() {
    return strength;
  }

  /** 0 or 1. */
  public int level() {
    return level;
  }

  /** What the program set, whether or not the pin is an output now. */
  public boolean isSetHigh() {
    return isSetHigh;
  }

  /** Pulses in hertz, 0 when there are none. */
  public int frequency() {
    return frequency;
  }

  /** The part of the time that pulses are high, of {@link #FULL_DUTY}. */
  public int duty() {
    return duty;
  }

  /** The voltage at the pin: what is applied from outside, or what its level means. */
  public int microvolts() {
    if (ownLevel() == FLOATING && outsideMicrovolts != FLOATING) {
      return outsideMicrovolts;
    }
    return level * SUPPLY_MICROVOLTS;
  }

  // ---- changes by the program ----

  public void setMode(Mode mode) {
    this.mode = mode;
    update();
  }

  public void setPull(Pull pull) {
    this.pull = pull;
    update();
  }

  public void setStrength(int strength) {
    this.strength = strength;
    update();
  }

  public void set(boolean isHigh) {
    isSetHigh = isHigh;
    update();
  }

  /** Starts pulses, or ends them when {@code frequency} is 0. */
  public void setPulses(int frequency, int duty) {
    this.frequency = frequency;
    this.duty = duty;
    update();
  }

  // ---- changes from outside ----

  /** Puts a level on the pin from outside: 0, 1 or {@link #FLOATING}. */
  public void drive(int level) {
    outside = level;
    outsideMicrovolts = FLOATING;
    update();
  }

  /** Puts a voltage on the pin from outside; the pin reads as high above half of the supply. */
  public void applyMicrovolts(int microvolts) {
    outsideMicrovolts = microvolts;
    outside = microvolts > SUPPLY_MICROVOLTS / 2 ? 1 : 0;
    update();
  }

  void wire(BoardPin other) {
    if (!wires.contains(other)) {
      wires.add(other);
    }
  }

  // ---- the level ----

  /** What the pin itself puts on the line, or {@link #FLOATING}. */
  private int ownLevel() {
    if (frequency > 0) {
      return 2 * duty >= FULL_DUTY ? 1 : 0;
    }
    if (mode == Mode.OUTPUT) {
      return isSetHigh ? 1 : 0;
    }
    return mode == Mode.OPEN_DRAIN && !isSetHigh ? 0 : FLOATING;
  }

  private int computeLevel() {
    int found = ownLevel();
    if (found == FLOATING) {
      found = outside;
    }
    for (int i = 0; found == FLOATING && i < wires.size(); i++) {
      BoardPin other = wires.get(i);
      found = other.ownLevel() == FLOATING ? other.outside : other.ownLevel();
    }
    return found == FLOATING ? (pull == Pull.UP ? 1 : 0) : found;
  }

  void update() {
    level = computeLevel();
    board.changed(this);
    for (BoardPin other : wires) {
      int now = other.computeLevel();
      if (now != other.level) {
        other.level = now;
        board.changed(other);
      }
    }
  }
}
