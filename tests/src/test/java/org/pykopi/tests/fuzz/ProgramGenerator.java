package org.pykopi.tests.fuzz;

/**
 * Makes a random program from a seed: always the same one, it ends, and what it prints depends on
 * nothing outside. It prints neither addresses nor the order of sets and dictionaries, and uses
 * nothing that the reference is known to refuse, so two machines should print the same.
 */
final class ProgramGenerator {
  private static final String PRELUDE =
      """
      import array, binascii, collections, hashlib, heapq, io, json, math, re, struct
      class MyError(Exception):
          pass
      class Mixin:
          def mixed(self):
              return 'mixed'
      class Manager:
          def __init__(self, hides):
              self.hides = hides
          def __enter__(self):
              print('in')
              return 42
          def __exit__(self, kind, value, trace):
              print('out', kind and kind.__name__, value)
              return self.hides
      def show(x):
          if isinstance(x, dict):
              return '{' + ', '.join(sorted([show(k) + ': ' + show(x[k]) for k in x])) + '}'
          if isinstance(x, (set, frozenset)):
              return '{' + ', '.join(sorted([show(i) for i in x])) + '}'
          if isinstance(x, list):
              return '[' + ', '.join([show(i) for i in x]) + ']'
          if isinstance(x, tuple):
              return '(' + ', '.join([show(i) for i in x]) + ')'
          if isinstance(x, str):
              return "'" + x + "'"
          return repr(x)
      class Suspend:
          def __init__(self, value):
              self.value = value
          def __iter__(self):
              got = yield self.value
              return got
          __await__ = __iter__
      def drive(coroutine):
          got = []
          try:
              while len(got) < 50:
                  got.append(coroutine.send(None))
          except StopIteration as e:
              return got, e.value
      def traced(function):
          def run(*args, **kw):
              print('call', len(args), sorted(kw))
              return function(*args, **kw)
          return run
      def twice(function):
          return lambda *args, **kw: (function(*args, **kw), function(*args, **kw))[1]
      """;

  private ProgramGenerator() {}

  static String program(long seed) {
    Dice dice = new Dice(seed);
    Source source = new Source();
    Expressions expressions = new Expressions(dice);
    Statements statements = new Statements(dice, source, expressions);
    Snippets snippets = new Snippets(dice, source, expressions);
    Names names = new Names();
    int parts = dice.between(4, 10);
    for (int i = 0; i < parts; i++) {
      source.line("print('-- part " + i + "')"); // the comparison looks at each part
      if (dice.chance(50)) {
        source.block("try:", () -> snippets.write(names.inner()));
        source.block("except Exception as e:", () -> source.line(Statements.SHOW_ERROR));
      } else {
        part(dice, source, statements, names);
      }
    }
    return PRELUDE + source;
  }

  private static void part(Dice dice, Source source, Statements statements, Names names) {
    statements.declare(names);
    if (dice.chance(8)) {
      statements.some(names, 3, 5);
      return;
    }
    Runnable body =
        switch (dice.below(5)) {
          case 0 ->
              () -> {
                statements.definitions().type(names);
                statements.definitions().use(names);
                statements.definitions().use(names);
              };
          case 1, 2 ->
              () -> {
                statements.definitions().function(names, 2);
                statements.definitions().call(names);
              };
          default -> () -> statements.some(names.inner(), 3, 6);
        };
    source.block("try:", body);
    source.block("except Exception as e:", () -> source.line(Statements.SHOW_ERROR));
  }
}
