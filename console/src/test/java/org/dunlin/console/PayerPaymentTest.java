package org.dunlin.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.net.http.HttpResponse;
import org.dunlin.console.Chromium.Eye;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.core.profile.Paying;
import org.dunlin.store.pay.KeptCheckout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a payer pays on its page: all, some or a part, online or by transfer. */
class PayerPaymentTest {
  private final PayerScene mine = new PayerScene();

  @ParameterizedTest
  @EnumSource(names = {"DESK", "PHONE", "PLAIN"})
  void whatIsChosenIsPaidOnlineAndThePageKnowsWhenItIs(Eye eye) {
    mine.payableOnline();
    mine.at(
        eye,
        page -> {
          page.context()
              .route(
                  "https://till.example.test/**",
                  route ->
                      route.fulfill(
                          new Route.FulfillOptions()
                              .setContentType("text/html")
                              .setBody("<h1>Pay here</h1>")));
          page.getByText("Pay EUR 1,300.50 online").click();
          page.waitForURL("https://till.example.test/pay/tr_1");
          KeptCheckout begun = mine.checkout();
          assertThat(begun.amount()).isEqualTo(Scene.euro("1300.50"));
          assertThat(begun.invoices()).containsOnlyKeys(mine.first, mine.second);
          String both = mine.link(mine.customer, mine.first, mine.second);
          page.navigate(PayerScene.address(both) + "/back");
          assertThat(page.locator("h1").innerText()).isEqualTo("We do not know yet");
          mine.told(begun, CheckoutState.PAID);
          page.navigate(PayerScene.address(both) + "/back");
          assertThat(page.locator("h1").innerText()).contains("Thank you");
          page.getByText("To what is open").click();
          assertThat(page.locator(".alert.note").innerText()).contains("1,300.50 is on its way");
        });
  }

  @Test
  void thePageLooksAgainByItselfUntilItKnows() {
    mine.payableOnline();
    mine.pay("what", "chosen", "i", mine.first.toString());
    mine.at(
        Eye.PLAIN,
        page -> {
          page.navigate(PayerScene.address(mine.path) + "/back");
          assertThat(page.locator("h1").innerText()).isEqualTo("We do not know yet");
          mine.told(mine.checkout(), CheckoutState.PAID);
          page.getByText("Thank you, it is paid").waitFor();
        });
  }

  @Test
  void aPartIsPaidWhereTheCompanyTakesParts() {
    mine.payableOnline();
    Visitor visitor = new Visitor();
    String form = visitor.form(mine.path + "/part", "part");
    assertThat(part(visitor, form, "100,00").body()).contains("A part of an invoice cannot");
    mine.stores().pay().rules().put(id(), new Paying(true, 90, false));
    assertThat(part(visitor, form, "1.210,01").body()).contains("more than is open");
    assertThat(part(visitor, form, "0").statusCode()).isEqualTo(422);
    assertThat(part(visitor, form, "1.210").statusCode()).as("which might be 1.21").isEqualTo(422);
    assertThat(part(visitor, form, "1.200,00").body())
        .contains("https://till.example.test/pay/tr_1");
    assertThat(mine.checkout().amount()).isEqualTo(Scene.euro("1200.00"));
  }

  private HttpResponse<String> part(Visitor visitor, String form, String amount) {
    return visitor.post(
        mine.path + "/part", "form", form, "i", mine.first.toString(), "amount", amount);
  }

  @Test
  void payingTwiceAtOnceBeginsOneAttempt() {
    mine.payableOnline();
    String first = mine.pay("what", "all", "currency", "EUR");
    String second = mine.pay("what", "all", "currency", "EUR");
    assertThat(second).contains("https://till.example.test/pay/tr_1");
    assertThat(first).contains("https://till.example.test/pay/tr_1");
    String both = mine.link(mine.customer, mine.first, mine.second);
    assertThat(both).isNotEqualTo(mine.path);
    assertThat(mine.checkouts()).hasSize(1);
  }

  @Test
  void whoCannotPayOnlineSeesTheTransferAlone() {
    String page = new Visitor().open(mine.path + "?i=" + mine.second).body();
    assertThat(page)
        .contains(
            "NL44 RABO 0123 4567 89", "2026-0051", "data:image/png;base64,", "Pay by transfer")
        .doesNotContain("online</button>");
    assertThat(mine.pay("what", "all", "currency", "EUR"))
        .contains("Online payment is not possible now");
  }

  @Test
  void whatIsDebitedSaysOnWhichDayAndNeedNotBePaid() {
    mine.payableOnline();
    mine.debited(mine.second, Scene.TODAY.plusDays(14));

    assertThat(new Visitor().open(mine.path).body())
        .contains("Will be debited from your account on", "Pay the ticked ones online")
        .doesNotContain("Pay EUR 1,300.50 online");
    assertThat(mine.pay("what", "chosen", "i", mine.second.toString()))
        .contains("will be debited from your account; you need not pay it");
    assertThat(mine.checkouts()).isEmpty();
  }

  private String id() {
    return mine.scene.id();
  }
}
