# Attributes of instances, of classes and of slots shared by several classes; properties.
bm_params = {'device': ((100,), 4245), 'full': ((20000,), 1054396)}


class Point:
    dimension = 2

    def __init__(self, x, y):
        self.x = x
        self.y = y

    @property
    def size(self):
        return abs(self.x) + abs(self.y)


class Point3(Point):
    dimension = 3

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


def work(n):
    points = [Point(1, 2), Point3(3, 4, 5), Point(-6, 7)]
    total = 0
    for i in range(n):
        p = points[i % 3]
        p.x += p.dimension
        p.y -= 1
        q = points[i % 2]
        q.x, q.y = q.y, q.x
        if p.dimension == 3:
            p.z = p.x - p.y
        total += p.size % 100
        setattr(q, 'mark', getattr(q, 'mark', 0) + 1)
        if hasattr(q, 'mark') and i % 50 == 0:
            points[0] = Point(q.mark, i)
    return total


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
