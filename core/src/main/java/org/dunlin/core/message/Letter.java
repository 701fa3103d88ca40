package org.dunlin.core.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message on paper: what stands on it, before it is drawn. It says the same as the e-mail of its
 * step.
 *
 * @param to the customer, on one line
 * @param language ISO 639-1
 * @param company in whose name it goes
 * @param color the company's, such as {@code #1f4e79}; absent: none
 * @param logo the id of the company's logo; absent: none
 * @param from the sender with address, on one line; empty where no address is known
 * @param recipient the lines of the address, the name first
 * @param facts what stands beside the address: day, customer number, where answers go
 * @param page how pages are counted, with {0} of {1}
 * @param transferCode the text of a QR code for a transfer (EPC069-12); absent: none
 * @param scan what stands beside that code
 * @param slip the Swiss payment part; absent: none
 * @param online where to pay online; absent: nowhere
 */
public record Letter(
    String to,
    String subject,
    String language,
    String company,
    @Nullable String color,
    @Nullable String logo,
    AddressWindow window,
    String from,
    List<String> recipient,
    List<Fact> facts,
    List<Part> parts,
    String page,
    @Nullable String transferCode,
    String scan,
    @Nullable SwissSlip slip,
    @Nullable Online online) {
  public Letter {
    recipient = List.copyOf(recipient);
    facts = List.copyOf(facts);
    parts = List.copyOf(parts);
  }

  /**
   * Where to pay online.
   *
   * @param url the text of a QR code that leads there
   * @param scan what stands beside that code
   */
  public record Online(String url, String scan) {}

  /** A value and what it is. */
  public record Fact(String label, String value) {}

  /**
   * A part of the text, in its order: a paragraph, a table, or values below a heading.
   *
   * @param pay whether it says how to pay, so that the QR code stands beside it
   */
  public record Part(
      @Nullable String heading,
      @Nullable String text,
      @Nullable Table table,
      List<Fact> facts,
      boolean pay) {
    public Part {
      facts = List.copyOf(facts);
    }

    static Part paragraph(String text) {
      return new Part(null, text, null, List.of(), false);
    }
  }

  /**
   * Rows below a line of names. A cell may have a second line.
   *
   * @param words how many columns from the left are words; the others are amounts
   * @param sums below the rows, beside what they are
   */
  public record Table(List<String> columns, int words, List<List<String>> rows, List<Fact> sums) {
    public Table {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
      sums = List.copyOf(sums);
    }
  }
}
