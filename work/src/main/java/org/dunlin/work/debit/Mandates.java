package org.dunlin.work.debit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.dunlin.core.debit.MandateRules;
import org.dunlin.core.debit.MandateText;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.Mandate;
import org.dunlin.core.model.MandateScheme;
import org.dunlin.core.model.MandateState;
import org.dunlin.core.port.Stage;
import org.dunlin.core.reference.CreditorIdentifier;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.debit.KeptMandate;
import org.dunlin.store.debit.KeptMandate.Origin;
import org.dunlin.store.debit.KeptMandate.Proof;
import org.jspecify.annotations.Nullable;

/** Permissions to debit customers: signed, entered, confirmed, amended, revoked. */
public final class Mandates {
  private final Stores stores;
  private final MandateMoves moves;

  /** Over these stores. */
  public Mandates(Stores stores) {
    this.stores = stores;
    this.moves = new MandateMoves(stores);
  }

  /**
   * What a customer may sign on the payer's page.
   *
   * @param scheme by which the customer would be debited
   * @param text to be agreed to, in the customer's language
   * @param version of the text
   */
  public record Offer(
      MandateScheme scheme,
      String creditor,
      String creditorIdentifier,
      MandateText text,
      String version,
      Language language) {}

  /**
   * What a person enters of a mandate on paper.
   *
   * @param reference absent: the hub gives one
   * @param once for one debit alone
   * @param confirmedOn when the debtor's bank said that it knows a B2B mandate
   * @param lastCollectedOn the day of the last debit by it, where another program made it
   */
  public record Entered(
      UUID customerId,
      @Nullable String reference,
      MandateScheme scheme,
      String iban,
      @Nullable String bic,
      String holder,
      LocalDate signedOn,
      boolean once,
      @Nullable LocalDate confirmedOn,
      @Nullable LocalDate lastCollectedOn) {}

  /**
   * What a customer may sign: empty where the company does not collect, or cannot since its
   * creditor identifier is not there or does not hold.
   */
  public Optional<Offer> offer(
      String companyId, UUID customerId, MandateScheme scheme, Language language) {
    CompanyProfile profile = stores.companies().profile(companyId);
    String identifier = profile.company().creditorIdentifier();
    boolean business =
        stores.customers().find(companyId, customerId).filter(MandateMoves::isBusiness).isPresent();
    if (identifier == null
        || !CreditorIdentifier.holds(identifier)
        || !stores.debits().settings().of(companyId).collects()
        || scheme == MandateScheme.B2B && !business) {
      return Optional.empty();
    }
    String creditor = profile.company().name();
    return Optional.of(
        new Offer(
            scheme,
            creditor,
            CreditorIdentifier.normalised(identifier),
            MandateText.of(scheme, language, creditor),
            MandateText.VERSION,
            language));
  }

  /**
   * Keeps what a customer signed on the payer's page, with its proof; its id. Signed twice on a day
   * for one account it is one. It takes the place of what the customer signed before.
   *
   * @throws NotTaken when the account cannot be debited, or the customer is not to be debited so
   */
  public UUID sign(String companyId, UUID customerId, SignedMandate signed) {
    NotTaken.unless(!signed.text().isBlank(), Refusal.NO_LANGUAGE_TEXT);
    Account account = Account.of(signed.iban(), signed.bic(), signed.holder());
    Proof proof =
        new Proof(
            signed.signedAt(),
            signed.from(),
            signed.text(),
            signed.version(),
            signed.language().code());
    return in(
        companyId,
        today -> {
          UUID leader = moves.customer(companyId, customerId, signed.scheme());
          List<KeptMandate> before = standing(companyId, leader, signed.scheme());
          Optional<KeptMandate> same =
              before.stream()
                  .filter(each -> each.mandate().signedOn().equals(today))
                  .filter(each -> account.iban().equals(each.mandate().iban()))
                  .findFirst();
          if (same.isPresent()) {
            return same.get().id();
          }
          KeptMandate kept =
              added(companyId, leader, null, signed.scheme(), account, Origin.SIGNED, proof, today);
          before.forEach(
              each ->
                  moves.end(
                      companyId,
                      each,
                      "Replaced by " + kept.mandate().reference() + ".",
                      "customer",
                      today));
          return kept.id();
        });
  }

  private KeptMandate added(
      String companyId,
      UUID customerId,
      @Nullable String reference,
      MandateScheme scheme,
      Account account,
      Origin origin,
      @Nullable Proof proof,
      LocalDate today) {
    for (int attempt = 1; ; attempt++) {
      KeptMandate kept =
          kept(
              new Mandate(
                  Ids.next().toString(),
                  customerId.toString(),
                  reference == null ? References.next() : reference,
                  scheme,
                  account.iban(),
                  account.bic(),
                  account.holder(),
                  today,
                  scheme == MandateScheme.CORE ? MandateState.ACTIVE : MandateState.PENDING,
                  null),
              origin,
              false,
              null,
              null,
              proof,
              "customer",
              today);
      if (stores.debits().mandates().add(companyId, kept)) {
        moves.note(companyId, kept, "MANDATE_SIGNED", null, kept.mandate(), "customer", today);
        return kept;
      }
      NotTaken.unless(attempt < 5, Refusal.TAKEN);
    }
  }

  /**
   * Enters one from paper; its id.
   *
   * @throws NotTaken when it is none, or its reference is another's
   */
  public UUID enter(String companyId, Entered entered, String by) {
    return in(companyId, today -> enterNow(companyId, entered, Origin.ENTERED, by, today));
  }

  UUID enterNow(String companyId, Entered entered, Origin origin, String by, LocalDate today) {
    KeptMandate kept = checked(companyId, entered, origin, by, today);
    NotTaken.unless(stores.debits().mandates().add(companyId, kept), Refusal.TAKEN);
    moves.note(companyId, kept, "MANDATE_" + origin, null, kept.mandate(), by, today);
    return kept.id();
  }

  /** What would be kept of it. */
  KeptMandate checked(
      String companyId, Entered entered, Origin origin, String by, LocalDate today) {
    UUID leader = moves.customer(companyId, entered.customerId(), entered.scheme());
    Account account = Account.of(entered.iban(), entered.bic(), entered.holder());
    String reference =
        entered.reference() == null ? References.next() : entered.reference().strip();
    NotTaken.unless(MandateRules.isReference(reference), Refusal.WRONG_REFERENCE);
    NotTaken.unless(!entered.signedOn().isAfter(today), Refusal.NOT_SIGNED_YET);
    NotTaken.unless(
        !MandateRules.lapsed(entered.signedOn(), entered.lastCollectedOn(), today), Refusal.LAPSED);
    boolean inForce = entered.scheme() == MandateScheme.CORE || entered.confirmedOn() != null;
    return kept(
        new Mandate(
            Ids.next().toString(),
            leader.toString(),
            reference,
            entered.scheme(),
            account.iban(),
            account.bic(),
            account.holder(),
            entered.signedOn(),
            inForce ? MandateState.ACTIVE : MandateState.PENDING,
            null),
        origin,
        entered.once(),
        entered.confirmedOn(),
        entered.lastCollectedOn(),
        null,
        by,
        today);
  }

  /**
   * It is in force from now on: the debtor's bank knows a B2B mandate, or what a refusal asked is
   * answered.
   */
  public void confirm(String companyId, UUID id, String by) {
    change(
        companyId,
        id,
        (kept, today) -> {
          NotTaken.unless(kept.mandate().state() == MandateState.PENDING, Refusal.ENDED);
          stores.debits().mandates().confirm(companyId, id, today);
          moves.move(companyId, kept, MandateState.ACTIVE, null, "MANDATE_CONFIRMED", by, today);
        });
  }

  /**
   * Another account, name or reference of the same permission; the bank is told with the next
   * debit.
   *
   * @param reference absent: the same
   */
  public void amend(
      String companyId,
      UUID id,
      @Nullable String reference,
      String iban,
      @Nullable String bic,
      String holder,
      String by) {
    Account account = Account.of(iban, bic, holder);
    change(
        companyId,
        id,
        (kept, today) -> {
          Mandate was = kept.mandate();
          String named =
              reference == null || reference.isBlank() ? was.reference() : reference.strip();
          NotTaken.unless(MandateRules.isReference(named), Refusal.WRONG_REFERENCE);
          Mandate now =
              new Mandate(
                  was.id(),
                  was.customerId(),
                  named,
                  was.scheme(),
                  account.iban(),
                  account.bic(),
                  account.holder(),
                  was.signedOn(),
                  was.state(),
                  null);
          NotTaken.unless(!now.equals(was), Refusal.SAME);
          NotTaken.unless(
              stores.debits().mandates().amend(companyId, kept, now, by, today), Refusal.TAKEN);
          moves.note(companyId, kept, "MANDATE_AMENDED", was, now, by, today);
          boolean other = !account.iban().equals(was.iban());
          if (other && was.state() == MandateState.PENDING && was.scheme() == MandateScheme.CORE) {
            moves.move(companyId, kept, MandateState.ACTIVE, null, "MANDATE_CONFIRMED", by, today);
          }
        });
  }

  /** It ends with the next debit, or does not after all. */
  public void ends(String companyId, UUID id, boolean ends, String by) {
    change(
        companyId,
        id,
        (kept, today) -> {
          NotTaken.unless(kept.ends() != ends, Refusal.SAME);
          stores.debits().mandates().ends(companyId, id, ends);
          moves.note(
              companyId, kept, ends ? "MANDATE_ENDS" : "MANDATE_GOES_ON", null, null, by, today);
        });
  }

  /** Ends it; nothing is collected by it any more. */
  public void revoke(String companyId, UUID id, @Nullable String why, String by) {
    change(
        companyId,
        id,
        (kept, today) -> moves.end(companyId, kept, why == null ? "" : why.strip(), by, today));
  }

  private interface Change {
    void of(KeptMandate kept, LocalDate today);
  }

  private void change(String companyId, UUID id, Change change) {
    in(
        companyId,
        today -> {
          KeptMandate kept =
              stores
                  .debits()
                  .mandates()
                  .lock(companyId, id)
                  .filter(each -> each.connectionId() == null)
                  .orElseThrow(() -> new NotTaken(Refusal.NOT_THERE));
          MandateState state = kept.mandate().state();
          NotTaken.unless(
              state == MandateState.ACTIVE || state == MandateState.PENDING, Refusal.ENDED);
          change.of(kept, today);
          return id;
        });
  }

  private <T> T in(String companyId, Function<LocalDate, T> change) {
    T done =
        stores
            .transactions()
            .in(
                () -> {
                  CompanyProfile profile = stores.companies().profile(companyId);
                  T changed = change.apply(stores.companies().businessDate(profile));
                  stores.companies().addWorkDue(companyId, WorkDue.DUN);
                  return changed;
                });
    stores.wakeups().wake(Stage.DUN);
    return done;
  }

  private List<KeptMandate> standing(String companyId, UUID customerId, MandateScheme scheme) {
    return stores
        .debits()
        .mandates()
        .ofCustomers(companyId, stores.customerLinks().group(companyId, customerId))
        .stream()
        .filter(each -> each.connectionId() == null && each.origin() == Origin.SIGNED)
        .filter(each -> each.mandate().scheme() == scheme)
        .filter(
            each ->
                each.mandate().state() == MandateState.ACTIVE
                    || each.mandate().state() == MandateState.PENDING)
        .toList();
  }

  private static KeptMandate kept(
      Mandate mandate,
      Origin origin,
      boolean once,
      @Nullable LocalDate confirmedOn,
      @Nullable LocalDate lastCollectedOn,
      @Nullable Proof proof,
      String by,
      LocalDate today) {
    return new KeptMandate(
        mandate,
        null,
        origin,
        once,
        false,
        confirmedOn,
        lastCollectedOn,
        lastCollectedOn == null ? 0 : 1,
        0,
        0,
        proof,
        null,
        by,
        today);
  }
}
