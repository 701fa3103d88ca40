package org.dunlin.work.deliver;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.core.dunning.GateCheck;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.HoldReason;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.Backlog;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.SendingHours;
import org.dunlin.store.company.WorkDue;
import org.dunlin.store.event.EventEndpoint;
import org.dunlin.store.ledger.DocumentState;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.EventKeys;
import org.dunlin.work.Payloads;
import org.dunlin.work.dialogue.Standing;
import org.dunlin.work.dun.SourceHolds;
import org.dunlin.work.message.StoredEnclosures;
import org.joda.money.Money;

/**
 * Asks, right before an effect leaves, whether it may: the switches, and whether it is still true.
 */
final class SendingGate {
  private static final Duration UNTIL_SETTLED = Duration.ofMillis(100);

  private static final Duration UNTIL_SETTLED_AT_MOST = Duration.ofSeconds(2);

  private static final Duration UNTIL_LIVE = Duration.ofHours(1);

  /** Whoever switches it on wakes what waits. */
  private static final Duration UNTIL_ON = Duration.ofDays(30);

  private static final Duration UNTIL_READ = Duration.ofSeconds(30);

  private final Stores stores;
  private final SourceHolds sources;

  SendingGate(Stores stores, SourceHolds sources) {
    this.stores = stores;
    this.sources = sources;
  }

  /** What the gate says. */
  sealed interface Answer {
    /** It may leave, in this form. */
    record Go(Dispatch dispatch) implements Answer {}

    /** Not now. */
    record Wait(Duration atLeast, String reason) implements Answer {}

    /** Never. */
    record Never(EffectState state, String reason) implements Answer {}
  }

  Answer ask(Effect effect) {
    CompanyProfile profile = stores.companies().profile(effect.companyId());
    if (stores.settings().stopped()) {
      return new Answer.Wait(UNTIL_SETTLED_AT_MOST, "Everything that leaves the hub is stopped.");
    }
    return switch (effect.kind()) {
      case EMAIL, LETTER, TEXT -> message(effect, profile);
      case HANDOVER ->
          effect.actionId() == null ? recalled(effect, profile) : message(effect, profile);
      case EVENT -> event(effect);
      case STATUS_FILE, OUTGOING_FILE -> told(effect, profile);
      case WRITE_BACK ->
          stores.writeBacks().stillWanted(effect.companyId(), effect.id())
              ? told(effect, profile)
              : over(effect);
    };
  }

  /** What was just decided is asked again soon; what waits for long, more and more seldom. */
  private static Duration untilSettled(Effect effect) {
    Duration quarter = Duration.between(effect.decidedAt(), Instant.now()).dividedBy(4);
    Duration longest =
        quarter.compareTo(UNTIL_SETTLED_AT_MOST) < 0 ? quarter : UNTIL_SETTLED_AT_MOST;
    return longest.compareTo(UNTIL_SETTLED) < 0 ? UNTIL_SETTLED : longest;
  }

  /** What may have been written all the same is looked at once it is given up. */
  private Answer over(Effect effect) {
    stores.companies().addWorkDue(effect.companyId(), WorkDue.MATCH);
    return new Answer.Never(
        EffectState.CANCELLED,
        "It holds no more: the allocation is undone, the program has booked it, or the payment link"
            + " has ended.");
  }

  /** The agency has to know that a case is taken back, whenever the company is live again. */
  private static Answer recalled(Effect effect, CompanyProfile profile) {
    return profile.mode() == DunningMode.LIVE
        ? new Answer.Go(Payloads.dispatch(effect))
        : new Answer.Wait(UNTIL_LIVE, "The company is not live.");
  }

  /**
   * Whoever connects a program switches on that it is told, so that the mode of the company, which
   * is about its customers, does not matter.
   */
  private Answer event(Effect effect) {
    if (effect.payload() == null) {
      return new Answer.Never(EffectState.CANCELLED, "What it says is erased.");
    }
    Dispatch.Event event = (Dispatch.Event) Payloads.dispatch(effect);
    Optional<EventEndpoint> endpoint =
        stores.events().endpoints().find(effect.companyId(), event.endpointId());
    if (endpoint.isEmpty()) {
      return new Answer.Never(EffectState.CANCELLED, "The program is told nothing any more.");
    }
    boolean on =
        endpoint.get().state() == EventEndpoint.Standing.ON
            || EventKeys.isTest(effect.orderingKey());
    return on
        ? new Answer.Go(event)
        : new Answer.Wait(UNTIL_ON, "The program is switched off; it is told once it is on.");
  }

  private static Answer told(Effect effect, CompanyProfile profile) {
    return told(profile, Payloads.dispatch(effect));
  }

  private static Answer told(CompanyProfile profile, Dispatch dispatch) {
    return profile.mode() == DunningMode.LIVE
        ? new Answer.Go(dispatch)
        : new Answer.Never(EffectState.SHADOW, "The company is not live.");
  }

  /** The message of an action is asked for with all that is found, which is kept with it. */
  private Answer message(Effect effect, CompanyProfile profile) {
    Optional<Action> action =
        Optional.ofNullable(effect.actionId())
            .flatMap(id -> stores.actions().find(profile.id(), id));
    Findings findings = new Findings();
    Answer answer = message(effect, action, profile, findings);
    action.ifPresent(of -> findings.keep(stores, effect, of, answer));
    return answer;
  }

  private Answer message(
      Effect effect, Optional<Action> action, CompanyProfile profile, Findings findings) {
    Map<String, String> mode = Map.of("mode", profile.mode().name());
    Optional<String> stopped = action.flatMap(of -> stopped(effect, of, profile));
    if (stopped.isPresent()) {
      return findings.stops(GateCheck.HOLDS, Map.of(), stopped.get());
    }
    findings.passed(GateCheck.HOLDS, Map.of());
    LocalDate today = stores.companies().businessDate(profile);
    Backlog backlog = stores.backlogs().of(profile.id());
    if (backlog.deliveries() + backlog.matchDue() + backlog.dunDue() > 0) {
      return findings.waits(
          GateCheck.FACTS,
          Map.of(),
          untilSettled(effect),
          "Facts have come in that are not yet taken into account.");
    }
    if (!stores.companies().dunnedOn(profile.id(), today)) {
      return findings.waits(
          GateCheck.FACTS,
          Map.of("day", today.toString()),
          untilSettled(effect),
          "The day is new; what is due on it is decided first.");
    }
    findings.passed(GateCheck.FACTS, Map.of("day", today.toString()));
    Optional<Answer> untrue =
        action.isPresent()
            ? untrue(effect, action.get(), profile, findings)
            : new ToldAccount(stores).untrue(effect, profile, findings);
    if (untrue.isPresent()) {
      return untrue.get();
    }
    Dispatch message = Payloads.dispatch(effect);
    if (message instanceof Dispatch.Email email) {
      Map<String, String> documents =
          Map.of("documents", String.valueOf(email.attachments().size()));
      if (!new StoredEnclosures(stores, profile.id()).hasAllOf(email)) {
        return findings.stops(
            GateCheck.DOCUMENTS,
            documents,
            "A document that it attaches is there no more, since its invoice came anew; it is"
                + " decided anew.");
      }
      findings.passed(GateCheck.DOCUMENTS, documents);
    }
    if (isRefused(message, profile)) {
      return findings.stops(
          GateCheck.ADDRESS, Map.of(), "It is held now: " + HoldReason.NO_ADDRESS);
    }
    findings.passed(GateCheck.ADDRESS, Map.of());
    return switch (profile.mode()) {
      case LIVE -> {
        Optional<Answer> outside =
            arrivesAtOnce(message) ? outsideHours(profile, findings) : Optional.empty();
        findings.passed(GateCheck.SWITCHES, mode);
        yield outside.orElseGet(() -> new Answer.Go(message));
      }
      case TEST -> {
        findings.passed(GateCheck.SWITCHES, mode);
        yield test(message, profile);
      }
      case SHADOW -> findings.stops(GateCheck.SWITCHES, mode, "The company is in shadow mode.");
    };
  }

  /** What of a message is not true any more, or not known to be. */
  private Optional<Answer> untrue(
      Effect effect, Action action, CompanyProfile profile, Findings findings) {
    LocalDate today = stores.companies().businessDate(profile);
    if (!action.on().equals(today)) {
      return Optional.of(
          findings.stops(
              GateCheck.HOURS,
              Map.of("day", action.on().toString()),
              "It was written for another day; it is decided anew."));
    }
    Map<String, Money> said = Payloads.said(effect);
    if (stores.programs().wanted().anyOf(profile.id(), ids(said.keySet()))) {
      return Optional.of(
          findings.waits(
              GateCheck.SOURCES,
              Map.of(),
              untilSettled(effect),
              "Its program is asked anew of an invoice that the message names."));
    }
    if (sources.anyUnread(profile.id(), ids(said.keySet()))) {
      return Optional.of(
          findings.waits(
              GateCheck.SOURCES,
              Map.of(),
              UNTIL_READ,
              "The program of an invoice that the message names was not read lately."));
    }
    Proof proof = new Proof(stores, profile, findings);
    proof.sources(effect, ids(said.keySet()), sources.lastRead(profile.id()));
    Optional<Map<String, String>> uncovered = proof.uncovered(today);
    if (uncovered.isPresent()) {
      return Optional.of(
          findings.waits(
              GateCheck.ACCOUNTS,
              uncovered.get(),
              UNTIL_READ,
              "An account is not covered by statements up to the last banking day."));
    }
    if (!stores.pay().checkouts().inFlight(profile.id(), ids(said.keySet())).isEmpty()) {
      return Optional.of(
          findings.waits(
              GateCheck.PAYMENTS,
              Map.of(),
              UNTIL_READ,
              "An invoice that the message names is being paid at its payment link."));
    }
    if (!stillTrue(profile.id(), said)) {
      return Optional.of(
          findings.stops(
              GateCheck.AMOUNTS, Map.of(), "Less is open of an invoice than the message says."));
    }
    proof.amounts(said);
    findings.passed(GateCheck.PAYMENTS, Map.of("day", today.toString()));
    proof.contact(action);
    proof.approval(action);
    return Optional.empty();
  }

  /** Whether what it goes to has refused a message for good. */
  private boolean isRefused(Dispatch message, CompanyProfile profile) {
    String to =
        message instanceof Dispatch.Email email
            ? email.to()
            : message instanceof Dispatch.Text text ? text.to() : null;
    return to != null && stores.outbox().isRefused(profile.id(), to);
  }

  private static boolean arrivesAtOnce(Dispatch message) {
    return message instanceof Dispatch.Email || message instanceof Dispatch.Text;
  }

  private Optional<Answer> outsideHours(CompanyProfile profile, Findings findings) {
    SendingHours hours = stores.companies().sendingHours(profile.id());
    Map<String, String> of =
        Map.of("opens", hours.opens().toString(), "closes", hours.closes().toString());
    Optional<Answer> outside =
        stores
            .companies()
            .timeOfDay(profile)
            .map(hours::until)
            .filter(Duration::isPositive)
            .map(
                wait ->
                    findings.waits(
                        GateCheck.HOURS,
                        of,
                        wait,
                        "Messages leave from %s to %s in the company's time zone; it waits for that."
                            .formatted(hours.opens(), hours.closes())));
    if (outside.isEmpty()) {
      findings.passed(GateCheck.HOURS, of);
    }
    return outside;
  }

  /** What people said since it was decided; asked of the facts themselves, whatever was noted. */
  private Optional<String> stopped(Effect effect, Action action, CompanyProfile profile) {
    Map<String, Money> said = Payloads.said(effect);
    Standing standing =
        Standing.on(
            stores,
            profile.id(),
            UUID.fromString(action.customerId()),
            ids(said.keySet()),
            stores.companies().businessDate(profile));
    return said.entrySet().stream()
        .map(entry -> stopped(profile.id(), entry.getKey(), entry.getValue(), standing))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<String> stopped(
      String companyId, String invoiceId, Money said, Standing standing) {
    Optional<String> held =
        standing.holds().stream()
            .filter(hold -> hold.invoiceId() == null || hold.invoiceId().equals(invoiceId))
            .findFirst()
            .map(hold -> "It is held now: " + hold.reason());
    if (held.isPresent() || !standing.contested().containsKey(invoiceId)) {
      return held;
    }
    Money open = stores.invoices().find(companyId, UUID.fromString(invoiceId)).orElseThrow().open();
    return standing.asked(invoiceId, open).isLessThan(said)
        ? Optional.of("An amount of an invoice is contested that the message asks for.")
        : Optional.empty();
  }

  private Answer test(Dispatch message, CompanyProfile profile) {
    String mailbox = profile.testMailbox();
    Optional<Dispatch> text = TestText.of(stores, profile, message);
    if (text.isPresent()) {
      return new Answer.Go(text.get());
    }
    if (mailbox == null) {
      return new Answer.Never(
          EffectState.CANCELLED, "The company is in test mode and has no test mailbox.");
    }
    return switch (message) {
      case Dispatch.Email email ->
          new Answer.Go(
              email.readdressed(mailbox, "[Test, for " + email.to() + "] " + email.subject()));
      case Dispatch.Letter letter -> printed(letter, profile, mailbox);
      case Dispatch.HandOver given ->
          new Answer.Never(
              EffectState.CANCELLED, "The company is in test mode; no case is handed over.");
      case Dispatch.Text given -> new Answer.Go(TestText.mail(profile, given, mailbox));
      case Dispatch.StatusFile other -> told(profile, other);
      case Dispatch.WriteBack other -> told(profile, other);
      case Dispatch.OutgoingFile other -> told(profile, other);
      case Dispatch.Event other -> new Answer.Go(other);
    };
  }

  private Answer printed(Dispatch.Letter letter, CompanyProfile profile, String mailbox) {
    try {
      return new Answer.Go(TestMail.of(stores, profile, letter, mailbox));
    } catch (RuntimeException e) {
      return new Answer.Wait(UNTIL_LIVE, "The letter cannot be drawn: " + e.getMessage());
    }
  }

  private static List<UUID> ids(Collection<String> invoices) {
    return invoices.stream().map(UUID::fromString).toList();
  }

  private boolean stillTrue(String companyId, Map<String, Money> said) {
    return !said.isEmpty()
        && said.entrySet().stream()
            .allMatch(entry -> open(companyId, entry.getKey(), entry.getValue()));
  }

  private boolean open(String companyId, String invoiceId, Money said) {
    DocumentState state =
        stores.invoices().find(companyId, UUID.fromString(invoiceId)).orElseThrow();
    return state.invoice().status() == InvoiceStatus.OPEN && !state.open().isLessThan(said);
  }
}
