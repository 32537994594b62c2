package org.pykopi.module;

import org.pykopi.host.HostException;
import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyList;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;
import org.pykopi.object.Signature;
import org.pykopi.util.ByteBuilder;

/** {@code json}: objects as JSON text and back. */
public final class JsonModule {
  private JsonModule() {}

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("json")
        .fnKw("dump", Signature.of("obj", "stream", "/", "*", "separators=None"), JsonModule::dump)
        .fnKw("dumps", Signature.of("obj", "/", "*", "separators=None"), JsonModule::dumps)
        .fn1("load", JsonModule::load)
        .fn1("loads", JsonModule::loads)
        .build();
  }

  /** dump(obj, stream, *, separators=None): writes an object as JSON. */
  private static PyObject dump(PyContext ctx, PyObject[] args) {
    Streams.of(ctx, args[1]);
    Streams.print(ctx, args[1], write(ctx, args[0], args[2]));
    return PyNone.NONE;
  }

  /**
   * dumps(obj, *, separators=None) -> str: an object as JSON; separators are (', ', ': ') unless
   * given.
   */
  private static PyObject dumps(PyContext ctx, PyObject[] args) {
    return PyStr.of(write(ctx, args[0], args[1]));
  }

  private static String write(PyContext ctx, PyObject object, PyObject separators) {
    String item = ", ";
    String key = ": ";
    if (separators != PyNone.NONE) {
      PyObject[] pair = pair(ctx, separators);
      item = Args.toText(ctx, pair[0]);
      key = Args.toText(ctx, pair[1]);
    }
    return JsonWriter.write(ctx, object, item, key);
  }

  private static PyObject[] pair(PyContext ctx, PyObject separators) {
    PyObject[] items;
    int length;
    if (Args.unwrap(separators) instanceof PyTuple tuple) {
      items = tuple.items();
      length = items.length;
    } else if (Args.unwrap(separators) instanceof PyList list) {
      items = list.items();
      length = list.size();
    } else {
      throw Errors.typeError(ctx, "object '" + separators.type().name + "' isn't a tuple or list");
    }
    if (length != 2) {
      throw Errors.valueError(ctx, "requested length 2 but object has length " + length);
    }
    return items;
  }

  /** load(stream) -> object: the object that the rest of a stream holds. */
  private static PyObject load(PyContext ctx, PyObject object) {
    Stream stream = Streams.of(ctx, object);
    ByteBuilder bytes = new ByteBuilder();
    byte[] one = new byte[1];
    int count = stream.read(ctx, one, 0, 1);
    while (count > 0) {
      ctx.checkSize(bytes.length(), 1);
      bytes.add(one[0]);
      count = stream.read(ctx, one, 0, 1);
    }
    if (count == Stream.WOULD_BLOCK) {
      throw Errors.osError(ctx, HostException.EAGAIN);
    }
    return new JsonReader(ctx, bytes.data(), 0, bytes.length()).read();
  }

  /** loads(text) -> object: the object that JSON text means. */
  private static PyObject loads(PyContext ctx, PyObject text) {
    BufferView view = Args.toBuffer(ctx, text);
    return new JsonReader(ctx, view.data(), view.offset(), view.length()).read();
  }
}
