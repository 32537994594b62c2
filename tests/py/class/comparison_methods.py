# oracle: cpython
# Order methods serve operators, sort, min and max.
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __lt__(self, o):
        return self.parts < o.parts

    def __le__(self, o):
        return self.parts <= o.parts

    def __gt__(self, o):
        return self.parts > o.parts

    def __eq__(self, o):
        return self.parts == o.parts

    def __repr__(self):
        return '.'.join(str(p) for p in self.parts)


vs = [Version(1, 10), Version(1, 2), Version(0, 9), Version(1, 2, 1)]
vs.sort()
print(vs, min(vs), max(vs))
print(Version(1) < Version(2), Version(2) > Version(1), Version(1) <= Version(1), Version(1) == Version(1))
