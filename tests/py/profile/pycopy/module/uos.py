# oracle: hand (what pycopy 3.6.1 prints)
# Entries of folders, and a second argument of stat.
import uos

with open("uos.tmp", "w") as f:
    f.write("abc")
print([entry[1:] == (0x8000, entry[2]) for entry in uos.ilistdir(".") if entry[0] == "uos.tmp"])
print(uos.stat("uos.tmp", False)[6], uos.stat("uos.tmp", True)[6])
uos.remove("uos.tmp")
for call in (lambda: uos.stat("uos.tmp", False), lambda: uos.getenv("A", 1)):
    try:
        call()
    except (OSError, TypeError) as e:
        print(e)
