package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.dunlin.console.page.Navigation;
import org.dunlin.console.page.Navigation.Entry;
import org.dunlin.console.page.Navigation.Tab;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NavigationTest {
  private static final String HERE = "aria-current=\"page\"";

  @ParameterizedTest
  @CsvSource({
    "/, frame.dashboard",
    "/?company=acme, frame.dashboard",
    "/live?company=acme, frame.dashboard",
    "/customers/01931b2e?company=acme, frame.customers",
    "/back-test, review.title",
    "/questions/1, review.title",
    "/standstills/1?company=acme, frame.agreements",
    "/holds, frame.agreements",
    "/payment-links/1, frame.collecting",
    "/payments/1, frame.payments",
    "/payouts, frame.collecting",
    "/messages/held, frame.messages",
    "/deliveries/1/raw, frame.inbox",
    "/plans/edit?company=acme&plan=x, plans.title",
    "/companies/new, frame.profile",
    "/programs/xero, frame.connections",
    "/api, frame.tokens"
  })
  void thePageOfARecordBelongsToTheListThatItStandsIn(String address, String key) {
    assertThat(Navigation.entry(address)).map(Entry::key).contains(key);
  }

  @Test
  void aPageThatNoEntryLeadsToBelongsToNone() {
    assertThat(Navigation.entry("/customersandmore")).isEmpty();
    assertThat(Navigation.entry("/welcome")).isEmpty();
  }

  @Test
  void listsThatShareAnEntryAreTabsAndTheirRecordsAreNot() {
    assertThat(Navigation.tabs("/disputes?company=acme"))
        .extracting(Tab::path)
        .containsExactly("/promises", "/disputes", "/arrangements", "/holds");
    assertThat(Navigation.tabs("/standstills/1")).isEmpty();
    assertThat(Navigation.tabs("/customers")).isEmpty();
  }

  @Test
  void eachTabOfTheMenuIsAPageThatSaysWhereItIs() {
    Scene scene = new Scene();
    Browser browser = Browser.signedIn();
    for (Entry entry :
        Navigation.GROUPS.stream().flatMap(each -> each.entries().stream()).toList()) {
      for (Tab tab : entry.tabs()) {
        HttpResponse<String> page = browser.open(tab.path() + "?company=" + scene.id());
        assertThat(page.statusCode()).as(tab.path()).isEqualTo(200);
        List<String> links = page.body().lines().filter(line -> line.contains(HERE)).toList();
        assertThat(links).as(tab.path()).hasSize(entry.tabs().size() > 1 ? 2 : 1);
        assertThat(links).anyMatch(link -> link.contains("href=\"" + entry.path() + "?"));
        assertThat(links).anyMatch(link -> link.contains("href=\"" + tab.path() + "?"));
      }
    }
  }
}
