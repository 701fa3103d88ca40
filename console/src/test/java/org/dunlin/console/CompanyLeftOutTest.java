package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompanyLeftOutTest {
  private final Browser browser = Browser.signedIn();

  @ParameterizedTest
  @ValueSource(strings = {"/customers", "/invoices?show=ALL", "/inbox", "/flows", "/journal"})
  void aPageWithoutACompanyIsThatOfTheFirst(String path) {
    new Scene();
    String first = Hub.SHARED.stores().companies().ids().getFirst();
    HttpResponse<String> answer = browser.open(path);
    assertThat(answer.headers().firstValue("Location"))
        .get()
        .asString()
        .isEqualTo(
            Hub.SHARED.address() + path + (path.contains("?") ? "&" : "?") + "company=" + first);
    assertThat(browser.follow(answer).statusCode()).isEqualTo(200);
  }

  @Test
  void ofAFormNothingIsGuessed() {
    browser.open("/");
    assertThat(browser.press("/stop", "stopped", "true").statusCode()).isNotEqualTo(302);
  }
}
