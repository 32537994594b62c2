# oracle: hand (what pycopy-dev 3.6.1 prints)
# What becomes sys.stderr gets the warnings, what becomes sys.stdout the prints, as bytes.
import sys
import uio

errors = uio.StringIO()
first = sys.stderr
sys.stderr = errors
b"a" == "a"
sys.stderr = first
print(errors.getvalue().endswith("BytesWarning: Comparison between bytes and str\n"))


class Collector(uio.IOBase):
    def __init__(self):
        self.all = b""

    def write(self, data):
        self.all += bytes(data)
        return len(data)


collector = Collector()
first = sys.stdout
sys.stdout = collector
print("café", 5)
sys.stdout = first
print(collector.all)
