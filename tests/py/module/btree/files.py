# oracle: hand
# A database in a file: kept over close, rewritten when it changes, refused when it is something else.
import btree
import os


def show(mode="r+b"):
    with open("fruit.db", mode) as f:
        db = btree.open(f)
        print(list(db.items()))
        db.close()


with open("fruit.db", "w+b") as f:
    db = btree.open(f)
    for i in range(200):
        db["key%03d" % i] = "value" * (i % 7)
    db.flush()
    for i in range(3, 200):
        del db["key%03d" % i]
    db.close()
show()
with open("fruit.db", "r+b") as f:
    db = btree.open(f)
    db["key001"] = b"\x00" * 3
    del db["key000"]
    # Not closed: nothing is written.
show()
with open("fruit.db", "r+b") as f:
    db = btree.open(f)
    db["new"] = "entry"
    db.flush()
show("rb")
for content in (b"x", b"PykopiBtree\n" + bytes(12), b"\x62\x31\x05\x00" + bytes(40), b"PykopiBtree\n\0\0\0\1\0\0\0\2\0\0\0\4abcd"):
    with open("other.db", "w+b") as f:
        f.write(content)
        f.seek(0)
        try:
            btree.open(f)
        except OSError as e:
            print(e)
os.remove("fruit.db")
