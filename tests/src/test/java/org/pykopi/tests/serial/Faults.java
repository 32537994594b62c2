package org.pykopi.tests.serial;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** What goes wrong on a line, decided beforehand: the same seed breaks the same things. */
final class Faults {
  enum Damage {
    LOST,
    DOUBLED,
    CHANGED
  }

  /** By number of the byte since the line was opened. */
  final Map<Long, Damage> toChip = new HashMap<>();

  final Map<Long, Damage> toHost = new HashMap<>();

  /** Answers that come late by so many microseconds; -1 for never. By number of the answer. */
  final Map<Integer, Long> answers = new HashMap<>();

  /** The board resets itself instead of giving these answers. */
  final Map<Integer, Boolean> selfResets = new HashMap<>();

  /** After so many bytes in both directions the cable is pulled; -1 for never. */
  long unplugAfter = -1;

  /** Bytes of nonsense at each boot. */
  int bootNoise;

  /** The port disappears for so long with a reset, in microseconds; 0 for not. */
  long lostAtReset;

  private final StringBuilder story = new StringBuilder();

  static Faults none() {
    return new Faults();
  }

  /** One to three faults within the first {@code bytes} bytes and {@code packets} answers. */
  static Faults seeded(long seed, int bytes, int packets) {
    Random random = new Random(seed);
    Faults faults = new Faults();
    int count = 1 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      faults.add(random, bytes, packets);
    }
    return faults;
  }

  private void add(Random random, int bytes, int packets) {
    long place = random.nextInt(bytes);
    int answer = random.nextInt(packets);
    switch (random.nextInt(11)) {
      case 0, 1, 2 -> put(toChip, "to the chip", place, Damage.values()[random.nextInt(3)]);
      case 3, 4, 5 -> put(toHost, "to the host", place % 2000, Damage.values()[random.nextInt(3)]);
      case 6 -> answers.put(answer, (long) random.nextInt(6_000_000));
      case 7 -> answers.put(answer, -1L);
      case 8 -> selfResets.put(answer, true);
      case 9 -> bootNoise = 1 + random.nextInt(200);
      default -> unplugOrLose(random, place);
    }
  }

  private void unplugOrLose(Random random, long place) {
    if (random.nextBoolean()) {
      unplugAfter = place;
      story.append(" unplug after ").append(place);
    } else {
      lostAtReset = 100_000 + random.nextInt(900_000);
      story.append(" lost at reset ").append(lostAtReset);
    }
  }

  private void put(Map<Long, Damage> map, String where, long place, Damage damage) {
    map.put(place, damage);
    story.append(' ').append(damage).append(' ').append(where).append(" at ").append(place);
  }

  @Override
  public String toString() {
    return story + " answers " + answers + " resets " + selfResets.keySet() + " noise " + bootNoise;
  }
}
