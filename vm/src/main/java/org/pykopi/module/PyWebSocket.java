package org.pykopi.module;

import org.pykopi.host.HostException;
import org.pykopi.object.Args;
import org.pykopi.object.Attributes;
import org.pykopi.object.Errors;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/**
 * {@code websocket.websocket}: the frames of RFC 6455 over a stream, without the handshake before
 * them. A frame is {@code flags+kind (1) masked+length (1) [length (2)] [mask (4)] payload}; frames
 * with a length of eight bytes are refused. Reading goes through the states of {@link State} and
 * keeps its place when the stream has nothing more for now.
 */
final class PyWebSocket extends PyStream {
  static final PyType TYPE =
      new TypeTable("websocket")
          .constructor(PyWebSocket::make)
          .fn("read", 1, 2, StreamMethods::read)
          .fn("readinto", 2, 3, StreamMethods::readinto)
          .fn("readline", 1, 2, StreamMethods::readline)
          .fn("write", 2, 4, StreamMethods::write)
          .fn("ioctl", 2, 3, PyWebSocket::ioctlMethod)
          .fn1("close", StreamMethods::close)
          .build();

  private static final PyStr SET_BLOCKING = PyStr.intern("setblocking");

  // Requests of ioctl beside those of every stream.
  private static final int GET_DATA_OPTIONS = 8;
  private static final int SET_DATA_OPTIONS = 9;

  private static final int KIND = 0x0f;
  private static final int FINAL = 0x80;
  private static final int CONTINUATION = 0;
  private static final int TEXT = 1;
  private static final int CLOSE = 8;
  private static final int MASKED = 0x80;
  private static final int LENGTH = 0x7f;
  private static final int LENGTH_OF_2 = 126;
  private static final int LENGTH_OF_8 = 127;
  private static final int MOST = 0xffff;

  /** What the next bytes of the stream are. */
  private enum State {
    HEADER,
    LENGTH_AND_MASK,
    PAYLOAD
  }

  private final PyObject target;
  private final boolean blocksToWrite;

  /** Kind of the frames that are written. */
  private int writtenKind = TEXT;

  private State state = State.HEADER;

  /** The part of a header that has come: {@code part[0 .. partCount)} of {@code partSize}. */
  private final byte[] part = new byte[6];

  private int partCount;
  private int partSize = 2;

  /** Kind of the frame that is read, and of the message that it continues. */
  private int frameKind;

  private int messageKind;
  private int rest;
  private final byte[] mask = new byte[4];
  private int maskAt;

  private PyWebSocket(PyObject target, boolean blocksToWrite) {
    this.target = target;
    this.blocksToWrite = blocksToWrite;
  }

  /** websocket(stream, blocking_write=False) -> websocket: frames over a stream. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 1, 2);
    Streams.of(ctx, args[at]);
    return new PyWebSocket(args[at], nargs > 1 && args[at + 1] == PyBool.TRUE);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  // ---- reading ----

  @Override
  public int read(PyContext ctx, byte[] buffer, int offset, int length) {
    Stream stream = Streams.of(ctx, target);
    while (true) {
      if (state != State.PAYLOAD) {
        int count = readPart(ctx, stream);
        if (count <= 0) {
          return count;
        }
        takePart(ctx);
        continue;
      }
      int count = 0;
      if (rest > 0) {
        count = stream.read(ctx, buffer, offset, Math.min(length, rest));
        if (count <= 0) {
          return count;
        }
        unmask(buffer, offset, count);
        rest -= count;
      }
      if (rest == 0 && endFrame(ctx)) {
        return 0;
      }
      if (count > 0 && frameKind < CLOSE) {
        return count;
      }
    }
  }

  /**
   * Reads the part of the header that is due; 0 at the end of the stream, 1 when it is complete.
   */
  private int readPart(PyContext ctx, Stream stream) {
    if (partCount < partSize) {
      int count = stream.read(ctx, part, partCount, partSize - partCount);
      if (count <= 0) {
        return count;
      }
      partCount += count;
    }
    return partCount < partSize ? WOULD_BLOCK : 1;
  }

  private void takePart(PyContext ctx) {
    partCount = 0;
    if (state == State.LENGTH_AND_MASK) {
      if (partSize != 4) {
        rest = (part[0] & 0xff) << 8 | part[1] & 0xff;
      }
      if (partSize >= 4) {
        System.arraycopy(part, partSize - 4, mask, 0, 4);
      }
      state = State.PAYLOAD;
      return;
    }
    frameKind = part[0] & KIND;
    if (frameKind != CONTINUATION) {
      messageKind = frameKind;
    }
    for (int i = 0; i < mask.length; i++) {
      mask[i] = 0;
    }
    maskAt = 0;
    rest = part[1] & LENGTH;
    if (rest == LENGTH_OF_8) {
      close(ctx);
      throw Errors.osError(ctx, HostException.EIO);
    }
    partSize = (rest == LENGTH_OF_2 ? 2 : 0) + ((part[1] & MASKED) != 0 ? 4 : 0);
    state = partSize > 0 ? State.LENGTH_AND_MASK : State.PAYLOAD;
  }

  private void unmask(byte[] buffer, int offset, int count) {
    for (int i = 0; i < count; i++) {
      buffer[offset + i] ^= mask[maskAt++ & 3];
    }
  }

  /** Gets ready for the next frame; true when this one closed the connection, which is answered. */
  private boolean endFrame(PyContext ctx) {
    state = State.HEADER;
    partSize = 2;
    if (frameKind != CLOSE) {
      return false;
    }
    send(ctx, new byte[] {(byte) (FINAL | CLOSE), 0}, new byte[0], 0, 0);
    return true;
  }

  // ---- writing ----

  @Override
  public int write(PyContext ctx, byte[] source, int offset, int length) {
    if (length > MOST) {
      throw Errors.osError(ctx, HostException.ENOBUFS);
    }
    byte first = (byte) (FINAL | writtenKind);
    byte[] header =
        length < LENGTH_OF_2
            ? new byte[] {first, (byte) length}
            : new byte[] {first, LENGTH_OF_2, (byte) (length >> 8), (byte) length};
    return send(ctx, header, source, offset, length);
  }

  private int send(PyContext ctx, byte[] header, byte[] source, int offset, int length) {
    if (blocksToWrite) {
      Attributes.callMethod(ctx, target, SET_BLOCKING, PyBool.TRUE);
    }
    Stream stream = Streams.of(ctx, target);
    int count = Streams.writeAll(ctx, stream, header, 0, header.length);
    if (count == header.length) {
      count = Streams.writeAll(ctx, stream, source, offset, length);
    }
    if (blocksToWrite) {
      Attributes.callMethod(ctx, target, SET_BLOCKING, PyBool.FALSE);
    }
    return count;
  }

  @Override
  public void close(PyContext ctx) {
    Streams.of(ctx, target).close(ctx);
  }

  @Override
  public int ioctl(PyContext ctx, int request, int argument) {
    switch (request) {
      case IOCTL_CLOSE:
        close(ctx);
        return 0;
      case GET_DATA_OPTIONS:
        return messageKind;
      case SET_DATA_OPTIONS:
        int before = writtenKind;
        writtenKind = argument & KIND;
        return before;
      default:
        throw Errors.osError(ctx, HostException.EINVAL);
    }
  }

  /** ioctl(request, argument=0) -> int: kind of the message read (8), of those to write (9). */
  private static PyObject ioctlMethod(PyContext ctx, PyObject[] args, int at, int nargs) {
    int argument = nargs == 3 ? Args.toInt(ctx, args[at + 2]) : 0;
    int request = Args.toInt(ctx, args[at + 1]);
    return PyInt.of(Streams.of(ctx, args[at]).ioctl(ctx, request, argument));
  }
}
