package org.pykopi.tests.serial;

/** A chip on a board: how the control lines of the serial adapter reach reset and boot pin. */
final class SimulatedBoard {
  enum Wiring {
    /**
     * An adapter and two transistors: RTS alone holds the chip in reset, DTR alone pulls the boot
     * pin, both together do nothing.
     */
    BRIDGE,
    /**
     * The chip's own USB: DTR alone asks for the loader, both low forget it, RTS alone resets at
     * once, with what was asked last.
     */
    USB_JTAG,
    /** A reset makes the port disappear for a while; the boot pin is in the user's hands only. */
    USB_OTG
  }

  /** The capacitor at the reset pin: the boot pin is read so long after reset is let go. */
  private static final long RISE_MICROS = 1000;

  final SimulatedChip chip;
  final Wiring wiring;
  long riseMicros = RISE_MICROS;

  /** Somebody holds the BOOT button. */
  boolean isBootHeld;

  private boolean dtr;
  private boolean rts;
  private boolean inReset;
  private boolean asksForLoader;

  /** When the boot pin will be read; -1 for no reset under way. */
  private long bootAt = -1;

  SimulatedBoard(ChipModel model, int flashSize, Wiring wiring, SimulatedChip.Wire wire) {
    this.chip = new SimulatedChip(model, flashSize, wire);
    this.wiring = wiring;
  }

  /** Ends a reset whose time has come. Call before anything else happens at this moment. */
  void settle(long now) {
    if (chip.watchdogAt >= 0 && now >= chip.watchdogAt) {
      chip.reset(isBootHeld, chip.watchdogAt);
    }
    if (bootAt >= 0 && now >= bootAt) {
      long moment = bootAt;
      bootAt = -1;
      chip.reset(isBootHeld || wiring != Wiring.USB_OTG && dtr && !rts, moment);
    }
  }

  void powerOn(long now) {
    dtr = false;
    rts = false;
    inReset = false;
    bootAt = -1;
    asksForLoader = false;
    chip.reset(false, now);
  }

  /** Returns true when this began a reset. */
  boolean setSignals(boolean newDtr, boolean newRts, long now) {
    settle(now);
    dtr = newDtr;
    rts = newRts;
    if (wiring == Wiring.USB_JTAG && dtr != rts && dtr) {
      asksForLoader = true;
    } else if (wiring == Wiring.USB_JTAG && !dtr && !rts) {
      asksForLoader = false;
    }
    boolean held = rts && !dtr;
    boolean begins = held && !inReset;
    if (begins) {
      chip.powerOff(now);
      bootAt = -1;
      if (wiring == Wiring.USB_JTAG) {
        chip.reset(asksForLoader, now);
      }
    } else if (inReset && !held && wiring != Wiring.USB_JTAG) {
      bootAt = now + riseMicros;
    }
    inReset = held;
    return begins;
  }
}
