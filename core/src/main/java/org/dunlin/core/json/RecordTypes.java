package org.dunlin.core.json;

import java.util.Optional;
import org.dunlin.core.model.CanonicalRecord;

/** Which reader reads a line, by its {@code type}. */
final class RecordTypes {
  static final int VERSION = 1;

  private RecordTypes() {}

  /** The record of a line; none for the line that says which form follows. */
  static Optional<CanonicalRecord> read(Fields line, CurrenciesSeen currencies) {
    String type = line.text("type");
    if (type.equals("dunlin")) {
      version(line);
      return Optional.empty();
    }
    return Optional.of(Fields.closing(line, fields -> record(type, fields, currencies)));
  }

  static CanonicalRecord record(String type, Fields fields, CurrenciesSeen currencies) {
    return switch (type) {
      case "company" -> PartyJson.company(fields);
      case "customer" -> PartyJson.customer(fields);
      case "invoice" -> DocumentJson.invoice(fields);
      case "statement" -> MoneyMovedJson.statement(fields);
      case "payment" -> MoneyMovedJson.payment(fields);
      case "allocation" -> MoneyMovedJson.allocation(fields, currencies);
      case "adjustment" -> MoneyMovedJson.adjustment(fields, currencies);
      case "problem" -> ProblemJson.problem(fields);
      case "action" -> DunningJson.action(fields);
      case "claim" -> DunningJson.claim(fields);
      case "hold" -> DunningJson.hold(fields);
      case "promise" -> AgreementJson.promise(fields);
      case "dispute" -> AgreementJson.dispute(fields);
      case "arrangement" -> AgreementJson.arrangement(fields);
      case "payment_link" -> PayingJson.paymentLink(fields);
      case "checkout" -> PayingJson.checkout(fields);
      case "mandate" -> MandateJson.mandate(fields);
      default -> throw fields.wrong("type", "a type of the canonical form, such as invoice,");
    };
  }

  private static void version(Fields line) {
    Integer version = line.optionalCount("version");
    if (version == null || version != VERSION) {
      throw line.wrong("version", "version " + VERSION + " of the canonical form");
    }
    line.end();
  }
}
