package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.dunlin.core.dunning.Extract;
import org.dunlin.core.dunning.OpenInstalment;
import org.dunlin.core.dunning.OpenInvoice;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.dunning.Step;
import org.dunlin.core.message.ClaimsSaid;
import org.dunlin.core.message.Language;
import org.dunlin.core.message.Message;
import org.dunlin.core.message.Reminder;
import org.dunlin.core.message.ReminderLine;
import org.dunlin.core.message.Reminders;
import org.dunlin.core.message.Sender;
import org.dunlin.core.message.Texts;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Dispatch.Picture;
import org.dunlin.core.port.Dispatch.PictureKind;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Brand;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.work.claim.StateClaims;
import org.dunlin.work.message.Attached;
import org.dunlin.work.message.CompanyWordings;
import org.dunlin.work.message.InvoiceDocuments;
import org.dunlin.work.pay.PaymentLinks;
import org.joda.money.Money;

/** Writes the e-mail of a due action over the facts of one company's day. */
final class ReminderWriter {
  private static final String PNG = "image/png";

  private final CompanyProfile profile;
  private final GatheredFacts gathered;
  private final Map<String, List<OpenInvoice>> free;
  private final Brand brand;
  private final InvoiceDocuments documents;
  private final long attachedBytes;
  private final StateClaims claims;
  private final CompanyWordings wordings;
  private final PaymentLinks links;

  /**
   * @param attachedBytes how large the documents of one message may be together
   */
  ReminderWriter(
      Stores stores,
      CompanyProfile profile,
      GatheredFacts gathered,
      StateClaims claims,
      PaymentLinks links,
      long attachedBytes) {
    this.links = links;
    this.profile = profile;
    this.gathered = gathered;
    this.free = gathered.free();
    this.brand = stores.brands().of(profile.id());
    this.documents = new InvoiceDocuments(stores);
    this.attachedBytes = attachedBytes;
    this.claims = claims;
    this.wordings = new CompanyWordings(stores, profile.id());
  }

  /**
   * An e-mail.
   *
   * @param said what it says is open, by the id of the invoice
   * @param claims what it says is owed beside that
   */
  record Written(Dispatch.Email email, Map<String, Money> said, StateClaims.Stated claims) {}

  /**
   * A reminder before it is put into the form of its channel.
   *
   * @param said what it says is open, by the id of the invoice
   * @param claims what it says is owed beside that
   */
  record Drafted(
      Reminder reminder,
      Attached attached,
      Brand brand,
      Map<String, Money> said,
      StateClaims.Stated claims) {}

  Written write(Action action, UUID id, LocalDate today) {
    Drafted draft = draft(action, today, attachedBytes);
    Message message = Reminders.write(draft.reminder());
    return new Written(
        new Dispatch.Email(
            id.toString(),
            profile.company().name(),
            Objects.requireNonNull(
                draft.reminder().customer().email(), "an e-mail step without address is held"),
            profile.replyTo(),
            message.subject(),
            message.text(),
            message.html(),
            pictures(message),
            draft.attached().attachments()),
        draft.said(),
        draft.claims());
  }

  /**
   * What a message of an action says.
   *
   * @param mostBytes of the documents that go along
   */
  Drafted draft(Action action, LocalDate today, long mostBytes) {
    Customer customer = Objects.requireNonNull(gathered.customers().get(action.customerId()));
    List<OpenInvoice> open = free.getOrDefault(action.customerId(), List.of());
    Extract extract = Extract.of(action, plan(action), open, customer, profile.company());
    StateClaims.Stated stated =
        claims.of(plan(action), step(action), customer, open, extract.asked());
    Language language = Language.of(customer, profile.company());
    String template = String.valueOf(step(action).template());
    boolean text = action.channel() == Channel.TEXT;
    Attached attached =
        mostBytes == 0
            ? new Attached(List.of(), List.of())
            : documents.attached(profile.id(), invoices(extract), mostBytes);
    Reminder reminder =
        new Reminder(
                sender(),
                customer,
                language,
                template,
                lines(extract.asked()),
                lines(extract.later()),
                attached.enclosed(),
                today)
            .saying(
                text ? ClaimsSaid.NOTHING : stated.said(),
                wordings.of(text ? Texts.named(template) : template, language))
            .payableAt(
                links
                    .forMessage(
                        profile,
                        UUID.fromString(action.customerId()),
                        Set.copyOf(invoices(extract)),
                        today)
                    .orElse(null));
    return new Drafted(reminder, attached, brand, said(extract), stated);
  }

  private Sender sender() {
    String iban =
        profile.company().accounts().stream()
            .map(AccountId::iban)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return new Sender(
        profile.company().name(), profile.replyTo(), iban, brand.color(), brand.logo() != null);
  }

  private Step step(Action action) {
    return plan(action).steps().stream()
        .filter(step -> step.id().equals(action.step()))
        .findFirst()
        .orElseThrow();
  }

  private Plan plan(Action action) {
    return gathered.plans().named(action.plan()).orElseThrow();
  }

  private List<Picture> pictures(Message message) {
    List<Picture> pictures = new ArrayList<>();
    Brand.LogoKey logo = brand.logo();
    if (logo != null) {
      pictures.add(new Picture(Message.LOGO, logo.mediaType(), PictureKind.LOGO, logo.id()));
    }
    if (message.qrCode() != null) {
      pictures.add(new Picture(Message.QR_CODE, PNG, PictureKind.QR_CODE, message.qrCode()));
    }
    return pictures;
  }

  /** Those that the message asks for, the oldest first, each once. */
  private static List<UUID> invoices(Extract extract) {
    return extract.asked().stream()
        .sorted(Comparator.comparing(OpenInstalment::dueDate))
        .map(open -> UUID.fromString(open.invoice().id()))
        .distinct()
        .toList();
  }

  private static Map<String, Money> said(Extract extract) {
    Map<String, Money> said = new TreeMap<>();
    Stream.concat(extract.asked().stream(), extract.later().stream())
        .forEach(open -> said.merge(open.invoice().id(), open.open(), Money::plus));
    return said;
  }

  private static List<ReminderLine> lines(List<OpenInstalment> open) {
    return open.stream().map(ReminderWriter::line).toList();
  }

  private static ReminderLine line(OpenInstalment open) {
    Invoice invoice = open.invoice();
    return new ReminderLine(
        invoice.number(),
        invoice.issueDate(),
        open.dueDate(),
        open.total(),
        open.open(),
        invoice.paymentReference());
  }
}
