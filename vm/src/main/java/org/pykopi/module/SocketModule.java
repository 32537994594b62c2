package org.pykopi.module;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.host.HostException;
import org.pykopi.host.Network;
import org.pykopi.host.Network.Address;
import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyBaseException;
import org.pykopi.object.PyByteArray;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyList;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;

/**
 * {@code socket}: network connections. Addresses are the structures that {@code getaddrinfo} gives,
 * as on the reference's Unix port; pairs of host and port are taken as well, as on boards.
 */
public final class SocketModule {
  private SocketModule() {}

  static final int AF_UNIX = 1;
  static final int STREAM = 1;
  static final int DATAGRAM = 2;
  static final int RAW = 3;
  static final int PEEK = 2;
  static final int DONT_WAIT = 64;

  /** Types of sockets with the numbers of their protocols. */
  private static final int[][] KINDS = {{STREAM, 6}, {DATAGRAM, 17}, {RAW, 0}};

  private static final String[] SERVICES = {"http", "https", "ftp", "ssh", "telnet", "domain"};
  private static final int[] SERVICE_PORTS = {80, 443, 21, 22, 23, 53};

  // Errors of getaddrinfo.
  private static final int NO_NAME = -2;
  private static final int BAD_KIND = -7;
  private static final int NO_SERVICE = -8;
  private static final int BAD_FAMILY = -9;

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("socket")
        .constant("socket", PySocket.TYPE)
        .fn("getaddrinfo", 2, 6, SocketModule::getaddrinfo)
        .fn2("inet_pton", SocketModule::inet_pton)
        .fn2("inet_ntop", SocketModule::inet_ntop)
        .fn1("sockaddr", SocketModule::sockaddr)
        .constant("AF_UNIX", PyInt.of(AF_UNIX))
        .constant("AF_INET", PyInt.of(Network.IPV4))
        .constant("AF_INET6", PyInt.of(Network.IPV6))
        .constant("SOCK_STREAM", PyInt.of(STREAM))
        .constant("SOCK_DGRAM", PyInt.of(DATAGRAM))
        .constant("SOCK_RAW", PyInt.of(RAW))
        .constant("MSG_DONTROUTE", PyInt.of(4))
        .constant("MSG_DONTWAIT", PyInt.of(DONT_WAIT))
        .constant("SOL_SOCKET", PyInt.of(Network.SOCKET_LEVEL))
        .constant("SO_BROADCAST", PyInt.of(Network.BROADCAST))
        .constant("SO_ERROR", PyInt.of(4))
        .constant("SO_KEEPALIVE", PyInt.of(Network.KEEP_ALIVE))
        .constant("SO_LINGER", PyInt.of(Network.LINGER))
        .constant("SO_REUSEADDR", PyInt.of(Network.REUSE_ADDRESS))
        .when(ctx.profile.isMicropython())
        .constant("MSG_PEEK", PyInt.of(PEEK))
        .constant("IP_ADD_MEMBERSHIP", PyInt.of(35))
        .constant("IP_DROP_MEMBERSHIP", PyInt.of(36))
        .build();
  }

  // ---- names ----

  /**
   * getaddrinfo(host, port, family=0, type=0, proto=0, flags=0) -> list: (family, type, proto,
   * canonical name, address) for each way to reach the host.
   */
  private static PyObject getaddrinfo(PyContext ctx, PyObject[] args, int at, int nargs) {
    String host = Args.toText(ctx, args[at]);
    int family = optional(ctx, args, at + 2, at + nargs);
    int type = optional(ctx, args, at + 3, at + nargs);
    int protocol = optional(ctx, args, at + 4, at + nargs);
    int port = port(ctx, args[at + 1]);
    if (port < 0 || type == RAW) {
      throw nameError(ctx, NO_SERVICE);
    }
    if (type < 0 || type > RAW) {
      throw nameError(ctx, BAD_KIND);
    }
    PyList result = new PyList();
    for (byte[] bytes : lookUp(ctx, host, family)) {
      Address address = new Address(bytes, port);
      for (int[] kind : KINDS) {
        if ((type == 0 || kind[0] == type) && (protocol == 0 || kind[1] == protocol)) {
          result.append(
              ctx,
              PyTuple.of(
                  PyInt.of(address.family()),
                  PyInt.of(kind[0]),
                  PyInt.of(kind[1]),
                  PyNone.NONE,
                  new PyByteArray(InternetAddress.toStructure(address))));
        }
      }
    }
    return result;
  }

  private static int optional(PyContext ctx, PyObject[] args, int at, int end) {
    return at < end ? Args.toInt(ctx, args[at]) : 0;
  }

  private static PyException nameError(PyContext ctx, int code) {
    if (ctx.profile.isPycopy()) {
      PyTuple arguments = PyTuple.of(PyInt.of(code), PyStr.intern("gai"));
      return new PyException(new PyBaseException(ExceptionTypes.OS_ERROR, arguments));
    }
    return Errors.of(ctx, ExceptionTypes.OS_ERROR, "[addrinfo error " + code + "]");
  }

  /** The number of a port that may be given as text or by name; -1 when there is no such. */
  private static int port(PyContext ctx, PyObject value) {
    if (value instanceof PyInt number) {
      return number.value & 0xffff;
    }
    String text = Args.toText(ctx, value);
    for (int i = 0; i < SERVICES.length; i++) {
      if (SERVICES[i].equals(text)) {
        return SERVICE_PORTS[i];
      }
    }
    int port = text.isEmpty() ? -1 : 0;
    for (int i = 0; i < text.length() && port >= 0; i++) {
      int digit = Character.digit(text.charAt(i), 10);
      port = digit < 0 ? -1 : port * 10 + digit;
      port = port > 0xffff ? -1 : port;
    }
    return port;
  }

  /** The addresses of a host, at least one. */
  private static List<byte[]> lookUp(PyContext ctx, String host, int family) {
    byte[] literal = InternetAddress.parse(host);
    List<byte[]> found = new ArrayList<>();
    if (literal != null) {
      if (family != 0 && family != new Address(literal, 0).family()) {
        throw nameError(ctx, BAD_FAMILY);
      }
      found.add(literal);
    } else if (!host.isEmpty()) {
      ctx.host.console().flush();
      found = network(ctx).resolve(host, family);
    }
    if (found.isEmpty()) {
      throw nameError(ctx, NO_NAME);
    }
    return found;
  }

  static Network network(PyContext ctx) {
    return ctx.host.network();
  }

  /** The address in a structure or a pair of host and port. */
  static Address address(PyContext ctx, PyObject value, int family) {
    PyObject plain = Args.unwrap(value);
    if (plain instanceof PyTuple || plain instanceof PyList) {
      PyObject[] items = Args.toItems(ctx, plain);
      if (items.length < 2) {
        throw Errors.typeError(ctx, "address needs a host and a port");
      }
      String host = Args.toText(ctx, items[0]);
      int port = Args.toInt(ctx, items[1]) & 0xffff;
      byte[] any = new byte[family == Network.IPV4 ? 4 : 16];
      return new Address(host.isEmpty() ? any : lookUp(ctx, host, family).get(0), port);
    }
    byte[] structure = Args.toBuffer(ctx, value).copy();
    Address address = InternetAddress.fromStructure(structure);
    if (address == null) {
      throw Errors.osError(
          ctx, structure.length < 16 ? HostException.EINVAL : HostException.EAFNOSUPPORT);
    }
    return address;
  }

  // ---- addresses ----

  /** inet_pton(family, text) -> bytes: the bytes of an address. */
  private static PyObject inet_pton(PyContext ctx, PyObject family, PyObject text) {
    int wanted = family(ctx, family);
    byte[] bytes = InternetAddress.parse(Args.toText(ctx, text));
    if (bytes == null || new Address(bytes, 0).family() != wanted) {
      throw Errors.osError(ctx, HostException.EINVAL);
    }
    return PyBytes.of(bytes);
  }

  private static int family(PyContext ctx, PyObject value) {
    int family = Args.toInt(ctx, value);
    if (family != Network.IPV4 && family != Network.IPV6) {
      throw Errors.osError(ctx, HostException.EAFNOSUPPORT);
    }
    return family;
  }

  /** inet_ntop(family, bytes) -> str: the text of an address. */
  private static PyObject inet_ntop(PyContext ctx, PyObject family, PyObject bytes) {
    int size = family(ctx, family) == Network.IPV4 ? 4 : 16;
    BufferView view = Args.toBuffer(ctx, bytes);
    if (view.length() < size) {
      throw Errors.osError(ctx, HostException.EINVAL);
    }
    byte[] address = new byte[size];
    System.arraycopy(view.data(), view.offset(), address, 0, size);
    return PyStr.of(InternetAddress.format(address));
  }

  /** sockaddr(address) -> tuple: family, bytes and port of an address, and more for IPv6. */
  private static PyObject sockaddr(PyContext ctx, PyObject value) {
    byte[] structure = Args.toBuffer(ctx, value).copy();
    PyObject family = PyInt.of(InternetAddress.family(structure));
    Address address = InternetAddress.fromStructure(structure);
    if (address == null) {
      int skip = Math.min(2, structure.length);
      return PyTuple.of(family, PyBytes.copyOf(structure, skip, structure.length - skip));
    }
    PyObject bytes = PyBytes.of(address.bytes());
    PyObject port = PyInt.of(address.port());
    if (address.family() == Network.IPV4) {
      return PyTuple.of(family, bytes, port);
    }
    PyObject flow = PyInt.of(InternetAddress.number(structure, 4));
    PyObject scope = PyInt.of(InternetAddress.number(structure, 24));
    return PyTuple.of(family, bytes, port, flow, scope);
  }
}
