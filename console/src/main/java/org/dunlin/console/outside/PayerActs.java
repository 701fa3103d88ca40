package org.dunlin.console.outside;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.console.outside.PayerPath.Act;
import org.dunlin.core.agreement.DisputeReason;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.MandateScheme;
import org.dunlin.store.Stores;
import org.dunlin.work.dialogue.Arrangements.Every;
import org.dunlin.work.pay.Checkouts;
import org.dunlin.work.pay.PaymentLinks;
import org.dunlin.work.pay.Started;
import org.dunlin.work.payer.ChangeContact;
import org.dunlin.work.payer.ChooseLanguage;
import org.dunlin.work.payer.ContestInvoice;
import org.dunlin.work.payer.NotDone;
import org.dunlin.work.payer.NotDone.Reason;
import org.dunlin.work.payer.PayOnline;
import org.dunlin.work.payer.Payer;
import org.dunlin.work.payer.PayerForm;
import org.dunlin.work.payer.PromiseDay;
import org.dunlin.work.payer.ProposeInstalments;
import org.dunlin.work.payer.SentFile;
import org.dunlin.work.payer.SignMandate;
import org.dunlin.work.payer.WriteMessage;
import org.jspecify.annotations.Nullable;

/** Does what a payer sent, or shows the form again and says why not. */
final class PayerActs {
  private final Stores stores;
  private final Clock clock;
  private final PayerPages pages;
  private final PayerLimits limits;
  private final PayOnline payments;
  private final ContestInvoice disputes;
  private final PromiseDay promises;
  private final ProposeInstalments instalments;
  private final ChangeContact contacts;
  private final ChooseLanguage languages;
  private final WriteMessage messages;
  private final SignMandate mandates;

  PayerActs(
      Stores stores,
      PaymentLinks links,
      Checkouts checkouts,
      Clock clock,
      PayerPages pages,
      PayerLimits limits) {
    this.stores = stores;
    this.clock = clock;
    this.pages = pages;
    this.limits = limits;
    payments = new PayOnline(stores, links, checkouts);
    disputes = new ContestInvoice(stores);
    promises = new PromiseDay(stores);
    instalments = new ProposeInstalments(stores);
    contacts = new ChangeContact(stores);
    languages = new ChooseLanguage(stores);
    messages = new WriteMessage(stores);
    mandates = new SignMandate(stores);
  }

  void send(
      HttpServletRequest request, PayerReply reply, PayerPath path, PayerFrame frame, Payer payer)
      throws IOException {
    Act act = path.act();
    PayerTyped typed = PayerTyped.none(request);
    try {
      List<Part> parts = act == Act.DISPUTE ? parts(request) : List.of();
      typed = PayerTyped.of(request);
      switch (act) {
        case PAY, PART -> pay(request, reply, frame, payer, typed, act);
        case DISPUTE, PROMISE, INSTALMENTS, CONTACT, LANGUAGE, MESSAGE, MANDATE -> {
          PayerForm form =
              PayerForm.sent(stores, payer, act.word(), typed.get("form"), clock.instant());
          if (act == Act.MANDATE) {
            sign(request, frame, payer, form, typed);
          } else {
            carryOut(act, payer, form, typed, files(parts));
          }
          reply.see(frame.done(act.word()));
        }
        case BACK, RENEW, PAPER, LOGO -> reply.see(frame.page());
        case null -> reply.see(frame.page());
      }
    } catch (NotDone e) {
      refused(request, reply, frame, payer, typed, Objects.requireNonNull(act), e.reason());
    }
  }

  private void carryOut(
      Act act, Payer payer, PayerForm form, PayerTyped typed, List<SentFile> files) {
    switch (act) {
      case DISPUTE ->
          disputes.contest(
              payer,
              form,
              new ContestInvoice.Said(
                  typed.chosenNeeded().getFirst(),
                  typed.amount("amount"),
                  typed.one(DisputeReason.class, "reason"),
                  typed.get("words"),
                  files));
      case PROMISE ->
          promises.promise(
              payer, form, chosen(payer, typed), typed.date("on"), typed.text("words"));
      case INSTALMENTS ->
          instalments.propose(
              payer,
              form,
              new ProposeInstalments.Said(
                  chosen(payer, typed),
                  typed.date("first"),
                  typed.number("count"),
                  typed.one(Every.class, "every"),
                  typed.text("words")));
      case CONTACT ->
          contacts.ask(
              payer,
              form,
              new ChangeContact.Wanted(
                  typed.text("contact"),
                  typed.text("email"),
                  typed.text("phone"),
                  typed.text("street"),
                  typed.text("postalCode"),
                  typed.text("city")));
      case LANGUAGE ->
          languages.choose(
              payer,
              form,
              Language.named(typed.get("language"))
                  .orElseThrow(() -> new NotDone(Reason.OLD_FORM)));
      case MESSAGE -> messages.write(payer, form, typed.get("words"));
      case PAY, PART, BACK, MANDATE, RENEW, PAPER, LOGO ->
          throw new IllegalArgumentException(act + " is not carried out here");
    }
  }

  /** By the words of the page as it stood there, in its language. */
  private void sign(
      HttpServletRequest request, PayerFrame frame, Payer payer, PayerForm form, PayerTyped typed) {
    mandates.sign(
        payer,
        form,
        new SignMandate.Sent(
            typed.one(MandateScheme.class, "scheme"),
            typed.get("iban"),
            typed.text("holder"),
            typed.get("version"),
            typed.is("agree", "yes"),
            request.getRemoteAddr(),
            Language.named(typed.get("words")).orElse(frame.words().language())),
        clock.instant());
  }

  /** The ticked ones; where there is but one, no box is shown and that is meant. */
  private List<UUID> chosen(Payer payer, PayerTyped typed) {
    boolean one =
        stores.talk().standstills().open(payer.companyId(), payer.customerId(), List.of()).size()
            == 1;
    return one ? typed.chosen() : typed.chosenNeeded();
  }

  private void pay(
      HttpServletRequest request,
      PayerReply reply,
      PayerFrame frame,
      Payer payer,
      PayerTyped typed,
      Act act)
      throws IOException {
    PayerForm.sent(stores, payer, act.word(), typed.get("form"), clock.instant());
    boolean part = act == Act.PART;
    List<UUID> invoices =
        part || typed.is("what", "chosen")
            ? typed.chosenNeeded()
            : all(payer, typed.get("currency"));
    PayOnline.PartAmount amount =
        part
            ? new PayOnline.PartAmount(
                Optional.ofNullable(typed.amount("amount"))
                    .orElseThrow(() -> new NotDone(Reason.WRONG_AMOUNT)))
            : null;
    Optional<Started> started =
        limits.starting(() -> payments.pay(payer, invoices, amount, frame.words().language()));
    if (started.isEmpty()) {
      String later = frame.say("payer.not-paid." + Started.Why.TRY_AGAIN.name());
      pages.page(503, request, reply, frame, payer, later);
      return;
    }
    switch (started.get()) {
      case Started.Redirect(var to) ->
          reply.page(200, frame, "leave", Map.of("address", to.toString()));
      case Started.Refused(var why, var sentence) ->
          pages.page(422, request, reply, frame, payer, frame.say("payer.not-paid." + why.name()));
    }
  }

  private List<UUID> all(Payer payer, String currency) {
    return stores
        .talk()
        .standstills()
        .open(payer.companyId(), payer.customerId(), List.of())
        .entrySet()
        .stream()
        .filter(each -> each.getValue().getCurrencyUnit().getCode().equals(currency))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void refused(
      HttpServletRequest request,
      PayerReply reply,
      PayerFrame frame,
      Payer payer,
      PayerTyped typed,
      Act act,
      Reason reason)
      throws IOException {
    int status = reason == Reason.TOO_LARGE_FILE ? 413 : 422;
    if (act == Act.PAY) {
      pages.page(status, request, reply, frame, payer, frame.say("payer.refused." + reason));
    } else {
      Act form = act == Act.LANGUAGE ? Act.CONTACT : act;
      pages.form(status, reply, form, frame, payer, typed, reason);
    }
  }

  /**
   * The files of a form, which nobody has read yet; too much at once is cut off by the server
   * before.
   */
  private static List<Part> parts(HttpServletRequest request) throws IOException {
    String type = request.getContentType();
    if (type == null || !type.startsWith("multipart/form-data")) {
      return List.of();
    }
    List<Part> files = new ArrayList<>();
    try {
      for (Part part : request.getParts()) {
        if (part.getName().equals("file") && part.getSize() > 0) {
          if (part.getSize() > SentFile.LARGEST) {
            throw new NotDone(Reason.TOO_LARGE_FILE);
          }
          files.add(part);
        }
      }
    } catch (IllegalStateException e) {
      throw new NotDone(Reason.TOO_LARGE_FILE);
    } catch (ServletException e) {
      throw new NotDone(Reason.OLD_FORM);
    }
    return files;
  }

  /** What is in them, of a form that is the page's own. */
  private static List<SentFile> files(List<Part> parts) throws IOException {
    if (parts.size() > SentFile.MOST) {
      throw new NotDone(Reason.TOO_MANY_FILES);
    }
    List<SentFile> files = new ArrayList<>();
    for (Part part : parts) {
      files.add(file(part));
    }
    return files;
  }

  private static SentFile file(Part part) throws IOException {
    @Nullable String name = part.getSubmittedFileName();
    try (InputStream content = part.getInputStream()) {
      return SentFile.of(name == null ? "" : name, content.readAllBytes());
    }
  }
}
