package org.pykopi.tests.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.pykopi.serial.port.PortException;
import org.pykopi.tests.serial.PageBoard;

/** Gives a page a {@code navigator.serial} behind which a simulated board is. */
final class BoardPage {
  final PykopiPage page;
  final PageBoard board;

  private BoardPage(PykopiPage page, PageBoard board) {
    this.page = page;
    this.board = board;
  }

  /** Lets all pages of the context see the board. */
  static void connect(BrowserContext context, PageBoard board) {
    context.exposeFunction("boardCall", args -> call(board, (String) args[0], (String) args[1]));
    context.addInitScript(script());
  }

  /** Ends the calls of the pages; without that one may be under way when they are closed. */
  static void release(BrowserContext context) {
    for (Page page : context.pages()) {
      page.evaluate("window.releaseBoard()");
    }
  }

  static BoardPage of(PykopiPage page, PageBoard board) {
    return new BoardPage(page, board);
  }

  private static String script() {
    try (InputStream in = BoardPage.class.getResourceAsStream("fake-serial.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Null when the board is lost. */
  private static Object call(PageBoard board, String name, String text) {
    try {
      switch (name) {
        case "open" -> {
          board.port.open(Integer.parseInt(text));
          board.port.setBaudRate(Integer.parseInt(text));
          return true;
        }
        case "close" -> board.port.close();
        case "read" -> {
          return Base64.getEncoder().encodeToString(board.read());
        }
        case "write" -> {
          byte[] data = Base64.getDecoder().decode(text);
          board.port.write(data, 0, data.length);
        }
        case "signals" -> board.port.setSignals(text.charAt(0) == '1', text.charAt(1) == '1');
        default -> throw new IllegalArgumentException(name);
      }
      return "";
    } catch (PortException e) {
      return null;
    }
  }

  // ---- the pane ----

  Locator part(String name) {
    return page.page.locator("#board-pane [data-part='" + name + "']");
  }

  void waitForStatus(String status) {
    page.page.locator("#board-pane[data-status='" + status + "']").waitFor();
  }

  void connect() {
    part("connect").click();
    waitForStatus("ready");
  }

  Locator file(String path) {
    return page.page.locator("#board-pane .file[data-path='/board:" + path + "']");
  }

  void choose(String fileMenuOf, String command) {
    page.page.locator("#board-pane li:has([data-path='/board:" + fileMenuOf + "']) .more").click();
    page.page.locator(".menu button:has-text('" + command + "')").click();
  }

  String terminalText() {
    return page.terminalText("#board-terminal");
  }

  void waitForText(String text) {
    page.waitForText("#board-terminal", text);
  }
}
