package org.pykopi.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.pykopi.tests.serial.PageBoard;
import org.pykopi.tests.serial.SimulatedAdapter.Family;

/** Boards in a browser that reaches USB but no serial ports, through each family of adapters. */
final class UsbBoardTest extends PageTest {
  private static final int SIZE = 256 << 10;
  private static final int FLASH = 4 << 20;

  private PageBoard board;

  private BoardPage open(PageBoard board) {
    this.board = board;
    PykopiPage page =
        open(
            new Browser.NewContextOptions().setViewportSize(1280, 800),
            "",
            context -> BoardPage.connect(context, board));
    page.waitForState("ready");
    return BoardPage.of(page, board);
  }

  private static PageBoard python(Family family) {
    PageBoard board = PageBoard.python().behind(family);
    board.putFile("/main.py", "print('from the board')\n");
    return board;
  }

  @AfterEach
  void switchOff() {
    BoardPage.release(context);
    board.close();
  }

  @ParameterizedTest
  @EnumSource
  void promptProgramsAndFiles(Family family) {
    BoardPage page = open(python(family));
    page.connect();
    assertThat(page.part("title").textContent()).contains("adapter");
    page.checkPromptFileAndRun();
    assertThat(page.page.problems()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void writesFirmware(Family family) {
    BoardPage page = open(PageBoard.chip("ESP32", FLASH).behind(family));
    byte[] firmware = PageBoard.firmware("ESP32", SIZE);
    page.part("flash").click();
    flashPart(page, "picker")
        .setInputFiles(new FilePayload("firmware.bin", "application/octet-stream", firmware));
    flashPart(page, "go").click();
    Locator result = flashPart(page, "result");
    result.filter(new Locator.FilterOptions().setHasText(".")).waitFor();
    assertThat(result.textContent()).contains("Every byte was checked");
    assertThat(Arrays.equals(board.flash(0x1000, SIZE), firmware)).isTrue();
    assertThat(board.runsFirmware()).isTrue();
    assertThat(page.page.problems()).isEmpty();
  }

  private static Locator flashPart(BoardPage page, String name) {
    return page.page.page.locator("#flash-dialog [data-part='" + name + "']");
  }

  @Test
  void anUnpluggedBoardIsNoticedAtOnceAndComesBackByItself() {
    BoardPage page = open(python(Family.CP210X));
    page.connect();
    board.unplug();
    page.page.page.evaluate("unplug()");
    page.waitForStatus("none");
    assertThat(page.page.notice()).contains("unplugged");
    board.plugIn();
    page.page.page.evaluate("plugIn()");
    page.waitForStatus("ready");
    page.file("/main.py").waitFor();
    assertThat(page.page.page.evaluate("choices")).isEqualTo(1);
  }

  @Test
  void aBoardThatWasAllowedIsNotAskedForAgain() {
    BoardPage page = open(python(Family.FTDI));
    page.connect();
    page.page.page.reload();
    page.waitForStatus("ready");
    assertThat(page.page.page.evaluate("choices")).isEqualTo(0);
  }

  @Test
  void anAdapterInUseSaysSoAndCanBeConnectedLater() {
    BoardPage page = open(python(Family.CH340));
    page.page.page.evaluate("window.isUsbTaken = true");
    page.part("connect").click();
    page.waitForStatus("silent");
    assertThat(page.part("text").textContent()).contains("another program, another page");
    page.page.page.evaluate("window.isUsbTaken = false");
    page.part("more").click();
    page.page.page.locator(".menu button:has-text('Disconnect')").click();
    page.waitForStatus("none");
    page.connect();
  }
}
