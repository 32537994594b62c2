# oracle: reference
import array
import framebuf

WIDTH, HEIGHT = 28, 13
buffer = bytearray(WIDTH * HEIGHT)
picture = framebuf.FrameBuffer(buffer, WIDTH, HEIGHT, framebuf.GS8)


def show(title):
    print(title)
    for y in range(HEIGHT):
        print("".join(" .oX"[picture.pixel(x, y)] for x in range(WIDTH)).rstrip())
    picture.fill(0)


picture.rect(1, 1, 10, 8, 1)
picture.rect(4, 3, 30, 30, 2, True)
picture.fill_rect(-3, 10, 8, 8, 3)
picture.hline(20, 1, 100, 1)
picture.vline(26, -5, 9, 3)
show("rectangles")

for x in range(0, WIDTH, 9):
    picture.line(2, 6, x, 12, 1)
    picture.line(26, 11, x, -3, 2)
picture.line(5, 5, 5, 5, 3)
show("lines")

picture.ellipse(6, 6, 6, 4, 1)
picture.ellipse(6, 6, 3, 3, 2, True)
picture.ellipse(20, 6, 7, 6, 3, True, 5)
picture.ellipse(20, 6, 7, 6, 1, False, 10)
picture.ellipse(27, 0, 0, 3, 2)
picture.ellipse(14, 12, 0, 0, 3)
show("ellipses")

star = array.array("h", [0, -6, 3, 5, -6, -2, 6, -2, -3, 5])
picture.poly(6, 6, star, 1, True)
picture.poly(6, 6, star, 2)
picture.poly(20, 7, array.array("b", [-6, -5, 5, -6, 0, 0, 6, 4, -5, 5, 1]), 3, True)
picture.poly(0, 0, array.array("b", [1]), 3)
show("polygons")

picture.text("Ko\xe9", 1, 2)
picture.text("p", -3, 6, 2)
picture.scroll(1, -1)
show("text")
