"""The Mandelbrot set in characters.

Each character is a point c of the plane. Does
z*z + c, done again and again, run away? How fast it
does picks the character. Change CENTER and ZOOM and
go exploring; -0.7436 + 0.1318j is a fine place.
"""

WIDTH, HEIGHT = 60, 20
CENTER = -0.6 + 0j
ZOOM = 1.0
STEPS = 60
SHADES = ' .,:;=+*oO%#'


def steps_to_escape(c):
    z = 0j
    for n in range(STEPS):
        if abs(z) > 2:
            return n
        z = z * z + c
    return STEPS


for row in range(HEIGHT):
    line = ''
    for column in range(WIDTH):
        x = (column / WIDTH - 0.5) * 3.4 / ZOOM
        y = (row / HEIGHT - 0.5) * 2.4 / ZOOM
        n = steps_to_escape(CENTER + complex(x, y))
        shade = SHADES[n % len(SHADES)]
        line += '@' if n == STEPS else shade
    print(line)
