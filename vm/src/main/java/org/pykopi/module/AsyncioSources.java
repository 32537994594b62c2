package org.pykopi.module;

/**
 * The Python files of the {@code asyncio} package. {@code core} has the event loop and is loaded at
 * once; the other files are loaded when the first of their names is asked for. Tasks and their
 * queue are {@link PyTask} and {@link PyTaskQueue}.
 */
final class AsyncioSources {
  private AsyncioSources() {}

  static final String INIT =
      """
      # asyncio: cooperative tasks.

      from .core import *

      __version__ = (3, 0, 0)

      # Where the names live that are loaded on demand.
      _attrs = {
          "gather": "funcs",
          "wait_for": "funcs",
          "wait_for_ms": "funcs",
          "Event": "event",
          "ThreadSafeFlag": "event",
          "Lock": "lock",
          "open_connection": "stream",
          "start_server": "stream",
          "StreamReader": "stream",
          "StreamWriter": "stream",
      }


      def __getattr__(name):
          file = _attrs.get(name)
          if file is None:
              raise AttributeError(name)
          found = getattr(__import__(file, globals(), None, (name,), 1), name)
          globals()[name] = found
          return found
      """;

  static final String CORE =
      """
      # The event loop. It runs the task that is due first until that task waits for something: a time, a stream, another
      # task or a queue. There is one loop; Loop is its name for programs.

      import uselect as select
      import sys
      from utime import ticks_ms as ticks, ticks_add, ticks_diff
      try:
          from _asyncio import Task, TaskQueue
      except ImportError:
          from _uasyncio import Task, TaskQueue


      class CancelledError(BaseException):
          pass


      class TimeoutError(Exception):
          pass


      # ---- waiting for a time ----


      class _Delay:
          # Awaitable: the first step puts the running task back into the queue, the second one ends.
          def __init__(self, due):
              self.due = due

          def __iter__(self):
              return self

          def __next__(self):
              due = self.due
              if due is None:
                  raise StopIteration
              self.due = None
              _task_queue.push(cur_task, due)

          # As a coroutine, so that it can be made a task.
          def send(self, value):
              return next(self)

          def throw(self, error):
              raise error


      def sleep_ms(t):
          return _Delay(ticks_add(ticks(), max(0, t)))


      def sleep(t):
          return sleep_ms(int(t * 1000))


      # ---- waiting for streams ----


      class IOQueue:
          # map has for each stream, by its id: [task that wants to read, task that wants to write, stream].

          def __init__(self):
              self.poller = select.poll()
              self.map = {}

          def queue_read(self, s):
              self._add(s, 0)

          def queue_write(self, s):
              self._add(s, 1)

          def _add(self, s, side):
              entry = self.map.get(id(s))
              if entry is None:
                  entry = self.map[id(s)] = [None, None, s]
              assert entry[side] is None
              entry[side] = cur_task
              cur_task.data = self
              self._watch(entry)

          def _watch(self, entry):
              reader, writer, s = entry
              events = (select.POLLIN if reader else 0) | (select.POLLOUT if writer else 0)
              if events:
                  self.poller.register(s, events)
              else:
                  self.poller.unregister(s)
                  del self.map[id(s)]

          # Called when a task that waits here is cancelled.
          def remove(self, task):
              for entry in list(self.map.values()):
                  for side in (0, 1):
                      if entry[side] is task:
                          entry[side] = None
                          self._watch(entry)
                          return

          # Wakes the tasks whose streams are ready; waits up to dt milliseconds for the first one.
          def wait_io_event(self, dt):
              for s, events in self.poller.poll(dt):
                  entry = self.map[id(s)]
                  for side, other in ((0, select.POLLOUT), (1, select.POLLIN)):
                      if entry[side] and events & ~other:
                          _task_queue.push(entry[side])
                          entry[side] = None
                  self._watch(entry)


      # ---- tasks ----


      def create_task(coro):
          if not hasattr(coro, "send"):
              raise TypeError("coroutine expected")
          task = Task(coro, globals())
          _task_queue.push(task)
          return task


      def _promote_to_task(aw):
          return aw if isinstance(aw, Task) else create_task(aw)


      def current_task():
          if cur_task is None:
              raise RuntimeError("no running event loop")
          return cur_task


      # The task to run now, or None when nothing can happen any more. Streams that are waited for get their turn before
      # each task.
      def _next_task(main_task):
          global cur_task
          while True:
              first = _task_queue.peek()
              if first:
                  wait = max(0, ticks_diff(first.ph_key, ticks()))
              elif _io_queue.map:
                  wait = -1
              else:
                  cur_task = None
                  if not main_task or not main_task.state:
                      return None
                  # Only a callback from outside can wake the main task.
                  wait = 3
              if wait or _io_queue.map:
                  _io_queue.wait_io_event(wait)
              if wait == 0:
                  return _task_queue.pop()


      # Tells those who wait for a task that it ended with an exception (StopIteration with its result). A failure that
      # nobody waits for goes through the queue once more: somebody may come to await it until then.
      def _finish(task, error, is_main):
          heard = is_main
          waiting = task.state
          if waiting is True:
              task.state = False if heard else None
          elif callable(waiting):
              waiting(task, error)
              task.state = False
              heard = True
          else:
              while waiting.peek():
                  _task_queue.push(waiting.pop())
                  heard = True
              task.state = False
          if not heard and not isinstance(error, _quiet):
              _task_queue.push(task)
          task.data = error


      _quiet = (CancelledError, StopIteration)
      _context = {"message": "Task exception wasn't retrieved", "exception": None, "future": None}


      def _report(task):
          _context["exception"] = task.data
          _context["future"] = task
          Loop.call_exception_handler(_context)


      # Runs the loop until the main task ends, and gives its result; without one until nothing is left to do.
      def run_until_complete(main_task=None):
          global cur_task
          while True:
              task = _next_task(main_task)
              if task is None:
                  return
              is_main = task is main_task
              if task.done() and not is_main:
                  if task.state is None:
                      _report(task)
                  continue
              cur_task = task
              try:
                  error = task.data
                  if error:
                      task.data = None
                      task.coro.throw(error)
                  else:
                      task.coro.send(None)
              except _failures as error:
                  if is_main:
                      cur_task = None
                      if not isinstance(error, StopIteration):
                          task.state = False
                          raise error
                  if task.state:
                      _finish(task, error, is_main)
                  if is_main:
                      task.state = False
                      return error.value


      def run(coro):
          return run_until_complete(create_task(coro))


      # ---- the loop as an object ----


      async def _stopper():
          pass


      cur_task = None
      _stop_task = None
      _failures = (CancelledError, Exception)


      class Loop:
          _exc_handler = None

          def create_task(coro):
              return create_task(coro)

          def run_forever():
              global _stop_task
              _stop_task = Task(_stopper(), globals())
              run_until_complete(_stop_task)

          def run_until_complete(aw):
              return run_until_complete(_promote_to_task(aw))

          def stop():
              global _stop_task
              if _stop_task is not None:
                  _task_queue.push(_stop_task)
                  _stop_task = None

          def close():
              pass

          def set_exception_handler(handler):
              Loop._exc_handler = handler

          def get_exception_handler():
              return Loop._exc_handler

          def default_exception_handler(loop, context):
              task = context["future"]
              print(context["message"], file=sys.stderr)
              print("future:", task, "coro=", task.coro, file=sys.stderr)
              sys.print_exception(context["exception"], sys.stderr)

          def call_exception_handler(context):
              handler = Loop._exc_handler or Loop.default_exception_handler
              handler(Loop, context)


      def get_event_loop(runq_len=0, waitq_len=0):
          return Loop


      # Forgets all tasks.
      def new_event_loop():
          global _task_queue, _io_queue
          _task_queue = TaskQueue()
          _io_queue = IOQueue()
          return Loop


      new_event_loop()
      """;

  static final String FUNCS =
      """
      # Waiting for tasks with a time limit, and for several tasks.

      from . import core


      # Awaits aw on behalf of waiter, which sleeps; wakes it with the outcome inside a CancelledError.
      async def _deliver(waiter, aw):
          try:
              outcome = True, await aw
          except BaseException as error:
              outcome = error, None
          if waiter.data is None and waiter.cancel():
              waiter.data = core.CancelledError(*outcome)


      async def wait_for(aw, timeout, sleep=core.sleep):
          task = core._promote_to_task(aw)
          if timeout is None:
              return await task
          deliverer = core.create_task(_deliver(core.cur_task, task))
          try:
              await sleep(timeout)
          except core.CancelledError as error:
              outcome = error.args
              if not outcome:
                  # The waiter itself was cancelled.
                  deliverer.cancel()
                  raise error
              if outcome[0] is True:
                  return outcome[1]
              raise outcome[0]
          deliverer.cancel()
          await deliverer
          raise core.TimeoutError


      def wait_for_ms(aw, timeout):
          return wait_for(aw, timeout, core.sleep_ms)


      # What the data of a task says while the task sits in gather: there is no queue to take it from.
      class _Gathering:
          @staticmethod
          def remove(task):
              pass


      # A generator, so that it can be awaited: yields at most once, until the last task ended or the first one failed.
      def gather(*aws, return_exceptions=False):
          tasks = [core._promote_to_task(aw) for aw in aws]
          waiter = core.cur_task
          running = 0
          failure = None
          failed_before = False
          cancelled = False

          def done(task, error):
              nonlocal running, failure
              if waiter.data is not _Gathering:
                  return
              if return_exceptions or isinstance(error, StopIteration):
                  running -= 1
                  if running:
                      return
              else:
                  failure = error
              core._task_queue.push(waiter)

          for task in tasks:
              if task.state is True:
                  task.state = done
                  running += 1
              elif task.state:
                  raise RuntimeError("can't gather")
              elif not return_exceptions and not isinstance(task.data, StopIteration):
                  failed_before = True

          if running and not failed_before:
              waiter.data = _Gathering
              try:
                  yield
              except core.CancelledError as error:
                  cancelled = True
                  failure = error

          results = []
          for task in tasks:
              if task.state is done:
                  # It goes on without us.
                  task.state = True
                  if cancelled:
                      task.cancel()
              elif isinstance(task.data, StopIteration):
                  results.append(task.data.value)
              elif return_exceptions:
                  results.append(task.data)
              elif failure is None:
                  failure = task.data
          if failure is not None:
              raise failure
          return results
      """;

  static final String EVENT =
      """
      # Events: flags that tasks wait for.

      import uio as io
      from . import core


      class Event:
          def __init__(self):
              self._flag = False
              self._waiting = core.TaskQueue()

          def is_set(self):
              return self._flag

          def set(self):
              self._flag = True
              while self._waiting.peek():
                  core._task_queue.push(self._waiting.pop())

          def clear(self):
              self._flag = False

          # A generator, so that it can be awaited.
          def wait(self):
              if not self._flag:
                  self._waiting.push(core.cur_task)
                  core.cur_task.data = self._waiting
                  yield
              return True


      # A flag that code outside the loop may set, such as a callback of micropython.schedule: the loop polls it like a
      # stream. One task may wait.
      class ThreadSafeFlag(io.IOBase):
          def __init__(self):
              self._flag = False

          def ioctl(self, request, events):
              if request == 3:  # poll
                  return events if self._flag else 0
              return -1

          def set(self):
              self._flag = True

          def clear(self):
              self._flag = False

          async def wait(self):
              if not self._flag:
                  yield core._io_queue.queue_read(self)
              self._flag = False
      """;

  static final String LOCK =
      """
      # A lock between tasks. It is handed from task to task in the order they asked.

      from . import core


      class Lock:
          def __init__(self):
              self._held = False
              # The task that the lock was handed to and that has not run yet.
              self._heir = None
              self._waiting = core.TaskQueue()

          def locked(self):
              return self._held

          def release(self):
              if not self._held:
                  raise RuntimeError("Lock not acquired")
              self._held = False
              self._hand_on()

          def _hand_on(self):
              self._heir = None
              if self._waiting.peek():
                  self._heir = self._waiting.pop()
                  core._task_queue.push(self._heir)

          # A generator, so that it can be awaited.
          def acquire(self):
              if self._held or self._heir:
                  self._waiting.push(core.cur_task)
                  core.cur_task.data = self._waiting
                  try:
                      yield
                  except core.CancelledError as error:
                      if self._heir is core.cur_task:
                          self._hand_on()
                      raise error
                  self._heir = None
              self._held = True
              return True

          async def __aenter__(self):
              return await self.acquire()

          async def __aexit__(self, exc_type, exc, tb):
              self.release()
      """;

  static final String STREAM =
      """
      # Streams that tasks read and write without holding up the loop.

      from . import core


      # Around any object with the methods of a stream that does not block. Reading methods are generators, so that they
      # can be awaited: each waits for the stream before it reads.
      class Stream:
          def __init__(self, s, e={}):
              self.s = s
              self.e = e
              self.out_buf = b""

          def get_extra_info(self, v):
              return self.e[v]

          def close(self):
              pass

          async def wait_closed(self):
              self.s.close()

          def read(self, n=-1):
              everything = None
              while True:
                  yield core._io_queue.queue_read(self.s)
                  part = self.s.read(n)
                  if part is None:
                      continue
                  if n >= 0:
                      return part
                  everything = part if everything is None else everything + part
                  if not part:
                      return everything

          def readinto(self, buf):
              yield core._io_queue.queue_read(self.s)
              return self.s.readinto(buf)

          def readexactly(self, n):
              result = b""
              while n:
                  yield core._io_queue.queue_read(self.s)
                  part = self.s.read(n)
                  if part is None:
                      continue
                  if not part:
                      raise EOFError
                  result = result + part if result else part
                  n -= len(part)
              return result

          def readline(self):
              line = None
              while True:
                  yield core._io_queue.queue_read(self.s)
                  part = self.s.readline()
                  if part is None:
                      continue
                  line = part if line is None else line + part
                  if not part or line[-1] in ("\\n", 10):
                      return line

          # Writes at once what the stream takes; the rest waits for drain.
          def write(self, buf):
              if not self.out_buf:
                  count = self.s.write(buf)
                  if count == len(buf):
                      return
                  if count:
                      buf = buf[count:]
              self.out_buf += buf

          def drain(self):
              if not self.out_buf:
                  # Still gives other tasks their turn.
                  return (yield from core.sleep_ms(0))
              view = memoryview(self.out_buf)
              done = 0
              while done < len(view):
                  yield core._io_queue.queue_write(self.s)
                  count = self.s.write(view[done:])
                  if count:
                      done += count
              self.out_buf = b""

          # Names from before version 3.
          def aclose(self):
              return self.wait_closed()

          async def awrite(self, buf, off=0, sz=-1):
              if off or sz != -1:
                  buf = memoryview(buf)[off:]
                  if sz != -1:
                      buf = buf[:sz]
              self.write(buf)
              await self.drain()

          awritestr = awrite


      StreamReader = Stream
      StreamWriter = Stream


      # ---- connections ----


      def _context(ssl):
          if ssl is not True:
              return ssl
          from ssl import SSLContext, PROTOCOL_TLS_CLIENT

          return SSLContext(PROTOCOL_TLS_CLIENT)


      # A generator, so that it can be awaited: gives the two ends of a stream, which are the same here.
      def open_connection(host, port, ssl=None, server_hostname=None):
          import usocket as socket
          from uerrno import EINPROGRESS

          family, kind, protocol, _, address = socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)[0]
          s = socket.socket(family, kind, protocol)
          s.setblocking(False)
          try:
              s.connect(address)
          except OSError as error:
              if error.errno != EINPROGRESS:
                  raise error
          if ssl:
              s = _context(ssl).wrap_socket(
                  s, server_hostname=server_hostname or host, do_handshake_on_connect=False
              )
              s.setblocking(False)
          yield core._io_queue.queue_write(s)
          stream = Stream(s)
          return stream, stream


      class Server:
          # Whether it was closed on purpose.
          _closed = False

          async def __aenter__(self):
              return self

          async def __aexit__(self, exc_type, exc, tb):
              self.close()
              await self.wait_closed()

          def close(self):
              self._closed = True
              self.task.cancel()

          async def wait_closed(self):
              await self.task

          # The task of the server: each connection gets a task of its own.
          async def _serve(self, s, callback, ssl):
              while True:
                  try:
                      yield core._io_queue.queue_read(s)
                  except core.CancelledError as error:
                      s.close()
                      if not self._closed:
                          raise error
                      return
                  try:
                      client, address = s.accept()
                  except OSError:
                      # It went away again.
                      continue
                  if ssl:
                      try:
                          client = ssl.wrap_socket(
                              client, server_side=True, do_handshake_on_connect=False
                          )
                      except OSError as error:
                          core.sys.print_exception(error)
                          client.close()
                          continue
                  client.setblocking(False)
                  stream = Stream(client, {"peername": address})
                  core.create_task(callback(stream, stream))


      async def start_server(cb, host, port, backlog=5, ssl=None):
          import usocket as socket

          found = socket.getaddrinfo(host, port)[0]
          s = socket.socket(found[0])
          s.setblocking(False)
          s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
          s.bind(found[-1])
          s.listen(backlog)
          server = Server()
          server.task = core.create_task(server._serve(s, cb, ssl))
          try:
              # From here on the task closes the socket when it is cancelled.
              await core.sleep_ms(0)
          except core.CancelledError as error:
              server.task.cancel()
              raise error
          return server
      """;

  /** The old name of the package. */
  static final String UASYNCIO =
      """
      def __getattr__(name):
          import asyncio

          return getattr(asyncio, name)
      """;
}
