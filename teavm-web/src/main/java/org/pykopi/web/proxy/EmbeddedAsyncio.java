package org.pykopi.web.proxy;

import org.pykopi.module.FrozenLibrary;

/**
 * {@code asyncio} of a page that embeds Python: the page's own event loop runs the tasks, so that
 * they go on after the program text has ended and may wait for promises. The other files of the
 * package are those of the library.
 */
public final class EmbeddedAsyncio {
  private static final String PLACE = "embedded/asyncio/";
  private static final String[] FILES = {
    "__init__.py", "event.py", "funcs.py", "lock.py", "stream.py"
  };

  private EmbeddedAsyncio() {}

  /** What is added to {@code asyncio/core.py}; later definitions win. */
  private static final String CORE =
      """


      # ---- in a page ----

      import js, jsffi

      _timer = None


      # Has the page call the loop in dt milliseconds.
      def _schedule(dt):
          global _timer
          if _timer is not None:
              js.clearTimeout(_timer)
          _timer = js.setTimeout(_run_due, dt)


      # Runs the tasks that are due, then lets the page go on.
      def _run_due():
          global cur_task, _timer
          _timer = None
          while True:
              first = _task_queue.peek()
              if not first:
                  break
              wait = ticks_diff(first.ph_key, ticks())
              if wait > 0:
                  _schedule(wait)
                  break
              task = _task_queue.pop()
              if task.done():
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
              except (CancelledError, Exception) as error:
                  if task.state:
                      _finish(task, error, False)
          cur_task = _top_level_task


      # Stands for the program text that awaits something; the page calls _await_in_page with what lets it go on.
      class _Page:
          def send(value):
              _Page.resolve()

          def throw(error):
              _Page.reject(error)


      def _await_in_page(resolve, reject):
          _Page.resolve = resolve
          _Page.reject = reject


      # What a task waits for when it awaits a promise.
      class ThenableEvent:
          def __init__(self, promise):
              self._waiting = None
              self._error = None
              self._value = None
              self._settled = False
              promise.then(self._fulfil, self._fail)

          def _fulfil(self, value=None):
              self._value = value
              self._settle()

          def _fail(self, error=None):
              name = getattr(error, "name", None)
              message = getattr(error, "message", None)
              self._error = jsffi.JsException(error, name, message)
              self._settle()

          def _settle(self):
              self._settled = True
              if self._waiting:
                  _task_queue.push(self._waiting)
                  self._waiting = None

          # Called when the task is cancelled.
          def remove(self, task):
              self._waiting = None

          # A generator, so that it can be awaited.
          def wait(self):
              if not self._settled:
                  self._waiting = cur_task
                  cur_task.data = self
                  yield
              if self._error:
                  raise self._error
              return self._value


      # run() and its kin keep the page from going on, so nothing can come from it meanwhile.
      def _next_task(main_task):
          first = _task_queue.peek()
          if first:
              wait = max(0, ticks_diff(first.ph_key, ticks()))
              _io_queue.wait_io_event(wait)
              return _task_queue.pop()
          if main_task and main_task.state:
              raise RuntimeError("only the page could go on here: use await instead of run")
          return None


      _run_to_end = run_until_complete


      def run_until_complete(main_task=None):
          global cur_task
          try:
              return _run_to_end(main_task)
          finally:
              cur_task = _top_level_task


      def new_event_loop():
          global _task_queue, _io_queue
          _task_queue = TaskQueue(_schedule)
          _io_queue = IOQueue()
          return Loop


      new_event_loop()
      _top_level_task = Task(_Page, globals())
      cur_task = _top_level_task
      """;

  /** Makes the package importable and returns a {@code sys.path} on which it comes first. */
  public static String[] install(String[] path) {
    for (String file : FILES) {
      FrozenLibrary.add(PLACE + file, FrozenLibrary.source("asyncio/" + file));
    }
    FrozenLibrary.add(PLACE + "core.py", FrozenLibrary.source("asyncio/core.py") + CORE);
    String[] longer = new String[path.length + 1];
    longer[0] = path[0];
    longer[1] = ".frozen/embedded";
    System.arraycopy(path, 1, longer, 2, path.length - 1);
    return longer;
  }
}
