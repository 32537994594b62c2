# oracle: hand
# Folders: making, listing, leaving, removing them; errors carry their number.
import os


def attempt(action, *args):
    try:
        return action(*args)
    except OSError as e:
        return e


os.mkdir("work")
os.chdir("work")
print(os.getcwd()[-5:], os.listdir(), list(os.ilistdir()))
os.mkdir("inner")
with open("note", "w") as f:
    print(f.write("hello"))
print(sorted(os.listdir()), sorted(os.listdir("inner")))
print(sorted((name, kind) for name, kind, *rest in os.ilistdir()))
print(os.stat("note")[6], os.stat("note")[0] >> 12, os.stat("inner")[0] >> 12)
os.rename("note", "inner/moved")
print(os.listdir("."), os.listdir("inner"))
print(attempt(os.stat, "note"), repr(attempt(os.stat, "note")))
print(attempt(os.mkdir, "inner"))
print(attempt(os.remove, "note"), attempt(os.chdir, "note"), attempt(os.listdir, "note"))
os.remove("inner/moved")
print(attempt(os.remove, "inner/moved"))
os.rmdir("inner")
print(attempt(os.rmdir, "inner"), os.listdir(), os.sep)
os.chdir("..")
os.rmdir("work")
print("work" in os.listdir())
