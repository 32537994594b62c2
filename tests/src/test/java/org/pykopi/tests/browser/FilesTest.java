package org.pykopi.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is typed stays: through reloads, renames and mistakes. */
final class FilesTest extends PageTest {
  @Test
  void savingAndReloadingKeepsTheProgram() {
    PykopiPage page = openPage();
    page.setProgram("kept = 1\n");
    page.waitUntilSaved();
    page.page.reload();
    assertThat(page.program()).isEqualTo("kept = 1\n");
    page.waitForState("ready");
    page.run("print(open('main.py').read())\n");
    page.waitForText("print(open('main.py').read())");
  }

  @Test
  void reloadingInTheMiddleOfTypingLosesNothing() {
    PykopiPage page = openPage();
    page.setProgram("half a li");
    page.page.keyboard().type("ne");
    page.page.reload();
    assertThat(page.program()).isEqualTo("half a line");
    page.waitForState("ready");
    page.waitUntilSaved();
    assertThat(page.program()).isEqualTo("half a line");
  }

  @Test
  void filesThatAProgramWritesAppear() {
    PykopiPage page = openPage();
    page.runToEnd("with open('made.txt', 'w') as f: f.write('by program')");
    page.page.locator(".file", new Page.LocatorOptions().setHasText("made.txt")).click();
    page.waitForFile("made.txt");
    assertThat(page.program()).isEqualTo("by program");
    page.page.reload();
    page.page.locator("#files-pane .file[data-path='/made.txt']").waitFor();
    assertThat(page.fileNames()).contains("main.py");
  }

  @Test
  void anEndingThatIsTypedAgainCountsOnce() {
    PykopiPage page = openPage();
    page.page.locator("#files-pane [data-part=new-file]").focus();
    page.page.keyboard().press("Enter");
    page.page.keyboard().type("util.py");
    page.page.keyboard().press("Enter");
    page.waitForFile("util.py");
  }

  @Test
  void newRenameAndDeleteByKeyboardAlone() {
    PykopiPage page = openPage();
    page.page.locator("#files-pane [data-part=new-file]").focus();
    page.page.keyboard().press("Enter");
    page.page.keyboard().press("Control+a");
    page.page.keyboard().type("lib/util.py");
    page.page.keyboard().press("Enter");
    page.waitForFile("lib/util.py");
    page.page.locator(".cm-content:focus").waitFor();
    page.setProgram("answer = 42\n");
    page.page.keyboard().press("Shift+F6");
    page.page.keyboard().press("F2");
    page.page.keyboard().press("Control+a");
    page.page.keyboard().type("lib/tool.py");
    page.page.keyboard().press("Enter");
    page.waitForFile("lib/tool.py");
    page.runToEnd("answer = 42");
    page.page.keyboard().press("Shift+F6");
    page.page.keyboard().press("Delete");
    page.waitForFile("main.py");
    assertThat(page.fileNames()).doesNotContain("tool.py");
    page.page.locator(".notice .button").press("Enter");
    page.waitForFile("lib/tool.py");
    assertThat(page.program()).startsWith("answer = 42");
  }

  @Test
  void aPaneThatIsEnteredBeforeItsFilesAreListedGivesTheFocusToTheFile() {
    PykopiPage page = open(new Browser.NewContextOptions().setViewportSize(1280, 800), "");
    page.page.keyboard().press("Shift+F6");
    page.page.locator("#files-pane .file[data-path$='main.py']:focus").waitFor();
  }

  @Test
  void aButtonThatIsReachedBeforeTheFilesAreListedKeepsTheFocus() {
    PykopiPage page = open(new Browser.NewContextOptions().setViewportSize(1280, 800), "");
    page.page.locator("#files-pane [data-part=new-file]").focus();
    page.page.locator("#files-pane .file[data-path$='main.py']").waitFor();
    assertThat(page.page.locator("#files-pane [data-part=new-file]:focus").count()).isEqualTo(1);
  }

  @Test
  void aNewFileLeavesTheFocusInTheList() {
    PykopiPage page = openPage();
    page.run("import time\ntime.sleep(1)\nopen('made.txt', 'w').close()\n");
    page.page.keyboard().press("Shift+F6");
    page.page.locator("#files-pane .file[data-path$='main.py']:focus").waitFor();
    page.page.locator("#files-pane .file[data-path$='made.txt']").waitFor();
    assertThat(page.page.locator("#files-pane .file[data-path$='main.py']:focus").count())
        .isEqualTo(1);
  }

  @Test
  void aListThatGrowsLeavesAClickAndAMenuTheirRow() {
    PykopiPage page = openPage();
    page.runToEnd("open('other.txt', 'w').close()");
    page.run("import time\ntime.sleep(1)\nopen('z1', 'w').close()\n");
    page.page.locator(row("other.txt")).hover();
    page.page.mouse().down();
    page.page.locator(row("z1")).waitFor();
    page.page.mouse().up();
    page.waitForFile("other.txt");
    page.page.locator(row("main.py")).click();
    page.waitForFile("main.py");
    page.waitUntilIdle();
    page.run("import time\ntime.sleep(1)\nopen('z2', 'w').close()\n");
    String more = "[aria-label='Actions for main.py']";
    page.page.locator(more).press("Enter");
    page.page.locator(row("z2")).waitFor();
    page.page.keyboard().press("Escape");
    page.page.locator(more + ":focus").waitFor();
  }

  @Test
  void aSlowRenameTakesNoFocusFromWhoWentOn() {
    PykopiPage page = openWithSlowRuntime();
    page.page.locator(row("main.py")).press("F2");
    page.page.keyboard().press("Control+a");
    page.page.keyboard().type("tool.py");
    page.page.evaluate("window.holdsAnswers = true");
    page.page.keyboard().press("Enter");
    page.focusEditor();
    page.page.evaluate("window.giveAnswers()");
    page.page.locator(row("tool.py")).waitFor();
    assertThat(page.page.locator(".cm-content:focus").count()).isEqualTo(1);
  }

  @Test
  void filesThatAreChosenWhileOthersAreStoredArriveToo() {
    PykopiPage page = openWithSlowRuntime();
    page.page.evaluate("window.holdsAnswers = true");
    Locator picker = page.page.locator("#files-pane [data-part=picker]");
    picker.setInputFiles(text("a.txt"));
    picker.setInputFiles(new FilePayload[] {text("b.txt"), text("c.txt")});
    page.page.evaluate("window.giveAnswers()");
    for (String name : List.of("a.txt", "b.txt", "c.txt")) {
      page.page.locator(row(name)).waitFor();
    }
  }

  private static String row(String name) {
    return "#files-pane .file[data-path='/" + name + "']";
  }

  private static FilePayload text(String name) {
    return new FilePayload(name, "text/plain", new byte[10]);
  }

  /** A page whose runtime answers late, when the test says so. */
  private PykopiPage openWithSlowRuntime() {
    String late =
        """
        const held = [];
        window.giveAnswers = () => {
          window.holdsAnswers = false;
          for (const give of held.splice(0)) give();
        };
        window.Worker = class extends Worker {
          set onmessage(hear) {
            super.onmessage = (event) => {
              if (window.holdsAnswers) held.push(() => hear(event));
              else hear(event);
            };
          }
        };
        """;
    PykopiPage page =
        open(
            new Browser.NewContextOptions().setViewportSize(1280, 800),
            "",
            context -> context.addInitScript(late));
    page.waitUntilReady();
    page.page.locator(row("main.py")).waitFor();
    return page;
  }

  @Test
  void uploadAndDownload() throws IOException {
    PykopiPage page = openPage();
    byte[] data = "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8);
    page.page
        .locator("#files-pane [data-part=picker]")
        .setInputFiles(new FilePayload("data.csv", "text/csv", data));
    page.waitForNotice("Uploaded: data.csv.");
    page.runToEnd("print('rows', len(open('data.csv').read().split()))");
    assertThat(page.terminalText()).contains("rows 2");
    page.page.locator("[aria-label='Actions for data.csv']").click();
    Download download =
        page.page.waitForDownload(
            () -> page.page.locator("[role=menuitem]:has-text('Download')").click());
    assertThat(download.suggestedFilename()).isEqualTo("data.csv");
    assertThat(Files.readAllBytes(download.path())).isEqualTo(data);
  }

  @Test
  void aFullStorageIsToldAndTheTextIsKept() {
    PykopiPage page = openPage();
    page.waitUntilSaved();
    limitStorage(page, 1000);
    // The browser counts what is stored now and then, so the first write may still pass.
    String text = "";
    for (int lines = 10; page.page.locator(".notice.error").count() == 0; lines++) {
      assertThat(lines).isLessThan(30);
      text = ("# " + "precious ".repeat(2_000) + "\n").repeat(lines);
      page.setProgram(text);
      page.page
          .locator("[data-part='save']:is([data-save='saved'], [data-save='failed'])")
          .waitFor();
    }
    assertThat(page.page.locator(".notice.error p").textContent())
        .isEqualTo(
            "main.py could not be stored: the browser's storage is full. The text stays here.");
    page.waitForSaveState("failed");
    page.page.reload();
    page.waitForState("ready");
    page.page.locator(".notice.error").waitFor();
    page.waitForSaveState("failed");
    page.typeLine("print('length', len(open('main.py').read()))");
    page.waitForText("length " + text.length());
    limitStorage(page, 100_000_000);
    page.page.keyboard().press("Control+s");
    page.waitUntilSaved();
  }

  private void limitStorage(PykopiPage page, int bytes) {
    JsonObject quota = new JsonObject();
    quota.addProperty("origin", address("").replaceAll("(//[^/]*)/.*", "$1"));
    quota.addProperty("quotaSize", bytes);
    context.newCDPSession(page.page).send("Storage.overrideQuotaForOrigin", quota);
  }

  @Test
  void aSlowExampleTakesNoFocusFromWhoWentOn() {
    PykopiPage page = openPage();
    List<Route> asked = new ArrayList<>();
    page.page.route("**/examples/*.py", asked::add);
    page.page.locator("#examples").click();
    page.page.waitForRequest("**/examples/*.py", () -> page.page.locator(".card").first().click());
    page.page.locator(".cm-content:focus").waitFor();
    page.focusTerminal();
    page.page.waitForCondition(() -> !asked.isEmpty());
    asked.forEach(Route::resume);
    page.page.locator("#editor-head h2:not(:text-is('main.py'))").waitFor();
    assertThat(page.page.locator("#terminal .xterm-helper-textarea:focus").count()).isEqualTo(1);
  }

  @Test
  void anExampleOpensAndRuns() {
    PykopiPage page = openPage();
    page.page.keyboard().press("Shift+F2");
    page.page.locator(".card").first().click();
    page.page.locator("#editor-head h2:not(:text-is(\'main.py\'))").waitFor();
    page.waitUntilSaved();
    assertThat(page.program()).isNotBlank();
    page.page.keyboard().press("Shift+F6");
    assertThat(page.page.locator(".file:focus").getAttribute("aria-current")).isEqualTo("true");
  }
}
