package org.dunlin.work.account;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.account.AccountStatement;
import org.dunlin.core.figure.Period;
import org.dunlin.core.message.AccountMail;
import org.dunlin.core.message.Letter;
import org.dunlin.core.message.Message;
import org.dunlin.core.message.Sender;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Dispatch.Picture;
import org.dunlin.core.port.Dispatch.PictureKind;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Digests;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Brand;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.Payloads;
import org.dunlin.work.letter.LetterFile;
import org.jspecify.annotations.Nullable;

/**
 * Sends a customer their statement of account: a mail with the PDF, which takes the way of every
 * message. The same statement goes to the same address once a business date, however often somebody
 * asks; one that did not leave may be asked for again.
 */
public final class MailAccount {
  private static final String ROAD = "smtp";

  private final Stores stores;
  private final StateAccount accounts;
  private final AccountFile files;

  /** Over these stores. */
  public MailAccount(Stores stores) {
    this.stores = stores;
    this.accounts = new StateAccount(stores);
    this.files = new AccountFile(stores);
  }

  /**
   * What came of asking.
   *
   * @param effectId of the message
   * @param before whether it was asked for before, so that nothing was added
   */
  public record Asked(UUID effectId, String to, EffectState state, boolean before) {}

  /** Where a customer's statement goes. */
  public Optional<String> address(String companyId, Customer customer) {
    return Optional.ofNullable(customer.email())
        .filter(each -> !each.isBlank())
        .filter(each -> !stores.outbox().isRefused(companyId, each));
  }

  /**
   * Asks for the message.
   *
   * @param by who asks
   * @throws NotMailed where there is none
   * @throws IllegalArgumentException where the period ends after today
   */
  public Asked mail(CompanyProfile profile, Customer customer, Period period, String by) {
    String to = reachable(profile.id(), customer);
    AccountStatement statement = accounts.of(profile, customer, period);
    NotMailed.unless(!statement.accounts().isEmpty(), NotMailed.Reason.NOTHING);
    NotMailed.unless(AccountFile.fits(statement, AccountForm.PDF), NotMailed.Reason.TOO_LONG);
    UUID id = Ids.next();
    String payload = payload(profile, statement, to, id);
    Asked asked =
        stores.transactions().in(() -> add(profile, statement, new Made(id, to, payload), by));
    stores.wakeups().wake(Stage.DELIVER);
    return asked;
  }

  private String reachable(String companyId, Customer customer) {
    String to = customer.email();
    if (to == null || to.isBlank()) {
      throw new NotMailed(NotMailed.Reason.NO_ADDRESS);
    }
    NotMailed.unless(!stores.outbox().isRefused(companyId, to), NotMailed.Reason.ADDRESS_REFUSED);
    return to;
  }

  /** A message that may be added. */
  private record Made(UUID id, String to, String payload) {}

  private Asked add(CompanyProfile profile, AccountStatement statement, Made made, String by) {
    UUID customerId = UUID.fromString(statement.customer().id());
    String key = key(customerId, statement);
    LocalDate today = statement.today();
    EffectState state =
        profile.mode() == DunningMode.SHADOW ? EffectState.SHADOW : EffectState.PENDING;
    Effect effect =
        Effect.decided(
            profile.id(),
            made.id(),
            ROAD,
            key,
            EffectKind.EMAIL,
            null,
            made.payload(),
            state,
            today);
    for (Effect before :
        stores.figures().accountMails().hold(profile.id(), customerId, key, today)) {
      if (counts(before, state) && same(before, effect)) {
        return new Asked(before.id(), made.to(), before.state(), true);
      }
    }
    stores.outbox().add(effect);
    stores
        .journal()
        .append(
            profile.id(),
            Happening.to(
                "customer",
                customerId,
                "ACCOUNT_MAILED",
                by,
                today,
                statement.from() + " to " + statement.to()));
    return new Asked(made.id(), made.to(), state, false);
  }

  /** Whether an earlier one left, is to leave, or may have; in shadow mode, whether it is there. */
  private static boolean counts(Effect before, EffectState now) {
    return switch (before.state()) {
      case FAILED, CANCELLED -> false;
      case SHADOW -> now == EffectState.SHADOW;
      case AWAITING_APPROVAL, PENDING, CLAIMED, SENDING, SENT, UNKNOWN -> true;
    };
  }

  private static boolean same(Effect before, Effect after) {
    return before.payload() != null
        && Payloads.account(before).equals(Payloads.account(after))
        && Payloads.email(before).to().equals(Payloads.email(after).to());
  }

  /** It ends with the customer, by whose key it is sealed. */
  private static String key(UUID customerId, AccountStatement statement) {
    return ROAD + "/account/" + statement.from() + "/" + statement.to() + "/" + customerId;
  }

  private String payload(CompanyProfile profile, AccountStatement statement, String to, UUID id) {
    Brand.LogoKey logo = stores.brands().of(profile.id()).logo();
    Sender sender = AccountFile.sender(profile, stores.brands().of(profile.id()));
    Message message = AccountMail.write(statement, sender);
    Letter letter = files.letter(statement);
    Dispatch.Attachment attached =
        new Dispatch.Attachment(
            id,
            AccountFile.name(statement, AccountForm.PDF),
            AccountForm.PDF.mediaType(),
            LetterFile.pdf(stores, profile.id(), letter).length);
    return Payloads.json(
        new Dispatch.Email(
            id.toString(),
            profile.company().name(),
            to,
            profile.replyTo(),
            message.subject(),
            message.text(),
            message.html(),
            pictures(logo),
            List.of(attached)),
        letter,
        new Payloads.Account(
            UUID.fromString(statement.customer().id()),
            statement.from(),
            statement.to(),
            facts(statement)));
  }

  private static List<Picture> pictures(Brand.@Nullable LogoKey logo) {
    return logo == null
        ? List.of()
        : List.of(new Picture(Message.LOGO, logo.mediaType(), PictureKind.LOGO, logo.id()));
  }

  /** Whether the books still say what a message tells of an account. */
  public boolean holds(CompanyProfile profile, Payloads.Account told) {
    return stores
        .customers()
        .find(profile.id(), told.customerId())
        .map(
            customer ->
                facts(accounts.of(profile, customer, new Period(told.from(), told.to())))
                    .equals(told.facts()))
        .orElse(false);
  }

  private static String facts(AccountStatement statement) {
    byte[] said = AccountJson.accounts(statement).toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Digests.sha256().digest(said));
  }
}
