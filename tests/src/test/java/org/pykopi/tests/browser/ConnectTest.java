package org.pykopi.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The browser's own question for a board on a cable. */
final class ConnectTest extends PageTest {
  /** Like Firefox: the question stays open beside the page, a second one is refused. */
  private static final String ONE_QUESTION =
      """
      () => {
        window.questions = 0;
        navigator.serial.requestPort = () => {
          window.questions++;
          return window.questions === 1
            ? new Promise((resolve, reject) => {
                window.dismiss = () => reject(new DOMException('No port selected', 'NotFoundError'));
              })
            : Promise.reject(new DOMException('Request failed', 'NotSupportedError'));
        };
      }
      """;

  private static int questions(PykopiPage page) {
    return ((Number) page.page.evaluate("window.questions")).intValue();
  }

  @Test
  void asksOnceUntilTheQuestionIsAnswered() {
    PykopiPage page = openPage();
    page.page.evaluate(ONE_QUESTION);
    for (int i = 0; i < 3; i++) {
      page.page.locator("#board-pane [data-part=connect]").click();
      page.page.waitForTimeout(200);
    }
    assertThat(questions(page)).isEqualTo(1);
    assertThat(page.page.locator(".notice").count()).isZero();
    page.page.evaluate("window.dismiss()");
    page.page.locator("#board-pane [data-part=connect]").click();
    assertThat(page.notice()).contains("Request failed");
    assertThat(questions(page)).isEqualTo(2);
  }
}
