package org.dunlin.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.dunlin.connectors.PlainXpath.nodes;
import static org.dunlin.connectors.PlainXpath.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.dunlin.core.model.AdvisedEntry;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** Published reports and notifications are read as another parser reads them. */
class CamtAdviceConformanceTest {
  private static int files;
  private static int entries;
  private static int fields;
  private static final List<String> REFUSED = new ArrayList<>();

  /** What is told of a file. */
  private static final class Told implements RecordSink {
    private final List<AdvisedEntry> entries = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();

    @Override
    public void accept(CanonicalRecord record) {
      assertThat(record).isNotInstanceOf(Statement.class);
      payments.add((Payment) record);
    }

    @Override
    public void advised(@Nullable AdvisedEntry entry) {
      entries.add(Objects.requireNonNull(entry));
    }
  }

  /** Says in the report that the others are skipped: a factory without samples makes no tests. */
  @Test
  void theSamplesAreThere() {
    assertThat(Samples.folder("bank-statements")).isDirectory();
  }

  /** What is not booked is left out; the totals, of another program, count all entries. */
  @TestFactory
  Stream<DynamicTest> everyBookedEntryIsToldAsItStands() throws IOException {
    Path folder = Samples.folder("bank-statements/camt");
    JsonNode totals =
        new ObjectMapper()
            .readTree(Samples.folder("bank-statements").resolve("control-totals.json").toFile());
    return Stream.of("camt.052.001", "camt.054.001")
        .flatMap(kind -> holding(folder, kind))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    folder.relativize(file).toString(),
                    () -> check(file, totals.path("camt/" + folder.relativize(file)))));
  }

  @AfterAll
  static void report() {
    System.out.println(
        "camt.052 and camt.054: "
            + files
            + " files, "
            + entries
            + " booked entries, "
            + fields
            + " fields right, refused "
            + REFUSED);
  }

  private static Stream<Path> holding(Path folder, String kind) {
    try {
      return Samples.holding(folder, kind).stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void check(Path file, JsonNode totals) throws IOException {
    files++;
    Document document = Samples.document(file);
    List<Node> all = entriesOf(document);
    List<Node> booked = all.stream().filter(entry -> text(entry, "Sts").equals("BOOK")).toList();
    if (otherCurrency(document)) {
      refused(file, "CURRENCY_MISMATCH");
      return;
    }
    Told told = told(file);
    assertThat(all).hasSize(totals.path(0).path("entries").asInt());
    assertThat(told.entries).hasSameSizeAs(booked);
    if (booked.size() == all.size()) {
      BigDecimal sum =
          told.entries.stream()
              .map(entry -> entry.amount().getAmount())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(sum).isEqualByComparingTo(totals.path(0).path("sum").asText());
    }
    for (int i = 0; i < booked.size(); i++) {
      likeTheFile(told.entries.get(i), told.payments, booked.get(i));
    }
  }

  private static void likeTheFile(AdvisedEntry entry, List<Payment> payments, Node node) {
    entries++;
    right(entry.amount().getAmount().abs().toPlainString(), text(node, "Amt"));
    right(entry.amount().getCurrencyUnit().getCode(), currency(node));
    right(entry.amount().isNegative() ? "DBIT" : "CRDT", text(node, "CdtDbtInd"));
    right(entry.bookingDate().toString(), day(node).substring(0, 10));
    right(entry.references().bankReference(), text(node, "AcctSvcrRef"));
    right(entry.references().entryReference(), text(node, "NtryRef"));
    List<Node> details = nodes(node, "NtryDtls/TxDtls");
    List<Payment> made =
        payments.stream()
            .filter(p -> p.id().equals(entry.id()) || p.id().startsWith(entry.id() + "/"))
            .toList();
    assertThat(made).isNotEmpty();
    if (details.size() == 1) {
      String role = made.getFirst().direction() == Direction.IN ? "Dbtr" : "Cdtr";
      String party = "RltdPties/" + role;
      String name =
          Stream.of("/Nm", "/Pty/Nm", "/Agt/FinInstnId/Nm")
              .map(place -> text(details.getFirst(), party + place))
              .filter(found -> !found.isEmpty())
              .findFirst()
              .orElse("");
      right(made.getFirst().payerName(), name);
      right(made.getFirst().endToEndId(), text(details.getFirst(), "Refs/EndToEndId"));
      right(
          made.getFirst().creditorReference(),
          text(details.getFirst(), "RmtInf/Strd/CdtrRefInf/Ref"));
    }
  }

  private static void refused(Path file, String code) {
    assertThatThrownBy(() -> told(file))
        .isInstanceOfSatisfying(
            Untranslatable.class,
            refusal -> {
              assertThat(refusal.problem().code()).isEqualTo(code);
              assertThat(refusal.problem().position()).startsWith("line ");
            });
    REFUSED.add(file.getFileName() + " " + code);
  }

  private static String currency(Node entry) {
    return nodes(entry, "Amt").getFirst().getAttributes().getNamedItem("Ccy").getTextContent();
  }

  /** When it was booked; some of the samples are shortened until they say it of all only. */
  private static String day(Node entry) {
    return Stream.of("BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm", "../CreDtTm")
        .map(
            place ->
                place.startsWith("../")
                    ? text(entry.getParentNode(), place.substring(3))
                    : text(entry, place))
        .filter(day -> !day.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static void right(@Nullable String read, String expected) {
    if (expected.matches("-?[0-9.]+") && read != null && read.matches("-?[0-9.]+")) {
      assertThat(new BigDecimal(read)).isEqualByComparingTo(expected);
    } else {
      assertThat(read == null ? "" : read).isEqualTo(expected);
    }
    fields++;
  }

  private static boolean otherCurrency(Document document) {
    List<Node> currencies = new ArrayList<>();
    for (String part : List.of("BkToCstmrAcctRpt/Rpt", "BkToCstmrDbtCdtNtfctn/Ntfctn")) {
      currencies.addAll(nodes(document, "Document/" + part + "/Acct/Ccy"));
    }
    return currencies.stream()
        .anyMatch(
            own ->
                entriesOf(document).stream()
                    .anyMatch(entry -> !currency(entry).equals(own.getTextContent())));
  }

  private static List<Node> entriesOf(Document document) {
    List<Node> found = new ArrayList<>();
    for (String part :
        List.of(
            "BkToCstmrAcctRptV01/Rpt", "BkToCstmrAcctRpt/Rpt", "BkToCstmrDbtCdtNtfctn/Ntfctn")) {
      found.addAll(nodes(document, "Document/" + part + "/Ntry"));
    }
    return found;
  }

  private static Told told(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    Told told = new Told();
    Format format = Formats.detect(bytes).orElseThrow();
    Formats.translator(format).translate(new ByteArrayInputStream(bytes), file.toString(), told);
    return told;
  }
}
