package org.pykopi.serial.web;

/**
 * A request and its reply, which are larger than the exchange.
 *
 * <pre>
 *   JavaScript: addRequest(size), then fillRequest(at, count) for each piece in the exchange;
 *               operate(); then takeReply(at) until replySize() bytes came from the exchange
 * </pre>
 */
final class Mailbox {
  private static final byte[] EMPTY = new byte[0];

  private final Page page;
  private byte[] request = EMPTY;
  private byte[] reply = EMPTY;

  Mailbox(Page page) {
    this.page = page;
  }

  void addRequest(int size) {
    request = new byte[size];
  }

  void fillRequest(int at, int count) {
    page.get(0, request, at, count);
  }

  MessageReader request() {
    MessageReader reader = new MessageReader(request);
    request = EMPTY;
    return reader;
  }

  void answer(byte[] bytes) {
    reply = bytes;
  }

  int replySize() {
    return reply.length;
  }

  void takeReply(int at) {
    int count = Math.min(reply.length - at, Page.EXCHANGE_SIZE);
    page.put(0, reply, at, count);
    if (at + count == reply.length) {
      reply = EMPTY;
    }
  }
}
