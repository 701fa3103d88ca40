package org.dunlin.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What another program called a document is not yet a file name. */
class FileNamesTest {
  @ParameterizedTest
  @CsvSource({
    "Invoice 2026-0042.pdf, Invoice 2026-0042.pdf",
    "Rechnung Müller.PDF, Rechnung Müller.pdf",
    "invoice, invoice.pdf",
    "../../etc/passwd, passwd.pdf",
    "C:\\temp\\a.pdf, a.pdf",
    "invoice.pdf.exe, invoice.pdf.exe.pdf",
    "a<b>|c?.pdf, a-b-c-.pdf",
    ".pdf, document.pdf",
    "..., document.pdf",
    "con.pdf, document con.pdf",
  })
  void itLosesPathSignsAndFalseEndings(String name, String safe) {
    assertThat(FileNames.pdf(name)).isEqualTo(safe);
  }

  @Property
  void itIsAlwaysOneShortNameWithOneEnding(@ForAll String name) {
    assertThat(FileNames.pdf(name))
        .endsWith(".pdf")
        .hasSizeLessThan(180)
        .doesNotContainPattern("[\\p{Cntrl}/\\\\:*?\"<>|]")
        .doesNotStartWith(".")
        .doesNotStartWith(" ");
  }
}
