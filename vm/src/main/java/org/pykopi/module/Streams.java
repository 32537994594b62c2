package org.pykopi.module;

import org.pykopi.host.HostException;
import org.pykopi.object.Attributes;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyInstance;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.util.ByteBuilder;
import org.pykopi.util.Utf8;

/**
 * Work on any stream: finding it behind an object, reading and writing until all is done, decoding.
 */
public final class Streams {
  private Streams() {}

  private static final PyStr WRITE = PyStr.intern("write");
  private static final int CHUNK = 4096;

  /** OSError for a failed host call: the one place where host errors become Python errors. */
  static PyException hostError(PyContext ctx, HostException e) {
    return Errors.osError(ctx, e.errno);
  }

  static PyException notSupported(PyContext ctx) {
    return Errors.of(ctx, ExceptionTypes.OS_ERROR, "stream operation not supported");
  }

  /** The stream behind an object; OSError when it is none. */
  static Stream of(PyContext ctx, PyObject object) {
    if (object instanceof PyStream stream) {
      return stream;
    }
    if (object instanceof PyInstance instance) {
      if (instance.type.isSubclassOf(PyIoBase.TYPE)) {
        return new PythonStream(instance);
      }
      if (instance.base instanceof PyStream stream) {
        return stream;
      }
    }
    throw notSupported(ctx);
  }

  static boolean isStream(PyObject object) {
    return object instanceof PyStream
        || (object instanceof PyInstance instance
            && (instance.base instanceof PyStream || instance.type.isSubclassOf(PyIoBase.TYPE)));
  }

  /**
   * Writes text as {@code print(..., file=object)} does: the bytes to a stream, the text to any
   * other object with a {@code write}; OSError when there is none.
   */
  public static void print(PyContext ctx, PyObject object, String text) {
    if (isStream(object) || Attributes.find(ctx, object, WRITE) == null) {
      byte[] bytes = Utf8.encode(text);
      writeAll(ctx, of(ctx, object), bytes, 0, bytes.length);
    } else {
      Attributes.callMethod(ctx, object, WRITE, PyStr.of(text));
    }
  }

  /**
   * Writes again and again until all is written or the stream would block.
   *
   * @return number of bytes written; when nothing could be what the stream said
   */
  static int writeAll(PyContext ctx, Stream stream, byte[] source, int offset, int length) {
    int done = 0;
    while (done < length) {
      int count = stream.write(ctx, source, offset + done, length - done);
      if (count < 0) {
        return done == 0 ? count : done;
      }
      if (count == 0) {
        break;
      }
      done += count;
    }
    return done;
  }

  /**
   * Reads until that many bytes came, the stream ends or would block; result as {@link
   * Stream#read}.
   */
  static int readFully(PyContext ctx, Stream stream, byte[] target, int offset, int length) {
    int done = 0;
    while (done < length) {
      int count = stream.read(ctx, target, offset + done, length - done);
      if (count < 0) {
        return done == 0 ? count : done;
      }
      if (count == 0) {
        break;
      }
      done += count;
    }
    return done;
  }

  /** Everything up to the end, as str or bytes; None when a non-blocking stream has nothing. */
  static PyObject readAll(PyContext ctx, Stream stream) {
    ByteBuilder bytes = new ByteBuilder(256);
    int count = readMore(ctx, stream, bytes, Integer.MAX_VALUE);
    return count < 0 && bytes.length() == 0 ? result(count) : toObject(ctx, stream, bytes);
  }

  /** {@code read(size)}: that many bytes or characters at most. */
  static PyObject read(PyContext ctx, Stream stream, int size) {
    ByteBuilder bytes = new ByteBuilder(Math.min(size, CHUNK));
    int count =
        stream.isText()
            ? readCharacters(ctx, stream, bytes, size)
            : readMore(ctx, stream, bytes, size);
    return count < 0 && bytes.length() == 0 ? result(count) : toObject(ctx, stream, bytes);
  }

  /** {@code read1(size)}: what one read of the stream gives. */
  static PyObject readOnce(PyContext ctx, Stream stream, int size) {
    ByteBuilder bytes = new ByteBuilder(size);
    int count = stream.read(ctx, bytes.data(), 0, size);
    if (count < 0) {
      return result(count);
    }
    bytes.setLength(count);
    return toObject(ctx, stream, bytes);
  }

  /** Adds up to {@code wanted} bytes; grows with what comes, so a large number costs nothing. */
  private static int readMore(PyContext ctx, Stream stream, ByteBuilder bytes, int wanted) {
    int rest = wanted;
    int space = 256;
    while (rest > 0) {
      int part = Math.min(rest, space);
      ctx.checkSize((long) bytes.length() + part, 1);
      bytes.ensure(part);
      int count = readFully(ctx, stream, bytes.data(), bytes.length(), part);
      if (count < 0) {
        return count;
      }
      bytes.setLength(bytes.length() + count);
      if (count < part) {
        break;
      }
      rest -= part;
      space = Math.max(CHUNK, bytes.length());
    }
    return bytes.length();
  }

  /**
   * Adds {@code wanted} characters. The stream cannot take bytes back, so each round reads only as
   * many bytes as the missing characters have at least.
   */
  private static int readCharacters(PyContext ctx, Stream stream, ByteBuilder bytes, int wanted) {
    int rest = wanted;
    int counted = 0;
    int more = wanted;
    while (more > 0) {
      int before = bytes.length();
      int count = readMore(ctx, stream, bytes, more);
      if (count < 0) {
        return count;
      }
      if (bytes.length() < before + more) {
        break;
      }
      more = 0;
      while (counted < bytes.length()) {
        int size = sequenceLength(bytes.get(counted));
        if (counted + size > bytes.length()) {
          more = counted + size - bytes.length() - 1;
          break;
        }
        counted += size;
        rest--;
      }
      more += rest;
    }
    return bytes.length();
  }

  private static int sequenceLength(byte lead) {
    if (lead >= 0) {
      return 1;
    }
    int b = lead & 0xff;
    return b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4;
  }

  /**
   * {@code readline(size)}: up to and with the end of the line, at most {@code size} bytes unless
   * that is -1; in Pycopy that many characters where the stream is text.
   */
  static PyObject readLine(PyContext ctx, Stream stream, int size) {
    return readLine(ctx, stream, size, (byte) '\n');
  }

  /** The same with a byte of choice that ends the line. */
  static PyObject readLine(PyContext ctx, Stream stream, int size, byte end) {
    boolean countsCharacters = ctx.profile.isPycopy() && stream.isText();
    ByteBuilder bytes = new ByteBuilder();
    byte[] one = new byte[1];
    int rest = size;
    while (size == -1 || rest > 0) {
      int count = stream.read(ctx, one, 0, 1);
      if (count < 0 && bytes.length() == 0) {
        return result(count);
      }
      if (count <= 0) {
        break;
      }
      bytes.add(one[0]);
      if (one[0] == end) {
        break;
      }
      boolean isLead = (one[0] & 0xc0) == 0xc0;
      rest += countsCharacters && isLead ? sequenceLength(one[0]) - 2 : -1;
      ctx.checkSize(bytes.length(), 1);
    }
    return toObject(ctx, stream, bytes);
  }

  private static PyObject toObject(PyContext ctx, Stream stream, ByteBuilder bytes) {
    if (!stream.isText()) {
      return PyBytes.of(bytes.toArray());
    }
    return decode(ctx, bytes.data(), 0, bytes.length());
  }

  /** The str of UTF-8 bytes; UnicodeError when they are none. */
  static PyStr decode(PyContext ctx, byte[] bytes, int offset, int length) {
    String text = Utf8.decode(bytes, offset, length);
    if (text == null) {
      throw Errors.of(ctx, ExceptionTypes.UNICODE_ERROR);
    }
    return PyStr.of(text);
  }

  /**
   * What {@code read} and {@code write} methods return: a number, or None for "would block". In
   * Pycopy the number may be WANT_READ or WANT_WRITE.
   */
  static PyObject result(int count) {
    return count == Stream.WOULD_BLOCK ? PyNone.NONE : PyInt.of(count);
  }
}
