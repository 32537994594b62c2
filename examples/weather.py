"""Weather statistics from a CSV file.

Reads weather.csv (a real table: one line per month and town) and prints averages,
extremes and a bar chart made of text.
"""


def read_csv(name):
    """The lines of the file as dictionaries, with the words of the first line as keys."""
    with open(name) as f:
        keys = f.readline().strip().split(',')
        return [dict(zip(keys, line.strip().split(','))) for line in f if line.strip()]


def mean(values):
    return sum(values) / len(values)


def median(values):
    values = sorted(values)
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2


def deviation(values):
    m = mean(values)
    return (sum((v - m) ** 2 for v in values) / len(values)) ** 0.5


rows = read_csv('weather.csv')
towns = sorted(set(row['town'] for row in rows))
print('{:<10}{:>8}{:>8}{:>8}{:>8}{:>8}'.format('town', 'mean', 'median', 'dev', 'min', 'max'))
for town in towns:
    t = [float(row['celsius']) for row in rows if row['town'] == town]
    print('{:<10}{:8.1f}{:8.1f}{:8.1f}{:8.1f}{:8.1f}'.format(town, mean(t), median(t), deviation(t), min(t), max(t)))

hottest = max(rows, key=lambda row: float(row['celsius']))
print()
print('Hottest month: {month} in {town} with {celsius} degrees'.format(**hottest))
print()
print('Rain in Lisbon:')
for row in rows:
    if row['town'] == 'Lisbon':
        rain = int(row['rain_mm'])
        print('%s %4d %s' % (row['month'], rain, '#' * (rain // 4)))
