package org.dunlin.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Statement;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every published MT940 file is read as other programs read it, or refused for a true reason. */
class Mt940ConformanceTest {
  /** Why a file is refused, where the reason is another than balances that do not tie out. */
  private static final Map<String, String> REASONS =
      Map.of(
          "mt940/cmxl/mt940-with-colon-after-line-break.txt", "MISSING_FIELD", // cut off
          "mt940/wolph/self-provided/gv_codes.sta", "MISSING_FIELD", // cut off
          "mt940/cmxl/mt940-headers.txt", "WRONG_DATE", // 362268
          "mt940/wolph/betterplace/sepa_snippet_broken.sta", "DUPLICATE_FIELD", // 25 for 86
          "mt940/wolph/self-provided/mt942.sta", "CONTROL_TOTAL_DIFFERS"); // 90D of more

  private static final Set<String> NO_REFERENCE = Set.of("NONREF", "EREF");

  private static final Pattern OPENING =
      Pattern.compile("(?m)^(:60[FM]:)[CD]([0-9]{6})([A-Z]{3})[0-9.,]+");

  private static final Tally TALLY = new Tally("MT940 and MT942");

  /** Says in the report that the others are skipped: a factory without samples makes no tests. */
  @Test
  void theSamplesAreThere() {
    assertThat(Samples.folder("bank-statements")).isDirectory();
  }

  @AfterAll
  static void report() {
    TALLY.print();
  }

  /**
   * The totals were computed by another program; they name every file that has a field 60 or 61.
   */
  @TestFactory
  Stream<DynamicTest> everyStatementIsReadAsItStandsOrRefusedForATrueReason() throws IOException {
    JsonNode totals = totals();
    List<DynamicTest> tests = new ArrayList<>();
    totals
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (name.startsWith("mt940/")) {
                tests.add(DynamicTest.dynamicTest(name, () -> whole(name, totals.path(name))));
              }
            });
    return tests.stream();
  }

  /** Also of those that do not tie out: their opening balances are set so that they do. */
  @TestFactory
  Stream<DynamicTest> everyFieldIsWhatAnotherProgramRead() throws IOException {
    JsonNode totals = totals();
    Path folder = Samples.folder("bank-statements");
    try (Stream<Path> files = Files.walk(folder.resolve("mt940/wolph"))) {
      return files
          .filter(file -> file.toString().endsWith(".yml"))
          .sorted()
          .map(file -> folder.relativize(file).toString().replace(".yml", ".sta"))
          .filter(name -> Files.exists(folder.resolve(name)))
          .map(name -> DynamicTest.dynamicTest(name, () -> fields(name, totals.path(name))))
          .toList()
          .stream();
    }
  }

  private static void whole(String name, JsonNode totals) throws IOException {
    byte[] bytes = bytes(name);
    Optional<Format> format = Formats.detect(bytes);
    if (format.isEmpty()) {
      TALLY.refused("a single field, not a statement");
      assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
          .doesNotContainPattern("(?m)^:20:(?s:.*)^:25:");
      return;
    }
    List<CanonicalRecord> records;
    try {
      records = translated(bytes);
    } catch (Untranslatable refusal) {
      TALLY.refused(refusal.problem().code() + " " + name);
      String reason =
          REASONS.getOrDefault(name, anyDoesNotTie(totals) ? "BALANCE_DOES_NOT_TIE" : "none");
      assertThat(refusal.problem().code()).as(refusal.problem().message()).isEqualTo(reason);
      assertThat(refusal.problem().position()).startsWith("line ");
      return;
    }
    TALLY.read(of(Payment.class, records).size());
    Samples.again(Samples.folder("bank-statements").resolve(name));
    likeTheTotals(records, totals);
  }

  private static void likeTheTotals(List<CanonicalRecord> records, JsonNode totals) {
    List<Statement> statements = of(Statement.class, records);
    BigDecimal sum = BigDecimal.ZERO;
    int entries = 0;
    for (int i = 0; i < totals.size(); i++) {
      JsonNode expected = totals.get(i);
      sum = sum.add(new BigDecimal(expected.path("sum").asText()));
      entries += expected.path("transactions").asInt();
      if (i < statements.size()) {
        TALLY.same(statements.get(i).entries(), expected.path("transactions").asInt());
        balance(statements.get(i).openingBalance(), expected.path("opening"));
        balance(statements.get(i).closingBalance(), expected.path("closing"));
      }
    }
    List<Payment> payments = of(Payment.class, records);
    TALLY.same(payments.size(), entries);
    TALLY.same(sum(payments).compareTo(sum), 0);
  }

  private static void balance(@Nullable Money read, JsonNode expected) {
    if (expected.has("amount") && read != null) {
      TALLY.same(read.getAmount().compareTo(new BigDecimal(expected.path("amount").asText())), 0);
    }
  }

  private static void fields(String name, JsonNode totals) throws IOException {
    byte[] bytes = tied(bytes(name), totals);
    if (Formats.detect(bytes).isEmpty()) {
      return;
    }
    List<Payment> payments;
    try {
      payments = of(Payment.class, translated(bytes));
    } catch (Untranslatable refusal) {
      assertThat(REASONS).as(refusal.problem().message()).containsKey(name);
      return;
    }
    List<WolphExpected.Entry> expected =
        WolphExpected.of(Samples.folder("bank-statements").resolve(name.replace(".sta", ".yml")));
    TALLY.same(payments.size(), expected.size());
    for (int i = 0; i < payments.size(); i++) {
      like(payments.get(i), expected.get(i));
    }
  }

  private static void like(Payment payment, WolphExpected.Entry expected) {
    // That program gives a reversal the sign of what it reverses.
    boolean reversal = "RC".equals(expected.text("status")) || "RD".equals(expected.text("status"));
    BigDecimal amount = reversal ? expected.amount().negate() : expected.amount();
    TALLY.same(signed(payment).compareTo(amount), 0);
    TALLY.same(payment.valueDate(), expected.day("date"));
    if (expected.has("entry_date")) {
      TALLY.same(payment.bookingDate(), expected.day("guessed_entry_date"));
    }
    String bank = expected.text("bank_reference");
    if (bank != null) {
      TALLY.same(payment.details().references().bankReference(), reference(bank));
    }
    owners(payment, expected.text("customer_reference"));
    String iban = expected.text("applicant_iban");
    if (iban != null && payment.payerAccount() != null) {
      assertThat(payment.payerAccount().key()).endsWith(iban.replaceFirst("^0+", ""));
      TALLY.same(true, true);
    }
    String recipient = expected.text("applicant_name");
    if (recipient != null) {
      TALLY.same(compact(payment.payerName()), compact(recipient));
    }
    String id = expected.text("end_to_end_reference");
    if (id != null && !compact(payment.endToEndId()).contains("BIC:")) {
      String plain = id.replaceFirst("MTLG:.*", "");
      TALLY.same(compact(payment.endToEndId()), plain.equals("NOTPROVIDED") ? "" : compact(plain));
    }
    String words = compact(expected.text("purpose")) + compact(expected.text("additional_purpose"));
    if (!words.isEmpty() && !words.contains("MTLG:") && payment.remittance() != null) {
      // What German banks repeat behind the words, that program leaves in them.
      TALLY.same(compact(payment.remittance()), words.replaceFirst("EREF:.*", ""));
    }
  }

  /**
   * Older files of Rabobank have the other party's account there, of which that program knows not.
   */
  private static void owners(Payment payment, @Nullable String expected) {
    String owners =
        reference(
            expected == null
                ? null
                : expected
                    .replaceFirst("^(?:KREF\\+)?\\s*", "")
                    .replaceFirst("(?s)/*(//|MTLG:).*|/$", ""));
    AccountId account = payment.payerAccount();
    boolean ofMessage = owners == null && payment.details().references().instructionId() != null;
    boolean party = owners != null && (owners.contains("  ") || owners.startsWith("P0"));
    if (!ofMessage
        && !party
        && (owners == null || account == null || !owners.equals(account.accountNumber()))) {
      TALLY.same(payment.details().references().instructionId(), owners);
    }
  }

  private static @Nullable String reference(@Nullable String text) {
    return text == null || text.isBlank() || NO_REFERENCE.contains(text) ? null : text;
  }

  private static String compact(@Nullable String text) {
    return text == null ? "" : text.replaceAll("\\s+", "");
  }

  /** The file with opening balances that tie out with what follows them. */
  private static byte[] tied(byte[] bytes, JsonNode totals) {
    Matcher opening = OPENING.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    StringBuilder tied = new StringBuilder();
    List<JsonNode> statements = new ArrayList<>();
    totals.forEach(each -> statements.add(each));
    statements.removeIf(each -> !each.path("opening").has("amount"));
    for (int i = 0; opening.find(); i++) {
      JsonNode closing = i < statements.size() ? statements.get(i).path("closing") : totals;
      if (closing.has("amount")) {
        BigDecimal amount =
            new BigDecimal(closing.path("amount").asText())
                .subtract(new BigDecimal(statements.get(i).path("sum").asText()));
        opening.appendReplacement(
            tied,
            opening.group(1)
                + (amount.signum() < 0 ? "D" : "C")
                + opening.group(2)
                + opening.group(3)
                + amount.abs().toPlainString().replace('.', ','));
      }
    }
    opening.appendTail(tied);
    return tied.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean anyDoesNotTie(JsonNode totals) {
    for (JsonNode statement : totals) {
      if (statement.has("balances") && !statement.path("balances").asBoolean()) {
        return true;
      }
    }
    return false;
  }

  private static BigDecimal sum(List<Payment> payments) {
    return payments.stream()
        .map(Mt940ConformanceTest::signed)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal signed(Payment payment) {
    BigDecimal amount = payment.amount().getAmount();
    return payment.direction() == Direction.IN ? amount : amount.negate();
  }

  private static List<CanonicalRecord> translated(byte[] bytes) throws IOException {
    List<CanonicalRecord> records = new ArrayList<>();
    Formats.translator(Formats.detect(bytes).orElseThrow())
        .translate(new ByteArrayInputStream(bytes), "file", records::add);
    return records;
  }

  private static byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(Samples.folder("bank-statements").resolve(name));
  }

  private static JsonNode totals() throws IOException {
    return new ObjectMapper()
        .readTree(Samples.folder("bank-statements").resolve("control-totals.json").toFile());
  }

  private static <T extends CanonicalRecord> List<T> of(
      Class<T> type, List<CanonicalRecord> records) {
    return records.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
