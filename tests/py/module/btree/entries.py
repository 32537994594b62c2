# oracle: hand
# Single entries, refusals, a closed database.
import btree
import io


def attempt(f, *args, **kw):
    try:
        print(f(*args, **kw))
    except (KeyError, OSError, TypeError, ValueError) as e:
        print(repr(e))


s = io.BytesIO()
db = btree.open(s, pagesize=512, cachesize=4096, minkeypage=2)
print(repr(db)[:7], db.put("one", b"1"), db.put(memoryview(b"two"), bytearray(b"2")), db.flush())
print(db["one"], db[b"two"], db.get("one"), db.get("x"), db.get("x", 5), "two" in db, "x" in db, "x" not in db)
db["one"] = "changed"
print(db[b"one"])
attempt(lambda: db["x"])
attempt(lambda: db[5])
attempt(db.get, 5)
attempt(db.put, "a", 5)
attempt(db.__class__, s)
attempt(lambda: db + db)
attempt(lambda: len(db))
try:
    del db["x"]
except KeyError as e:
    print(repr(e))
attempt(btree.open, s, pagesize=511)
attempt(btree.open, s, pagesize=513)
attempt(btree.open, s, minkeypage=1)
attempt(btree.open, s, flags=2)
attempt(btree.open, 5)
attempt(btree.open)
print(db.close(), db.close(), db)
for f in (db.flush, lambda: db.get("one"), lambda: db["one"], lambda: "one" in db, lambda: db.seq(3), lambda: list(db)):
    attempt(f)
