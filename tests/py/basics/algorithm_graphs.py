# oracle: cpython
# Graphs as dicts: breadth first, depth first, shortest paths, topological order.
edges = {'a': 'bc', 'b': 'd', 'c': 'de', 'd': 'f', 'e': 'f', 'f': ''}


def bfs(start):
    distance, queue = {start: 0}, [start]
    for node in queue:
        for n in edges[node]:
            if n not in distance:
                distance[n] = distance[node] + 1
                queue.append(n)
    return queue, distance['f']


def paths(node, goal):
    if node == goal:
        yield [node]
    for n in edges[node]:
        for rest in paths(n, goal):
            yield [node] + rest


def topological():
    done, order = set(), []

    def visit(n):
        if n not in done:
            done.add(n)
            for m in sorted(edges[n]):
                visit(m)
            order.append(n)

    for n in sorted(edges):
        visit(n)
    return order[::-1]


def dijkstra(graph, start):
    best, todo = {}, [(0, start)]
    while todo:
        todo.sort()
        cost, node = todo.pop(0)
        if node in best:
            continue
        best[node] = cost
        todo.extend((cost + w, n) for n, w in graph[node].items())
    return best


print(bfs('a'), [''.join(p) for p in paths('a', 'f')], topological())
roads = {1: {2: 7, 3: 9, 6: 14}, 2: {1: 7, 3: 10, 4: 15}, 3: {1: 9, 2: 10, 4: 11, 6: 2},
         4: {2: 15, 3: 11, 5: 6}, 5: {4: 6, 6: 9}, 6: {1: 14, 3: 2, 5: 9}}
print(sorted(dijkstra(roads, 1).items()))
