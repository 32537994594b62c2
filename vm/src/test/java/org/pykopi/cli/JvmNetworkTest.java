package org.pykopi.cli;

import org.pykopi.host.Network;
import org.pykopi.host.NetworkTest;

/** The same of real sockets. */
final class JvmNetworkTest extends NetworkTest {
  @Override
  protected Network make() {
    return new JvmNetwork();
  }

  @Override
  protected int port() {
    return 18401;
  }
}
