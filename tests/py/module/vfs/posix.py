# oracle: hand
# Checked with the Unix port; the npm build has other error numbers.
import os
import vfs

start = os.getcwd()
os.mkdir("folder")
root = (start if start != "/" else "") + "/folder"
files = vfs.VfsPosix(root)
files.mkdir("/sub")
with files.open("/sub/file", "w") as f:
    f.write("text")
print(os.listdir("folder"), [e[0] for e in files.ilistdir("/")], files.stat("/sub/file")[6])
vfs.mount(files, "/disk", readonly=True)
print(open("/disk/sub/file").read(), os.listdir("/disk/sub"))
for mode in ("w", "a", "r+"):
    try:
        open("/disk/sub/file", mode)
    except OSError as e:
        print(e)
for function in (os.mkdir, os.rmdir, os.remove):
    try:
        function("/disk/sub/file")
    except OSError as e:
        print(e)
os.chdir("/disk/sub")
print(os.getcwd(), open("file").read())
os.chdir(start)
vfs.umount("/disk")
files = vfs.VfsPosix("folder")
files.rename("/sub/file", "/other")
print(sorted(os.listdir("folder")))
files.remove("/other")
files.rmdir("/sub")
os.rmdir("folder")
try:
    vfs.VfsPosix().mount(False, True)
except OSError as e:
    print(e)
