package org.pykopi.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.UsbId;
import org.pykopi.tests.serial.PageBoard;
import org.pykopi.tests.serial.SimulatedAdapter;

/**
 * Gives a page a {@code navigator.serial} behind which a simulated board is; or a {@code
 * navigator.usb} and no serial ports, when the board is behind an adapter.
 */
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
    if (board.adapter == null) {
      UsbId usb = board.port.usbId();
      String numbers = "const usb = [" + usb.vendor() + ", " + usb.product() + "];\n";
      context.addInitScript("{" + numbers + script("fake-serial.js") + "}");
    } else {
      String device = "window.usbDescription = " + board.adapter.description() + ";\n";
      context.addInitScript(device + script("fake-usb.js"));
    }
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

  private static String script(String name) {
    try (InputStream in = BoardPage.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Null when the board is lost. */
  private static Object call(PageBoard board, String name, String text) {
    try {
      return board.adapter == null
          ? portCall(board, name, text)
          : usbCall(board.adapter, name, text);
    } catch (PortException e) {
      return null;
    }
  }

  private static Object portCall(PageBoard board, String name, String text) throws PortException {
    switch (name) {
      case "open" -> {
        board.open(Integer.parseInt(text));
        return true;
      }
      case "present" -> {
        return board.isPresent();
      }
      case "close" -> board.port.close();
      case "read" -> {
        return Base64.getEncoder().encodeToString(board.read());
      }
      case "write" -> {
        byte[] data = Base64.getDecoder().decode(text);
        board.write(data);
      }
      case "signals" -> board.port.setSignals(text.charAt(0) == '1', text.charAt(1) == '1');
      default -> throw new IllegalArgumentException(name);
    }
    return "";
  }

  /** Refused control transfers answer {@code false}. */
  private static Object usbCall(SimulatedAdapter adapter, String name, String text)
      throws PortException {
    switch (name) {
      case "open" -> adapter.open();
      case "close" -> adapter.close();
      case "read" -> {
        return Base64.getEncoder().encodeToString(adapter.read());
      }
      case "write" -> adapter.write(Base64.getDecoder().decode(text));
      case "control" -> {
        byte[] answer = adapter.control(text);
        return answer == null ? (Object) false : Base64.getEncoder().encodeToString(answer);
      }
      default -> throw new IllegalArgumentException(name);
    }
    return "";
  }

  /** Uses a connected board that has {@code print('from the board')} as its {@code main.py}. */
  void checkPromptFileAndRun() {
    waitForText(">>>");
    typeAtPrompt("6*7");
    waitForText("42");
    file("/main.py").click();
    page.waitForFile("board:/main.py");
    assertThat(page.program()).contains("from the board");
    page.setProgram("print('sum', sum(range(10)))\n");
    page.page.keyboard().press("Control+s");
    page.waitUntilSaved();
    assertThat(board.file("/main.py")).isEqualTo("print('sum', sum(range(10)))\n");
    page.page.keyboard().press("Control+Shift+Enter");
    waitForText("sum 45");
    waitForStatus("ready");
  }

  // ---- the pane ----

  Locator part(String name) {
    return page.page.locator("#board-pane [data-part='" + name + "']");
  }

  void waitForStatus(String status) {
    try {
      page.page.locator("#board-pane[data-status='" + status + "']").waitFor();
    } catch (TimeoutError timeout) {
      String found = page.page.locator("#board-pane").getAttribute("data-status");
      String text = part("text").textContent();
      throw new AssertionError("Not " + status + " but " + found + ": " + text, timeout);
    }
  }

  void connect() {
    part("connect").click();
    waitForStatus("ready");
  }

  /** Opens the menu of ways to connect and chooses one. */
  void chooseWay(String way) {
    part("ways").click();
    page.page.locator(".menu button:has-text('" + way + "')").click();
  }

  void typeAtPrompt(String line) {
    page.page.locator("#board-terminal .xterm-helper-textarea").focus();
    page.page.keyboard().type(line);
    page.page.keyboard().press("Enter");
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
