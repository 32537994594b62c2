package org.pykopi.cli;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.net.SocketOption;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pykopi.host.HostException;
import org.pykopi.host.Network;

/**
 * The network of this computer. All channels are in non-blocking mode; one selector knows what each
 * of them is ready for.
 *
 * <p>Java has different channels for the two ends of a connection, a socket of Python may still
 * become either. So a stream socket has no channel at first: {@code bind} makes that of a server,
 * and {@code connect} replaces it.
 */
final class JvmNetwork implements Network {
  private static final Map<String, Integer> ERRORS =
      Map.of(
          "Connection refused", HostException.ECONNREFUSED,
          "Connection reset", HostException.ECONNRESET,
          "Connection reset by peer", HostException.ECONNRESET,
          "Broken pipe", HostException.EPIPE,
          "Connection timed out", HostException.ETIMEDOUT,
          "Network is unreachable", HostException.ENETUNREACH,
          "No route to host", HostException.EHOSTUNREACH,
          "Permission denied", HostException.EACCES,
          "Address already in use", HostException.EADDRINUSE);

  private Selector selector;

  @Override
  public Socket open(int family, boolean isStream) {
    StandardProtocolFamily protocol =
        family == IPV4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6;
    try {
      return isStream ? new StreamSocket(protocol) : new DatagramSocket(protocol);
    } catch (IOException | UnsupportedOperationException e) {
      throw new HostException(HostException.EAFNOSUPPORT);
    }
  }

  @Override
  public List<byte[]> resolve(String name, int family) {
    List<byte[]> found = new ArrayList<>();
    List<byte[]> later = new ArrayList<>();
    try {
      for (InetAddress address : InetAddress.getAllByName(name)) {
        boolean isOld = address instanceof Inet4Address;
        if (family == 0 || isOld == (family == IPV4)) {
          (isOld ? found : later).add(address.getAddress());
        }
      }
    } catch (UnknownHostException e) {
      return found;
    }
    found.addAll(later);
    return found;
  }

  /** The POSIX error number for what Java says. */
  private static HostException failure(IOException e) {
    int errno = HostException.EIO;
    if (e instanceof PortUnreachableException) {
      errno = HostException.ECONNREFUSED;
    } else if (e instanceof NoRouteToHostException) {
      errno = HostException.EHOSTUNREACH;
    } else if (e instanceof ConnectException) {
      errno = HostException.ECONNREFUSED;
    } else if (e instanceof BindException) {
      errno = HostException.EADDRINUSE;
    } else if (e instanceof SocketException) {
      errno = HostException.ECONNRESET;
    }
    String message = e.getMessage() == null ? "" : e.getMessage();
    for (Map.Entry<String, Integer> known : ERRORS.entrySet()) {
      errno = message.startsWith(known.getKey()) ? known.getValue() : errno;
    }
    if (message.startsWith("Cannot assign requested address")) {
      errno = HostException.EADDRNOTAVAIL;
    }
    return new HostException(errno);
  }

  private static InetSocketAddress toJava(Address address) throws IOException {
    return new InetSocketAddress(InetAddress.getByAddress(address.bytes()), address.port());
  }

  private static Address toAddress(java.net.SocketAddress address) {
    return address instanceof InetSocketAddress internet
        ? new Address(internet.getAddress().getAddress(), internet.getPort())
        : null;
  }

  private SelectionKey register(SelectableChannel channel, Object socket) throws IOException {
    if (selector == null) {
      selector = Selector.open();
    }
    channel.configureBlocking(false);
    return channel.register(selector, 0, socket);
  }

  /** What a channel is ready for among {@code operations}. */
  private int select(SelectionKey key, int operations) throws IOException {
    if (!key.isValid()) {
      return 0;
    }
    key.interestOps(operations);
    selector.selectedKeys().clear();
    selector.selectNow();
    int found = selector.selectedKeys().contains(key) ? key.readyOps() : 0;
    key.interestOps(0);
    return found;
  }

  /** Which of {@link #READ} and {@link #WRITE} would not wait. */
  private int readyForData(SelectionKey key) {
    try {
      int found = select(key, SelectionKey.OP_READ | SelectionKey.OP_WRITE);
      return ((found & SelectionKey.OP_READ) != 0 ? READ : 0)
          | ((found & SelectionKey.OP_WRITE) != 0 ? WRITE : 0);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** Closes a channel at once; left to itself it would wait for the next use of the selector. */
  private void close(NetworkChannel channel) {
    try {
      if (channel != null) {
        channel.close();
        if (selector != null) {
          selector.selectNow();
        }
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  /** What both kinds of sockets share. */
  private abstract class ChannelSocket implements Socket {
    final StandardProtocolFamily family;
    final Map<Integer, Integer> options = new HashMap<>();
    boolean isClosed;

    ChannelSocket(StandardProtocolFamily family) {
      this.family = family;
    }

    /** The channel now, or null. */
    abstract NetworkChannel channel();

    final void checkOpen() {
      if (isClosed) {
        throw new HostException(HostException.EBADF);
      }
    }

    @Override
    public void setOption(int level, int option, int value) {
      checkOpen();
      if (level != SOCKET_LEVEL) {
        return;
      }
      if (option < REUSE_ADDRESS || option > LINGER) {
        throw new HostException(HostException.ENOPROTOOPT);
      }
      options.put(option, value);
      try {
        apply(channel(), option, value);
      } catch (IOException e) {
        throw failure(e);
      }
    }

    final void applyAll(NetworkChannel channel) throws IOException {
      for (Map.Entry<Integer, Integer> option : options.entrySet()) {
        apply(channel, option.getKey(), option.getValue());
      }
    }

    private void apply(NetworkChannel channel, int option, int value) throws IOException {
      switch (option) {
        case REUSE_ADDRESS -> set(channel, StandardSocketOptions.SO_REUSEADDR, value != 0);
        case BROADCAST -> set(channel, StandardSocketOptions.SO_BROADCAST, value != 0);
        case KEEP_ALIVE -> set(channel, StandardSocketOptions.SO_KEEPALIVE, value != 0);
        case SEND_BUFFER -> set(channel, StandardSocketOptions.SO_SNDBUF, Math.max(1, value));
        case RECEIVE_BUFFER -> set(channel, StandardSocketOptions.SO_RCVBUF, Math.max(1, value));
        case LINGER -> set(channel, StandardSocketOptions.SO_LINGER, value);
        default -> {}
      }
    }

    private <T> void set(NetworkChannel channel, SocketOption<T> option, T value)
        throws IOException {
      if (channel != null && channel.supportedOptions().contains(option)) {
        channel.setOption(option, value);
      }
    }

    @Override
    public void close() {
      isClosed = true;
      JvmNetwork.this.close(channel());
    }
  }

  private final class StreamSocket extends ChannelSocket {
    private ServerSocketChannel server;
    private SocketChannel channel;
    private SelectionKey key;
    private boolean isListening;
    private boolean isConnected;

    /** The other side broke the connection off, and the program has been told. */
    private boolean isReset;

    /** Error of a connection that failed; the next call that needs it reports it. */
    private int failed;

    StreamSocket(StandardProtocolFamily family) {
      super(family);
    }

    /** A connection that came in. */
    StreamSocket(StandardProtocolFamily family, SocketChannel channel) throws IOException {
      super(family);
      this.channel = channel;
      key = register(channel, this);
      isConnected = true;
    }

    @Override
    NetworkChannel channel() {
      return channel != null ? channel : server;
    }

    @Override
    public void bind(Address address) {
      checkOpen();
      if (server != null || channel != null) {
        throw new HostException(HostException.EINVAL);
      }
      try {
        server = ServerSocketChannel.open(family);
        applyAll(server);
        server.bind(toJava(address));
        key = register(server, this);
      } catch (IOException e) {
        closeServer();
        throw failure(e);
      }
    }

    private void closeServer() {
      ServerSocketChannel closing = server;
      server = null;
      JvmNetwork.this.close(closing);
    }

    @Override
    public void listen(int backlog) {
      checkOpen();
      if (channel != null) {
        throw new HostException(HostException.EINVAL);
      }
      if (server == null) {
        bind(new Address(new byte[family == StandardProtocolFamily.INET ? 4 : 16], 0));
      }
      isListening = true;
    }

    @Override
    public Socket accept() {
      checkOpen();
      if (!isListening) {
        throw new HostException(HostException.EINVAL);
      }
      try {
        SocketChannel accepted = server.accept();
        return accepted == null ? null : new StreamSocket(family, accepted);
      } catch (IOException e) {
        throw failure(e);
      }
    }

    @Override
    public boolean connect(Address address) {
      checkOpen();
      if (isConnected) {
        throw new HostException(HostException.EISCONN);
      }
      if (isListening) {
        throw new HostException(HostException.EISCONN);
      }
      try {
        if (channel != null) {
          return finish();
        }
        channel = SocketChannel.open(family);
        applyAll(channel);
        if (server != null) {
          InetSocketAddress local = (InetSocketAddress) server.getLocalAddress();
          closeServer();
          channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
          channel.bind(local);
        }
        key = register(channel, this);
        isConnected = channel.connect(toJava(address));
        return isConnected;
      } catch (IOException e) {
        forgetChannel();
        throw failure(e);
      }
    }

    /** After a failure the socket is as new. */
    private void forgetChannel() {
      SocketChannel closing = channel;
      channel = null;
      key = null;
      JvmNetwork.this.close(closing);
    }

    private boolean finish() {
      if (failed != 0) {
        int errno = failed;
        failed = 0;
        forgetChannel();
        throw new HostException(errno);
      }
      try {
        isConnected = isConnected || channel.finishConnect();
        return isConnected;
      } catch (IOException e) {
        forgetChannel();
        throw failure(e);
      }
    }

    /** Whether bytes can go; {@code errno} is for a socket that was never connected. */
    private boolean isConnected(int errno) {
      checkOpen();
      if (channel == null) {
        throw new HostException(errno);
      }
      return finish();
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      if (!isConnected(HostException.ENOTCONN)) {
        return WOULD_BLOCK;
      }
      if (isReset) {
        return 0;
      }
      try {
        int count = channel.read(ByteBuffer.wrap(target, offset, length));
        return count == 0 && length > 0 ? WOULD_BLOCK : Math.max(0, count);
      } catch (IOException e) {
        isReset = true;
        throw failure(e);
      }
    }

    @Override
    public int write(byte[] source, int offset, int length) {
      if (!isConnected(HostException.EPIPE)) {
        return WOULD_BLOCK;
      }
      try {
        int count = channel.write(ByteBuffer.wrap(source, offset, length));
        return count == 0 && length > 0 ? WOULD_BLOCK : count;
      } catch (IOException e) {
        throw failure(e);
      }
    }

    @Override
    public int send(byte[] source, int offset, int length, Address to) {
      return write(source, offset, length);
    }

    @Override
    public int ready() {
      checkOpen();
      try {
        if (isListening) {
          return select(key, SelectionKey.OP_ACCEPT) == 0 ? 0 : READ;
        }
        if (channel == null) {
          return WRITE | HANG_UP;
        }
        if (failed == 0 && !isConnected) {
          isConnected = channel.finishConnect();
        }
        if (failed == 0 && !isConnected) {
          return 0;
        }
      } catch (IOException e) {
        failed = failure(e).errno;
      }
      if (failed != 0) {
        return READ | WRITE | ERROR | HANG_UP;
      }
      return isReset ? READ | WRITE | HANG_UP : readyForData(key);
    }

    @Override
    public Address remote() {
      try {
        return channel == null ? null : toAddress(channel.getRemoteAddress());
      } catch (IOException e) {
        throw failure(e);
      }
    }
  }

  private final class DatagramSocket extends ChannelSocket {
    private final DatagramChannel channel;
    private final SelectionKey key;
    private Address latest;

    DatagramSocket(StandardProtocolFamily family) throws IOException {
      super(family);
      channel = DatagramChannel.open(family);
      key = register(channel, this);
    }

    @Override
    NetworkChannel channel() {
      return channel;
    }

    @Override
    public void bind(Address address) {
      checkOpen();
      try {
        if (channel.getLocalAddress() != null) {
          throw new HostException(HostException.EINVAL);
        }
        channel.bind(toJava(address));
      } catch (IOException e) {
        throw failure(e);
      }
    }

    @Override
    public void listen(int backlog) {
      throw new HostException(HostException.EOPNOTSUPP);
    }

    @Override
    public Socket accept() {
      throw new HostException(HostException.EOPNOTSUPP);
    }

    @Override
    public boolean connect(Address address) {
      checkOpen();
      try {
        if (channel.isConnected()) {
          channel.disconnect();
        }
        channel.connect(toJava(address));
        return true;
      } catch (IOException e) {
        throw failure(e);
      }
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      checkOpen();
      try {
        ByteBuffer buffer = ByteBuffer.wrap(target, offset, length);
        java.net.SocketAddress from = channel.receive(buffer);
        if (from == null) {
          return WOULD_BLOCK;
        }
        latest = toAddress(from);
        return buffer.position() - offset;
      } catch (IOException e) {
        throw failure(e);
      }
    }

    @Override
    public int write(byte[] source, int offset, int length) {
      checkOpen();
      if (!channel.isConnected()) {
        throw new HostException(HostException.EDESTADDRREQ);
      }
      try {
        int count = channel.write(ByteBuffer.wrap(source, offset, length));
        return count == 0 && length > 0 ? WOULD_BLOCK : count;
      } catch (IOException e) {
        throw failure(e);
      }
    }

    @Override
    public int send(byte[] source, int offset, int length, Address to) {
      checkOpen();
      try {
        int count = channel.send(ByteBuffer.wrap(source, offset, length), toJava(to));
        return count == 0 && length > 0 ? WOULD_BLOCK : count;
      } catch (IOException e) {
        throw failure(e);
      }
    }

    @Override
    public int ready() {
      checkOpen();
      return readyForData(key);
    }

    @Override
    public Address remote() {
      return latest;
    }
  }
}
