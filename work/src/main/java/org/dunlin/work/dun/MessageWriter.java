package org.dunlin.work.dun;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dunlin.core.dunning.StandardPlan;
import org.dunlin.core.message.Message;
import org.dunlin.core.message.Reminder;
import org.dunlin.core.message.ReminderLine;
import org.dunlin.core.message.Reminders;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.Payloads;
import org.jspecify.annotations.Nullable;

/** Records a due action together with the message that carries it out. */
final class MessageWriter {
  /** The road of e-mails; one server serves the hub. */
  static final String CONNECTION = "smtp";

  private final Stores stores;
  private final CompanyProfile profile;
  private final GatheredFacts gathered;
  private final LocalDate today;

  MessageWriter(Stores stores, CompanyProfile profile, GatheredFacts gathered, LocalDate today) {
    this.stores = stores;
    this.profile = profile;
    this.gathered = gathered;
    this.today = today;
  }

  /** Records the action in the state, unless one of its steps was decided before. */
  void decide(Action action, ActionState state) {
    Action decided =
        new Action(
            action.id(),
            action.customerId(),
            action.plan(),
            action.step(),
            action.channel(),
            action.on(),
            state,
            action.items(),
            action.holds());
    if (stores.actions().add(profile.id(), decided)) {
      stores.outbox().add(effect(decided));
      stores
          .journal()
          .append(
              profile.id(),
              new Happening(
                  today,
                  "dun",
                  "customer",
                  action.customerId(),
                  "REMINDER_DECIDED",
                  proof(),
                  null,
                  decided,
                  null));
    }
  }

  private Effect effect(Action action) {
    Customer customer = Objects.requireNonNull(gathered.customers().get(action.customerId()));
    String template =
        StandardPlan.plan().steps().stream()
            .filter(step -> step.id().equals(action.step()))
            .findFirst()
            .map(step -> String.valueOf(step.template()))
            .orElseThrow();
    UUID id = Ids.next();
    Message message =
        Reminders.write(
            new Reminder(
                profile.company().name(),
                profile.replyTo(),
                customer,
                template,
                action.items().stream().map(this::line).toList(),
                iban(profile.company().accounts()),
                today));
    Dispatch.Email email =
        new Dispatch.Email(
            id.toString(),
            profile.company().name(),
            Objects.requireNonNull(customer.email(), "an e-mail step without address is held"),
            profile.replyTo(),
            message.subject(),
            message.text(),
            message.html());
    return Effect.decided(
        profile.id(),
        id,
        CONNECTION,
        CONNECTION + "/" + customer.id(),
        EffectKind.EMAIL,
        action.id(),
        Payloads.json(email),
        action.state() == ActionState.AWAITING_APPROVAL
            ? EffectState.AWAITING_APPROVAL
            : EffectState.PENDING,
        today);
  }

  private ReminderLine line(ActionItem item) {
    Invoice invoice = Objects.requireNonNull(gathered.open().get(item.invoiceId())).document();
    return new ReminderLine(
        invoice.number(),
        invoice.issueDate(),
        item.dueDate(),
        invoice.total(),
        item.amount(),
        invoice.paymentReference());
  }

  /** Why a reminder could be decided: the facts that a gate asks for, kept with it. */
  private String proof() {
    return "Accounts covered by statements: "
        + gathered.covered()
        + "; no unallocated payment could plausibly settle these invoices; no hold.";
  }

  private static @Nullable String iban(List<AccountId> accounts) {
    return accounts.stream().map(AccountId::iban).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
