package org.pykopi.web.host;

import org.pykopi.host.Entropy;

/** Random bytes from the browser's cryptographic source. */
final class BrowserEntropy implements Entropy {
  private final Bridge bridge;

  BrowserEntropy(Bridge bridge) {
    this.bridge = bridge;
  }

  @Override
  public void fill(byte[] target) {
    int done = 0;
    while (done < target.length) {
      int count = Math.min(target.length - done, Bridge.EXCHANGE_SIZE);
      bridge.random(count);
      bridge.get(0, target, done, count);
      done += count;
    }
  }
}
