package org.dunlin.connectors.coda;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.bank.EntryNames;
import org.dunlin.connectors.text.FixedLine;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Direction;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** A movement (record 2.1) with the records that belong to it (2.2, 2.3, 3.1 to 3.3). */
final class Movement {
  /** More charges and parts than any bank gives of one amount. */
  private static final int PARTS_MAX = 1_000;

  private final FixedLine line;
  private final Money signed;
  private final TransactionCode code;
  private final List<Movement> parts = new ArrayList<>(0);
  private final Information information = new Information();
  private @Nullable FixedLine second;
  private @Nullable FixedLine third;
  private @Nullable Communication communication;

  Movement(FixedLine line, CurrencyUnit currency) {
    this.line = line;
    signed = Amounts.signed(line, 32, currency);
    code = TransactionCode.of(line);
  }

  FixedLine line() {
    return line;
  }

  /** Takes a record 2.2 or 2.3. */
  void continued(FixedLine next) {
    if (!next.raw(3, 10).equals(line.raw(3, 10))) {
      throw new Refusal(
          "RECORD_OUT_OF_PLACE",
          next.number(),
          "the record goes on with movement "
              + next.raw(3, 10)
              + " after movement "
              + line.raw(3, 10)
              + ", so that records are missing; ask the bank for the complete file");
    }
    if (next.at(2) == '2') {
      second = next;
    } else {
      third = next;
    }
  }

  /** Takes a record 3.1 to 3.3. */
  void informed(FixedLine next) {
    information.add(next);
  }

  /** Takes a part of this amount, such as a charge. */
  void add(Movement part) {
    if (parts.size() == PARTS_MAX) {
      throw new Refusal(
          "TOO_MANY_DETAILS",
          part.line.number(),
          "one amount has more than "
              + PARTS_MAX
              + " parts, so the file is damaged; ask the bank for it again");
    }
    parts.add(part);
  }

  /** Whether the record has its sequence number. */
  boolean isOf(FixedLine other) {
    return other.raw(3, 6).equals(line.raw(3, 6));
  }

  boolean isDetail() {
    return !detail().equals("0000");
  }

  String detail() {
    return line.raw(7, 10);
  }

  TransactionCode code() {
    return code;
  }

  /** The amount, negative where money left. */
  Money signed() {
    return signed;
  }

  Direction direction() {
    return signed.isNegative() ? Direction.OUT : Direction.IN;
  }

  LocalDate bookingDate() {
    LocalDate date = line.ddmmyy(116);
    if (date == null) {
      throw new Refusal(
          "WRONG_DATE",
          line.number(),
          "the movement has no entry date; ask the bank for a correct file");
    }
    return date;
  }

  @Nullable LocalDate valueDate() {
    return line.ddmmyy(48);
  }

  @Nullable String bankReference() {
    return line.field(11, 31);
  }

  /** What the name of an entry is made of, beside dates and amount; never changes. */
  EntryNames.Content content() {
    return new EntryNames.Content()
        .add(line.raw(11, 31))
        .add(line.raw(54, 61))
        .add(zone())
        .add(raw(third, 11, 82));
  }

  /** What it says it is for; asked once all its records have come. */
  Communication communication() {
    Communication known = communication;
    if (known == null) {
      known = line.at(62) == '1' ? Structures.read(zone()) : Communication.free(zone());
      communication = known;
    }
    return known;
  }

  @Nullable String customerReference() {
    return field(second, 64, 98);
  }

  @Nullable String bic() {
    return field(second, 99, 109);
  }

  /** What undid a payment: 1 reject, 2 return, 3 refund, 4 reversal, 5 cancellation. */
  @Nullable String returned() {
    String kind = field(second, 113, 113);
    return kind == null || kind.equals("0") ? null : kind;
  }

  /** A code of the ISO 20022 external return reasons. */
  @Nullable String returnReason() {
    return field(second, 114, 117);
  }

  @Nullable AccountId account() {
    return third == null ? null : Accounts.other(third);
  }

  /** The other party, in full where an information record has it. */
  @Nullable String name() {
    return information.name() != null ? information.name() : field(third, 48, 82);
  }

  Information information() {
    return information;
  }

  List<Movement> parts() {
    return parts;
  }

  /** The communication, which goes on in the records 2.2 and 2.3. */
  private String zone() {
    return line.raw(63, 115) + raw(second, 11, 63) + raw(third, 83, 125);
  }

  private static String raw(@Nullable FixedLine record, int first, int last) {
    return record == null ? " ".repeat(last - first + 1) : record.raw(first, last);
  }

  private static @Nullable String field(@Nullable FixedLine record, int first, int last) {
    return record == null ? null : record.field(first, last);
  }
}
