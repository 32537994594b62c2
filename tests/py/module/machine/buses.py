# oracle: hand
# I2C with nobody there, SPI that hears itself.
from machine import I2C, SPI, Pin, SoftI2C, SoftSPI


def attempt(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except (OSError, ValueError, TypeError) as e:
        print(repr(e))


i = I2C(0)
print(i, I2C(1, scl=Pin(5), sda=4, freq=100000), i.scan())
b = bytearray(2)
attempt(i.readfrom, 8, 2)
attempt(i.readfrom_into, 8, b)
attempt(i.writeto, 8, b"12")
attempt(i.writevto, 8, (b"1", b"2"))
attempt(i.readfrom_mem, 8, 0, 2)
attempt(i.readfrom_mem_into, 8, 0, b)
attempt(i.writeto_mem, 8, 0, b"1")
attempt(i.start)
attempt(i.init, 5, 4)
attempt(I2C, 2)
s = SoftI2C(5, 4, freq=100000)
print(s, s.start(), s.write(b"ab"), s.readinto(b), b, s.stop(), s.scan(), s.init(scl=1, sda=2), s)

s = SPI(1, 10_000_000)
b = bytearray(3)
print(s, s.write(b"abc"), s.read(2), s.read(2, 0x41), s.readinto(b), b, s.readinto(b, 0x42), b)
print(s.write_readinto(b"xyz", b), b, SPI.MSB, SPI.LSB)
attempt(s.write_readinto, b"1", b)
attempt(SPI, 3)
attempt(SPI, 1, bits=0)
s.deinit()
attempt(s.write, b"1")
print(s.init(baudrate=2_000_000, polarity=1, sck=18), s, s.read(1))
s = SoftSPI(sck=Pin(1), mosi=2, miso=Pin(3))
print(s, s.read(1, 7))
attempt(SoftSPI, sck=1)
attempt(SoftSPI, sck=1, mosi=2, miso=3, bits=9)
