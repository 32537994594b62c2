package org.pykopi.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.pykopi.host.Network.Address;
import org.pykopi.host.Network.Socket;

/** Sockets in memory; {@code JvmNetworkTest} asks the same of those of this computer. */
public class NetworkTest {
  private static final byte[] HERE = {127, 0, 0, 1};
  private static final long PATIENCE = 5_000_000_000L;

  protected final Network network = make();

  protected Network make() {
    return new MemoryNetwork();
  }

  /** A port that is not the same in the tests of both networks. */
  protected int port() {
    return 18400;
  }

  private Address here() {
    return new Address(HERE, port());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static void awaitReady(Socket socket, int bits) {
    long end = System.nanoTime() + PATIENCE;
    while ((socket.ready() & bits) != bits) {
      assertThat(System.nanoTime()).isLessThan(end);
    }
  }

  private static String read(Socket socket, int length) {
    awaitReady(socket, Network.READ);
    byte[] target = new byte[length];
    int count = socket.read(target, 0, length);
    return new String(target, 0, Math.max(0, count), StandardCharsets.US_ASCII);
  }

  private static Socket accept(Socket server) {
    awaitReady(server, Network.READ);
    return server.accept();
  }

  private static void connect(Socket socket, Address address) {
    if (!socket.connect(address)) {
      awaitReady(socket, Network.WRITE);
    }
  }

  @Test
  void connectionCarriesBytesBothWaysAndEnds() {
    Socket server = network.open(Network.IPV4, true);
    server.bind(here());
    server.listen(1);
    assertThat(server.ready()).isZero();
    assertThat(server.accept()).isNull();
    Socket client = network.open(Network.IPV4, true);
    assertThat(client.ready()).isEqualTo(Network.WRITE | Network.HANG_UP);
    connect(client, here());
    Socket accepted = accept(server);
    assertThat(accepted.remote().bytes()).isEqualTo(HERE);
    assertThat(client.read(new byte[1], 0, 1)).isEqualTo(Network.WOULD_BLOCK);
    assertThat(client.write(bytes("xhello"), 1, 5)).isEqualTo(5);
    assertThat(read(accepted, 100)).isEqualTo("hello");
    accepted.write(bytes("answer"), 0, 6);
    accepted.close();
    assertThat(read(client, 3)).isEqualTo("ans");
    assertThat(read(client, 9)).isEqualTo("wer");
    assertThat(read(client, 9)).isEmpty();
    client.close();
    server.close();
  }

  @Test
  void datagramsKnowTheirSender() {
    Socket receiver = network.open(Network.IPV4, false);
    receiver.bind(here());
    Socket sender = network.open(Network.IPV4, false);
    assertThat(sender.send(bytes("one"), 0, 3, here())).isEqualTo(3);
    sender.send(bytes("two"), 0, 3, here());
    assertThat(read(receiver, 2)).isEqualTo("on");
    assertThat(read(receiver, 9)).isEqualTo("two");
    receiver.send(bytes("back"), 0, 4, receiver.remote());
    assertThat(read(sender, 9)).isEqualTo("back");
    sender.close();
    receiver.close();
  }

  @Test
  void failuresHaveTheNumbersOfPosix() {
    Socket first = network.open(Network.IPV4, true);
    expect(HostException.ENOTCONN, () -> first.read(new byte[1], 0, 1));
    expect(HostException.EPIPE, () -> first.write(new byte[1], 0, 1));
    expect(HostException.EINVAL, first::accept);
    first.bind(here());
    first.listen(1);
    expect(HostException.EINVAL, () -> first.bind(here()));
    Socket second = network.open(Network.IPV4, true);
    expect(HostException.EADDRINUSE, () -> second.bind(here()));
    first.close();
    expect(HostException.EBADF, () -> first.listen(1));
    expect(
        HostException.ECONNREFUSED,
        () -> {
          connect(second, here());
          second.read(new byte[1], 0, 1);
        });
    second.close();
  }

  private static void expect(int errno, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOfSatisfying(HostException.class, e -> assertThat(e.errno).isEqualTo(errno));
  }

  @Test
  void namesOfThisHostAreKnown() {
    assertThat(network.resolve("localhost", Network.IPV4)).containsExactly(HERE);
    assertThat(network.resolve("nobody.invalid", 0)).isEmpty();
  }
}
