package org.pykopi.module;

/** Python files for the model of a board that {@link MachineModule} drives. */
final class BoardSources {
  private BoardSources() {}

  static final String NEOPIXEL =
      """
      # Strips of lights that take their colours as a stream of bits.

      from machine import bitstream


      class NeoPixel:
          # Where red, green, blue and white lie among the bytes of a light.
          ORDER = (1, 0, 2, 3)

          def __init__(self, pin, n, bpp=3, timing=1):
              self.pin = pin
              self.n = n
              self.bpp = bpp
              self.buf = bytearray(n * bpp)
              if isinstance(timing, int):
                  timing = (400, 850, 800, 450) if timing else (800, 1700, 1600, 900)
              self.timing = timing
              pin.init(pin.OUT)

          def __len__(self):
              return self.n

          def __setitem__(self, i, colour):
              start = i * self.bpp
              for part in range(self.bpp):
                  self.buf[start + self.ORDER[part]] = colour[part]

          def __getitem__(self, i):
              start = i * self.bpp
              return tuple(self.buf[start + self.ORDER[part]] for part in range(self.bpp))

          def fill(self, colour):
              for i in range(self.n):
                  self[i] = colour

          def write(self):
              bitstream(self.pin, 0, self.timing, self.buf)
      """;

  /** How programs that test a board learn which of its lines are connected to each other. */
  static final String TARGET_WIRING =
      """
      uart_loopback_args = (1,)
      uart_loopback_kwargs = {"tx": 4, "rx": 5}
      spi_standalone_args_list = [(1,), (2,)]
      """;
}
