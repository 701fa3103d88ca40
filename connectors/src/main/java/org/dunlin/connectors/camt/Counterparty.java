package org.dunlin.connectors.camt;

import org.dunlin.connectors.xml.Element;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.PaymentKind;
import org.jspecify.annotations.Nullable;

/**
 * The other party of a transaction: who paid what came in, who was paid what went out. Name and
 * account are part of an entry's key, see {@link EntryKeys}: where they are looked for must not
 * change, so what is found elsewhere stands beside them.
 *
 * @param otherName the account holder's or initiating party's name, where the party has none
 * @param otherAccount a number or proxy, where the party has neither IBAN nor other number
 * @param id how a register, a scheme or the SWIFT network knows the party
 * @param ultimate for whom the party acts, where that is somebody else
 * @param ultimateOwn for whom on the own side the payment is
 */
record Counterparty(
    @Nullable String name,
    @Nullable AccountId account,
    @Nullable String bic,
    @Nullable String otherName,
    @Nullable AccountId otherAccount,
    @Nullable String id,
    @Nullable String ultimate,
    @Nullable String ultimateOwn) {
  static final Counterparty UNKNOWN =
      new Counterparty(null, null, null, null, null, null, null, null);

  private static final Role DEBTOR = new Role("Dbtr", "DbtrAcct", "DbtrAgt", "UltmtDbtr");
  private static final Role CREDITOR = new Role("Cdtr", "CdtrAcct", "CdtrAgt", "UltmtCdtr");

  private record Role(String party, String account, String agent, String ultimate) {}

  /**
   * A credit's other party is its debtor, a debit's its creditor. What undoes a payment keeps the
   * roles of that payment, so there it is the other way round; not all banks keep to that, so the
   * side whose account is the company's own is never taken, and an empty side gives way.
   */
  static Counterparty of(Element details, Direction direction, PaymentKind kind, AccountId own) {
    Element parties = details.child("RltdPties");
    Element agents = details.child("RltdAgts");
    if (parties == null && agents == null) {
      return UNKNOWN;
    }
    boolean undoes = kind == PaymentKind.RETURN;
    boolean debtor = (direction == Direction.IN) != undoes;
    Role role = debtor ? DEBTOR : CREDITOR;
    Role opposite = debtor ? CREDITOR : DEBTOR;
    Counterparty first = side(parties, agents, role, opposite);
    if (undoes) {
      boolean useless = first.isEmpty() || own.equals(first.account);
      Counterparty second = side(parties, agents, opposite, role);
      return useless && !own.equals(second.account) ? second : first;
    }
    boolean initiated = debtor && kind == PaymentKind.TRANSFER && first.shownName() == null;
    return initiated ? first.named(name(parties, "InitgPty")) : first;
  }

  /** The name, wherever it was found. */
  @Nullable String shownName() {
    return name != null ? name : otherName;
  }

  /** The account, wherever it was found. */
  @Nullable AccountId shownAccount() {
    return account != null ? account : otherAccount;
  }

  private boolean isEmpty() {
    return name == null && account == null && bic == null;
  }

  private Counterparty named(@Nullable String found) {
    return new Counterparty(name, account, bic, found, otherAccount, id, ultimate, ultimateOwn);
  }

  private static Counterparty side(
      @Nullable Element parties, @Nullable Element agents, Role role, Role opposite) {
    String bic = agents == null ? null : bic(agents.child(role.agent));
    if (parties == null) {
      return new Counterparty(null, null, bic, null, null, null, null, null);
    }
    Element party = parties.child(role.party);
    Element holder = parties.child(role.account);
    String own = name(parties, role.party);
    String ultimate = name(parties, role.ultimate);
    AccountId account = Accounts.of(holder);
    return new Counterparty(
        own != null ? own : ultimate,
        account,
        bic != null || party == null ? bic : bic(party.child("Agt")),
        holder == null ? null : holder.text("Nm"),
        account != null ? null : Accounts.otherwise(holder),
        party == null ? null : id(party),
        own == null || own.equals(ultimate) ? null : ultimate,
        name(parties, opposite.ultimate));
  }

  /** Version 08 and later put the party into a Pty, or a bank into an Agt. */
  private static @Nullable String name(@Nullable Element parties, String role) {
    Element party = parties == null ? null : parties.child(role);
    if (party == null) {
      return null;
    }
    String direct = party.text("Nm");
    if (direct != null) {
      return direct;
    }
    String inside = party.text("Pty", "Nm");
    return inside != null ? inside : party.text("Agt", "FinInstnId", "Nm");
  }

  private static @Nullable String bic(@Nullable Element agent) {
    Element institution = agent == null ? null : agent.child("FinInstnId");
    if (institution == null) {
      return null;
    }
    String since08 = institution.text("BICFI");
    return since08 != null ? since08 : institution.text("BIC");
  }

  /** Of an organisation or of a private person; the SWIFT network's code has had three names. */
  private static @Nullable String id(Element party) {
    Element inside = party.child("Pty");
    Element id = (inside == null ? party : inside).child("Id");
    if (id == null) {
      return null;
    }
    for (String kind : new String[] {"OrgId", "PrvtId"}) {
      Element known = id.child(kind);
      for (String name : new String[] {"AnyBIC", "BICOrBEI", "LEI"}) {
        String code = known == null ? null : known.text(name);
        if (code != null) {
          return code;
        }
      }
      String other = known == null ? null : known.text("Othr", "Id");
      if (other != null) {
        return other;
      }
    }
    return null;
  }
}
