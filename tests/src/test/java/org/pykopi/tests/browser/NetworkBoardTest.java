package org.pykopi.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pykopi.tests.serial.PageBoard;

/** A board on the network, through WebREPL. */
final class NetworkBoardTest extends PageTest {
  private PageBoard board;

  @BeforeEach
  void start() throws IOException {
    board = PageBoard.network();
    board.putFile("/main.py", "print('from the board')\n");
  }

  @AfterEach
  void switchOff() {
    board.close();
  }

  private BoardPage open() {
    PykopiPage page =
        open(new Browser.NewContextOptions().setViewportSize(1280, 800), "", context -> {});
    page.waitForState("ready");
    return BoardPage.of(page, board);
  }

  private static Locator dialog(BoardPage page) {
    return page.page.page.locator("dialog:has(#asked-address)");
  }

  private static void ask(BoardPage page, String address, String password) {
    page.chooseWay("Board on the network");
    dialog(page).locator("#asked-address").fill(address);
    dialog(page).locator("#asked-password").fill(password);
    page.page.page.keyboard().press("Enter");
  }

  @Test
  void promptProgramsAndFiles() {
    BoardPage page = open();
    ask(page, board.address(), board.password());
    page.waitForStatus("ready");
    assertThat(page.part("title").textContent()).isEqualTo("ws://" + board.address());
    page.checkPromptFileAndRun();
    page.part("more").click();
    assertThat(page.page.page.locator(".menu").textContent()).doesNotContain("Flash");
    page.page.page.locator(".menu button:has-text('Disconnect')").click();
    page.waitForStatus("none");
    assertThat(page.page.problems()).isEmpty();
  }

  @Test
  void aWrongPasswordIsToldAndCanBeCorrected() {
    BoardPage page = open();
    ask(page, board.address(), "guess");
    assertThat(page.page.notice()).contains("refuses the password");
    page.waitForStatus("none");
    page.chooseWay("Board on the network");
    assertThat(dialog(page).locator("#asked-address").inputValue()).isEqualTo(board.address());
    assertThat(dialog(page).locator("#asked-password").inputValue()).isEmpty();
    dialog(page).locator("#asked-password").fill(board.password());
    dialog(page).locator("button:has-text('Connect')").click();
    page.waitForStatus("ready");
  }

  @Test
  void aLostConnectionIsNoticedAtOnce() {
    BoardPage page = open();
    ask(page, board.address(), board.password());
    page.waitForStatus("ready");
    board.cutOff();
    page.waitForStatus("none");
    assertThat(page.page.notice()).contains("connection to the board was lost");
  }

  @Test
  void nobodyAnswers() {
    BoardPage page = open();
    ask(page, "127.0.0.1:9", "secret");
    assertThat(page.page.notice()).contains("ws://127.0.0.1:9 does not answer");
    page.waitForStatus("none");
  }

  @Test
  void aPageOverHttpsSaysWhatTheBrowserForbids() {
    Path site = Path.of(System.getProperty("pykopi.site", "../webapp/dist"));
    Consumer<Route> files =
        route -> {
          String path = route.request().url().substring("https://pykopi.test/".length());
          Path file = site.resolve(path.isEmpty() ? "index.html" : path);
          route.fulfill(new Route.FulfillOptions().setPath(file));
        };
    Consumer<BrowserContext> serve = context -> context.route("https://pykopi.test/**", files);
    PykopiPage plain = open(new Browser.NewContextOptions(), "", serve);
    plain.page.navigate("https://pykopi.test/");
    plain.waitForState("ready");
    BoardPage page = BoardPage.of(plain, board);
    ask(page, "192.168.4.1", "secret");
    assertThat(dialog(page).locator(".problem").textContent())
        .contains("https")
        .contains("USB cable");
    dialog(page).locator("button:has-text('Cancel')").click();
    assertThat(plain.problems()).isEmpty();
  }
}
