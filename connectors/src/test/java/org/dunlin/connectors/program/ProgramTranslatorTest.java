package org.dunlin.connectors.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.SourceObject;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.connectors.program.ProgramLoader.Loaded;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;

class ProgramTranslatorTest {
  private static final String INVOICE =
      """
      {"id": %s, "number": "N-%s", "customer": {"id": 1, "name": "Jansen"}, "issued": "2026-11-20",
       "currency": "EUR", "total": %s, "paid": 0, "updated_at": "2026-11-20T08:00:0%sZ"}\
      """;

  @Test
  void everyObjectIsAnnouncedBeforeItsRecords() {
    assertThat(said(invoices(invoice(1, "10.00"), invoice(2, "20.00"))))
        .containsExactly(
            "SourceObject[stream=invoices, key=1, version=2026-11-20T08:00:01Z]",
            "customer 1",
            "invoice 1",
            "SourceObject[stream=invoices, key=2, version=2026-11-20T08:00:02Z]",
            "customer 1",
            "invoice 2");
  }

  @Test
  void whatFailsIsAProblemWithTheKeyAndThePathAndTheRestGoesOn() {
    List<String> said =
        said(invoices(invoice(1, "10.005"), invoice(2, "true"), invoice(3, "30.00")));

    assertThat(said)
        .contains(
            "page 7, invoices 1: WRONG_VALUE: invoice 1: total: a decimal string with at most 2"
                + " decimals for EUR is expected, not \"10.005\"")
        .anySatisfy(
            each -> assertThat(each).startsWith("page 7, invoices 2: MAPPING_FAILED: minus: "))
        .endsWith("customer 1", "invoice 3");
  }

  @Test
  void anObjectWithoutAKeyIsAProblem() {
    assertThat(said("{\"invoices\": [{\"number\": \"N\"}]}"))
        .containsExactly(
            "page 7, invoices, object 1: NO_KEY: the object has no key (.id), so nobody can tell it"
                + " apart");
  }

  @Test
  void aMappingMayGiveNothingOfAnObject() {
    Folder folder =
        FolderOnDisk.with(
            FolderOnDisk.example(), "invoices.jslt", "if (.number == \"N-2\") . else null");

    assertThat(said(folder, invoices(invoice(1, "10.00"))))
        .containsExactly("SourceObject[stream=invoices, key=1, version=2026-11-20T08:00:01Z]");
  }

  @Test
  void onlyWhatAProgramCanKnowIsTaken() {
    assertThat(problems("{\"type\": \"company\", \"id\": \"c\"}"))
        .containsExactly("UNEXPECTED_RECORD");
    assertThat(problems("[\"text\", 5]")).containsExactly("NOT_AN_OBJECT", "NOT_AN_OBJECT");
    assertThat(
            problems(
                "{\"type\": \"allocation\", \"paymentId\": \"p\", \"invoiceId\": \"i\","
                    + " \"amount\": \"1.00\", \"decision\": \"MANUAL\", \"x-currency\": \"EUR\"}"))
        .containsExactly("WRONG_VALUE");
    assertThat(
            problems(
                "{\"type\": \"customer\", \"id\": \"" + "x".repeat(600) + "\", \"name\": \"N\"}"))
        .containsExactly("TOO_LONG");
  }

  @Test
  void theCurrencyOfAnAllocationMayBeSaidWithIt() {
    assertThat(
            problems(
                "{\"type\": \"allocation\", \"paymentId\": \"p\", \"invoiceId\": \"i\","
                    + " \"amount\": \"1.00\", \"decision\": \"BOOKED\", \"x-currency\": \"EUR\"}"))
        .isEmpty();
    assertThat(
            problems(
                "{\"type\": \"allocation\", \"paymentId\": \"p\", \"invoiceId\": \"i\","
                    + " \"amount\": \"1.00\", \"decision\": \"BOOKED\"}"))
        .containsExactly("CURRENCY_UNKNOWN");
  }

  @Test
  void decimalsStayAsTheyAreWritten() {
    List<CanonicalRecord> records = new ArrayList<>();
    translate(FolderOnDisk.example(), invoices(invoice(1, "123456789012345.67")), records::add);

    assertThat(((Invoice) records.get(1)).total()).hasToString("EUR 123456789012345.67");
  }

  @Test
  void anAnswerThatIsNoListOfObjectsIsRefusedAsAWhole() {
    assertThat(refusal("<html>")).isEqualTo("NOT_JSON");
    assertThat(refusal("{\"error\": \"no\"}")).isEqualTo("NO_RECORDS");
    assertThat(refusal("")).isEqualTo("NO_RECORDS");
    assertThat(refusal("{\"invoices\": ".repeat(5000))).isEqualTo("NOT_JSON");
    assertThat(refusal("{\"invoices\": [" + "9".repeat(5000) + "]}")).isEqualTo("NOT_JSON");
    assertThat(refusal("{\"invoices\": [1e999999999]}")).isEqualTo("NOT_JSON");
    assertThat(refusal("{\"invoices\": []} {}")).isEqualTo("NOT_JSON");
  }

  @Test
  void aPageOnWhichAMappingWorksWithoutEndIsGivenUp() {
    Folder folder =
        FolderOnDisk.with(
            FolderOnDisk.example(), "invoices.jslt", "[1,2]" + " | flatten([., .])".repeat(60));

    assertThatThrownBy(() -> said(folder, invoices(invoice(1, "10.00"), invoice(2, "10.00"))))
        .isInstanceOfSatisfying(
            Untranslatable.class,
            refused -> assertThat(refused.problem().code()).isEqualTo("MAPPING_FAILED"));
  }

  @Test
  void aFetchedObjectIsReadWhereItsAnswerHasIt() {
    List<String> said = new ArrayList<>();
    Program program = program(FolderOnDisk.example());
    byte[] answer = ("{\"invoice\": " + invoice(9, "9.00") + "}").getBytes(StandardCharsets.UTF_8);
    try {
      program
          .translator(program.manifest().stream("invoices").orElseThrow(), true, Facts.NONE)
          .translate(new ByteArrayInputStream(answer), "page 7", record -> said.add(shown(record)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }

    assertThat(said).containsExactly("customer 1", "invoice 9");
  }

  private static List<String> problems(String mapped) {
    Folder folder = FolderOnDisk.with(FolderOnDisk.example(), "invoices.jslt", mapped);
    List<String> codes = new ArrayList<>();
    translate(
        folder,
        invoices(invoice(1, "1.00")),
        record -> {
          if (record instanceof Problem problem) {
            codes.add(problem.code());
          }
        });
    return codes;
  }

  private static String refusal(String answer) {
    try {
      said(answer);
      return "";
    } catch (Untranslatable e) {
      return e.problem().code();
    }
  }

  private static List<String> said(String answer) {
    return said(FolderOnDisk.example(), answer);
  }

  private static List<String> said(Folder folder, String answer) {
    List<String> said = new ArrayList<>();
    translate(
        folder,
        answer,
        new RecordSink() {
          @Override
          public void accept(CanonicalRecord record) {
            said.add(shown(record));
          }

          @Override
          public void object(SourceObject object) {
            said.add(object.toString());
          }
        });
    return said;
  }

  private static void translate(Folder folder, String answer, RecordSink sink) {
    Program program = program(folder);
    Facts facts = Facts.NONE.with("company.timeZone", "Europe/Amsterdam");
    Stream stream = program.manifest().stream("invoices").orElseThrow();
    try {
      program
          .translator(stream, false, facts)
          .translate(
              new ByteArrayInputStream(answer.getBytes(StandardCharsets.UTF_8)), "page 7", sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Program program(Folder folder) {
    return switch (ProgramLoader.load(folder)) {
      case Loaded.Sound sound -> sound.program();
      case Loaded.Faulty faulty -> throw new AssertionError(faulty.faults());
    };
  }

  private static String shown(CanonicalRecord record) {
    if (record instanceof Problem problem) {
      return problem.source()
          + ", "
          + problem.position()
          + ": "
          + problem.code()
          + ": "
          + problem.message();
    }
    String line = CanonicalWriter.line(record);
    return line.replaceAll("^\\{\"type\":\"(\\w+)\",\"id\":\"(\\w+)\".*$", "$1 $2");
  }

  private static String invoices(String... invoices) {
    return "{\"invoices\": [" + String.join(",", invoices) + "]}";
  }

  private static String invoice(int id, String total) {
    return INVOICE.formatted(id, id, total, id);
  }
}
