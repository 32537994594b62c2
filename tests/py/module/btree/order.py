# oracle: hand
# Keys in order: ranges, both directions, the cursor, changes on the way.
import btree
import io

db = btree.open(io.BytesIO())
for word in ("pear", "apple", "fig", "banana", "cherry", "app"):
    db[word] = str(len(word))
db[b"\xff\x00"] = b"last"
db[b""] = b"empty"
print(list(db))
print(list(db.values()), list(db.items())[:2])
for arguments in (
    (),
    (None, "cherry"),
    ("b",),
    ("b", "g"),
    ("banana", "fig"),
    ("banana", "fig", btree.INCL),
    (None, None, btree.DESC),
    ("fig", None, btree.DESC),
    ("fig", "app", btree.DESC),
    ("fig", "app", btree.DESC | btree.INCL),
    ("zz", "b"),
):
    print(arguments, list(db.keys(*arguments)))
print([db.seq(where) for where in (3, 7, 7, 9, 6, 7)], db.seq(1, "ba"), db.seq(7), db.seq(1, b"\xff\xff"))
for key in db:
    if key.startswith(b"a"):
        del db[key]
        db[b"z" + key] = b"moved"
print(list(db))
i = iter(db.keys("c"))
print(i is db, next(i), next(i), next(i))
for f in (lambda: db.seq(2), lambda: db.seq("a"), lambda: db.seq(1)):
    try:
        print(f())
    except OSError as e:
        print(e)
