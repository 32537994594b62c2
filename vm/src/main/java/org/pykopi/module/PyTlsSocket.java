package org.pykopi.module;

import org.pykopi.host.HostException;
import org.pykopi.host.Tls;
import org.pykopi.host.TlsException;
import org.pykopi.object.Args;
import org.pykopi.object.Attributes;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/**
 * {@code SSLSocket}: carries bytes between a stream and the host's encryption. The stream may be
 * non-blocking; then {@code pollMask} remembers which direction the protocol waits for, and polling
 * asks the stream for that one.
 */
final class PyTlsSocket extends PyStream {
  static final PyType TYPE =
      new TypeTable("SSLSocket")
          .fn("read", 1, 2, StreamMethods::read)
          .fn("readinto", 2, 3, StreamMethods::readinto)
          .fn("readline", 1, 2, StreamMethods::readline)
          .fn("write", 2, 4, StreamMethods::write)
          .fn("recv", 2, 2, PyTlsSocket::recv)
          .fn("recv_into", 2, 3, StreamMethods::readinto)
          .fn("send", 2, 2, PyTlsSocket::send)
          .fn("sendall", 2, 4, StreamMethods::write)
          .fn2("setblocking", PyTlsSocket::setblocking)
          .fn1("close", StreamMethods::close)
          .fn("ioctl", 2, 3, PyTlsSocket::ioctlMethod)
          .fn2("getpeercert", PyTlsSocket::getpeercert)
          .fn1("cipher", PyTlsSocket::cipher)
          .build();

  private static final PyStr SET_BLOCKING = PyStr.intern("setblocking");
  private static final int NOT_OPEN = 32;
  private static final int NO_ERROR = 0;

  /** What later calls raise after a certificate was refused. */
  private static final int VERIFY_FAILED = -0x2700;

  private static final long WAIT_NANOS = 1_000_000;

  private final Tls.Session session;

  /** The stream below; null after close. */
  private PyObject target;

  private byte[] buffer = new byte[1024];

  /** Encrypted bytes that the stream has not taken yet: {@code output[outputAt ..]}; or null. */
  private byte[] output;

  private int outputAt;

  /** Plain bytes in that output, which the next call of write is about; 0 for none. */
  private int unreported;

  private int pollMask;
  private int lastError = NO_ERROR;

  PyTlsSocket(Tls.Session session, PyObject target) {
    this.session = session;
    this.target = target;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  private static PyTlsSocket self(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PyTlsSocket socket) {
      return socket;
    }
    throw Errors.wrongSelf(ctx, "SSLSocket", value);
  }

  // ---- carrying encrypted bytes ----

  /** Passes on what is to be sent; false when the stream takes no more now. */
  private boolean sendOutput(PyContext ctx) {
    Stream stream = Streams.of(ctx, target);
    while (true) {
      if (output == null) {
        output = session.takeOutput();
        outputAt = 0;
      }
      if (output == null) {
        return true;
      }
      int count = stream.write(ctx, output, outputAt, output.length - outputAt);
      if (count == WOULD_BLOCK) {
        pollMask = POLL_WRITE;
        return false;
      }
      outputAt += count;
      if (outputAt >= output.length || count == 0) {
        output = null;
      }
    }
  }

  /** Gets what the protocol needs next: 1, 0 at the end of the stream, or WOULD_BLOCK. */
  private int receive(PyContext ctx) {
    int needed = session.needed();
    if (needed > buffer.length) {
      buffer = new byte[needed];
    }
    int count = Streams.of(ctx, target).read(ctx, buffer, 0, needed);
    if (count > 0) {
      session.receive(buffer, 0, count);
    }
    return Math.min(count, 1);
  }

  /** Finishes the handshake, however long it takes. */
  void shakeHands(PyContext ctx) {
    try {
      goOnUntilDone(ctx);
    } catch (TlsException e) {
      throw fail(ctx, e);
    }
  }

  private void goOnUntilDone(PyContext ctx) {
    while (true) {
      boolean isDone = session.handshake();
      if (!sendOutput(ctx)) {
        TimeModule.sleepNanos(ctx, WAIT_NANOS);
        continue;
      }
      if (isDone) {
        return;
      }
      int count = receive(ctx);
      if (count == 0) {
        throw new TlsException(TlsException.END_OF_STREAM);
      }
      if (count == WOULD_BLOCK) {
        TimeModule.sleepNanos(ctx, WAIT_NANOS);
      }
    }
  }

  private void checkOpen(PyContext ctx) {
    pollMask = 0;
    if (target == null) {
      throw TlsModule.error(ctx, new TlsException(TlsException.BAD_INPUT));
    }
    if (lastError != NO_ERROR) {
      throw Errors.osError(ctx, lastError);
    }
  }

  /** After a failure the other side is told why, and nothing more goes through. */
  private PyException fail(PyContext ctx, TlsException e) {
    lastError = e.code == TlsException.NOT_VERIFIED ? VERIFY_FAILED : e.code;
    try {
      sendOutput(ctx);
    } catch (PyException broken) {
      return TlsModule.error(ctx, e);
    }
    return TlsModule.error(ctx, e);
  }

  // ---- the stream ----

  @Override
  public int read(PyContext ctx, byte[] bytes, int offset, int length) {
    checkOpen(ctx);
    try {
      while (true) {
        int count = session.read(bytes, offset, length);
        boolean isSent = sendOutput(ctx);
        if (count >= 0) {
          pollMask = 0;
          return count;
        }
        if (!isSent) {
          return ctx.profile.isPycopy() ? WANTS_WRITE : WOULD_BLOCK;
        }
        int received = receive(ctx);
        if (received == 0) {
          return atEnd(ctx);
        }
        if (received == WOULD_BLOCK) {
          return WOULD_BLOCK;
        }
      }
    } catch (TlsException e) {
      throw fail(ctx, e);
    }
  }

  /** The end of the stream below is that of this one, but not in the middle of a handshake. */
  private int atEnd(PyContext ctx) {
    if (!session.handshake()) {
      throw new TlsException(TlsException.END_OF_STREAM);
    }
    return 0;
  }

  @Override
  public int write(PyContext ctx, byte[] bytes, int offset, int length) {
    checkOpen(ctx);
    try {
      while (true) {
        if (!sendOutput(ctx)) {
          return WOULD_BLOCK;
        }
        if (unreported > 0) {
          int count = Math.min(unreported, length);
          unreported = 0;
          return count;
        }
        int count = session.write(bytes, offset, length);
        boolean isSent = sendOutput(ctx);
        if (count != Tls.WANTS_MORE) {
          unreported = isSent ? 0 : count;
          return isSent ? count : WOULD_BLOCK;
        }
        if (!isSent) {
          return WOULD_BLOCK;
        }
        int received = receive(ctx);
        if (received == 0) {
          return atEnd(ctx);
        }
        if (received == WOULD_BLOCK) {
          pollMask = POLL_READ;
          return ctx.profile.isPycopy() ? WANTS_READ : WOULD_BLOCK;
        }
      }
    } catch (TlsException e) {
      throw fail(ctx, e);
    }
  }

  @Override
  public void close(PyContext ctx) {
    if (target == null) {
      return;
    }
    PyObject closing = target;
    try {
      if (lastError == NO_ERROR) {
        session.close();
        sendOutput(ctx);
      }
    } catch (TlsException | PyException e) {
      // The good-bye is a courtesy; a connection that is broken cannot take it.
      lastError = HostException.EPIPE;
    }
    target = null;
    Streams.of(ctx, closing).close(ctx);
  }

  @Override
  public int ioctl(PyContext ctx, int request, int argument) {
    switch (request) {
      case IOCTL_CLOSE:
        close(ctx);
        return 0;
      case IOCTL_POLL:
        return poll(ctx, argument);
      default:
        throw Errors.osError(ctx, HostException.EINVAL);
    }
  }

  private int poll(PyContext ctx, int argument) {
    if (target == null || lastError != NO_ERROR) {
      return NOT_OPEN;
    }
    int wanted = argument & (POLL_READ | POLL_WRITE);
    int asked = argument;
    if (pollMask != 0 && wanted != 0) {
      asked = argument & ~wanted | pollMask;
    }
    int ready = 0;
    if ((asked & POLL_READ) != 0 && session.pending() > 0) {
      ready = POLL_READ;
      if (asked == POLL_READ) {
        return ready;
      }
    }
    ready |= Streams.of(ctx, target).ioctl(ctx, IOCTL_POLL, asked);
    return (ready & pollMask) != 0 ? ready | wanted : ready;
  }

  // ---- methods ----

  /** recv(size) -> bytes: what has come, up to that many bytes. */
  private static PyObject recv(PyContext ctx, PyObject[] args, int at, int nargs) {
    int size = ctx.checkSize(Args.toInt(ctx, args[at + 1]), 1);
    return Streams.readOnce(ctx, self(ctx, args[at]), size);
  }

  /** send(data) -> int: sends bytes, and how many of them it could. */
  private static PyObject send(PyContext ctx, PyObject[] args, int at, int nargs) {
    byte[] data = Args.toBuffer(ctx, args[at + 1]).copy();
    return Streams.result(self(ctx, args[at]).write(ctx, data, 0, data.length));
  }

  /** setblocking(flag): whether the stream below waits. */
  private static PyObject setblocking(PyContext ctx, PyObject self, PyObject flag) {
    PyTlsSocket socket = self(ctx, self);
    if (socket.target == null) {
      throw Errors.osError(ctx, HostException.EBADF);
    }
    return Attributes.callMethod(ctx, socket.target, SET_BLOCKING, PyBool.of(flag.isTrue(ctx)));
  }

  /** ioctl(request, argument=0) -> int: what streams are asked for polling and closing. */
  private static PyObject ioctlMethod(PyContext ctx, PyObject[] args, int at, int nargs) {
    int argument = nargs == 3 ? Args.toInt(ctx, args[at + 2]) : 0;
    return PyInt.of(self(ctx, args[at]).ioctl(ctx, Args.toInt(ctx, args[at + 1]), argument));
  }

  /** getpeercert(True) -> bytes or None: the certificate of the other side, as DER. */
  private static PyObject getpeercert(PyContext ctx, PyObject self, PyObject binary) {
    if (!binary.isTrue(ctx)) {
      throw Errors.of(ctx, ExceptionTypes.NOT_IMPLEMENTED_ERROR);
    }
    byte[] certificate = self(ctx, self).session.peerCertificate();
    return certificate == null ? PyNone.NONE : PyBytes.of(certificate);
  }

  /** cipher() -> tuple: the cipher and the version of the protocol. */
  private static PyObject cipher(PyContext ctx, PyObject self) {
    Tls.Session session = self(ctx, self).session;
    return PyTuple.of(PyStr.of(session.cipher()), PyStr.of(session.protocol()));
  }
}
