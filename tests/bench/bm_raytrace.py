# A small ray tracer: float attributes, short-lived vectors, operators of our own classes.
bm_params = {'device': ((4,), 42), 'full': ((26,), 2125)}


class Vector:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, number):
        return Vector(self.x * number, self.y * number, self.z * number)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def unit(self):
        return self * (1.0 / self.dot(self) ** 0.5)


class Sphere:
    def __init__(self, centre, radius, shine):
        self.centre = centre
        self.radius = radius
        self.shine = shine

    def hit(self, start, way):
        between = self.centre - start
        along = between.dot(way)
        d = self.radius * self.radius - between.dot(between) + along * along
        if d < 0.0:
            return None
        distance = along - d ** 0.5
        return distance if distance > 0.001 else None

    def normal(self, point):
        return (point - self.centre).unit()


class Floor:
    shine = 0.2

    def hit(self, start, way):
        if way.y > -0.001:
            return None
        return (-1.0 - start.y) / way.y

    def normal(self, point):
        return Vector(0.0, 1.0, 0.0)


class Scene:
    def __init__(self, things, light):
        self.things = things
        self.light = light

    def nearest(self, start, way):
        best = None
        for thing in self.things:
            distance = thing.hit(start, way)
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, thing)
        return best

    def colour(self, start, way, depth):
        found = self.nearest(start, way)
        if found is None:
            return 0.1
        distance, thing = found
        point = start + way * distance
        normal = thing.normal(point)
        to_light = (self.light - point).unit()
        value = 0.0
        if self.nearest(point, to_light) is None:
            value = max(0.0, normal.dot(to_light))
        if depth > 0:
            mirrored = way - normal * (2.0 * way.dot(normal))
            value = value * (1.0 - thing.shine) + thing.shine * self.colour(point, mirrored, depth - 1)
        return value


def work(size):
    things = [Sphere(Vector(x * 1.5 - 1.5, 0.0, 5.0 + x), 1.0, 0.25 * x) for x in range(3)]
    things.append(Floor())
    scene = Scene(things, Vector(-5.0, 8.0, -3.0))
    total = 0
    eye = Vector(0.0, 0.5, -1.0)
    for row in range(size):
        for column in range(size):
            way = Vector((column + 0.5) / size - 0.5, 0.5 - (row + 0.5) / size, 1.0).unit()
            total += int(scene.colour(eye, way, 2) * 1000.0)
    return total // 100


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
