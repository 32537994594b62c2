package org.pykopi.tests.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/** The page as a user knows it: a program, a terminal, a state, files. */
final class PykopiPage implements AutoCloseable {
  /** What the page logged and what the content security policy refused; both stay empty. */
  private static final String WATCH =
      """
      window.refused = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        window.refused.push(event.violatedDirective + ' ' + event.blockedURI);
      });
      """;

  private static final String TERMINAL_TEXT =
      "[...document.querySelectorAll(terminal + ' .xterm-rows > div')].map((row) =>"
          + " row.textContent.replace(/\\u00a0/g, ' ').trimEnd()).join('\\n').trimEnd()";

  final Page page;
  private final List<String> problems;

  /** Numbers the programs, because the terminal still shows the end of the one before. */
  private int ends;

  private PykopiPage(Page page, List<String> problems) {
    this.page = page;
    this.problems = problems;
  }

  /** Opens the page and waits for nothing. */
  static PykopiPage open(BrowserContext context, String url) {
    Page page = context.newPage();
    List<String> problems = new java.util.concurrent.CopyOnWriteArrayList<>();
    page.onPageError(problems::add);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            problems.add(message.text());
          }
        });
    page.addInitScript(WATCH);
    page.navigate(url);
    return new PykopiPage(page, problems);
  }

  // ---- state ----

  void waitForState(String state) {
    try {
      page.locator("#chip[data-state='" + state + "']").waitFor();
    } catch (TimeoutError timeout) {
      throw new AssertionError(
          "Not " + state + " but " + stateText() + ":\n" + terminalText(), timeout);
    }
  }

  /** Waits for Python and for the terminal, whose code is loaded beside it. */
  void waitUntilReady() {
    waitForState("ready");
    page.locator("#terminal .xterm-helper-textarea")
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
  }

  /** Waits until the runtime rests, whether a program ended or was stopped. */
  void waitUntilIdle() {
    page.locator("#chip[data-state='ready'], #chip[data-state='stopped']").waitFor();
  }

  String stateText() {
    return page.locator("#chip-text").textContent();
  }

  /** Waits for a message at the foot of the page. */
  void waitForNotice(String text) {
    page.locator(".notice p", new Page.LocatorOptions().setHasText(text)).waitFor();
  }

  /** The newest message at the foot of the page. */
  String notice() {
    Locator newest = page.locator(".notice p").last();
    newest.waitFor();
    return newest.textContent();
  }

  /** Errors in the console and refusals of the content security policy. */
  List<String> problems() {
    @SuppressWarnings("unchecked")
    List<String> refused = (List<String>) page.evaluate("window.refused");
    List<String> all = new java.util.ArrayList<>(problems);
    all.addAll(refused);
    return all;
  }

  // ---- editor ----

  void setProgram(String text) {
    focusEditor();
    page.keyboard().press("ControlOrMeta+a");
    page.keyboard().insertText(text);
  }

  void focusEditor() {
    page.locator(".cm-content").focus();
  }

  String program() {
    return String.join("\n", page.locator(".cm-line").allTextContents());
  }

  /** Waits until the editor shows the file. */
  void waitForFile(String name) {
    page.locator("#editor-head h2:text-is('" + name + "')").waitFor();
  }

  Locator errorLine() {
    return page.locator(".cm-line.cm-error-line");
  }

  String errorNote() {
    return page.locator(".cm-error-note").textContent();
  }

  void waitUntilSaved() {
    waitForSaveState("saved");
  }

  void waitForSaveState(String state) {
    page.locator("[data-part='save'][data-save='" + state + "']").waitFor();
  }

  // ---- running ----

  void run(String program) {
    setProgram(program);
    page.keyboard().press("Control+Enter");
  }

  /** Runs a program to its end. */
  void runToEnd(String program) {
    ends++;
    run(program + "\nprint('-' * 3 + 'end', " + ends + ")\n");
    waitForText("---end " + ends);
    waitUntilIdle();
  }

  // ---- terminal ----

  void focusTerminal() {
    page.locator("#terminal .xterm-helper-textarea").focus();
  }

  /** Types a line at the prompt or into {@code input()}. */
  void typeLine(String line) {
    focusTerminal();
    page.keyboard().type(line);
    page.keyboard().press("Enter");
  }

  /** The rows of the terminal that are on the screen. */
  String terminalText() {
    return terminalText("#terminal");
  }

  /** The rows of one of the two terminals. */
  String terminalText(String terminal) {
    return (String) page.evaluate("(terminal) => " + TERMINAL_TEXT, terminal);
  }

  void waitForText(String text) {
    waitForText("#terminal", text);
  }

  void waitForText(String terminal, String text) {
    try {
      page.waitForFunction(
          "([terminal, text]) => (" + TERMINAL_TEXT + ").includes(text)", List.of(terminal, text));
    } catch (TimeoutError timeout) {
      throw new AssertionError(
          "No \"" + text + "\" in the terminal:\n" + terminalText(terminal), timeout);
    }
  }

  /**
   * Milliseconds from the next key press or click until the page shows that nothing runs. Call it
   * before the press; {@link #measured()} gives the figure.
   */
  void measureStop() {
    page.evaluate(
        """
        () => {
          window.stopTime = new Promise((resolve) => {
            let start = 0;
            const begin = (event) => { start = event.timeStamp; };
            addEventListener('keydown', begin, { capture: true });
            addEventListener('pointerdown', begin, { capture: true, once: true });
            new MutationObserver((changes, observer) => {
              if (document.body.dataset.busy === 'true') return;
              observer.disconnect();
              removeEventListener('keydown', begin, { capture: true });
              resolve(performance.now() - start);
            }).observe(document.body, { attributes: true, attributeFilter: ['data-busy'] });
          });
        }
        """);
  }

  double measured() {
    return ((Number) page.evaluate("window.stopTime")).doubleValue();
  }

  // ---- files ----

  List<String> fileNames() {
    return page.locator(".file-name").allTextContents();
  }

  @Override
  public void close() {
    page.close();
  }
}
