package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.store.Stores;
import org.dunlin.store.access.Role;
import org.dunlin.store.people.HubEvents.HubEvent;
import org.dunlin.store.people.HubEvents.Kind;
import org.junit.jupiter.api.Test;

/** People say where they are told what happens to their account. */
class AccountAddressTest {
  private final Scene scene = new Scene();
  private final Stores stores = scene.stores();
  private final Somebody anna = Somebody.in(scene.id(), Role.VIEWER);
  private final Browser browser = anna.signedIn();

  private HttpResponse<String> saved(String address) {
    String page = "/account?company=" + scene.id();
    browser.open(page);
    return browser.follow(
        browser.press("/account/email", "company", scene.id(), "back", page, "email", address));
  }

  @Test
  void theirOwnPageTakesAnAddressAndShowsIt() {
    String address = "anna-" + UUID.randomUUID() + "@example.com";
    assertThat(saved(address).body()).contains("The address is saved.", "value=\"" + address);
    assertThat(stores.people().email(anna.name())).contains(address);
    assertThat(stores.signIn().events().about(anna.name(), 1))
        .extracting(HubEvent::kind)
        .containsExactly(Kind.EMAIL_CHANGED);
    assertThat(saved("").body()).contains("The address is saved.").doesNotContain(address);
    assertThat(stores.people().email(anna.name())).isEmpty();
  }

  @Test
  void whatIsNoAddressIsRefusedWithTheReason() {
    for (String wrong : List.of("anna", "a@example.com\r\nBcc: b@example.com", "<script>@x.nl")) {
      assertThat(saved(wrong).body()).contains("of the form name@example.com");
    }
    assertThat(stores.people().email(anna.name())).isEmpty();
  }

  @Test
  void nobodySaysTheAddressOfSomebodyElse() {
    Somebody bert = Somebody.in(scene.id(), Role.VIEWER);
    browser.open("/account?company=" + scene.id());
    browser.press(
        "/account/email", "company", scene.id(), "email", "a@example.com", "name", bert.name());
    assertThat(stores.people().email(bert.name())).isEmpty();
    assertThat(stores.people().email(anna.name())).contains("a@example.com");
  }

  @Test
  void whoAddsSomebodyMaySayTheirs() {
    String name = "carl-" + UUID.randomUUID();
    Browser admin = Browser.signedIn();
    for (String address : List.of("no address", name + "@example.com")) {
      admin.open("/people?company=" + scene.id());
      HttpResponse<String> page =
          admin.follow(
              admin.press(
                  "/people",
                  "company",
                  scene.id(),
                  "name",
                  name,
                  "role",
                  "VIEWER",
                  "where",
                  scene.id(),
                  "email",
                  address));
      assertThat(page.body())
          .contains(address.contains("@") ? address : "of the form name@example.com");
      assertThat(stores.people().find(name).isPresent()).isEqualTo(address.contains("@"));
    }
    assertThat(stores.people().email(name)).isEqualTo(Optional.of(name + "@example.com"));
  }
}
