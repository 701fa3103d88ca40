package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.dunning.Due;
import org.dunlin.core.dunning.OpenInstalment;
import org.dunlin.core.dunning.OpenInvoice;
import org.dunlin.core.dunning.Plan;
import org.dunlin.core.dunning.StandardPlan;
import org.dunlin.core.dunning.Step;
import org.dunlin.core.message.ClaimsSaid;
import org.dunlin.core.message.Enclosed;
import org.dunlin.core.message.Language;
import org.dunlin.core.message.Message;
import org.dunlin.core.message.Reminder;
import org.dunlin.core.message.ReminderLine;
import org.dunlin.core.message.Reminders;
import org.dunlin.core.message.Sender;
import org.dunlin.core.message.TemplateFlaw;
import org.dunlin.core.message.Templates;
import org.dunlin.core.message.Texts;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.ClaimKind;
import org.dunlin.core.model.Customer;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Brand;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.work.claim.StateClaims;
import org.dunlin.work.message.CompanyWordings;
import org.dunlin.work.message.WordingRefused;
import org.dunlin.work.pay.PayAddress;
import org.jspecify.annotations.Nullable;

/** Shows what a wording becomes for a customer and what is open of them now; nothing is sent. */
public final class PreviewWording {
  private static final String PNG = "image/png";

  private final Stores stores;
  private final PayAddress address;

  /** Over these stores, where payers do not reach the hub. */
  public PreviewWording(Stores stores) {
    this(stores, PayAddress.NONE);
  }

  /**
   * Over these stores.
   *
   * @param address how payers reach the hub; a preview shows one that opens nothing
   */
  public PreviewWording(Stores stores, PayAddress address) {
    this.stores = stores;
    this.address = address;
  }

  /**
   * The message as it would look by the plan of the customer, over the channel of the step that
   * uses the template, with all claims that a step could state.
   *
   * @param words null: those that count now
   * @return empty where the customer is not there or nothing is open of them
   * @throws WordingRefused when the words cannot be taken
   */
  public Optional<Dispatch.Email> of(
      String companyId,
      UUID customerId,
      String template,
      Language language,
      @Nullable String words) {
    List<TemplateFlaw> flaws = words == null ? List.of() : Templates.flaws(template, words);
    if (!flaws.isEmpty()) {
      throw new WordingRefused(flaws);
    }
    String own =
        words == null ? new CompanyWordings(stores, companyId).of(template, language) : words;
    CompanyProfile profile = stores.companies().profile(companyId);
    LocalDate today = stores.companies().businessDate(profile);
    return stores
        .customers()
        .find(companyId, customerId)
        .flatMap(customer -> email(profile, customer, today, template, language, own));
  }

  /**
   * The same of a text.
   *
   * @param template one of {@link Texts#templates()}
   */
  public Optional<String> text(
      String companyId,
      UUID customerId,
      String template,
      Language language,
      @Nullable String words) {
    List<TemplateFlaw> flaws = words == null ? List.of() : Templates.flaws(template, words);
    if (!flaws.isEmpty()) {
      throw new WordingRefused(flaws);
    }
    String own =
        words == null ? new CompanyWordings(stores, companyId).of(template, language) : words;
    CompanyProfile profile = stores.companies().profile(companyId);
    LocalDate today = stores.companies().businessDate(profile);
    String tone = Texts.toneOf(template);
    return stores
        .customers()
        .find(companyId, customerId)
        .flatMap(customer -> reminder(profile, customer, today, tone, language))
        .map(reminder -> Texts.write(reminder.saying(ClaimsSaid.NOTHING, own)));
  }

  private Optional<Dispatch.Email> email(
      CompanyProfile profile,
      Customer customer,
      LocalDate today,
      String template,
      Language language,
      @Nullable String own) {
    return reminder(profile, customer, today, template, language)
        .map(reminder -> reminder.saying(reminder.claims(), own))
        .map(reminder -> email(profile, customer, Reminders.write(reminder)));
  }

  private Optional<Reminder> reminder(
      CompanyProfile profile,
      Customer customer,
      LocalDate today,
      String template,
      Language language) {
    List<UUID> group = stores.customerLinks().group(profile.id(), UUID.fromString(customer.id()));
    List<OpenInvoice> open =
        stores.claims().settlements().openOf(profile.id(), group).stream()
            .map(PreviewWording::open)
            .toList();
    List<OpenInstalment> asked = new ArrayList<>();
    List<OpenInstalment> later = new ArrayList<>();
    for (OpenInvoice each : open) {
      for (OpenInstalment part : OpenInstalment.of(each, customer, profile.company())) {
        boolean overdue = part.dueDate().isBefore(today);
        (overdue == template.equals(Reminders.NOTICE) ? later : asked).add(part);
      }
    }
    if (asked.isEmpty()) {
      asked.addAll(later);
      later.clear();
    }
    if (asked.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Reminder(
                sender(profile),
                customer,
                language,
                template,
                lines(asked),
                lines(later),
                Enclosed.NOTHING,
                today)
            .saying(claims(profile, customer, today, template, open, asked), null)
            .payableAt(address.of("example").orElse(null)));
  }

  private ClaimsSaid claims(
      CompanyProfile profile,
      Customer customer,
      LocalDate today,
      String template,
      List<OpenInvoice> open,
      List<OpenInstalment> asked) {
    if (template.equals(Reminders.NOTICE)) {
      return ClaimsSaid.NOTHING;
    }
    Plan plan =
        CompanyPlans.of(stores, profile.id())
            .of(asked.getFirst().invoice(), customer)
            .orElseGet(StandardPlan::plan);
    Step step =
        plan.steps().stream()
            .filter(each -> template.equals(each.template()))
            .findFirst()
            .map(each -> sayingAll(each.id(), each.channel(), template))
            .orElseGet(() -> sayingAll("preview", Channel.EMAIL, template));
    return new StateClaims(stores, profile.company(), today)
        .of(plan, step, customer, open, asked)
        .said();
  }

  private static Step sayingAll(String id, Channel channel, String template) {
    return new Step(
        id,
        new Due.FromDueDate(1),
        null,
        channel,
        template,
        Map.of(),
        null,
        List.copyOf(EnumSet.allOf(ClaimKind.class)),
        false);
  }

  private Sender sender(CompanyProfile profile) {
    Brand brand = stores.brands().of(profile.id());
    String iban =
        profile.company().accounts().stream()
            .map(AccountId::iban)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return new Sender(
        profile.company().name(), profile.replyTo(), iban, brand.color(), brand.logo() != null);
  }

  private Dispatch.Email email(CompanyProfile profile, Customer customer, Message message) {
    List<Dispatch.Picture> pictures = new ArrayList<>();
    Brand.LogoKey logo = stores.brands().of(profile.id()).logo();
    if (logo != null) {
      pictures.add(
          new Dispatch.Picture(
              Message.LOGO, logo.mediaType(), Dispatch.PictureKind.LOGO, logo.id()));
    }
    String code = message.qrCode();
    if (code != null) {
      pictures.add(new Dispatch.Picture(Message.QR_CODE, PNG, Dispatch.PictureKind.QR_CODE, code));
    }
    return new Dispatch.Email(
        "preview",
        profile.company().name(),
        Objects.requireNonNullElse(customer.email(), "-"),
        profile.replyTo(),
        message.subject(),
        message.text(),
        message.html(),
        pictures,
        List.of());
  }

  private static OpenInvoice open(DocumentState state) {
    return new OpenInvoice(state.invoice(), state.open());
  }

  private static List<ReminderLine> lines(List<OpenInstalment> open) {
    return open.stream()
        .map(
            each ->
                new ReminderLine(
                    each.invoice().number(),
                    each.invoice().issueDate(),
                    each.dueDate(),
                    each.total(),
                    each.open(),
                    each.invoice().paymentReference()))
        .toList();
  }
}
