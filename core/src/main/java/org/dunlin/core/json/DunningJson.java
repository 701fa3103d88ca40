package org.dunlin.core.json;

import java.time.LocalDate;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.ActionItem;
import org.dunlin.core.model.ActionState;
import org.dunlin.core.model.Channel;
import org.dunlin.core.model.Claim;
import org.dunlin.core.model.ClaimKind;
import org.dunlin.core.model.Hold;
import org.dunlin.core.model.HoldReason;
import org.joda.money.CurrencyUnit;

/** What dunning decides: actions, claims, and the holds that stop them. */
final class DunningJson {
  private DunningJson() {}

  static Action action(Fields fields) {
    return new Action(
        fields.text("id"),
        fields.text("customerId"),
        fields.text("plan"),
        fields.text("step"),
        fields.oneOf("channel", Channel.class),
        fields.date("on"),
        fields.oneOf("state", ActionState.class),
        fields.objects("items", DunningJson::item),
        fields.objects("holds", DunningJson::hold));
  }

  static void write(Action action, ObjectOut out) {
    out.text("id", action.id());
    out.text("customerId", action.customerId());
    out.text("plan", action.plan());
    out.text("step", action.step());
    out.word("channel", action.channel());
    out.date("on", action.on());
    out.word("state", action.state());
    out.everyObject("items", action.items(), DunningJson::write);
    out.everyObject("holds", action.holds(), DunningJson::write);
  }

  static Claim claim(Fields fields) {
    CurrencyUnit currency = fields.currency("currency");
    return new Claim(
        fields.texts("invoiceIds"),
        fields.oneOf("kind", ClaimKind.class),
        fields.amount("amount", currency),
        fields.optionalDate("from"),
        fields.optionalDate("to"),
        fields.optionalDecimal("rate"),
        fields.optionalText("law"),
        fields.optionalText("source"));
  }

  static void write(Claim claim, ObjectOut out) {
    out.texts("invoiceIds", claim.invoiceIds());
    out.word("kind", claim.kind());
    out.amount("amount", claim.amount());
    out.text("currency", claim.amount().getCurrencyUnit().getCode());
    out.date("from", claim.from());
    out.date("to", claim.to());
    out.text("rate", claim.rate() == null ? null : claim.rate().toPlainString());
    out.text("law", claim.law());
    out.text("source", claim.citation());
  }

  static Hold hold(Fields fields) {
    LocalDate until = fields.optionalDate("until");
    return new Hold(
        fields.optionalText("customerId"),
        fields.optionalText("invoiceId"),
        fields.oneOf("reason", HoldReason.class),
        until);
  }

  static void write(Hold hold, ObjectOut out) {
    out.text("customerId", hold.customerId());
    out.text("invoiceId", hold.invoiceId());
    out.word("reason", hold.reason());
    out.date("until", hold.until());
  }

  private static ActionItem item(Fields fields) {
    CurrencyUnit currency = fields.currency("currency");
    return new ActionItem(
        fields.text("invoiceId"),
        fields.date("dueDate"),
        fields.text("step"),
        fields.amount("amount", currency));
  }

  private static void write(ActionItem item, ObjectOut out) {
    out.text("invoiceId", item.invoiceId());
    out.date("dueDate", item.dueDate());
    out.text("step", item.step());
    out.amount("amount", item.amount());
    out.text("currency", item.amount().getCurrencyUnit().getCode());
  }
}
