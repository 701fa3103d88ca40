package org.dunlin.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dunlin.console.Chromium.Eye;
import org.dunlin.core.model.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever never touches a mouse works through the review all the same. */
class ReviewByKeysTest {
  /** What is in focus, and whether one sees that it is. */
  private static final String FOCUS =
      """
      () => {
        const each = document.activeElement;
        const look = getComputedStyle(each);
        const ring = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0;
        const seen = each.getBoundingClientRect();
        return {
          name: each.textContent.trim(),
          payment: each.closest("section")?.querySelector("h2")?.textContent.trim() ?? "",
          ring: ring || look.boxShadow !== "none",
          shown: seen.top >= 0 && seen.bottom <= window.innerHeight
        };
      }
      """;

  private final Scene scene = new Scene();
  private final UUID customer = scene.customer("Bakkerij Jansen");
  private final UUID first = suggested("EEN", "100.00");
  private final UUID second = suggested("TWEE", "200.00");
  private final UUID third = suggested("DRIE", "300.00");

  @Test
  void theKeysMoveConfirmRefuseAndSetAside() {
    try (BrowserContext context = Chromium.signedIn(Eye.DESK)) {
      Page page = context.newPage();
      page.navigate("/review?company=" + scene.id());
      assertThat(page.locator("[data-review=keys]")).isVisible();
      List<String> payers = new ArrayList<>();
      for (String key : List.of("j", "j", "j", "k", "k")) {
        page.keyboard().press(key);
        Focus focus = focus(page);
        assertThat(focus.name()).as(key).isEqualTo("Confirm");
        assertThat(focus.ring()).as("the ring after %s", key).isTrue();
        assertThat(focus.shown()).as("in sight after %s", key).isTrue();
        payers.add(focus.payer());
      }
      assertThat(payers.subList(0, 3)).containsExactlyInAnyOrder("EEN", "TWEE", "DRIE");
      assertThat(payers.subList(3, 5)).containsExactly(payers.get(1), payers.get(0));

      page.keyboard().press("Enter");
      assertThat(page.locator(".alert-success")).containsText("It is allocated.");
      page.waitForLoadState(); // and the keys mean something again
      page.keyboard().press("j");
      page.keyboard().press("x");
      assertThat(page.locator(".alert-success")).containsText("No rule brings these together");
      page.waitForLoadState();
      page.keyboard().press("j");
      page.keyboard().press("s");
      assertThat(page.locator(".alert-success")).containsText("It is set aside.");
      assertThat(page.locator("#content")).containsText("Nothing waits for a decision.");
      assertThat(decision(payers.get(0))).containsExactly(Decision.CONFIRMED);
      assertThat(decision(payers.get(1))).as("refused").isEmpty();
      assertThat(setAside(payers.get(2))).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Eye.class,
      names = {"DESK", "DARK", "PHONE", "PLAIN"})
  void tabGoesThroughWhatCanBeDoneInTheOrderInWhichItStandsAndIsSeen(Eye eye) {
    try (BrowserContext context = Chromium.signedIn(eye)) {
      Page page = context.newPage();
      page.navigate("/review?company=" + scene.id());
      page.locator("h2 a").first().focus();
      List<String> names = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        page.keyboard().press("Tab");
        Focus focus = focus(page);
        assertThat(focus.ring()).as("the ring around %s", focus.name()).isTrue();
        assertThat(focus.shown()).as("%s in sight", focus.name()).isTrue();
        names.add(focus.name());
      }
      assertThat(names.get(0)).startsWith("R-");
      assertThat(names.get(7)).contains("EUR");
      assertThat(names.subList(1, 7))
          .containsExactly(
              "Bakkerij Jansen",
              "Confirm",
              "Not this one",
              "Another invoice",
              "Not a customer’s",
              "Credit of Bakkerij Jansen");
    }
  }

  @Test
  void withoutScriptsTabAndEnterDecide() {
    try (BrowserContext context = Chromium.signedIn(Eye.PLAIN)) {
      Page page = context.newPage();
      page.navigate("/review?company=" + scene.id());
      assertThat(page.locator("[data-review=keys]")).isHidden();
      String payer = tabTo(page, "Confirm");
      page.keyboard().press("Enter");
      assertThat(page.locator(".alert-success")).containsText("It is allocated.");
      assertThat(decision(payer)).containsExactly(Decision.CONFIRMED);

      payer = tabTo(page, "Not this one");
      page.keyboard().press("Enter");
      assertThat(page.locator(".alert-success")).containsText("No rule brings these together");
      assertThat(decision(payer)).isEmpty();

      payer = tabTo(page, "Not a customer’s");
      page.keyboard().press("Enter");
      assertThat(page.locator("#content")).containsText("Nothing waits for a decision.");
      assertThat(setAside(payer)).isTrue();
    }
  }

  /** From the top of the page to the first thing of this name; returns whose payment it is of. */
  private static String tabTo(Page page, String name) {
    for (int i = 0; i < 100; i++) {
      page.keyboard().press("Tab");
      Focus focus = focus(page);
      if (focus.name().equals(name)) {
        return focus.payer();
      }
    }
    throw new AssertionError("a hundred tabs do not lead to “" + name + "”");
  }

  private record Focus(String name, String payment, boolean ring, boolean shown) {
    String payer() {
      return payment.substring(payment.lastIndexOf(' ') + 1);
    }
  }

  private static Focus focus(Page page) {
    Map<?, ?> said = (Map<?, ?>) page.evaluate(FOCUS);
    return new Focus(
        String.valueOf(said.get("name")),
        String.valueOf(said.get("payment")).replaceAll("\\s+", " "),
        Boolean.TRUE.equals(said.get("ring")),
        Boolean.TRUE.equals(said.get("shown")));
  }

  private UUID suggested(String payer, String amount) {
    UUID invoice = scene.invoice(customer, "R-" + payer, Scene.TODAY, amount);
    UUID payment = scene.payment(payer, "rekening", amount);
    scene.allocation(payment, invoice, amount, Decision.SUGGESTED, "the payer is known");
    return payment;
  }

  private UUID payment(String payer) {
    return switch (payer) {
      case "EEN" -> first;
      case "TWEE" -> second;
      case "DRIE" -> third;
      default -> throw new AssertionError(payer);
    };
  }

  private List<Decision> decision(String payer) {
    return scene.stores().allocations().of(scene.id()).stream()
        .map(each -> each.allocation())
        .filter(each -> payment(payer).toString().equals(each.paymentId()))
        .map(each -> each.decision())
        .toList();
  }

  private boolean setAside(String payer) {
    UUID payment = payment(payer);
    return scene.stores().views().details().payment(scene.id(), payment).orElseThrow().setAsideBy()
        != null;
  }
}
