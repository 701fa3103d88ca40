package org.dunlin.connectors.camt;

import org.dunlin.connectors.xml.Element;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.PaymentKind;
import org.jspecify.annotations.Nullable;

/** The other party of a transaction: who paid what came in, who was paid what went out. */
record Counterparty(@Nullable String name, @Nullable AccountId account, @Nullable String bic) {
  static final Counterparty UNKNOWN = new Counterparty(null, null, null);

  private static final String DEBTOR = "Dbtr";
  private static final String CREDITOR = "Cdtr";

  /**
   * A credit's other party is its debtor, a debit's its creditor. What undoes a payment keeps the
   * roles of that payment, so there it is the other way round; not all banks keep to that, so the
   * side whose account is the company's own is never taken, and an empty side gives way.
   */
  static Counterparty of(Element details, Direction direction, PaymentKind kind, AccountId own) {
    boolean undoes = kind == PaymentKind.RETURN;
    boolean debtor = (direction == Direction.IN) != undoes;
    Counterparty first = side(details, debtor ? DEBTOR : CREDITOR);
    if (!undoes) {
      return first;
    }
    boolean useless = first.equals(UNKNOWN) || own.equals(first.account);
    Counterparty second = side(details, debtor ? CREDITOR : DEBTOR);
    return useless && !own.equals(second.account) ? second : first;
  }

  private static Counterparty side(Element details, String role) {
    Element parties = details.find("RltdPties");
    if (parties == null) {
      return new Counterparty(null, null, bic(details, role));
    }
    String name = name(parties, role);
    return new Counterparty(
        name != null ? name : name(parties, "Ultmt" + role),
        Accounts.of(parties.find(role + "Acct")),
        bic(details, role));
  }

  /** Version 08 and later put the party into a Pty, or a bank into an Agt. */
  private static @Nullable String name(Element parties, String role) {
    String direct = parties.text(role, "Nm");
    if (direct != null) {
      return direct;
    }
    String party = parties.text(role, "Pty", "Nm");
    return party != null ? party : parties.text(role, "Agt", "FinInstnId", "Nm");
  }

  private static @Nullable String bic(Element details, String role) {
    String since08 = details.text("RltdAgts", role + "Agt", "FinInstnId", "BICFI");
    return since08 != null ? since08 : details.text("RltdAgts", role + "Agt", "FinInstnId", "BIC");
  }
}
