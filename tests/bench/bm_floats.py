# Float arithmetic: planets around a sun, one step after the other.
bm_params = {'device': ((50,), -18), 'full': ((20000,), -18)}


def energy(bodies):
    e = 0.0
    for i, a in enumerate(bodies):
        e += 0.5 * a[6] * (a[3] ** 2 + a[4] ** 2 + a[5] ** 2)
        for b in bodies[i + 1:]:
            d = ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2) ** 0.5
            e -= a[6] * b[6] / d
    return e


def advance(bodies, steps, dt):
    for _ in range(steps):
        for i in range(len(bodies)):
            a = bodies[i]
            for j in range(i + 1, len(bodies)):
                b = bodies[j]
                dx = a[0] - b[0]
                dy = a[1] - b[1]
                dz = a[2] - b[2]
                d2 = dx * dx + dy * dy + dz * dz
                m = dt / (d2 * d2 ** 0.5)
                a[3] -= dx * b[6] * m
                a[4] -= dy * b[6] * m
                a[5] -= dz * b[6] * m
                b[3] += dx * a[6] * m
                b[4] += dy * a[6] * m
                b[5] += dz * a[6] * m
        for a in bodies:
            a[0] += dt * a[3]
            a[1] += dt * a[4]
            a[2] += dt * a[5]


def bm_setup(arguments):
    out = []

    def run():
        bodies = [
            [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 40.0],
            [5.0, -1.0, -0.1, 0.6, 2.7, -0.02, 0.04],
            [8.0, 4.0, -0.4, -1.0, 1.8, 0.008, 0.01],
        ]
        advance(bodies, arguments[0], 0.001)
        # The energy barely changes; its first digits tell whether the arithmetic is right.
        out.append(int(energy(bodies) * 100))

    return run, lambda: out[-1]
