# oracle: reference
import framebuf

FORMATS = (
    framebuf.MONO_VLSB,
    framebuf.MONO_HLSB,
    framebuf.MONO_HMSB,
    framebuf.GS2_HMSB,
    framebuf.GS4_HMSB,
    framebuf.GS8,
    framebuf.RGB565,
)

print(FORMATS, framebuf.MVLSB)
for format in FORMATS:
    buffer = bytearray(60)
    picture = framebuf.FrameBuffer(buffer, 5, 4, format, 7)
    for i in range(20):
        picture.pixel(i % 5, i // 5, i * 3277)
    print(format, bytes(buffer).rstrip(b"\0"))
    print([picture.pixel(i % 5, i // 5) for i in range(20)])
    picture.scroll(2, 1)
    picture.fill_rect(0, 0, 2, 2, 0xABCDEF)
    print(picture.pixel(0, 0), picture.pixel(4, 3), picture.pixel(5, 0), picture.pixel(0, -1))
    picture.fill(0)
    print(bytes(buffer).count(b"\0"))

# copying between formats, with a colour left out, with a palette
small = framebuf.FrameBuffer(bytearray(b"\xa5\x3c"), 8, 2, framebuf.MONO_HLSB)
target = bytearray(24)
picture = framebuf.FrameBuffer(target, 6, 4, framebuf.GS8)
picture.fill(9)
picture.blit(small, -1, 1)
print(target)
picture.fill(9)
picture.blit(small, 2, 2, 0)
print(target)
palette = framebuf.FrameBuffer(bytearray([5, 7]), 2, 1, framebuf.GS8)
picture.blit(small, 0, 0, -1, palette)
print(target)
picture.blit((b"\x01\x02\x03\x04", 2, 2, framebuf.GS8), 4, 2, 3)
picture.blit(small, 6, 0)
print(target)

for args in ((0, 1), (1, 0), (70000, 1), (8, 8, 7), (8, 8, 6, 7), (8, 9, 6), (9, 8, 4), (8, 8, -1)):
    try:
        framebuf.FrameBuffer(bytearray(8 * 8), *(args + (6,))[: max(3, len(args))])
        print(args, "fits")
    except ValueError as e:
        print(args, e)
for source in (None, (b"",), (b"", 1, 1, 6)):
    try:
        picture.blit(source, 0, 0)
    except (TypeError, ValueError) as e:
        print(type(e), e)
old = framebuf.FrameBuffer1(bytearray(10), 10, 3)
old.pixel(9, 2, 1)
print(bytes(old))
