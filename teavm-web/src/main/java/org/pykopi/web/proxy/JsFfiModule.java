package org.pykopi.web.proxy;

import org.pykopi.object.Attributes;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyBaseException;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/** Module {@code jsffi}: what Python code may want to say about crossing the border. */
final class JsFfiModule {
  static final PyStr THEN = PyStr.intern("then");

  static final PyType JS_EXCEPTION =
      new TypeTable("JsException")
          .base(ExceptionTypes.EXCEPTION)
          .constructor(
              (ctx, type, args, at, nargs, nkw) ->
                  new PyBaseException(type, PyTuple.copyOf(args, at, nargs)))
          .build();

  private static final PyStr ASYNCIO_CORE = PyStr.intern("asyncio.core");
  private static final PyStr CURRENT_TASK = PyStr.intern("cur_task");
  private static final PyStr TOP_LEVEL_TASK = PyStr.intern("_top_level_task");
  private static final PyStr THENABLE_EVENT = PyStr.intern("ThenableEvent");
  private static final PyStr WAIT = PyStr.intern("wait");

  private JsFfiModule() {}

  static PyModule create(JsProxy globalThis) {
    return new ModuleTable("jsffi")
        .constant("JsProxy", JsProxy.TYPE)
        .constant("JsException", JS_EXCEPTION)
        .fn1("create_proxy", (ctx, value) -> globalThis.wrap(value))
        .fn1("to_js", (ctx, value) -> globalThis.convert(value))
        .build();
  }

  /**
   * What {@code await promise} iterates over. A task of asyncio waits for an event that the promise
   * sets, so the task can be cancelled; anything else gives the promise to the JavaScript side.
   */
  static PyObject awaitPromise(PyContext ctx, JsProxy promise) {
    PyObject core = ctx.modules.getStr(ASYNCIO_CORE);
    if (core != null) {
      PyObject task = Attributes.find(ctx, core, CURRENT_TASK);
      PyObject top = Attributes.find(ctx, core, TOP_LEVEL_TASK);
      if (task != null && top != null && task != top) {
        PyObject event = Attributes.load(ctx, core, THENABLE_EVENT).call1(ctx, promise);
        return Attributes.callMethod(ctx, event, WAIT).iter(ctx);
      }
    }
    return new JsAwait(promise);
  }
}
