# oracle: reference
import gzip
import io
import os

packed = gzip.compress(b"line one\nline two\n")
print(packed, gzip.decompress(packed))

with gzip.open("text.gz", "wb") as file:
    print(file.write(b"first\nsecond\nthird"))
with gzip.open("text.gz") as file:
    print(file.readline(), file.read(3), file.read())
with open("text.gz", "rb") as file:
    print(file.read(2))
    file.seek(0)
    print(gzip.GzipFile(file).read())
os.remove("text.gz")

target = io.BytesIO()
with gzip.GzipFile(fileobj=target) as file:
    file.write(b"abc" * 100)
print(gzip.decompress(target.getvalue()) == b"abc" * 100)
try:
    gzip.decompress(b"abc" * 10)
except OSError as e:
    print(e)
