package org.dunlin.work.tell;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.Allocation;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.PaymentLink;
import org.dunlin.core.model.Source;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.WriteBack;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.ledger.WriteBacks.ToTakeBack;
import org.dunlin.store.ledger.WriteBacks.Told;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.Reference;
import org.dunlin.work.outgoing.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Tells the program that an invoice is from what the hub found about it, as far as the program can
 * be told: a folder by status files, another by the write-backs that its manifest has. What the
 * program has booked itself it is never told.
 */
public final class TellPrograms {
  private static final String FOLDER = "folder";

  private final Stores stores;
  private final Abilities abilities;
  private final StatusMessages statusMessages;
  private final WriteBackPayloads payloads;
  private final Standing standing;
  private final TellFees fees;

  /** Over these stores, as far as the programs are able. */
  public TellPrograms(Stores stores, Abilities abilities) {
    this.stores = stores;
    this.abilities = abilities;
    statusMessages = new StatusMessages(stores);
    payloads = new WriteBackPayloads(stores);
    standing = new Standing(stores);
    fees = new TellFees(stores, abilities);
  }

  /** The program's end of an invoice. */
  private record Addressee(Connection connection, Source source, DocumentState state) {}

  /** After something changed of what is open of an invoice. */
  public void standing(CompanyProfile profile, UUID invoiceId, LocalDate today) {
    standing(profile, invoiceId, today, null);
  }

  /** After a reminder of an invoice went. */
  public void reminded(CompanyProfile profile, UUID invoiceId, LocalDate today, Action action) {
    standing(profile, invoiceId, today, action);
    addressee(profile, invoiceId, WriteBack.NOTE)
        .ifPresent(
            to ->
                add(
                    profile,
                    to,
                    new Told(WriteBack.NOTE, invoiceId, null),
                    id -> payloads.reminded(id, profile.company(), to.state(), action),
                    today));
  }

  /** After the hub allocated a payment; once, whatever switches are thrown since. */
  public void allocated(
      CompanyProfile profile, UUID allocationId, Allocation line, LocalDate today) {
    UUID invoiceId = UUID.fromString(line.invoiceId());
    addressee(profile, invoiceId, WriteBack.PAYMENT)
        .filter(to -> stores.writeBacks().mayTell(profile.id(), allocationId))
        .ifPresent(
            to ->
                add(
                    profile,
                    to,
                    new Told(WriteBack.PAYMENT, invoiceId, allocationId),
                    id -> payloads.allocated(id, profile.id(), to.state(), line),
                    today));
  }

  /**
   * After money went back that the hub had a program book: its booking is taken back there, where
   * the program lets the hub do that. Once for each booking; while the company is not live it
   * waits.
   */
  public void takenBack(CompanyProfile profile, LocalDate today) {
    if (profile.mode() != DunningMode.LIVE) {
      return;
    }
    for (ToTakeBack booked : stores.writeBacks().toTakeBack(profile.id())) {
      addressee(profile, booked.invoiceId(), WriteBack.PAYMENT_REVERSAL)
          .ifPresent(
              to -> {
                UUID effect =
                    add(
                        profile,
                        to,
                        new Told(
                            WriteBack.PAYMENT_REVERSAL, booked.invoiceId(), booked.allocationId()),
                        id -> payloads.takenBack(id, profile.id(), to.state(), booked),
                        today);
                stores.writeBacks().reverses(profile.id(), effect, booked.effectId());
              });
    }
  }

  /**
   * What payment providers kept, of the days that are over, is booked where a connection names an
   * account for it; each fee once, from the first day on which the company is live with it.
   */
  public void fees(CompanyProfile profile, LocalDate today) {
    if (profile.mode() == DunningMode.LIVE) {
      fees.tell(profile, today);
    }
  }

  /**
   * Where an invoice can be paid; once an address, whatever switches are thrown since.
   *
   * @param generation of the address that the link has now
   */
  public void linked(
      CompanyProfile profile, UUID invoiceId, PaymentLink link, int generation, LocalDate today) {
    UUID linkId = UUID.fromString(link.id());
    addressee(profile, invoiceId, WriteBack.PAYMENT_LINK)
        .filter(to -> stores.writeBacks().mayTellLink(profile.id(), invoiceId, linkId, generation))
        .ifPresent(
            to -> {
              UUID effect =
                  add(
                      profile,
                      to,
                      new Told(WriteBack.PAYMENT_LINK, invoiceId, null),
                      id -> payloads.linked(id, profile.id(), to.state(), link),
                      today);
              stores.writeBacks().ofLink(profile.id(), effect, linkId, generation);
            });
  }

  /** Withdraws what a program was to be told of an allocation and has not been told yet. */
  public void withdraw(String companyId, UUID allocationId, String reason) {
    for (UUID effect : stores.writeBacks().of(companyId, allocationId)) {
      stores.outbox().change(companyId, effect, EffectState.PENDING, EffectState.CANCELLED, reason);
    }
  }

  private void standing(
      CompanyProfile profile, UUID invoiceId, LocalDate today, @Nullable Action reminded) {
    DocumentState state = stores.invoices().lock(profile.id(), invoiceId).orElseThrow();
    standing.write(
        profile,
        StatusMessages.asTheHubSeesIt(state),
        () -> statusMessages.content(profile.id(), state, invoiceId, reminded),
        today,
        reminded);
    Addressee to = addressee(profile, state).orElse(null);
    if (to == null) {
      return;
    }
    String folder = to.connection().settings().get("path");
    if (to.connection().program().equals(FOLDER) && folder != null) {
      stores
          .outbox()
          .add(statusMessages.file(profile, to.connection(), folder, state, today, reminded));
    } else if (abilities.told(to.connection().program()).contains(WriteBack.STATUS)) {
      Told told = new Told(WriteBack.STATUS, invoiceId, null);
      add(profile, to, told, id -> payloads.standing(id, profile.id(), state), today);
    }
  }

  private interface Payload {
    String of(UUID effectId);
  }

  private UUID add(
      CompanyProfile profile, Addressee to, Told told, Payload payload, LocalDate today) {
    UUID id = Ids.next();
    String connection = to.connection().id();
    stores
        .outbox()
        .add(
            Effect.decided(
                profile.id(),
                id,
                connection,
                connection + "/" + told.invoiceId(),
                EffectKind.WRITE_BACK,
                null,
                payload.of(id),
                profile.mode() == DunningMode.LIVE ? EffectState.PENDING : EffectState.SHADOW,
                today));
    stores.writeBacks().add(profile.id(), id, connection, told, Reference.of(id));
    return id;
  }

  private Optional<Addressee> addressee(CompanyProfile profile, UUID invoiceId, WriteBack what) {
    return stores
        .invoices()
        .find(profile.id(), invoiceId)
        .flatMap(state -> addressee(profile, state))
        .filter(to -> can(to.connection().program(), what));
  }

  private boolean can(String program, WriteBack what) {
    Set<WriteBack> told = program.equals(FOLDER) ? Set.of() : abilities.told(program);
    return told.contains(what);
  }

  private Optional<Addressee> addressee(CompanyProfile profile, DocumentState state) {
    Source source = state.invoice().source();
    return source == null
        ? Optional.empty()
        : stores
            .connections()
            .find(profile.id(), source.connection())
            .map(connection -> new Addressee(connection, source, state));
  }
}
