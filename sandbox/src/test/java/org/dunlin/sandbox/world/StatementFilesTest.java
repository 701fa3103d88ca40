package org.dunlin.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the banks deliver, read back with XPath. */
class StatementFilesTest {
  private static final Played PLAYED = Played.withReminders(7);
  private static final List<Xpath> STATEMENTS = PLAYED.statements();

  @Test
  void theEntriesLeadFromTheOpeningToTheClosingBalanceToTheCent() {
    for (Xpath statement : statements()) {
      BigDecimal entries =
          statement.all("Ntry").stream()
              .map(StatementFilesTest::signed)
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(balance(statement, "OPBD").add(entries))
          .as(statement.file())
          .isEqualByComparingTo(balance(statement, "CLBD"));
    }
  }

  @Test
  void aStatementOpensWithWhatTheOneBeforeClosedWith() {
    Map<String, TreeMap<Integer, Xpath>> byAccount = new HashMap<>();
    for (Xpath statement : statements()) {
      byAccount
          .computeIfAbsent(statement.text("Acct/Id/IBAN"), iban -> new TreeMap<>())
          .put(statement.number("ElctrncSeqNb").intValueExact(), statement);
    }
    assertThat(byAccount).hasSize(2);
    for (TreeMap<Integer, Xpath> sequence : byAccount.values()) {
      BigDecimal closed = balance(sequence.firstEntry().getValue(), "OPBD");
      for (Xpath statement : sequence.values()) {
        assertThat(balance(statement, "OPBD")).as(statement.file()).isEqualByComparingTo(closed);
        closed = balance(statement, "CLBD");
      }
    }
  }

  @Test
  void bothAccountsHaveOneOnEveryBankingDayAndNoneAtWeekends() {
    Set<String> days = new HashSet<>();
    statements()
        .forEach(s -> days.add(s.text("Acct/Id/IBAN") + s.text("FrToDt/FrDtTm").substring(0, 10)));
    Set<String> expected = new HashSet<>();
    for (LocalDate day : PLAYED.world().days()) {
      if (day.getDayOfWeek().getValue() <= 5) {
        PLAYED.world().company().accounts().forEach(account -> expected.add(account.key() + day));
      }
    }
    assertThat(days).isEqualTo(expected);
  }

  @Test
  void bothVersionsOfTheFormatOccur() {
    assertThat(STATEMENTS.stream().map(s -> s.node().getNamespaceURI()).distinct())
        .containsExactlyInAnyOrder(
            "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02",
            "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08");
  }

  @Test
  void theMovementsOfABatchLeadToTheAmountOfItsEntry() {
    int batches = 0;
    for (Xpath statement : statements()) {
      for (Xpath entry : statement.all("Ntry")) {
        List<Xpath> movements = entry.all("NtryDtls/TxDtls");
        batches += movements.size() > 1 ? 1 : 0;
        BigDecimal sum =
            entry.sum("NtryDtls/TxDtls/AmtDtls/TxAmt/Amt").add(entry.sum("NtryDtls/TxDtls/Amt"));
        assertThat(sum).isEqualByComparingTo(entry.number("Amt"));
      }
    }
    assertThat(batches).isGreaterThanOrEqualTo(2);
  }

  @Test
  void theTruthKnowsEveryMovementByItsBankReference() {
    Set<String> written = new HashSet<>();
    statements()
        .forEach(
            s ->
                s.all("Ntry/NtryDtls/TxDtls/Refs/AcctSvcrRef")
                    .forEach(reference -> written.add(reference.node().getTextContent())));
    List<String> known =
        PLAYED.world().truth().payments().stream().map(TruePayment::bankReference).toList();
    assertThat(known).doesNotHaveDuplicates().hasSameElementsAs(written);
  }

  private static List<Xpath> statements() {
    return STATEMENTS.stream().map(s -> s.all("BkToCstmrStmt/Stmt").getFirst()).toList();
  }

  private static BigDecimal balance(Xpath statement, String code) {
    return statement.all("Bal").stream()
        .filter(balance -> balance.text("Tp/CdOrPrtry/Cd").equals(code))
        .map(StatementFilesTest::signed)
        .findFirst()
        .orElseThrow();
  }

  private static BigDecimal signed(Xpath amount) {
    BigDecimal number = amount.number("Amt");
    return amount.text("CdtDbtInd").equals("CRDT") ? number : number.negate();
  }
}
