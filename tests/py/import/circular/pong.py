import ping


def hit(n):
    return 'pong ' + ping.hit(n - 1) if n else 'end'
