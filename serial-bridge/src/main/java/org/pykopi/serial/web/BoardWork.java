package org.pykopi.serial.web;

import java.nio.charset.StandardCharsets;
import org.pykopi.serial.port.CancelledException;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.repl.BoardFacts;
import org.pykopi.serial.repl.BoardFiles;
import org.pykopi.serial.repl.ProgramWatcher;
import org.pykopi.serial.repl.RawRepl;
import org.pykopi.serial.webrepl.WebReplFiles;
import org.pykopi.serial.wire.WireReader;
import org.pykopi.serial.wire.WireWriter;

/**
 * What needs Python on the board. Between two requests the board waits at the prompt for people,
 * because the page shows it in a terminal.
 */
final class BoardWork {
  private static final byte[] PROMPT = ">>> ".getBytes(StandardCharsets.US_ASCII);

  /** A greeting has no longer pause than this, and no more bytes; a slow line takes long for it. */
  private static final int PAUSE_MILLIS = 3000;

  private static final int MOST_GREETING = 4096;
  private static final int RESET_MILLIS = 100;

  private final Page page;
  private final SerialPort port;
  private final PageWatch watch;
  private final RawRepl repl;
  private final BoardFiles files;

  BoardWork(Page page, SerialPort port, PageWatch watch) {
    this.page = page;
    this.port = port;
    this.watch = watch;
    repl = new RawRepl(port, watch, watch);
    files = WebReplFiles.of(repl, port);
  }

  void serve(Request name, WireReader request, WireWriter answer) throws DeviceException {
    if (name == Request.SOFT_RESET) {
      byte[] said = repl.restart();
      show(said, 0, said.length);
    } else if (name == Request.HARD_RESET) {
      hardReset();
    } else {
      DeviceException failure = null;
      try {
        atRawPrompt(name, request, answer);
      } catch (DeviceException e) {
        failure = e;
      }
      leave();
      if (failure != null) {
        throw failure;
      }
    }
  }

  private void atRawPrompt(Request name, WireReader request, WireWriter answer)
      throws DeviceException {
    switch (name) {
      case FIND -> find(request.nextInt(), request.nextInt(), answer);
      case RUN -> run(request.nextBytes(), answer);
      case LIST -> list("/", answer);
      case READ -> answer.addBytes(files.read(request.nextText(), watch));
      case WRITE -> files.write(request.nextText(), request.nextBytes(), watch);
      case RENAME -> files.rename(request.nextText(), request.nextText());
      case REMOVE -> files.removeTree(request.nextText());
      case MAKE_FOLDER -> files.makeFolders(request.nextText());
      default -> throw new DeviceException(name.name(), "no such request", "");
    }
  }

  private void find(int baud, int millis, WireWriter answer) throws DeviceException {
    port.open(baud);
    repl.enterOrRestart(millis, () -> checkStop("find the prompt"));
    files.forget();
    BoardFacts facts = files.facts();
    String python = facts.name().equals("micropython") ? "MicroPython" : facts.name();
    answer.addText((python + " " + facts.version()).trim()).addText(facts.machine());
    answer.addInt(facts.mpyVersion());
  }

  private void run(byte[] program, WireWriter answer) throws DeviceException {
    Watcher watcher = new Watcher();
    String traceback = repl.run(program, watcher);
    answer.addByte(watcher.isStopped ? 1 : 0).addText(traceback);
  }

  private void list(String folder, WireWriter answer) throws DeviceException {
    checkStop("list the files");
    for (BoardFiles.Entry entry : files.list(folder)) {
      String path = BoardFiles.join(folder, entry.name());
      answer.addText(path).addInt((int) Math.min(entry.size(), Integer.MAX_VALUE));
      answer.addByte(entry.isFolder() ? 1 : 0);
      if (entry.isFolder()) {
        list(path, answer);
      }
    }
  }

  private void checkStop(String step) throws CancelledException {
    if (page.stopAsked() != 0) {
      throw new CancelledException(step);
    }
  }

  /** With the control lines where there are any: that helps against every program. */
  private void hardReset() throws DeviceException {
    if (port.hasSignals()) {
      port.setSignals(false, true);
      watch.sleep(RESET_MILLIS);
      port.setSignals(false, false);
    } else {
      repl.hardReset();
    }
    files.forget();
  }

  /** Back to the prompt for people, without its greeting in the terminal. */
  private void leave() throws DeviceException {
    if (!port.isOpen() || !repl.isReady()) {
      return;
    }
    repl.leave();
    byte[] one = new byte[1];
    int matched = 0;
    int count = 0;
    while (matched < PROMPT.length
        && count < MOST_GREETING
        && port.read(one, 0, 1, PAUSE_MILLIS) > 0) {
      matched = one[0] == PROMPT[matched] ? matched + 1 : 0;
      count++;
    }
  }

  private void show(byte[] data, int offset, int length) {
    for (int done = 0; done < length; done += Page.EXCHANGE_SIZE) {
      int count = Math.min(Page.EXCHANGE_SIZE, length - done);
      page.put(0, data, offset + done, count);
      page.output(count);
    }
  }

  /** The page follows a program: its output, Stop, and what is typed for it. */
  private final class Watcher implements ProgramWatcher {
    boolean isStopped;

    @Override
    public void output(byte[] data, int offset, int length) {
      show(data, offset, length);
    }

    @Override
    public boolean wantsStop() {
      isStopped |= page.stopAsked() != 0;
      return isStopped;
    }

    @Override
    public byte[] input() {
      int count = page.takeTyped();
      if (count == 0) {
        return null;
      }
      byte[] typed = new byte[count];
      page.get(0, typed, 0, count);
      return typed;
    }
  }
}
