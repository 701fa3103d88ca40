package org.dunlin.sandbox.program.mollie;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Endpoint;
import org.dunlin.sandbox.program.Refusal;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.Routes;
import org.joda.money.Money;

/** The hosted pages: the payer chooses how, pays or not, and is sent back to the shop. */
final class MollieCheckout {
  static final String PATH = "/checkout/select-method/";
  static final String LINK = "/payment/";

  private final MollieApi api;
  private final MollieTill till;
  private final MollieHooks hooks;

  MollieCheckout(MollieApi api, MollieTill till, MollieHooks hooks) {
    this.api = api;
    this.till = till;
    this.hooks = hooks;
  }

  void serve(Routes routes) {
    routes.open("GET", PATH + "{token}", page(this::show));
    routes.open("POST", PATH + "{token}", page(this::decide));
    routes.open("GET", LINK + "{token}", page(this::follow));
  }

  private static Endpoint page(Endpoint endpoint) {
    return ask -> {
      try {
        return endpoint.answer(ask);
      } catch (MollieFault fault) {
        return html(fault.status(), MolliePages.notice(fault.detail()));
      } catch (Refusal refusal) {
        return html(refusal.status(), MolliePages.notice(refusal.sentence()));
      }
    };
  }

  private static Reply html(int status, String html) {
    return Reply.html(status, html)
        .with("Content-Security-Policy", MolliePages.POLICY)
        .with("Referrer-Policy", "no-referrer");
  }

  private MolliePayment known(Ask ask) {
    String id = "tr_" + ask.variable("token");
    return till.payment(id).orElseThrow(() -> MollieFault.noSuch("payment", id));
  }

  private Reply show(Ask ask) {
    MolliePayment payment = known(ask);
    return payment.status() == MollieStatus.OPEN
        ? html(200, MolliePages.choose(api.account().name(), payment, PATH + payment.token()))
        : back(payment);
  }

  private Reply decide(Ask ask) {
    MolliePayment payment = known(ask);
    Map<String, String> form = ask.form();
    MolliePayment then =
        switch (form.getOrDefault("decision", "")) {
          case "pay" -> pay(payment, form);
          case "fail" -> till.fail(payment.id());
          case "cancel" -> till.cancel(payment.id());
          default -> throw new Refusal(400, "Choose to pay, to fail or to cancel.");
        };
    hooks.redirecting();
    return back(then);
  }

  private MolliePayment pay(MolliePayment payment, Map<String, String> form) {
    MollieMethod method =
        Optional.ofNullable(form.get("method"))
            .flatMap(MollieMethod::named)
            .filter(payment.order().methods()::contains)
            .orElseThrow(() -> new Refusal(400, "Choose a way to pay."));
    return till.pay(payment.id(), method, MolliePayer.SOMEBODY);
  }

  private static Reply back(MolliePayment payment) {
    String cancel = payment.order().cancelUrl();
    String to =
        payment.status() == MollieStatus.CANCELED && cancel != null
            ? cancel
            : payment.order().redirectUrl();
    return to == null
        ? html(200, MolliePages.notice("The payment is " + payment.status().id() + "."))
        : Reply.redirect(to).with("Cache-Control", "no-store");
  }

  private Reply follow(Ask ask) {
    String id = "pl_" + ask.variable("token");
    MollieLink link = till.link(id).orElseThrow(() -> MollieFault.noSuch("payment link", id));
    Money amount = link.amount();
    if (!link.open(till.clock().instant())) {
      return html(410, MolliePages.notice("This payment link is not available any more."));
    }
    if (amount == null) {
      return html(422, MolliePages.notice("This payment link has no amount."));
    }
    MolliePayment payment = till.begin(order(link, amount));
    return Reply.redirect(PATH + payment.token());
  }

  private static MollieOrder order(MollieLink link, Money amount) {
    List<MollieMethod> methods =
        link.methods().isEmpty() ? List.of(MollieMethod.values()) : link.methods();
    return new MollieOrder(
        amount,
        link.description(),
        null,
        link.redirectUrl(),
        null,
        link.webhookUrl(),
        null,
        methods,
        link.id());
  }
}
