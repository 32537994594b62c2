"""Weather statistics from a CSV file.

Reads weather.csv (a real table: one line per month
and town) and prints averages, extremes and a bar
chart made of text.
"""


def read_csv(name):
    """The lines of the file as dictionaries.

    The words of the first line are the keys.
    """
    with open(name) as f:
        keys = f.readline().strip().split(',')
        lines = [line.strip() for line in f]
    return [dict(zip(keys, line.split(',')))
            for line in lines if line]


def mean(values):
    return sum(values) / len(values)


def median(values):
    values = sorted(values)
    half = len(values) // 2
    if len(values) % 2:
        return values[half]
    return (values[half - 1] + values[half]) / 2


def deviation(values):
    m = mean(values)
    return mean([(v - m) ** 2 for v in values]) ** 0.5


rows = read_csv('weather.csv')
towns = sorted(set(row['town'] for row in rows))
print('town          mean  median     dev     min     max')
for town in towns:
    t = [float(row['celsius']) for row in rows
         if row['town'] == town]
    print('{:<10}'.format(town), end='')
    for value in (mean(t), median(t), deviation(t),
                  min(t), max(t)):
        print('{:8.1f}'.format(value), end='')
    print()

hottest = max(rows, key=lambda row: float(row['celsius']))
print()
print('Hottest: {month} in {town}, {celsius} degrees'.format(
    **hottest))
print()
print('Rain in Lisbon:')
for row in rows:
    if row['town'] == 'Lisbon':
        rain = int(row['rain_mm'])
        print('%s %4d %s' % (row['month'], rain, '#' * (rain // 4)))
