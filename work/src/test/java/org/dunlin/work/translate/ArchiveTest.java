package org.dunlin.work.translate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dunlin.connectors.Detection;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Each file of an archive is a delivery of its own; what breaks a limit leaves nothing. */
class ArchiveTest {
  private static final ArchiveLimits SMALL = new ArchiveLimits(4, 200_000, 20, 1000, 2);
  private static final LocalDate DUE = LocalDate.of(2026, 12, 1);

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private final TranslateDelivery translate =
      new TranslateDelivery(
          hub.stores,
          Detection.carried(),
          FolderTranslators.NONE,
          Checkpoint.NONE,
          Abilities.NONE,
          SMALL);

  @AfterEach
  void close() {
    hub.close();
  }

  private static byte[] invoice(String number) {
    return InvoiceFile.of(number, "C1", DUE, "100.00").bytes();
  }

  private static byte[] zip(Map<String, byte[]> files) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void offer(byte[] archive) {
    hub.offer("november.zip", archive);
    TestHub.drain(translate::next);
  }

  private List<String> deliveries() {
    return hub.jdbc()
        .sql("select name, state, reason_code from delivery order by intake_sequence")
        .query(
            (row, number) ->
                row.getString(1)
                    + " "
                    + row.getString(2)
                    + (row.getString(3) == null ? "" : " " + row.getString(3)))
        .list();
  }

  private List<String> invoices() {
    return hub.jdbc().sql("select number from invoice order by number").query(String.class).list();
  }

  @Test
  void eachFileIsADeliveryThatNamesItsArchive() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("letters/", new byte[0]);
    files.put("letters/one.xml", invoice("2026-1"));
    files.put("two.xml", invoice("2026-2"));
    files.put("__MACOSX/._two.xml", new byte[] {1});
    offer(zip(files));

    assertThat(deliveries())
        .containsExactly("november.zip APPLIED", "letters/one.xml APPLIED", "two.xml APPLIED");
    assertThat(invoices()).containsExactly("2026-1", "2026-2");
    assertThat(
            hub.jdbc()
                .sql(
                    "select count(*) from delivery_origin o join delivery d"
                        + " on d.delivery_id = o.archive_id where d.name = 'november.zip'")
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void filesOfAnArchiveInAnArchiveComeWithBothNames() {
    offer(zip(Map.of("week.zip", zip(Map.of("one.xml", invoice("2026-1"))))));

    assertThat(deliveries()).containsExactly("november.zip APPLIED", "week.zip/one.xml APPLIED");
    assertThat(invoices()).containsExactly("2026-1");
  }

  @Test
  void aFileThatCameBeforeIsNotTakenAgain() {
    hub.offer("one.xml", invoice("2026-1"));
    offer(zip(Map.of("again.xml", invoice("2026-1"))));

    assertThat(deliveries()).containsExactly("one.xml APPLIED", "november.zip APPLIED");
  }

  @Test
  void namesThatWouldLeadElsewhereAreOnlyShown() {
    offer(zip(Map.of("../../etc/cron.d/a\u202e\u0007.xml", invoice("2026-1"))));

    assertThat(deliveries().getLast()).startsWith("etc/cron.d/a").doesNotContain("..", "\u202e");
    assertThat(invoices()).containsExactly("2026-1");
  }

  @Test
  void whatBreaksALimitIsRefusedAndNothingOfItIsThere() {
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 1; i <= 5; i++) {
      many.put(i + ".xml", invoice("2026-" + i));
    }
    byte[] inner = zip(Map.of("one.xml", invoice("2026-1")));
    byte[] noise = new byte[250_000];
    new java.util.Random(5).nextBytes(noise);
    Map<String, byte[]> large = new LinkedHashMap<>();
    large.put("one.xml", invoice("2026-1"));
    large.put("noise.xml", noise);
    Map<String, byte[]> dense = new LinkedHashMap<>();
    dense.put("one.xml", invoice("2026-1"));
    dense.put("blanks.xml", new byte[150_000]);

    refused("ARCHIVE_TOO_MANY_FILES", zip(many));
    refused("ARCHIVE_TOO_DEEP", zip(Map.of("a.zip", zip(Map.of("b.zip", inner)))));
    refused("ARCHIVE_TOO_LARGE", zip(large));
    refused("ARCHIVE_TOO_DENSE", zip(dense));
    refused("ARCHIVE_EMPTY", zip(Map.of("folder/", new byte[0])));
  }

  @Test
  void anArchiveThatIsCutAnywhereIsRefusedAndNothingOfItIsThere() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("one.xml", invoice("2026-1"));
    files.put("two.xml", invoice("2026-2"));
    byte[] whole = zip(files);
    int between = new String(whole, ISO_8859_1).indexOf("two.xml") - 30;
    offer(Arrays.copyOf(whole, between));
    assertThat(deliveries()).containsExactly("november.zip QUARANTINED ARCHIVE_DAMAGED");
    List<String> wrong = new ArrayList<>();
    for (int length = 4; length < whole.length; length += 61) {
      hub.sql("delete from delivery");
      offer(Arrays.copyOf(whole, length));
      String first = deliveries().getFirst();
      if (!first.contains("QUARANTINED ARCHIVE_") || !invoices().isEmpty()) {
        wrong.add(length + " " + first);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aLockedArchiveSaysSo() {
    byte[] archive = zip(Map.of("one.xml", invoice("2026-1")));
    archive[6] |= 1; // the first bit of the flags: encrypted (APPNOTE 4.4.4)
    refused("ARCHIVE_ENCRYPTED", archive);
  }

  @Test
  void anOfficeDocumentIsNoArchive() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("[Content_Types].xml", "<Types/>".getBytes(UTF_8));
    files.put("xl/workbook.xml", "<workbook/>".getBytes(UTF_8));
    refused("UNKNOWN_FORMAT", zip(files));
  }

  private void refused(String code, byte[] archive) {
    hub.sql("delete from delivery");
    offer(archive);
    assertThat(deliveries()).as(code).singleElement().asString().contains("QUARANTINED " + code);
    assertThat(invoices()).isEmpty();
  }
}
