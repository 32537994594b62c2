package org.pykopi.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
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

  private static Locator.FilterOptions hasText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private static String result(PykopiPage page) {
    Locator result = part(page, "result");
    result.filter(hasText(".")).waitFor();
    return result.textContent();
  }

  @ParameterizedTest
  @CsvSource({
    "ESP8266, 0",
    "ESP32, 4096",
    "ESP32-S2, 4096",
    "ESP32-S3, 0",
    "ESP32-C2, 0",
    "ESP32-C3, 0",
    "ESP32-C5, 8192",
    "ESP32-C6, 0",
    "ESP32-H2, 0",
    "ESP32-P4, 8192"
  })
  void writesFirmware(String chip, int offset) {
    PageBoard board = PageBoard.chip(chip, FLASH);
    byte[] firmware = PageBoard.firmware(chip, SIZE);
    PykopiPage page = open(board);
    choose(page, firmware);
    part(page, "baud").selectOption("921600");
    part(page, "go").click();
    assertThat(result(page)).contains("Every byte was checked");
    assertThat(Arrays.equals(board.flash(offset, SIZE), firmware)).isTrue();
    assertThat(PageBoard.compressedSize(firmware) / board.writingSeconds())
        .isGreaterThan(0.9 * 92160);
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
  void describesTheChipAndItsPartitions() {
    PageBoard board = PageBoard.chip("ESP32", FLASH);
    board.putFlash(0x1000, PageBoard.firmware("ESP32", SIZE));
    PykopiPage page = open(board);
    choose(page, PageBoard.firmware("ESP32", SIZE));
    part(page, "identify").click();
    part(page, "facts").waitFor();
    assertThat(part(page, "facts").textContent()).contains("ESP32-D0WD-V3").contains("4 MB");
    assertThat(
            page.page.locator(".partitions tbody tr").first().locator("th, td").allTextContents())
        .containsExactly("nvs", "data", "nvs", "0x9000", "4 KB");
    assertThat(part(page, "parts").locator("input").getAttribute("placeholder"))
        .isEqualTo("0x1000");
  }

  @Test
  void aPartIsBackedUpErasedAndRestored() throws IOException {
    PageBoard board = PageBoard.chip("ESP32", FLASH);
    board.putFlash(0x1000, PageBoard.firmware("ESP32", SIZE));
    byte[] settings = new byte[0x1000];
    new Random(1).nextBytes(settings);
    board.putFlash(0x9000, settings);
    byte[] before = board.flash(0, FLASH);
    PykopiPage page = open(board);
    part(page, "identify").click();
    page.page.locator(".partitions button:text-is('nvs')").click();
    assertThat(part(page, "region-hint").textContent()).isEqualTo("From 0x9000 to 0x9fff, 4 KB.");
    Download backup = page.page.waitForDownload(() -> part(page, "region-backup").click());
    assertThat(backup.suggestedFilename()).isEqualTo("flash-backup-0x9000.bin");
    assertThat(result(page)).contains("4.1 kB were read and checked");
    part(page, "region-erase").click();
    page.page.locator("dialog button:text-is('Erase')").last().click();
    part(page, "result").filter(hasText("Erased: 4 KB at 0x9000")).waitFor();
    assertThat(board.flash(0x9000, 0x1000)).containsOnly(0xFF);
    assertThat(board.flash(0xA000, 0x1000)).isEqualTo(Arrays.copyOfRange(before, 0xA000, 0xB000));
    part(page, "picker")
        .setInputFiles(
            new FilePayload(
                backup.suggestedFilename(),
                "application/octet-stream",
                Files.readAllBytes(backup.path())));
    part(page, "go").click();
    part(page, "result").filter(hasText("Every byte was checked")).waitFor();
    assertThat(Arrays.equals(board.flash(0, FLASH), before)).isTrue();
  }

  @Test
  void aPartOutsideTheMemoryIsRefused() {
    PykopiPage page = open(PageBoard.chip("ESP32", FLASH));
    part(page, "region").locator("summary").click();
    part(page, "region-start").fill("0x9100");
    part(page, "region-size").fill("4K");
    assertThat(part(page, "region-hint").textContent()).contains("multiples of 0x1000");
    assertThat(part(page, "region-erase").getAttribute("aria-disabled")).isEqualTo("true");
    part(page, "region-start").fill("4M");
    part(page, "region-erase").click();
    page.page.locator("dialog button:text-is('Erase')").last().click();
    assertThat(result(page)).contains("no whole sectors of the memory");
  }

  @Test
  void theKeyboardAloneFlashes() {
    PageBoard board = PageBoard.chip("ESP32", FLASH);
    byte[] firmware = PageBoard.firmware("ESP32", SIZE);
    PykopiPage page = open(board);
    page.page.keyboard().press("Escape");
    assertThat(focused(page)).isEqualTo("flash");
    page.page.keyboard().press("Enter");
    assertThat(focused(page)).isEqualTo("pick");
    // The chooser is the system's; a busy machine may be late with it.
    choose(page, firmware);
    part(page, "parts").locator("input").waitFor();
    for (int i = 0; i < 20 && !focused(page).equals("go"); i++) {
      page.page.keyboard().press("Tab");
    }
    page.page.keyboard().press("Enter");
    assertThat(focused(page)).isEqualTo("cancel");
    assertThat(result(page)).contains("Every byte was checked");
    assertThat(focused(page)).isEqualTo("go");
    page.page.keyboard().press("Escape");
    page.page.locator("#board-pane[data-status='connecting']").waitFor();
    assertThat(focused(page)).isEqualTo("cancel");
    page.page.keyboard().press("Enter");
    page.page.locator("#board-pane[data-status='silent']").waitFor();
    assertThat(focused(page)).isEqualTo("again");
    assertThat(Arrays.equals(board.flash(0x1000, SIZE), firmware)).isTrue();
    assertThat(page.problems()).isEmpty();
  }

  /** The part that has the keyboard and shows it; empty when none does. */
  private static String focused(PykopiPage page) {
    return (String)
        page.page.evaluate("document.querySelector(':focus-visible')?.dataset.part ?? ''");
  }

  /** A board that does not get into its loader keeps the flasher busy for some time. */
  @Test
  void theWayToTheLoaderIsCancelled() {
    PykopiPage page = open(PageBoard.python());
    part(page, "identify").click();
    cancelIn(page, "Connect to the boot loader");
    page.page.keyboard().press("Escape");
    page.page.locator("#board-pane[data-status='ready']").waitFor();
    assertThat(page.problems()).isEmpty();
  }

  @Test
  void severalFilesGoToTheirAddresses() {
    PageBoard board = PageBoard.chip("ESP32", FLASH);
    byte[] firmware = PageBoard.firmware("ESP32", SIZE);
    byte[] data = new byte[0x2345];
    new Random(2).nextBytes(data);
    PykopiPage page = open(board);
    choose(page, firmware);
    choose(page, data);
    page.page.locator("#flash-dialog [data-part='go'][aria-disabled='true']").waitFor();
    part(page, "go").click(new Locator.ClickOptions().setForce(true));
    assertThat(result(page)).contains("each needs its address");
    Locator addresses = part(page, "parts").locator("input");
    addresses.first().fill("0x1000");
    addresses.last().fill("2M");
    part(page, "go").click();
    part(page, "result").filter(hasText("Every byte was checked")).waitFor();
    assertThat(Arrays.equals(board.flash(0x1000, SIZE), firmware)).isTrue();
    assertThat(board.flash(2 << 20, data.length)).isEqualTo(data);
  }

  @Test
  void firmwareOfTheWebIsLoadedWhereItsServerPermits() {
    PykopiPage page = open(PageBoard.chip("ESP32", FLASH));
    Map<String, String> permission = Map.of("Access-Control-Allow-Origin", "*");
    context.route(
        "https://firmware.test/open/**",
        route ->
            route.fulfill(
                new Route.FulfillOptions().setBodyBytes(new byte[4096]).setHeaders(permission)));
    // What the browser does for a server that does not permit it looks the same to the page.
    context.route("https://firmware.test/closed/**", route -> route.abort("accessdenied"));
    part(page, "address").fill("https://firmware.test/open/esp32.bin?v=1");
    part(page, "fetch").click();
    page.page.locator(".flash-parts .file-name:text-is('esp32.bin')").waitFor();
    part(page, "address").fill("https://firmware.test/closed/esp32.bin");
    part(page, "fetch").click();
    assertThat(result(page))
        .contains("its server does not let web pages read it")
        .endsWith("Download the file and choose it here.");
    part(page, "address").fill("esp32.bin");
    page.page.keyboard().press("Enter");
    part(page, "result").filter(hasText("begins with https://")).waitFor();
  }

  @Test
  void aBoardWhoseButtonIsHeldIsFlashedOverItsOwnUsb() {
    PageBoard board = PageBoard.withHeldButton(FLASH);
    byte[] firmware = PageBoard.firmware("ESP32-S2", SIZE);
    PykopiPage page = open(board);
    choose(page, firmware);
    part(page, "go").click();
    assertThat(result(page)).contains("Every byte was checked");
    assertThat(Arrays.equals(board.flash(0x1000, SIZE), firmware)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"ESP32-S3, 0", "ESP32-C3, 0", "ESP32-S2, 4096"})
  void aBoardThatLeavesTheBusWhenItRestartsIsFlashed(String chip, int offset) {
    boolean isOtg = chip.equals("ESP32-S2");
    PageBoard board = isOtg ? PageBoard.otg(chip, FLASH) : PageBoard.nativeUsb(chip, FLASH);
    byte[] firmware = PageBoard.firmware(chip, SIZE);
    PykopiPage page = open(board);
    choose(page, firmware);
    part(page, "go").click();
    assertThat(result(page)).contains("Every byte was checked");
    assertThat(Arrays.equals(board.flash(offset, SIZE), firmware)).isTrue();
    assertThat(board.runsFirmware()).isTrue();
    page.page.locator("#board-pane[data-status='silent']").waitFor();
    assertThat(page.page.locator("#board-pane [data-part='text']").textContent())
        .startsWith("No MicroPython answers on the ESP32");
    assertThat(page.page.evaluate("timesAsked")).isEqualTo(0);
    assertThat(page.page.locator(".notice").count()).isZero();
  }

  private static void cancelIn(PykopiPage page, String step) {
    part(page, "work").locator("[data-part='step']:text-is('" + step + "')").waitFor();
    part(page, "cancel").click();
    part(page, "result").filter(hasText("Stopped. The board can be flashed again.")).waitFor();
  }

  @Test
  void cancelledWorkLeavesABoardThatCanBeFlashedAgain() {
    PageBoard board = PageBoard.chip("ESP32", FLASH);
    byte[] firmware = PageBoard.firmware("ESP32", SIZE);
    PykopiPage page = open(board);
    choose(page, firmware);
    part(page, "erase").check();
    part(page, "go").click();
    page.page.locator("dialog button:has-text('Erase and flash')").click();
    cancelIn(page, "Erase");
    part(page, "erase").uncheck();
    part(page, "go").click();
    cancelIn(page, "Write firmware.bin");
    part(page, "backup").click();
    cancelIn(page, "Read");
    part(page, "go").click();
    assertThat(result(page)).contains("Every byte was checked");
    assertThat(Arrays.equals(board.flash(0x1000, SIZE), firmware)).isTrue();
  }
}
