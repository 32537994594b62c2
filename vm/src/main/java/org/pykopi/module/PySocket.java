package org.pykopi.module;

import org.pykopi.host.FileSystem;
import org.pykopi.host.HostException;
import org.pykopi.host.Network;
import org.pykopi.host.Network.Address;
import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.PyByteArray;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyTuple;
import org.pykopi.object.PyType;
import org.pykopi.object.Signature;
import org.pykopi.object.Threads;
import org.pykopi.object.TypeTable;

/**
 * {@code socket.socket}. The host's sockets never wait; a socket that blocks tries again and again,
 * and lets other threads and background work run between two tries.
 */
final class PySocket extends PyStream {
  static final PyType TYPE =
      new TypeTable("socket")
          .constructor(PySocket::make)
          .fn1("fileno", PySocket::fileno)
          .fn("makefile", 1, 3, PySocket::makefile)
          .fn("read", 1, 2, StreamMethods::read)
          .fn("readinto", 2, 3, StreamMethods::readinto)
          .fn("readline", 1, 2, StreamMethods::readline)
          .fn("write", 2, 4, StreamMethods::write)
          .fn2("connect", PySocket::connect)
          .fn2("bind", PySocket::bind)
          .fn("listen", 1, 2, PySocket::listen)
          .fn1("accept", PySocket::accept)
          .fn("recv", 2, 3, PySocket::recv)
          .fn("recvfrom", 2, 3, PySocket::recvfrom)
          .fn("send", 2, 3, PySocket::send)
          .fn("sendall", 2, 3, PySocket::sendall)
          .fn("sendto", 3, 4, PySocket::sendto)
          .fn("setsockopt", 4, 4, PySocket::setsockopt)
          .fn2("setblocking", PySocket::setblocking)
          .fn2("settimeout", PySocket::settimeout)
          .fn1("close", StreamMethods::close)
          .build();

  private static final Signature MAKE = Signature.of("af=2", "type=1", "proto=0", "fileno=None");

  /** What {@link #attempt} gives when the time is over. */
  private static final int TIMED_OUT = -2;

  private static final int NOT_OPEN = 32;
  private static final int USUAL_BACKLOG = 128;
  private static final int LARGEST_DATAGRAM = 65535;

  /** The first tries follow each other at once for that long; the answer is often near. */
  private static final long EAGER_NANOS = 200_000;

  private static final long FIRST_SLEEP = 1_000_000;
  private static final long LONGEST_SLEEP = 8_000_000;

  /** Something that the host may not be able to do now. */
  private interface Attempt {
    int run();
  }

  /** Null after close. */
  private Network.Socket socket;

  private final int family;
  private final boolean isStream;
  private int number;
  private boolean isBlocking = true;

  /** How long to try; {@link Threads#NO_TIME} for ever. */
  private long timeout = Threads.NO_TIME;

  /** When the attempt that is made now ends. */
  private long deadline;

  private boolean isConnecting;

  /** What was looked at but not taken; null for nothing. */
  private byte[] ahead;

  private PySocket(PyContext ctx, Network.Socket socket, int family, boolean isStream) {
    this.socket = socket;
    this.family = family;
    this.isStream = isStream;
    number = IoState.of(ctx).add(this, socket::close);
  }

  /** socket(af=AF_INET, type=SOCK_STREAM, proto=0) -> socket: a new socket. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    PyObject[] bound = MAKE.bind(ctx, args, at, nargs, nkw);
    int family = Args.toInt(ctx, bound[0]);
    int kind = Args.toInt(ctx, bound[1]);
    int protocol = Args.toInt(ctx, bound[2]);
    int error = check(family, kind, protocol);
    if (error != 0) {
      throw Errors.osError(ctx, error);
    }
    boolean isStream = kind == SocketModule.STREAM;
    try {
      Network.Socket made = SocketModule.network(ctx).open(family, isStream);
      return new PySocket(ctx, made, family, isStream);
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  private static int check(int family, int kind, int protocol) {
    if (family != Network.IPV4 && family != Network.IPV6) {
      return HostException.EAFNOSUPPORT;
    }
    switch (kind) {
      case SocketModule.STREAM:
        return protocol == 0 || protocol == 6 ? 0 : HostException.EPROTONOSUPPORT;
      case SocketModule.DATAGRAM:
        return protocol == 0 || protocol == 17 ? 0 : HostException.EPROTONOSUPPORT;
      case SocketModule.RAW:
        return protocol == 0 ? HostException.EPROTONOSUPPORT : HostException.EPERM;
      default:
        return kind > 0 && kind < 10 ? HostException.ESOCKTNOSUPPORT : HostException.EINVAL;
    }
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("<_socket ").append(number).append('>');
  }

  private static PySocket self(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PySocket socket) {
      return socket;
    }
    throw Errors.wrongSelf(ctx, "socket", value);
  }

  private Network.Socket open(PyContext ctx) {
    if (socket == null) {
      throw Errors.osError(ctx, HostException.EBADF);
    }
    return socket;
  }

  // ---- trying and waiting ----

  /**
   * Tries until it works: the result of the attempt, {@link #WOULD_BLOCK} when this socket does not
   * wait, or {@link #TIMED_OUT}.
   *
   * @param function the built-in function that this is all of, as {@link Threads#pause} wants it,
   *     or null
   */
  private int attempt(PyContext ctx, String function, boolean waits, Attempt attempt) {
    long start = ctx.host.clock().elapsedNanos();
    if (ctx.threads.sleepEnd(0) == 0) {
      deadline = timeout == Threads.NO_TIME ? Threads.NO_TIME : start + timeout;
    }
    long sleep = FIRST_SLEEP;
    while (true) {
      int result;
      try {
        open(ctx);
        result = attempt.run();
      } catch (HostException e) {
        throw Streams.hostError(ctx, e);
      }
      if (result != WOULD_BLOCK || !waits) {
        return result;
      }
      long now = ctx.host.clock().elapsedNanos();
      if (now >= deadline) {
        return TIMED_OUT;
      }
      if (now - start < EAGER_NANOS) {
        ctx.poll();
      } else {
        ctx.host.console().flush();
        ctx.threads.pause(function, Math.min(deadline, now + sleep));
        sleep = Math.min(2 * sleep, LONGEST_SLEEP);
      }
    }
  }

  private static PyException timedOut(PyContext ctx) {
    return Errors.osError(ctx, HostException.ETIMEDOUT);
  }

  /** For methods that raise EAGAIN where a stream gives None. */
  private static int orAgain(PyContext ctx, int result) {
    if (result < 0) {
      throw Errors.osError(ctx, HostException.EAGAIN);
    }
    return result;
  }

  // ---- the stream ----

  @Override
  public int read(PyContext ctx, byte[] target, int offset, int length) {
    int result = attempt(ctx, null, isBlocking, () -> take(target, offset, length));
    if (result == TIMED_OUT) {
      throw timedOut(ctx);
    }
    return result;
  }

  private int take(byte[] target, int offset, int length) {
    if (ahead == null) {
      return socket.read(target, offset, length);
    }
    int count = Math.min(length, ahead.length);
    System.arraycopy(ahead, 0, target, offset, count);
    byte[] rest = null;
    if (isStream && count < ahead.length) {
      rest = new byte[ahead.length - count];
      System.arraycopy(ahead, count, rest, 0, rest.length);
    }
    ahead = rest;
    int more = isStream && count < length ? socket.read(target, offset + count, length - count) : 0;
    return count + Math.max(0, more);
  }

  /** Reads without taking. */
  private int peek(byte[] target, int offset, int length) {
    int before = ahead == null ? 0 : ahead.length;
    if (ahead == null || (isStream && before < length)) {
      byte[] more = new byte[isStream ? length - before : LARGEST_DATAGRAM];
      int count = socket.read(more, 0, more.length);
      if (count > 0 || ahead == null) {
        if (count <= 0) {
          return count;
        }
        byte[] all = new byte[before + count];
        if (before > 0) {
          System.arraycopy(ahead, 0, all, 0, before);
        }
        System.arraycopy(more, 0, all, before, count);
        ahead = all;
      }
    }
    int count = Math.min(length, ahead.length);
    System.arraycopy(ahead, 0, target, offset, count);
    return count;
  }

  @Override
  public int write(PyContext ctx, byte[] source, int offset, int length) {
    int result = attempt(ctx, null, isBlocking, () -> socket.write(source, offset, length));
    if (result == TIMED_OUT) {
      throw timedOut(ctx);
    }
    return result;
  }

  @Override
  public void close(PyContext ctx) {
    if (socket != null) {
      Network.Socket closing = socket;
      socket = null;
      IoState.of(ctx).release(number);
      number = -1;
      try {
        closing.close();
      } catch (HostException e) {
        throw Streams.hostError(ctx, e);
      }
    }
  }

  @Override
  public int ioctl(PyContext ctx, int request, int argument) {
    if (request == IOCTL_FILENO) {
      return number;
    }
    if (request != IOCTL_POLL) {
      return super.ioctl(ctx, request, argument);
    }
    if (socket == null) {
      return NOT_OPEN;
    }
    try {
      int ready = socket.ready() | (ahead == null ? 0 : POLL_READ);
      return ready & (argument | Network.ERROR | Network.HANG_UP);
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  /** fileno() -> int: the number of the socket, -1 when it is closed. */
  private static PyObject fileno(PyContext ctx, PyObject self) {
    return PyInt.of(self(ctx, self).number);
  }

  /** makefile(mode="r", buffering=None) -> stream: the socket as a file. */
  private static PyObject makefile(PyContext ctx, PyObject[] args, int at, int nargs) {
    PySocket socket = self(ctx, args[at]);
    String mode = nargs > 1 ? Args.toText(ctx, args[at + 1]) : "r";
    boolean reads = mode.indexOf('r') >= 0 || mode.indexOf('+') >= 0;
    boolean writes = mode.indexOf('w') >= 0 || mode.indexOf('+') >= 0;
    int flags = (reads ? FileSystem.READ : 0) | (writes ? FileSystem.WRITE : 0);
    PyType type = mode.indexOf('b') >= 0 ? PyFile.BINARY : PyFile.TEXT;
    return new PyFile(type, new SocketFile(ctx, socket), socket.number, flags);
  }

  // ---- connections ----

  /** connect(address): connects to the other side. */
  private static PyObject connect(PyContext ctx, PyObject self, PyObject value) {
    PySocket socket = self(ctx, self);
    Address address = SocketModule.address(ctx, value, socket.family);
    boolean isRepeated = socket.isConnecting;
    socket.isConnecting = !socket.isBlocking;
    int result =
        socket.attempt(
            ctx,
            "connect",
            socket.isBlocking,
            () -> socket.socket.connect(address) ? 1 : WOULD_BLOCK);
    if (result == TIMED_OUT) {
      throw timedOut(ctx);
    }
    if (!socket.isBlocking && socket.isStream && (result == WOULD_BLOCK || !isRepeated)) {
      throw Errors.osError(ctx, isRepeated ? HostException.EALREADY : HostException.EINPROGRESS);
    }
    return PyNone.NONE;
  }

  /** bind(address): takes an address of this host. */
  private static PyObject bind(PyContext ctx, PyObject self, PyObject value) {
    PySocket socket = self(ctx, self);
    Address address = SocketModule.address(ctx, value, socket.family);
    try {
      socket.open(ctx).bind(address);
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
    return PyNone.NONE;
  }

  /** listen(backlog=128): lets others connect. */
  private static PyObject listen(PyContext ctx, PyObject[] args, int at, int nargs) {
    int backlog = nargs == 1 ? USUAL_BACKLOG : Math.max(0, Args.toInt(ctx, args[at + 1]));
    try {
      self(ctx, args[at]).open(ctx).listen(backlog);
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
    return PyNone.NONE;
  }

  /** accept() -> tuple: the next connection that comes in, and the address of its other side. */
  private static PyObject accept(PyContext ctx, PyObject self) {
    PySocket socket = self(ctx, self);
    Network.Socket[] found = new Network.Socket[1];
    int result =
        socket.attempt(
            ctx,
            "accept",
            socket.isBlocking,
            () -> {
              found[0] = socket.socket.accept();
              return found[0] == null ? WOULD_BLOCK : 1;
            });
    if (result == TIMED_OUT) {
      throw timedOut(ctx);
    }
    orAgain(ctx, result);
    PySocket accepted = new PySocket(ctx, found[0], socket.family, true);
    return PyTuple.of(accepted, new PyByteArray(structure(found[0].remote())));
  }

  private static byte[] structure(Address address) {
    return address == null ? new byte[0] : InternetAddress.toStructure(address);
  }

  // ---- sending and receiving ----

  private byte[] receive(PyContext ctx, String function, PyObject[] args, int at, int nargs) {
    byte[] data = new byte[ctx.checkSize(Args.toInt(ctx, args[at + 1]), 1)];
    int flags = nargs > 2 ? Args.toInt(ctx, args[at + 2]) : 0;
    boolean waits = isBlocking && (flags & SocketModule.DONT_WAIT) == 0;
    boolean peeks = (flags & SocketModule.PEEK) != 0;
    int count =
        attempt(
            ctx,
            function,
            waits,
            () -> peeks ? peek(data, 0, data.length) : take(data, 0, data.length));
    orAgain(ctx, count);
    byte[] result = new byte[count];
    System.arraycopy(data, 0, result, 0, count);
    return result;
  }

  /** recv(size, flags=0) -> bytes: what has come, up to that many bytes. */
  private static PyObject recv(PyContext ctx, PyObject[] args, int at, int nargs) {
    return PyBytes.of(self(ctx, args[at]).receive(ctx, "recv", args, at, nargs));
  }

  /** recvfrom(size, flags=0) -> tuple: what has come, and the address it came from. */
  private static PyObject recvfrom(PyContext ctx, PyObject[] args, int at, int nargs) {
    PySocket socket = self(ctx, args[at]);
    byte[] data = socket.receive(ctx, "recvfrom", args, at, nargs);
    Address from = socket.isStream ? null : socket.socket.remote();
    return PyTuple.of(PyBytes.of(data), PyBytes.of(structure(from)));
  }

  private int sendSome(PyContext ctx, BufferView view, int from) {
    return orAgain(
        ctx,
        attempt(
            ctx,
            null,
            isBlocking,
            () -> socket.write(view.data(), view.offset() + from, view.length() - from)));
  }

  /** send(data, flags=0) -> int: sends bytes, and how many of them it could. */
  private static PyObject send(PyContext ctx, PyObject[] args, int at, int nargs) {
    return PyInt.of(self(ctx, args[at]).sendSome(ctx, Args.toBuffer(ctx, args[at + 1]), 0));
  }

  /** sendall(data, flags=0): sends all bytes. */
  private static PyObject sendall(PyContext ctx, PyObject[] args, int at, int nargs) {
    BufferView view = Args.toBuffer(ctx, args[at + 1]);
    int done = 0;
    do {
      done += self(ctx, args[at]).sendSome(ctx, view, done);
    } while (done < view.length());
    return PyNone.NONE;
  }

  /** sendto(data, [flags,] address) -> int: sends a datagram. */
  private static PyObject sendto(PyContext ctx, PyObject[] args, int at, int nargs) {
    PySocket socket = self(ctx, args[at]);
    BufferView view = Args.toBuffer(ctx, args[at + 1]);
    Address address = SocketModule.address(ctx, args[at + nargs - 1], socket.family);
    return PyInt.of(
        orAgain(
            ctx,
            socket.attempt(
                ctx,
                null,
                socket.isBlocking,
                () -> socket.socket.send(view.data(), view.offset(), view.length(), address))));
  }

  // ---- settings ----

  /** setsockopt(level, option, value): sets an option; the value is an int or bytes. */
  private static PyObject setsockopt(PyContext ctx, PyObject[] args, int at, int nargs) {
    int level = Args.toInt(ctx, args[at + 1]);
    int option = Args.toInt(ctx, args[at + 2]);
    int value;
    if (Args.isInt(args[at + 3])) {
      value = Args.toBigInteger(ctx, args[at + 3]).intValue();
    } else {
      byte[] bytes = Args.toBuffer(ctx, args[at + 3]).copy();
      boolean isLinger = level == Network.SOCKET_LEVEL && option == Network.LINGER;
      value = isLinger ? linger(bytes) : bytes.length > 0 ? bytes[0] : 0;
    }
    try {
      self(ctx, args[at]).open(ctx).setOption(level, option, value);
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
    return PyNone.NONE;
  }

  /** Seconds from the C structure of two ints, the first of which says whether it counts. */
  private static int linger(byte[] bytes) {
    return bytes.length < 8 || bytes[0] == 0 ? -1 : bytes[4] & 0xff | (bytes[5] & 0xff) << 8;
  }

  /** setblocking(flag): whether methods wait. */
  private static PyObject setblocking(PyContext ctx, PyObject self, PyObject flag) {
    PySocket socket = self(ctx, self);
    socket.open(ctx);
    socket.isBlocking = flag.isTrue(ctx);
    return PyNone.NONE;
  }

  /** settimeout(seconds): how long methods wait; None for ever, 0 not at all. */
  private static PyObject settimeout(PyContext ctx, PyObject self, PyObject seconds) {
    PySocket socket = self(ctx, self);
    double limit = seconds == PyNone.NONE ? -1 : Args.toDouble(ctx, seconds);
    socket.open(ctx);
    socket.isBlocking = limit != 0;
    if (limit != 0) {
      boolean isLimited = limit > 0 && limit < 1e9;
      socket.timeout = isLimited ? (long) (limit * 1e9) : Threads.NO_TIME;
    }
    return PyNone.NONE;
  }

  /** What {@code makefile} gives reads and writes this. */
  private record SocketFile(PyContext ctx, PySocket socket) implements FileSystem.OpenFile {
    private static final int ESPIPE = 29;

    @Override
    public int read(byte[] target, int offset, int length) {
      return orAgain(socket.read(ctx, target, offset, length));
    }

    @Override
    public int write(byte[] source, int offset, int length) {
      return orAgain(socket.write(ctx, source, offset, length));
    }

    private static int orAgain(int count) {
      if (count == WOULD_BLOCK) {
        throw new HostException(HostException.EAGAIN);
      }
      return count;
    }

    @Override
    public long seek(long offset, int whence) {
      throw new HostException(ESPIPE);
    }

    @Override
    public void truncate(long size) {
      throw new HostException(HostException.EINVAL);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
      socket.close(ctx);
    }
  }
}
