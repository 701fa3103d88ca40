package org.dunlin.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dunlin.connectors.PlainXpath.nodes;
import static org.dunlin.connectors.PlainXpath.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.dunlin.core.json.CanonicalReader;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Statement;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** Every published statement is read as another parser reads it, or refused for a true reason. */
class CamtConformanceTest {
  private static final String TRANSACTIONS = "Document/BkToCstmrStmt/Stmt/Ntry/NtryDtls/TxDtls";

  /** Says in the report that the others are skipped: a factory without samples makes no tests. */
  @Test
  void theSamplesAreThere() {
    assertThat(Samples.folder("bank-statements")).isDirectory();
  }

  /** The totals were computed by another program; they name every file that has a statement. */
  @TestFactory
  Stream<DynamicTest> everyStatementIsReadAsItStandsOrRefusedForATrueReason() throws IOException {
    JsonNode totals =
        new ObjectMapper()
            .readTree(Samples.folder("bank-statements").resolve("control-totals.json").toFile());
    return tests(
        file -> {
          JsonNode expected = totals.path("camt/" + name(file));
          if (expected.isMissingNode()) {
            refused(file, "NO_STATEMENT");
          } else if (anyDoesNotBalance(expected)) {
            refused(file, "BALANCE_DOES_NOT_TIE");
          } else {
            likeTheTotals(records(Files.readString(file)), expected);
          }
        });
  }

  /** Also of those that were shortened until they did not tie out: without closing, none has to. */
  @TestFactory
  Stream<DynamicTest> everyTransactionIsWhatAnotherParserReads() throws IOException {
    return tests(
        file -> {
          String open = Files.readString(file).replace(">CLBD<", ">CLAV<");
          if (open.contains("<Stmt>")) {
            List<CanonicalRecord> records = records(open);
            likeTheFile(of(Payment.class, records), Samples.document(file));
            again(records);
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> theProjectsOwnFilesAreValid() throws Exception {
    Path schemas = Samples.folder("sepa/xsd-camt");
    return Stream.of("02", "03", "04", "08")
        .map(
            version ->
                DynamicTest.dynamicTest(
                    version,
                    () -> {
                      Path schema = schemas.resolve("camt.053.001." + version + ".xsd");
                      try (InputStream own =
                          CamtConformanceTest.class.getResourceAsStream(
                              "/camt/valid-" + version + ".xml")) {
                        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                            .newSchema(schema.toFile())
                            .newValidator()
                            .validate(new StreamSource(own));
                      }
                    }));
  }

  private interface Check {
    void of(Path file) throws IOException;
  }

  private static Stream<DynamicTest> tests(Check check) throws IOException {
    Path folder = Samples.folder("bank-statements/camt");
    return Samples.holding(folder, "camt.053.001").stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> check.of(file)));
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

  private static void likeTheTotals(List<CanonicalRecord> records, JsonNode totals) {
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
    BigDecimal read = BigDecimal.ZERO;
    for (Payment payment : of(Payment.class, records)) {
      BigDecimal amount = payment.amount().getAmount();
      read = payment.direction() == Direction.IN ? read.add(amount) : read.subtract(amount);
    }
    assertThat(read).isEqualByComparingTo(sum);
  }

  /** In these files every entry has one transaction, or several with amounts of their own. */
  private static void likeTheFile(List<Payment> payments, Document document) {
    List<Node> details = nodes(document, TRANSACTIONS);
    assertThat(payments).hasSameSizeAs(details);
    for (int i = 0; i < details.size(); i++) {
      Node entry = details.get(i).getParentNode().getParentNode();
      moneyAndDays(payments.get(i), entry, details.get(i));
      partyAndReferences(payments.get(i), details.get(i));
    }
  }

  private static void moneyAndDays(Payment payment, Node entry, Node detail) {
    boolean alone = nodes(entry, "NtryDtls/TxDtls").size() == 1;
    String own = first(detail, "Amt", "AmtDtls/TxAmt/Amt");
    assertThat(payment.amount().getAmount())
        .isEqualByComparingTo(alone || own.isEmpty() ? text(entry, "Amt") : own);
    assertThat(payment.direction())
        .isEqualTo(text(entry, "CdtDbtInd").equals("CRDT") ? Direction.IN : Direction.OUT);
    assertThat(payment.bookingDate())
        .hasToString(day(first(entry, "BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt")));
    assertThat(shown(payment.valueDate())).isEqualTo(day(first(entry, "ValDt/Dt", "ValDt/DtTm")));
  }

  private static void partyAndReferences(Payment payment, Node detail) {
    boolean returned = !nodes(detail, "RtrInf").isEmpty();
    boolean debtor = (payment.direction() == Direction.IN) != returned;
    String role = "RltdPties/" + (debtor ? "Dbtr" : "Cdtr");
    String name =
        first(
            detail,
            role + "/Nm",
            role + "/Pty/Nm",
            "RltdPties/Ultmt" + (debtor ? "Dbtr" : "Cdtr") + "/Nm");
    if (!returned) {
      assertThat(shown(payment.payerName())).isEqualTo(name);
      assertThat(payment.payerAccount() == null ? "" : payment.payerAccount().key())
          .endsWith(first(detail, role + "Acct/Id/IBAN", role + "Acct/Id/Othr/Id"));
    }
    String free = first(detail, "RmtInf/Ustrd", "RmtInf/Strd/AddtlRmtInf", "AddtlTxInf");
    assertThat(shown(payment.remittance())).isEqualTo(free.startsWith("?REJECT?") ? "" : free);
    assertThat(shown(payment.creditorReference()))
        .isEqualTo(text(detail, "RmtInf/Strd/CdtrRefInf/Ref"));
    assertThat(shown(payment.endToEndId())).isEqualTo(text(detail, "Refs/EndToEndId"));
    assertThat(shown(payment.details().references().instructionId()))
        .isEqualTo(text(detail, "Refs/InstrId"));
    assertThat(shown(payment.details().references().mandateId()))
        .isEqualTo(text(detail, "Refs/MndtId"));
    assertThat(shown(payment.details().returnReason())).isEqualTo(text(detail, "RtrInf/Rsn/Cd"));
  }

  private static List<CanonicalRecord> records(String text) throws IOException {
    List<CanonicalRecord> records = new ArrayList<>();
    Formats.translator(Format.CAMT_053)
        .translate(
            new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "file", records::add);
    return records;
  }

  private static void again(List<CanonicalRecord> records) throws IOException {
    StringBuilder lines = new StringBuilder();
    records.forEach(record -> lines.append(CanonicalWriter.line(record)).append('\n'));
    List<CanonicalRecord> read = new ArrayList<>();
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    new CanonicalReader("again").read(new ByteArrayInputStream(bytes), read::add);
    assertThat(read).isEqualTo(records);
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

  private static String first(Node from, String... paths) {
    for (String path : paths) {
      String text = text(from, path);
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  private static String day(String text) {
    return text.length() <= 10 ? text : text.substring(0, 10);
  }

  private static <T extends CanonicalRecord> List<T> of(
      Class<T> type, List<CanonicalRecord> records) {
    return records.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String name(Path file) {
    Path folder = Samples.folder("bank-statements/camt");
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
