package org.dunlin.core.json;

import org.dunlin.core.model.Mandate;
import org.dunlin.core.model.MandateScheme;
import org.dunlin.core.model.MandateState;

/** Permissions to collect. */
final class MandateJson {
  private MandateJson() {}

  static Mandate mandate(Fields fields) {
    return new Mandate(
        fields.text("id"),
        fields.text("customerId"),
        fields.text("reference"),
        fields.oneOf("scheme", MandateScheme.class),
        fields.optionalText("iban"),
        fields.optionalText("bic"),
        fields.optionalText("holder"),
        fields.date("signedOn"),
        fields.oneOf("state", MandateState.class),
        fields.optionalObject("source", PartyJson::source));
  }

  static void write(Mandate mandate, ObjectOut out) {
    out.text("id", mandate.id());
    out.text("customerId", mandate.customerId());
    out.text("reference", mandate.reference());
    out.word("scheme", mandate.scheme());
    out.text("iban", mandate.iban());
    out.text("bic", mandate.bic());
    out.text("holder", mandate.holder());
    out.date("signedOn", mandate.signedOn());
    out.word("state", mandate.state());
    out.object("source", mandate.source(), PartyJson::write);
  }
}
