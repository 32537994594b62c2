# In the manner of DeltaBlue: one-way constraints of several strengths between variables.
bm_params = {'device': ((8, 1), 670), 'full': ((100, 2), 12380)}

REQUIRED, STRONG, MEDIUM, WEAK = range(4)


class Variable:
    def __init__(self, value):
        self.value = value
        self.constraints = []
        self.decider = None
        self.strength = WEAK + 1
        self.mark = 0


class Constraint:
    def __init__(self, strength, *variables):
        self.strength = strength
        self.variables = variables
        self.output = None
        for v in variables:
            v.constraints.append(self)

    def inputs(self):
        return [v for v in self.variables if v is not self.output]

    def choose_output(self, mark):
        best = None
        for v in self.variables:
            if v.mark != mark and v.strength > self.strength:
                if best is None or v.strength > best.strength:
                    best = v
        self.output = best
        return best is not None

    def execute(self):
        pass

    def weakest(self):
        strength = self.strength
        for v in self.inputs():
            strength = max(strength, v.strength)
        return strength


class Stay(Constraint):
    pass


class Edit(Constraint):
    def __init__(self, strength, variable):
        super().__init__(strength, variable)
        self.wanted = 0

    def execute(self):
        self.output.value = self.wanted


class Equal(Constraint):
    def execute(self):
        self.output.value = self.inputs()[0].value


class Scale(Constraint):
    def __init__(self, strength, source, factor, offset, result):
        super().__init__(strength, source, factor, offset, result)

    def choose_output(self, mark):
        source, factor, offset, result = self.variables
        for v in (result, source):
            if v.mark != mark and v.strength > self.strength:
                self.output = v
                return True
        self.output = None
        return False

    def execute(self):
        source, factor, offset, result = self.variables
        if self.output is result:
            result.value = source.value * factor.value + offset.value
        else:
            source.value = (result.value - offset.value) // factor.value


class Planner:
    def __init__(self):
        self.mark = 0

    def add(self, constraint):
        self.mark += 1
        while constraint is not None:
            constraint = self.satisfy(constraint)

    def satisfy(self, constraint):
        if not constraint.choose_output(self.mark):
            return None
        output = constraint.output
        for v in constraint.inputs():
            v.mark = self.mark
        overridden = output.decider
        if overridden is not None:
            overridden.output = None
        output.decider = constraint
        self.propagate(constraint)
        output.mark = self.mark
        return overridden

    def propagate(self, constraint):
        todo = [constraint]
        while todo:
            c = todo.pop()
            c.output.strength = c.weakest()
            c.execute()
            for other in c.output.constraints:
                if other is not c and other.output is not None and other.output is not c.output:
                    if self.depth(other) < 400:
                        todo.append(other)

    def depth(self, constraint):
        return len(constraint.variables)

    def remove(self, constraint):
        output = constraint.output
        for v in constraint.variables:
            v.constraints.remove(constraint)
        if output is not None:
            output.decider = None
            output.strength = WEAK + 1
            for other in list(output.constraints):
                if other.output is None:
                    self.add(other)

    def plan(self, source):
        todo = list(source.constraints)
        result = []
        seen = set()
        while todo:
            c = todo.pop(0)
            if c.output is not None and id(c) not in seen and c.output is not source:
                seen.add(id(c))
                result.append(c)
                todo.extend([o for o in c.output.constraints if o is not c])
        return result


def chain(planner, n):
    variables = [Variable(i) for i in range(n + 1)]
    for i in range(n):
        planner.add(Equal(REQUIRED, variables[i], variables[i + 1]))
    planner.add(Stay(MEDIUM, variables[n]))
    edit = Edit(STRONG, variables[0])
    planner.add(edit)
    steps = planner.plan(variables[0])
    total = 0
    for value in range(20):
        edit.wanted = value
        edit.execute()
        for c in steps:
            c.execute()
        total += variables[n].value
    planner.remove(edit)
    return total


def projection(planner, n):
    factor = Variable(10)
    offset = Variable(1000)
    planner.add(Stay(REQUIRED, factor))
    planner.add(Stay(REQUIRED, offset))
    results = []
    for i in range(n):
        source = Variable(i)
        result = Variable(0)
        planner.add(Stay(WEAK, source))
        planner.add(Scale(REQUIRED, source, factor, offset, result))
        results.append((source, result))
    total = 0
    for source, result in results:
        edit = Edit(STRONG, source)
        planner.add(edit)
        edit.wanted = 3
        planner.propagate(edit)
        total += result.value % 97
        planner.remove(edit)
    return total


def work(n, times):
    total = 0
    for _ in range(times):
        planner = Planner()
        total += chain(planner, n) + projection(planner, n)
    return total


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
