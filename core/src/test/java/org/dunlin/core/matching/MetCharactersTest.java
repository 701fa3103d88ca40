package org.dunlin.core.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.dunlin.core.matching.History.NumberGiven;
import org.dunlin.core.matching.MetCharacters.Span;
import org.dunlin.core.model.Invoice;
import org.junit.jupiter.api.Test;

/** The reader sees which characters of a text met a number, as matching found them. */
class MetCharactersTest {
  private final Books books = Books.ofTwoCustomers();

  @Test
  void aNumberIsMarkedWhateverSignsStandInIt() {
    assertThat(marked("Rg. 2026/0042 u. 2026-0043", "2026-0042"))
        .isEqualTo("Rg. [2026/0042] u. 2026-0043");
    assertThat(marked("factuur inv2026 0042", "INV-2026-0042")).isEqualTo("factuur [inv2026 0042]");
  }

  @Test
  void aNumberWithoutItsLettersOrZerosIsMarkedAsMatchingKnowsIt() {
    assertThat(marked("26004578 dank u", "RE-26004578")).isEqualTo("[26004578] dank u");
    assertThat(marked("factuur 2026-42", "2026-0042")).isEqualTo("factuur [2026-42]");
  }

  @Test
  void aListMarksEachNumberByItself() {
    assertThat(marked("Rg 2026-0041, 42/44", "2026-0041", "2026-0042", "2026-0044"))
        .isEqualTo("Rg [2026-0041], [42]/[44]");
    assertThat(marked("2026-0041 2026-0042", "2026-0041", "2026-0042"))
        .isEqualTo("[2026-0041] [2026-0042]");
  }

  @Test
  void aTypingErrorIsMarkedWhereNothingElseNamesTheInvoice() {
    assertThat(marked("factuur 2026-0024 JANSEN", "2026-0042"))
        .isEqualTo("factuur [2026-0024] JANSEN");
    assertThat(marked("2026-0024 en 2026-0042", "2026-0042")).isEqualTo("2026-0024 en [2026-0042]");
  }

  @Test
  void nothingInsideALongerNumberAnAccountOrADateIsMarked() {
    assertThat(marked("99202600421188", "2026-0042")).isEqualTo("99202600421188");
    assertThat(marked("NL91ABNA0417164300", "0417164300")).isEqualTo("NL91ABNA0417164300");
    assertThat(marked("betaald 24-11-2026", "2026-0024")).isEqualTo("betaald 24-11-2026");
  }

  @Test
  void charactersThatBecomeOthersLeaveThePlacesRight() {
    assertThat(marked("Größe Straße 2026‐0042 für ﬁx", "2026-0042"))
        .isEqualTo("Größe Straße [2026‐0042] für ﬁx");
    assertThat(marked("Cafe\u0301 2026-0042", "2026-0042")).isEqualTo("Cafe\u0301 [2026-0042]");
  }

  @Test
  void eachStretchSaysWhichNumberItMet() {
    books.invoice("a", "2026-0041", "c-1", "1.00").invoice("b", "2026-0042", "c-1", "1.00");
    List<Invoice> documents = books.documents.stream().map(OpenDocument::document).toList();
    assertThat(new MetCharacters(List.of()).in("2026 0042 2026/0041", documents))
        .containsExactly(new Span(0, 9, "2026-0042"), new Span(10, 19, "2026-0041"));
  }

  @Test
  void nothingOfTheTextIsLost() {
    assertThat(marked("", "2026-0042")).isEmpty();
    assertThat(marked("2026-0042", "2026-0042")).isEqualTo("[2026-0042]");
    assertThat(marked("bedankt", "BEDANKT")).isEqualTo("bedankt");
  }

  private String marked(String text, String... numbers) {
    List<Invoice> documents = new ArrayList<>();
    for (String number : numbers) {
      books.invoice("i-" + books.documents.size(), number, "c-1", "100.00");
      documents.add(books.documents.getLast().document());
    }
    String first = numbers[0];
    int tail = first.length() - Math.min(2, first.length());
    List<NumberGiven> latest =
        IntStream.range(10, 60)
            .mapToObj(n -> new NumberGiven(first.substring(0, tail) + n, LocalDate.of(2026, 11, 1)))
            .toList();
    StringBuilder marked = new StringBuilder();
    int end = 0;
    for (Span span : new MetCharacters(latest).in(text, documents)) {
      marked.append(text, end, span.from()).append('[').append(text, span.from(), span.to());
      marked.append(']');
      end = span.to();
    }
    return marked.append(text.substring(end)).toString();
  }
}
