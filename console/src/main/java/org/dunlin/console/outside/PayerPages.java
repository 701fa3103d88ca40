package org.dunlin.console.outside;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.console.outside.PayerPath.Act;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.CheckoutState;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Brand;
import org.dunlin.store.pay.KeptCheckout;
import org.dunlin.store.payer.PayerRules;
import org.dunlin.work.pay.Checkouts;
import org.dunlin.work.payer.FetchPaper;
import org.dunlin.work.payer.NotDone;
import org.dunlin.work.payer.Owed;
import org.dunlin.work.payer.Payer;
import org.dunlin.work.payer.PayerForm;
import org.dunlin.work.payer.PayerLanguage;
import org.dunlin.work.payer.PayerPage;
import org.dunlin.work.payer.ProposeInstalments;
import org.dunlin.work.payer.Shown;
import org.dunlin.work.payer.SignMandate;
import org.dunlin.work.payer.Transfer;
import org.jspecify.annotations.Nullable;

/** What a payer sees: its page, the forms behind it, documents, and what became of a payment. */
final class PayerPages {
  private static final int MOST_LOOKS = 20;

  private final Stores stores;
  private final Checkouts checkouts;
  private final PayerPage pages;
  private final FetchPaper papers;
  private final ProposeInstalments instalments;
  private final SignMandate mandates;

  PayerPages(Stores stores, Checkouts checkouts) {
    this.stores = stores;
    this.checkouts = checkouts;
    pages = new PayerPage(stores);
    papers = new FetchPaper(stores);
    instalments = new ProposeInstalments(stores);
    mandates = new SignMandate(stores);
  }

  void show(
      HttpServletRequest request, PayerReply reply, PayerPath path, PayerFrame frame, Payer payer)
      throws IOException {
    switch (path.act()) {
      case null -> page(200, request, reply, frame, payer, null);
      case DISPUTE, PROMISE, INSTALMENTS, CONTACT, MESSAGE, MANDATE, PART ->
          form(200, reply, path.act(), frame, payer, PayerTyped.none(request), null);
      case BACK -> returned(request, reply, frame, payer);
      case LOGO -> logo(reply, frame, payer);
      case PAPER -> paper(reply, path, frame, payer);
      case PAY, LANGUAGE, RENEW -> reply.see(frame.page());
    }
  }

  /** The page itself. */
  void page(
      int status,
      HttpServletRequest request,
      PayerReply reply,
      PayerFrame frame,
      Payer payer,
      @Nullable String refused)
      throws IOException {
    Shown shown = pages.show(payer);
    PayerTyped typed = PayerTyped.none(request);
    List<PayerGroup> groups = new ArrayList<>();
    for (Shown.Sum sum : shown.sums()) {
      groups.add(group(shown, sum, typed));
    }
    boolean online = checkouts.providerOf(payer.companyId()).isPresent();
    reply.page(
        status,
        frame,
        "page",
        Map.of(
            "view",
            new PayerView(
                shown,
                groups,
                PayerForm.issue(stores, payer, Act.PAY.word()),
                online,
                stores.pay().rules().of(payer.companyId()).partPayments(),
                ways(payer),
                done(request, frame),
                refused,
                inFlight(frame, payer, shown))));
  }

  private PayerGroup group(Shown shown, Shown.Sum sum, PayerTyped typed) {
    String code = sum.open().getCurrencyUnit().getCode();
    List<Owed> owed =
        shown.owed().stream()
            .filter(each -> each.open().getCurrencyUnit().getCode().equals(code))
            .toList();
    List<Owed> chosen = owed.stream().filter(typed::chosen).toList();
    List<Owed> meant = chosen.isEmpty() ? owed : chosen;
    Transfer transfer = Transfer.of(stores, shown, meant);
    String picture =
        transfer
            .picture()
            .map(
                drawn ->
                    "data:"
                        + drawn.mediaType()
                        + ";base64,"
                        + Base64.getEncoder().encodeToString(drawn.content()))
            .orElse(null);
    return new PayerGroup(code, owed, sum, meant, transfer, picture);
  }

  private List<String> ways(Payer payer) {
    List<String> ways = new ArrayList<>();
    if (stores.payer().rules().of(payer.companyId()).promiseDays() > 0) {
      ways.add(Act.PROMISE.word());
    }
    if (instalments.rules(payer).mostInstalments() > 1) {
      ways.add(Act.INSTALMENTS.word());
    }
    if (!mandates.offers(payer, Language.EN).isEmpty()) {
      ways.add(Act.MANDATE.word());
    }
    ways.add(Act.DISPUTE.word());
    ways.add(Act.MESSAGE.word());
    ways.add(Act.CONTACT.word());
    return ways;
  }

  /** What was done, of what can be done here: nothing that stands in an address is shown. */
  private static @Nullable String done(HttpServletRequest request, PayerFrame frame) {
    String query = request.getQueryString();
    return query == null
        ? null
        : Arrays.stream(Act.values())
            .filter(act -> Arrays.asList(query.split("&", -1)).contains("done=" + act.word()))
            .findFirst()
            .flatMap(act -> frame.words().find("payer.done." + act.word()))
            .orElse(null);
  }

  private @Nullable String inFlight(PayerFrame frame, Payer payer, Shown shown) {
    return checkouts
        .beingPaid(payer.companyId(), shown.owed().stream().map(Owed::id).toList())
        .map(last -> frame.say("payer.in-flight", frame.words().amount(last.amount())))
        .orElse(null);
  }

  /** The form of an act, with what was typed where it was not taken. */
  void form(
      int status,
      PayerReply reply,
      Act act,
      PayerFrame frame,
      Payer payer,
      PayerTyped typed,
      NotDone.@Nullable Reason refused)
      throws IOException {
    Shown shown = pages.show(payer);
    boolean needsOpen = act != Act.CONTACT && act != Act.MESSAGE && act != Act.MANDATE;
    boolean offered = ways(payer).contains(act.word()) || act == Act.PART;
    if (needsOpen && shown.settled() || !offered) {
      reply.see(frame.page());
      return;
    }
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("form", PayerForm.issue(stores, payer, act.word()));
    values.put("typed", typed);
    values.put("refused", refused == null ? null : frame.say("payer.refused." + refused));
    values.put("shown", shown);
    switch (act) {
      case PROMISE -> values.put("last", lastDay(payer));
      case INSTALMENTS -> {
        values.put("rules", instalments.rules(payer));
        values.put("atOnce", stores.payer().rules().of(payer.companyId()).agreesAtOnce());
      }
      case CONTACT -> {
        values.put("language", PayerLanguage.of(stores, payer.profile(), payer.customerId()));
        values.put("languageForm", PayerForm.issue(stores, payer, Act.LANGUAGE.word()));
      }
      case MANDATE -> values.put("offers", mandates.offers(payer, frame.words().language()));
      case DISPUTE, MESSAGE, PART -> {}
      case PAY, BACK, LANGUAGE, RENEW, PAPER, LOGO ->
          throw new IllegalArgumentException(act + " has no form of its own");
    }
    if (act == Act.MESSAGE) {
      values.remove("shown");
    }
    reply.page(status, frame, act.word(), values);
  }

  private LocalDate lastDay(Payer payer) {
    PayerRules rules = stores.payer().rules().of(payer.companyId());
    return payer.today().plusDays(rules.promiseDays());
  }

  private void logo(PayerReply reply, PayerFrame frame, Payer payer) throws IOException {
    Brand.LogoKey key = stores.brands().of(payer.companyId()).logo();
    Optional<byte[]> content =
        key == null ? Optional.empty() : stores.brands().logo(payer.companyId(), key.id());
    if (key == null || content.isEmpty()) {
      reply.plain(404, frame, "payer.gone");
    } else {
      reply.picture(key.mediaType(), content.get());
    }
  }

  private void paper(PayerReply reply, PayerPath path, PayerFrame frame, Payer payer)
      throws IOException {
    Optional<FetchPaper.Found> found = papers.fetch(payer, UUID.fromString(path.rest()));
    if (found.isEmpty()) {
      reply.plain(404, frame, "payer.no-paper");
      return;
    }
    try (var content = found.get().content()) {
      reply.paper(found.get().name(), found.get().bytes(), content);
    }
  }

  /** What the provider says of the payment now; the page looks again while nobody knows. */
  private void returned(HttpServletRequest request, PayerReply reply, PayerFrame frame, Payer payer)
      throws IOException {
    CheckoutState state =
        checkouts.returned(payer.visit()).map(KeptCheckout::state).orElse(CheckoutState.OPEN);
    int looks = looks(request);
    boolean again =
        (state == CheckoutState.OPEN || state == CheckoutState.PENDING) && looks < MOST_LOOKS;
    String word =
        switch (state) {
          case PAID -> "paid";
          case PENDING -> "pending";
          case OPEN -> "open";
          case FAILED, EXPIRED, CANCELLED -> "failed";
        };
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("state", word);
    values.put("again", again ? (2 + looks) + "; url=" + frame.back(looks + 1) : null);
    reply.page(200, frame, "returned", values);
  }

  private static int looks(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null
        ? 0
        : Arrays.stream(query.split("&", -1))
            .filter(part -> part.matches("n=[0-9]{1,3}"))
            .findFirst()
            .map(part -> Integer.parseInt(part.substring(2)))
            .orElse(0);
  }
}
