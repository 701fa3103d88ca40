package org.dunlin.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dunlin.connectors.PlainXpath.nodes;
import static org.dunlin.connectors.PlainXpath.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Statement;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Node;

/** Every published sample is read as another parser reads it, or refused for a true reason. */
class SamplesConformanceTest {
  /** Says in the report that the others are skipped: a factory without samples makes no tests. */
  @Test
  void theSamplesAreThere() {
    assertThat(Samples.folder("bank-statements")).isDirectory();
  }

  @TestFactory
  Stream<DynamicTest> everyStatementIsReadAsItStandsOrRefusedForATrueReason() throws IOException {
    Path folder = Samples.folder("bank-statements");
    JsonNode totals = new ObjectMapper().readTree(folder.resolve("control-totals.json").toFile());
    return Samples.holding(folder.resolve("camt"), "camt.053.001").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> statements(file, totals.path(name(folder, file)))));
  }

  /** The totals were computed by another program; they name every file that has a statement. */
  private static void statements(Path file, JsonNode totals) throws IOException {
    if (totals.isMissingNode()) {
      refused(file, "NO_STATEMENT");
    } else if (anyDoesNotBalance(totals)) {
      refused(file, "BALANCE_DOES_NOT_TIE");
    } else {
      readInFull(file, totals);
    }
  }

  private static void refused(Path file, String code) {
    assertThatThrownBy(() -> Samples.read(file))
        .isInstanceOfSatisfying(
            Untranslatable.class,
            refusal -> {
              assertThat(refusal.problem().code()).isEqualTo(code);
              assertThat(refusal.problem().position()).startsWith("line ");
            });
  }

  private static void readInFull(Path file, JsonNode totals) throws IOException {
    Samples.again(file);
    List<CanonicalRecord> records = Samples.read(file);
    List<Statement> statements = of(Statement.class, records);
    assertThat(statements).hasSize(totals.size());
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = 0; i < statements.size(); i++) {
      JsonNode expected = totals.get(i);
      Statement statement = statements.get(i);
      assertThat(statement.id()).endsWith("/" + expected.path("id").asText());
      assertThat(statement.entries()).isEqualTo(expected.path("entries").asInt());
      balance(statement.openingBalance(), expected.path("balancesByCode").path("OPBD"));
      balance(statement.closingBalance(), expected.path("balancesByCode").path("CLBD"));
      sum = sum.add(new BigDecimal(expected.path("sum").asText()));
    }
    List<Payment> payments = of(Payment.class, records);
    assertThat(
            payments.stream()
                .map(SamplesConformanceTest::signed)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(sum);
    likeTheFile(payments, Samples.document(file));
  }

  /** In these files every entry has one transaction, or several with amounts of their own. */
  private static void likeTheFile(List<Payment> payments, Node document) {
    String transactions = "Document/BkToCstmrStmt/Stmt/Ntry/NtryDtls/TxDtls";
    List<Node> details = nodes(document, transactions);
    assertThat(payments).hasSameSizeAs(details);
    for (int i = 0; i < details.size(); i++) {
      Node entry = details.get(i).getParentNode().getParentNode();
      Payment payment = payments.get(i);
      boolean in = text(entry, "CdtDbtInd").equals("CRDT");
      String own = text(details.get(i), "Amt");
      String party = in ? "Dbtr" : "Cdtr";
      assertThat(payment.amount().getAmount())
          .isEqualByComparingTo(own.isEmpty() ? text(entry, "Amt") : own);
      assertThat(payment.direction()).isEqualTo(in ? Direction.IN : Direction.OUT);
      assertThat(payment.bookingDate()).hasToString(text(entry, "BookgDt/Dt"));
      assertThat(shown(payment.valueDate())).isEqualTo(text(entry, "ValDt/Dt"));
      assertThat(shown(payment.payerName()))
          .isEqualTo(text(details.get(i), "RltdPties/" + party + "/Nm"));
      assertThat(payment.payerAccount() == null ? "" : shown(payment.payerAccount().iban()))
          .isEqualTo(text(details.get(i), "RltdPties/" + party + "Acct/Id/IBAN"));
      assertThat(shown(payment.creditorReference()))
          .isEqualTo(text(details.get(i), "RmtInf/Strd/CdtrRefInf/Ref"));
      assertThat(shown(payment.remittance())).isEqualTo(text(details.get(i), "RmtInf/Ustrd"));
      assertThat(shown(payment.endToEndId())).isEqualTo(text(details.get(i), "Refs/EndToEndId"));
    }
  }

  private static void balance(@Nullable Money read, JsonNode expected) {
    assertThat(read == null).isEqualTo(expected.isMissingNode());
    if (read != null) {
      assertThat(read.getAmount()).isEqualByComparingTo(expected.asText());
    }
  }

  private static boolean anyDoesNotBalance(JsonNode totals) {
    for (JsonNode statement : totals) {
      if (statement.has("balances") && !statement.path("balances").asBoolean()) {
        return true;
      }
    }
    return false;
  }

  private static BigDecimal signed(Payment payment) {
    BigDecimal amount = payment.amount().getAmount();
    return payment.direction() == Direction.IN ? amount : amount.negate();
  }

  private static <T extends CanonicalRecord> List<T> of(
      Class<T> type, List<CanonicalRecord> records) {
    return records.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String name(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
