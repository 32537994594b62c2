package org.pykopi.serial.web;

import java.nio.charset.StandardCharsets;
import org.pykopi.serial.port.Clock;
import org.pykopi.serial.port.Log;
import org.pykopi.serial.port.Progress;

/** The page as clock, as log and as the place where progress is shown. */
final class PageWatch implements Clock, Log, Progress {
  /** At most this often a second the page hears of progress. */
  private static final int PROGRESS_MILLIS = 50;

  private final Page page;
  private String shownStep = "";
  private long shownAt;

  /** Whether the page wants every byte in its log. */
  boolean traces;

  PageWatch(Page page) {
    this.page = page;
  }

  @Override
  public long millis() {
    return (long) page.millis();
  }

  @Override
  public void sleep(int millis) {
    page.sleep(millis);
  }

  @Override
  public boolean isOn(Level level) {
    return traces || level != Level.TRACE;
  }

  @Override
  public void write(Level level, String text) {
    page.log(level.ordinal(), put(text));
  }

  @Override
  public boolean update(String step, long done, long total) {
    long now = millis();
    boolean isNews = !step.equals(shownStep) || done == total;
    if (!isNews && now - shownAt < PROGRESS_MILLIS) {
      return true;
    }
    shownStep = step;
    shownAt = now;
    return page.progress(put(step), done, total) != 0;
  }

  private int put(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, Page.EXCHANGE_SIZE);
    page.put(0, bytes, 0, length);
    return length;
  }
}
