package org.dunlin.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Published files in CODA, CFONB 120 and OFX are read as other parsers read them, or refused for a
 * true reason. The totals were computed by another program; a statement that does not tie out by
 * them is also read with balances that do, so that its fields are compared.
 */
class FixedFormatsConformanceTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Upstream counts transactions from 0 in a list, from 1 in names of variables. */
  private static final Pattern INDEX = Pattern.compile("transactions?(\\[?)([0-9])");

  private final Map<String, List<String>> refused = new TreeMap<>();
  private final List<String> wrong = new ArrayList<>();
  private int files;
  private int entries;
  private int right;

  @Test
  void codaIsReadAsItStandsOrRefusedForATrueReason() throws IOException {
    Path folder = Samples.folder("bank-statements").resolve("coda/php-coda-parser");
    JsonNode totals = JSON.readTree(folder.resolve("../../control-totals.json").toFile());
    for (Path file : files(folder, ".cod")) {
      JsonNode expected = totals.path("coda/php-coda-parser/" + name(file)).path(0);
      ReadFile read = new ReadFile(Files.readAllBytes(file));
      if (expected.path("balances").asBoolean()) {
        likeTheTotals(read, expected);
      } else {
        refused(name(file), read, "BALANCE_DOES_NOT_TIE", "TOO_MANY_DECIMALS");
      }
    }
    for (JsonNode expected : JSON.readTree(folder.resolve("expected.json").toFile())) {
      Path file = folder.resolve(expected.path("file").asText());
      String lines = Files.readString(file, StandardCharsets.ISO_8859_1);
      codaField(ReadFile.of(CodaRepair.tiedOut(lines)), expected);
    }
    report("CODA");
  }

  @Test
  void cfonb120IsReadAsItStandsOrRefusedForATrueReason() throws IOException {
    Path folder = Samples.folder("bank-statements").resolve("cfonb120");
    for (Path file : files(folder.resolve("pennylane-hq"), ".txt")) {
      ReadFile read = new ReadFile(Files.readAllBytes(file));
      if (name(file).equals("example.txt")) {
        files++;
        entries += read.payments().size();
        Samples.again(file);
      } else {
        refused(name(file), read, "BALANCE_DOES_NOT_TIE", "MISSING_RECORD", "WRONG_DATE");
      }
    }
    ReadFile example = new ReadFile(Files.readAllBytes(folder.resolve("pennylane-hq/example.txt")));
    for (JsonNode expected : JSON.readTree(folder.resolve("expected.json").toFile())) {
      cfonbFields(example, expected);
    }
    report("CFONB 120");
  }

  @Test
  void ofxIsReadAsItStandsOrRefusedForATrueReason() throws IOException {
    for (Path file : files(Samples.folder("bank-statements").resolve("ofx"), ".ofx")) {
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      ReadFile read = new ReadFile(Files.readAllBytes(file));
      boolean broken = Stream.of("decimal_error", "date_missing").anyMatch(name(file)::startsWith);
      if (!text.contains("<STMTTRN>")) {
        refused(name(file), read, "NO_STATEMENT");
      } else if (broken || text.contains("<CURDEF></CURDEF>")) {
        refused(name(file), read, "WRONG_DATE", "MISSING_ELEMENT");
      } else {
        files++;
        List<Payment> payments = read.payments();
        entries += payments.size();
        same(name(file) + " count", text.split("<STMTTRN>").length - 1, payments.size());
        for (Payment payment : payments) {
          String amount = signed(payment).toPlainString();
          String plain = amount.endsWith(".00") ? amount.substring(0, amount.length() - 3) : amount;
          same(name(file) + " " + amount, true, text.contains("<TRNAMT>" + plain));
          same(name(file) + " memo", true, flat(text).contains(flat(payment.remittance())));
        }
        Samples.again(file);
      }
    }
    report("OFX");
  }

  private void likeTheTotals(ReadFile read, JsonNode expected) {
    files++;
    entries += expected.path("movements").asInt();
    Statement statement = read.statement();
    same("movements", expected.path("movements").asInt(), statement.entries());
    same("opening", number(expected.path("opening")), number(statement.openingBalance()));
    same("closing", number(expected.path("closing")), number(statement.closingBalance()));
    BigDecimal sum = BigDecimal.ZERO;
    for (Payment payment : read.payments()) {
      sum = sum.add(signed(payment));
    }
    same("sum", number(expected.path("sum")), sum.stripTrailingZeros());
  }

  private void codaField(ReadFile read, JsonNode expected) {
    String what = expected.path("file").asText() + " " + expected.path("actual").asText();
    Matcher index = INDEX.matcher(what);
    int number = index.find() ? Integer.parseInt(index.group(2)) : 0;
    boolean fromOne = index.reset().find() && index.group(1).isEmpty();
    Payment payment = read.payments().get(fromOne ? number - 1 : number);
    Object actual = coda(what.substring(what.indexOf(' ') + 1), read, payment);
    boolean mills = expected.path("expected").asText().matches("-?[0-9]+[.][0-9]{3}");
    if (actual != null && !mills) {
      String said = expected.path("expected").asText();
      same(
          what,
          actual instanceof BigDecimal ? number(expected.path("expected")) : flat(said),
          actual);
    }
  }

  /** What the accessor means here; null for what nothing here keeps or what was repaired. */
  private static @Nullable Object coda(String accessor, ReadFile read, Payment payment) {
    boolean ofTransaction = INDEX.matcher(accessor).find();
    String last = accessor.substring(accessor.lastIndexOf('.') + 1);
    if (accessor.equals("result")) {
      return "1";
    }
    return switch (last) {
      case "getTransactions()", "getTransactions())" -> String.valueOf(read.payments().size());
      case "getInitialBalance()" -> number(read.statement().openingBalance());
      case "getAmount()" -> signed(payment).stripTrailingZeros();
      case "getStructuredMessage()" -> payment.creditorReference();
      case "getClientReference()" -> payment.endToEndId();
      case "getMessage()" ->
          payment.creditorReference() == null ? flat(payment.remittance()) : null;
      case "getName()" -> ofTransaction ? payment.payerName() : null;
      case "getBic()" -> ofTransaction ? payment.payerBic() : null;
      case "getNumber()" ->
          ofTransaction
              ? String.valueOf(payment.payerAccount() == null ? "" : payment.payerAccount().key())
              : read.statement().account().key();
      default -> null;
    };
  }

  private void cfonbFields(ReadFile read, JsonNode expected) {
    String what = expected.path("actual").asText();
    int statement = what.charAt("statements[".length()) - '0';
    int operation =
        what.contains("operations[") ? what.charAt(what.indexOf("operations[") + 11) - '0' : 0;
    Payment payment = read.payments().get(statement * 3 + operation);
    Statement whole = read.statements().get(statement);
    expected
        .path("attributes")
        .properties()
        .forEach(
            field -> {
              JsonNode said = field.getValue();
              Object actual = cfonb(field.getKey(), whole, payment, said);
              if (actual != null && !said.isNull() && !said.asText().isEmpty()) {
                same(
                    what + "." + field.getKey(),
                    actual instanceof BigDecimal
                        ? number(said)
                        : actual instanceof Boolean ? true : said.asText(),
                    actual);
              }
            });
  }

  private static @Nullable Object cfonb(
      String field, Statement statement, Payment payment, JsonNode said) {
    return switch (field) {
      case "bank", "branch", "account" ->
          String.valueOf(statement.account().iban()).contains(said.asText());
      case "currency" -> statement.currency().getCode();
      case "from_balance" -> number(statement.openingBalance());
      case "to_balance" -> number(statement.closingBalance());
      case "to" -> statement.to().toString();
      case "amount" -> signed(payment).stripTrailingZeros();
      case "date" -> payment.bookingDate().toString();
      case "value_date" -> String.valueOf(payment.valueDate());
      case "interbank_code" -> payment.transactionCode();
      case "label", "free_label" -> flat(payment.remittance()).contains(flat(said.asText()));
      case "reference" -> String.valueOf(payment.details().references().bankReference());
      case "debtor" -> String.valueOf(payment.payerName());
      default -> null;
    };
  }

  private void refused(String file, ReadFile read, String... codes) {
    files++;
    String code = read.problem().code();
    assertThat(codes).as(file).contains(code);
    assertThat(read.problem().position()).as(file).startsWith("line ");
    refused.computeIfAbsent(code, key -> new ArrayList<>()).add(file);
  }

  private void same(String what, Object expected, Object actual) {
    if (expected.equals(actual)) {
      right++;
    } else {
      wrong.add(what + ": expected " + expected + ", read " + actual);
    }
  }

  private void report(String format) {
    System.out.println(
        String.format(
            Locale.ROOT,
            "%s: %d files, %d entries, %d of %d fields right; refused %s; wrong %s",
            format,
            files,
            entries,
            right,
            right + wrong.size(),
            refused,
            wrong));
    assertThat(files).isPositive();
    // Another parser puts a field of a structured communication among the words.
    assertThat(wrong).allMatch(each -> each.contains("sample2.cod") && each.contains("Message"));
  }

  private static BigDecimal signed(Payment payment) {
    BigDecimal amount = payment.amount().getAmount();
    return payment.direction() == Direction.IN ? amount : amount.negate();
  }

  private static BigDecimal number(JsonNode node) {
    return new BigDecimal(node.asText()).stripTrailingZeros();
  }

  private static BigDecimal number(org.joda.money.@Nullable Money money) {
    return money == null ? BigDecimal.ZERO : money.getAmount().stripTrailingZeros();
  }

  private static String flat(@Nullable String text) {
    return text == null ? "" : text.replaceAll("\\s+", " ").strip();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
