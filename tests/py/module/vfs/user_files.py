# oracle: reference
# Importing from a file system written in Python.
import io
import sys
import vfs


class File(io.IOBase):
    def __init__(self, data, text):
        self.stream = io.BytesIO(data)
        self.text = text

    def readinto(self, buffer):
        return self.stream.readinto(buffer)

    def read(self, n=-1):
        data = self.stream.read(n)
        return str(data, "utf-8") if self.text else data

    def ioctl(self, request, argument):
        print("ioctl", request, argument)
        return 0 if request == 4 else -1


class Files:
    def __init__(self, files):
        self.files = files

    def mount(self, readonly, mkfs):
        pass

    umount = lambda self: None

    def stat(self, path):
        print("stat", path)
        if path not in self.files:
            raise OSError(2)
        return (0x4000 if self.files[path] is None else 0x8000,) + (0,) * 9

    def open(self, path, mode):
        print("open", path, mode)
        return File(self.files[path], "b" not in mode)


vfs.mount(
    Files(
        {
            "/tea.py": b"print('tea', __file__)\nkind = 'green'\n" + b"# long\n" * 300,
            "/box": None,
            "/box/__init__.py": b"from .inner import value",
            "/box/inner.py": b"value = 7",
            "/bad.py": b"x x",
            "/text.txt": "caf\xe9".encode(),
        }
    ),
    "/user",
)
sys.path.append("/user")
import tea
import box

print(tea.kind, box.value, box.__file__ if hasattr(box, "__file__") else None)
try:
    import bad
except SyntaxError as e:
    print("SyntaxError")
try:
    import missing
except ImportError as e:
    print(e)
print(open("/user/text.txt").read())
