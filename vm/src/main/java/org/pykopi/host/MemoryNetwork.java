package org.pykopi.host;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A network inside this object: its sockets reach each other and nothing else. Programs that serve
 * and programs that ask can be tried without a real network; the browser and the tests use it. The
 * only host is this one, {@code localhost}.
 *
 * <p>Invariants: {@code bound} holds each socket that has a port, once. The two ends of a
 * connection name each other as {@code peer}; what one writes goes into the other's {@code
 * incoming}.
 */
public final class MemoryNetwork implements Network {
  private static final int LOWEST_FREE_PORT = 49152;
  private static final int HIGHEST_PORT = 65535;
  private static final int BUFFER_SIZE = 1 << 16;
  private static final int MOST_DATAGRAMS = 64;
  private static final int LARGEST_DATAGRAM = 65507;

  private final List<MemorySocket> bound = new ArrayList<>();
  private int nextPort = LOWEST_FREE_PORT;

  @Override
  public Socket open(int family, boolean isStream) {
    return new MemorySocket(family, isStream);
  }

  @Override
  public List<byte[]> resolve(String name, int family) {
    List<byte[]> found = new ArrayList<>();
    if (name.equals("localhost")) {
      if (family != IPV6) {
        found.add(loopBack(IPV4));
      }
      if (family != IPV4) {
        found.add(loopBack(IPV6));
      }
    }
    return found;
  }

  private static byte[] loopBack(int family) {
    byte[] bytes = new byte[family == IPV4 ? 4 : 16];
    bytes[bytes.length - 1] = 1;
    if (family == IPV4) {
      bytes[0] = 127;
    }
    return bytes;
  }

  /** Whether an address is of this host. */
  private static boolean isHere(byte[] bytes) {
    boolean isAny = Arrays.equals(bytes, new byte[bytes.length]);
    return isAny || (bytes.length == 4 ? bytes[0] == 127 : Arrays.equals(bytes, loopBack(IPV6)));
  }

  private MemorySocket find(boolean isStream, int family, int port) {
    for (MemorySocket socket : bound) {
      if (socket.isStream == isStream && socket.family == family && socket.port() == port) {
        return socket;
      }
    }
    return null;
  }

  private int freePort(boolean isStream, int family) {
    for (int i = LOWEST_FREE_PORT; i <= HIGHEST_PORT; i++) {
      int port = nextPort;
      nextPort = port == HIGHEST_PORT ? LOWEST_FREE_PORT : port + 1;
      if (find(isStream, family, port) == null) {
        return port;
      }
    }
    throw new HostException(HostException.EADDRINUSE);
  }

  /** Bytes that came in, in a ring. */
  private static final class Ring {
    private final byte[] data = new byte[BUFFER_SIZE];
    private int start;
    private int count;

    int put(byte[] source, int offset, int length) {
      int part = Math.min(length, data.length - count);
      for (int i = 0; i < part; i++) {
        data[(start + count + i) % data.length] = source[offset + i];
      }
      count += part;
      return part;
    }

    int take(byte[] target, int offset, int length) {
      int part = Math.min(length, count);
      for (int i = 0; i < part; i++) {
        target[offset + i] = data[(start + i) % data.length];
      }
      start = (start + part) % data.length;
      count -= part;
      return part;
    }
  }

  private record Datagram(byte[] data, Address from) {}

  private final class MemorySocket implements Socket {
    final int family;
    final boolean isStream;
    private Address local;
    private Address remote;
    private boolean isClosed;

    // Streams.
    private Ring incoming;
    private MemorySocket peer;

    /** The other end has closed; what it wrote can still be read. */
    private boolean isEnded;

    /** Connections that wait for accept; null when this socket does not listen. */
    private List<MemorySocket> waiting;

    private int backlog;

    /** Where this socket waits for accept, else null. */
    private MemorySocket server;

    // Datagrams.
    private final List<Datagram> datagrams = new ArrayList<>();

    private Address remoteOfLatest;

    MemorySocket(int family, boolean isStream) {
      this.family = family;
      this.isStream = isStream;
    }

    int port() {
      return local == null ? 0 : local.port();
    }

    private void checkOpen() {
      if (isClosed) {
        throw new HostException(HostException.EBADF);
      }
    }

    @Override
    public void bind(Address address) {
      checkOpen();
      if (local != null) {
        throw new HostException(HostException.EINVAL);
      }
      if (address.family() != family) {
        throw new HostException(HostException.EAFNOSUPPORT);
      }
      if (!isHere(address.bytes())) {
        throw new HostException(HostException.EADDRNOTAVAIL);
      }
      int port = address.port() == 0 ? freePort(isStream, family) : address.port();
      if (find(isStream, family, port) != null) {
        throw new HostException(HostException.EADDRINUSE);
      }
      local = new Address(address.bytes(), port);
      bound.add(this);
    }

    private void bindAnywhere() {
      if (local == null) {
        bind(new Address(loopBack(family), 0));
      }
    }

    // ---- connections ----

    @Override
    public void listen(int backlog) {
      checkOpen();
      if (!isStream) {
        throw new HostException(HostException.EOPNOTSUPP);
      }
      if (peer != null) {
        throw new HostException(HostException.EINVAL);
      }
      bindAnywhere();
      waiting = waiting == null ? new ArrayList<>() : waiting;
      this.backlog = Math.max(1, backlog);
    }

    @Override
    public Socket accept() {
      checkOpen();
      if (waiting == null) {
        throw new HostException(isStream ? HostException.EINVAL : HostException.EOPNOTSUPP);
      }
      if (waiting.isEmpty()) {
        return null;
      }
      MemorySocket client = waiting.remove(0);
      MemorySocket accepted = client.peer;
      client.server = null;
      return accepted;
    }

    @Override
    public boolean connect(Address address) {
      checkOpen();
      if (peer != null) {
        throw new HostException(HostException.EISCONN);
      }
      if (address.family() != family) {
        throw new HostException(HostException.EAFNOSUPPORT);
      }
      if (!isHere(address.bytes())) {
        throw new HostException(HostException.ENETUNREACH);
      }
      if (!isStream) {
        bindAnywhere();
        remote = address;
        return true;
      }
      MemorySocket target = find(true, family, address.port());
      if (target == null || target.waiting == null) {
        throw new HostException(HostException.ECONNREFUSED);
      }
      if (target.waiting.size() >= target.backlog) {
        return false;
      }
      bindAnywhere();
      remote = address;
      server = target;
      peer = new MemorySocket(family, true);
      peer.peer = this;
      peer.local = target.local;
      peer.remote = local;
      incoming = new Ring();
      peer.incoming = new Ring();
      target.waiting.add(this);
      return true;
    }

    private void checkConnected(int error) {
      checkOpen();
      if (incoming == null) {
        throw new HostException(error);
      }
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (!isStream) {
        return receive(target, offset, length);
      }
      checkConnected(HostException.ENOTCONN);
      if (incoming.count == 0 && length > 0 && !isEnded) {
        return WOULD_BLOCK;
      }
      return incoming.take(target, offset, length);
    }

    @Override
    public int write(byte[] source, int offset, int length) {
      if (!isStream) {
        checkOpen();
        if (remote == null) {
          throw new HostException(HostException.EDESTADDRREQ);
        }
        return send(source, offset, length, remote);
      }
      checkConnected(HostException.EPIPE);
      if (isEnded) {
        throw new HostException(HostException.EPIPE);
      }
      int count = peer.incoming.put(source, offset, length);
      return count == 0 && length > 0 ? WOULD_BLOCK : count;
    }

    // ---- datagrams ----

    private int receive(byte[] target, int offset, int length) {
      checkOpen();
      if (datagrams.isEmpty()) {
        return WOULD_BLOCK;
      }
      Datagram first = datagrams.remove(0);
      remoteOfLatest = first.from;
      int count = Math.min(length, first.data.length);
      System.arraycopy(first.data, 0, target, offset, count);
      return count;
    }

    @Override
    public int send(byte[] source, int offset, int length, Address to) {
      checkOpen();
      if (isStream) {
        return write(source, offset, length);
      }
      if (length > LARGEST_DATAGRAM) {
        throw new HostException(HostException.EINVAL);
      }
      if (!isHere(to.bytes())) {
        throw new HostException(HostException.ENETUNREACH);
      }
      bindAnywhere();
      MemorySocket target = find(false, family, to.port());
      if (target != null && target.datagrams.size() < MOST_DATAGRAMS) {
        byte[] data = new byte[length];
        System.arraycopy(source, offset, data, 0, length);
        target.datagrams.add(new Datagram(data, new Address(loopBack(family), port())));
      }
      return length;
    }

    // ---- state ----

    @Override
    public int ready() {
      checkOpen();
      if (!isStream) {
        return WRITE | (datagrams.isEmpty() ? 0 : READ);
      }
      if (waiting != null) {
        return waiting.isEmpty() ? 0 : READ;
      }
      if (incoming == null) {
        return WRITE | HANG_UP;
      }
      int ready = incoming.count > 0 || isEnded ? READ : 0;
      return isEnded || peer.incoming.count < BUFFER_SIZE ? ready | WRITE : ready;
    }

    @Override
    public Address remote() {
      return isStream ? remote : remoteOfLatest;
    }

    @Override
    public void setOption(int level, int option, int value) {
      checkOpen();
      if (level == SOCKET_LEVEL && (option < REUSE_ADDRESS || option > LINGER)) {
        throw new HostException(HostException.ENOPROTOOPT);
      }
    }

    @Override
    public void close() {
      if (isClosed) {
        return;
      }
      isClosed = true;
      bound.remove(this);
      if (server != null) {
        server.waiting.remove(this);
      }
      if (waiting != null) {
        for (MemorySocket client : waiting) {
          client.server = null;
          client.isEnded = true;
        }
      }
      if (peer != null) {
        peer.isEnded = true;
      }
    }
  }
}
