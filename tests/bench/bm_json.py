# JSON: writes and reads records.
import json

bm_params = {'device': ((2, 2), 342), 'full': ((300, 12), 1004186)}


def record(i):
    return {
        'id': i,
        'name': 'sensor %d' % i,
        'values': [i * k / 4 for k in range(8)],
        'place': {'room': 'r' + str(i % 10), 'floor': i // 10, 'open': i % 2 == 0},
        'note': 'a "quoted" text\nof two lines' if i % 3 else None,
    }


def work(n, times):
    records = [record(i) for i in range(n)]
    total = 0
    for _ in range(times):
        text = json.dumps(records)
        records = json.loads(text)
        for r in records:
            total += r['id'] + int(r['values'][3]) + len(r['place']['room'])
            if r['note'] is None:
                total += 1
    return total + len(text)


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
