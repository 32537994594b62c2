package org.pykopi.host;

import java.util.List;

/**
 * Sockets as Python sees them. Nothing here waits: what cannot be done now says so, and the machine
 * asks again. Every method throws {@link HostException} with the POSIX error number when it cannot
 * do its work.
 */
public interface Network {
  int IPV4 = 2;
  int IPV6 = 10;

  /** Result of {@link Socket#read} and its kin when nothing can be done now. */
  int WOULD_BLOCK = -1;

  // Bits of Socket#ready.
  int READ = 1;
  int WRITE = 4;
  int ERROR = 8;
  int HANG_UP = 16;

  // Options of Socket#setOption at the level SOCKET_LEVEL.
  int SOCKET_LEVEL = 1;
  int REUSE_ADDRESS = 2;
  int BROADCAST = 6;
  int SEND_BUFFER = 7;
  int RECEIVE_BUFFER = 8;
  int KEEP_ALIVE = 9;

  /** Seconds that close waits for data to be sent; below 0 for the usual way. */
  int LINGER = 13;

  /** Four or sixteen bytes, and a port from 0 to 65535. */
  record Address(byte[] bytes, int port) {
    public int family() {
      return bytes.length == 4 ? IPV4 : IPV6;
    }
  }

  /** A new socket for streams or datagrams. */
  Socket open(int family, boolean isStream);

  /**
   * Addresses of a host name, those of IPv4 first; empty when there is no such name.
   *
   * @param family IPV4, IPV6 or 0 for both
   */
  List<byte[]> resolve(String name, int family);

  /** One socket. */
  interface Socket {
    void bind(Address address);

    void listen(int backlog);

    /** The next connection that came in, or null. */
    Socket accept();

    /**
     * Starts to connect, or looks how far it came; for datagrams sets the other side.
     *
     * @return whether it is connected now
     */
    boolean connect(Address address);

    /** Reads bytes or one datagram: their number, 0 at the end, or WOULD_BLOCK. */
    int read(byte[] target, int offset, int length);

    /** Writes bytes or one datagram to the other side: how many, or WOULD_BLOCK. */
    int write(byte[] source, int offset, int length);

    /** Sends a datagram: its length, or WOULD_BLOCK. */
    int send(byte[] source, int offset, int length, Address to);

    /** What can be done without waiting; bits READ, WRITE, ERROR, HANG_UP. */
    int ready();

    /** Where the latest datagram or this connection came from; null for nowhere. */
    Address remote();

    /** Sets an option; ENOPROTOOPT when it is not known. */
    void setOption(int level, int option, int value);

    void close();
  }
}
