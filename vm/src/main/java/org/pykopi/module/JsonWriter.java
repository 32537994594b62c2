package org.pykopi.module;

import org.pykopi.object.BufferView;
import org.pykopi.object.Names;
import org.pykopi.object.PyBaseException;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyInstance;
import org.pykopi.object.PyList;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;
import org.pykopi.util.Utf8;

/**
 * Writes JSON. As in the reference, what JSON has no form for is written as its repr, and keys that
 * are no strings are written as strings of their JSON form.
 */
final class JsonWriter {
  private final PyContext ctx;
  private final String itemSeparator;
  private final String keySeparator;
  private final StringBuilder out = new StringBuilder();

  private JsonWriter(PyContext ctx, String itemSeparator, String keySeparator) {
    this.ctx = ctx;
    this.itemSeparator = itemSeparator;
    this.keySeparator = keySeparator;
  }

  static String write(PyContext ctx, PyObject object, String itemSeparator, String keySeparator) {
    JsonWriter writer = new JsonWriter(ctx, itemSeparator, keySeparator);
    writer.value(object);
    return writer.out.toString();
  }

  private void value(PyObject object) {
    ctx.enter();
    try {
      if (object instanceof PyInstance instance) {
        instance(instance);
      } else {
        builtin(object);
      }
    } finally {
      ctx.leave();
    }
  }

  private void instance(PyInstance instance) {
    if (instance.base != null && instance.type.lookup(Names.REPR) == null) {
      builtin(instance.base);
    } else {
      instance.repr(ctx, out);
    }
  }

  private void builtin(PyObject object) {
    if (object == PyNone.NONE) {
      out.append("null");
    } else if (object instanceof PyBool bool) {
      out.append(bool.value ? "true" : "false");
    } else if (object instanceof PyStr text) {
      text(text.value());
    } else if (object instanceof PyBytes) {
      BufferView view = object.buffer();
      text(Utf8.decodeLenient(view.data(), view.offset(), view.length()));
    } else if (object instanceof PyList list) {
      items(list.items(), list.size());
    } else if (object instanceof PyTuple tuple && !(object instanceof PyNamedTuple)) {
      items(tuple.items(), tuple.length());
    } else if (object instanceof PyBaseException exception) {
      items(exception.args.items(), exception.args.length());
    } else if (object instanceof PyDict dict) {
      dict(dict);
    } else {
      object.repr(ctx, out);
    }
  }

  private void items(PyObject[] items, int count) {
    out.append('[');
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        out.append(itemSeparator);
      }
      value(items[i]);
    }
    out.append(']');
  }

  private void dict(PyDict dict) {
    out.append('{');
    boolean isFirst = true;
    for (int e = dict.nextEntry(0); e >= 0; e = dict.nextEntry(e + 1)) {
      if (!isFirst) {
        out.append(itemSeparator);
      }
      isFirst = false;
      PyObject key = dict.keyAt(e);
      boolean isText = key instanceof PyStr || key instanceof PyBytes;
      PyObject item = dict.valueAt(e);
      if (!isText) {
        out.append('"');
      }
      value(key);
      if (!isText) {
        out.append('"');
      }
      out.append(keySeparator);
      value(item);
    }
    out.append('}');
  }

  private void text(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"':
        case '\\':
          out.append('\\').append(c);
          break;
        case '\n':
          out.append("\\n");
          break;
        case '\r':
          out.append("\\r");
          break;
        case '\t':
          out.append("\\t");
          break;
        default:
          if (c < ' ') {
            out.append("\\u00").append((char) ('0' + c / 16));
            out.append("0123456789abcdef".charAt(c % 16));
          } else {
            out.append(c);
          }
          break;
      }
    }
    out.append('"');
  }
}
