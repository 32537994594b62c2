package org.pykopi.web.proxy;

import org.pykopi.object.PyContext;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;
import org.pykopi.serial.wire.WireReader;

/** A JavaScript iterator. */
final class JsIterator extends PyObject {
  private static final PyType TYPE = new TypeTable("iterator").build();

  private final JsObjects objects;
  private final JsProxy iterator;

  JsIterator(JsObjects objects, JsProxy iterator) {
    this.objects = objects;
    this.iterator = iterator;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public PyObject iter(PyContext ctx) {
    return this;
  }

  @Override
  public PyObject next(PyContext ctx) {
    WireReader reply = objects.call(JsObjects.NEXT, iterator.handle);
    if (reply.nextByte() == 0) {
      ctx.stopValue = null;
      return null;
    }
    return objects.values.read(reply);
  }
}
