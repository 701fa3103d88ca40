package org.dunlin.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dunlin.connectors.datev.ExtfWriter;
import org.dunlin.connectors.datev.PostingBatch;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

/** What is written has the header and the columns of a file that DATEV takes. */
class DatevSamplesConformanceTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @Test
  void headerAndColumnsAreThoseOfAPublishedFile() throws IOException {
    Path sample = Samples.folder("file-exports").resolve("datev/EXTF_Buchungsstapel.csv");
    List<String> published = Files.readAllLines(sample, WINDOWS);
    LocalDate begin = LocalDate.of(2018, 1, 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ExtfWriter(
        out,
        new PostingBatch(
            1001,
            456,
            begin,
            4,
            begin.plusMonths(1),
            begin.plusMonths(2).minusDays(1),
            "Beispiel-Buchungen",
            CurrencyUnit.EUR,
            begin.atStartOfDay()));
    List<String> written = out.toString(WINDOWS).lines().toList();

    String[] header = written.get(0).split(";", -1);
    String[] publishedHeader = published.get(0).split(";", -1);
    assertThat(header).hasSameSizeAs(publishedHeader);
    for (int same : new int[] {0, 1, 2, 3, 4, 10, 11, 12, 13, 14, 15, 16, 18, 20, 21}) {
      assertThat(header[same]).as("field " + (same + 1)).isEqualTo(publishedHeader[same]);
    }
    String[] columns = written.get(1).split(";", -1);
    String[] publishedColumns = published.get(1).split(";", -1);
    assertThat(columns).hasSameSizeAs(publishedColumns);
    for (int i = 0; i < 20; i++) {
      assertThat(columns[i]).isEqualTo(publishedColumns[i]);
    }
  }
}
