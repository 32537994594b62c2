package org.pykopi.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykopi.tests.serial.PageBoard;

/** The dialog that flashes, over a simulated chip. */
final class FlashTest extends PageTest {
  private static final int SIZE = 1 << 20;
  private static final int FLASH = 4 << 20;

  @AfterEach
  void release() {
    BoardPage.release(context);
  }

  private PykopiPage open(PageBoard board) {
    PykopiPage page =
        open(
            new Browser.NewContextOptions().setViewportSize(1280, 800),
            "",
            context -> BoardPage.connect(context, board));
    page.waitForState("ready");
    page.page.locator("#board-pane [data-part='flash']").click();
    return page;
  }

  private static Locator part(PykopiPage page, String name) {
    return page.page.locator("#flash-dialog [data-part='" + name + "']");
  }

  private static void choose(PykopiPage page, byte[] data) {
    part(page, "picker")
        .setInputFiles(new FilePayload("firmware.bin", "application/octet-stream", data));
  }

  private static String result(PykopiPage page) {
    Locator result = part(page, "result");
    result.filter(new Locator.FilterOptions().setHasText(".")).waitFor();
    return result.textContent();
  }

  @ParameterizedTest
  @CsvSource({"ESP32, 4096", "ESP8266, 0", "ESP32-S3, 0", "ESP32-C3, 0"})
  void writesFirmware(String chip, int offset) {
    PageBoard board = PageBoard.chip(chip, FLASH);
    byte[] firmware = PageBoard.firmware(chip, SIZE);
    PykopiPage page = open(board);
    choose(page, firmware);
    part(page, "go").click();
    assertThat(result(page)).contains("Every byte was checked");
    assertThat(Arrays.equals(board.flash(offset, SIZE), firmware)).isTrue();
    assertThat(board.runsFirmware()).isTrue();
    assertThat(page.problems()).isEmpty();
  }

  @Test
  void firmwareOfAnotherChipIsRefusedBeforeAnythingIsErased() {
    PageBoard board = PageBoard.chip("ESP32", FLASH);
    byte[] before = board.flash(0, FLASH);
    PykopiPage page = open(board);
    choose(page, PageBoard.firmware("ESP32-C3", SIZE));
    part(page, "erase").check();
    part(page, "go").click();
    page.page.locator("dialog button:has-text('Erase and flash')").click();
    assertThat(result(page)).contains("ESP32-C3").contains("ESP32");
    assertThat(Arrays.equals(board.flash(0, FLASH), before)).isTrue();
  }

  @Test
  void describesTheChip() {
    PykopiPage page = open(PageBoard.chip("ESP32", FLASH));
    part(page, "identify").click();
    part(page, "facts").waitFor();
    assertThat(part(page, "facts").textContent()).contains("ESP32-D0WD-V3").contains("4 MB");
  }

  @Test
  void aCancelledWriteLeavesABoardThatCanBeFlashedAgain() {
    PageBoard board = PageBoard.chip("ESP32", FLASH);
    byte[] firmware = PageBoard.firmware("ESP32", SIZE);
    PykopiPage page = open(board);
    choose(page, firmware);
    part(page, "go").click();
    part(page, "speed").filter(new Locator.FilterOptions().setHasText("kB/s")).waitFor();
    part(page, "cancel").click();
    assertThat(result(page)).contains("Stopped");
    part(page, "go").click();
    assertThat(result(page)).contains("Every byte was checked");
    assertThat(Arrays.equals(board.flash(0x1000, SIZE), firmware)).isTrue();
  }
}
