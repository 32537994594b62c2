"""Who knocks at our server? Reads a log file.

Regular expressions take each line apart:
12:03:44 WARN login failed user=bob ip=10.0.0.7
"""
import re

LINE = re.compile(r'^(\d\d):(\d\d):(\d\d) ([A-Z]+) (.*)$')
USER = re.compile(r'user=(\w+)')
ADDRESS = re.compile(r'ip=(\d+\.\d+\.\d+\.\d+)')


def find(pattern, text):
    match = pattern.search(text)
    return match.group(1) if match else '?'


levels = {}
failures = {}
hours = [0] * 24
bad_lines = 0

with open('server.log') as log:
    for text in log:
        match = LINE.match(text.strip())
        if not match:
            bad_lines += 1
            continue
        hours[int(match.group(1))] += 1
        level, message = match.group(4), match.group(5)
        levels[level] = levels.get(level, 0) + 1
        if 'login failed' in message:
            key = find(USER, message), find(ADDRESS, message)
            failures[key] = failures.get(key, 0) + 1

print('Messages:')
for level in sorted(levels):
    print('  {:<6}{:>4}'.format(level, levels[level]))
print('Lines nobody understands:', bad_lines)
print('Busy hours:')
for hour, count in enumerate(hours):
    if count:
        print('  {:02d}:00 {}'.format(hour, '*' * count))
print('Failed logins:')
often_first = sorted(failures.items(),
                     key=lambda item: (-item[1], item[0]))
for (user, address), count in often_first:
    alarm = '  <- call the admin!' if count >= 3 else ''
    print('  {:<6} from {:<12} {} times{}'.format(
        user, address, count, alarm))
