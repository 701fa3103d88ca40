package org.dunlin.connectors.pain;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.dunlin.connectors.pain.DebitFile.Creditor;
import org.dunlin.core.debit.SequenceType;
import org.dunlin.core.model.MandateScheme;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Files of direct debits at random: many names, amounts, amendments and batches. */
final class AnyDebits {
  private static final List<String> NAMES =
      List.of(
          "Bakkerij Jansen B.V.",
          "Müller & Söhne <GmbH>",
          "Çelik Ünal; \"Ἀθηνᾶ\" // Фирма",
          "日本商事",
          "/slashes//everywhere/",
          "A very long name that goes on and on, well beyond what seventy characters would take of it");
  private static final List<String> IBANS =
      List.of(
          "NL91ABNA0417164300",
          "NL44RABO0123456789",
          "DE89370400440532013000",
          "BE68539007547034",
          "FR1420041010050500013M02606");

  private final Random random;

  AnyDebits(long seed) {
    random = new Random(seed);
  }

  DebitFile file() {
    List<DebitBatch> batches = new ArrayList<>();
    String id = new UUID(random.nextLong(), random.nextLong()).toString().replace("-", "");
    int count = 1 + random.nextInt(4);
    for (int i = 1; i <= count; i++) {
      batches.add(batch(id + "-" + i));
    }
    return new DebitFile(
        id,
        LocalDateTime.of(2026, 11, 24, 9, 30, 15, 123_000_000),
        new Creditor(
            one(NAMES),
            one(IBANS),
            random.nextBoolean() ? "ABNANL2A" : null,
            "NL98ZZZ999999990000"),
        random.nextBoolean() ? "0403.170.701" : null,
        batches);
  }

  private DebitBatch batch(String id) {
    List<DebitLine> lines = new ArrayList<>();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      lines.add(line());
    }
    return new DebitBatch(
        id,
        MandateScheme.values()[random.nextInt(2)],
        SequenceType.values()[random.nextInt(4)],
        LocalDate.of(2026, 12, 1).plusDays(random.nextInt(60)),
        random.nextBoolean(),
        lines);
  }

  private DebitLine line() {
    boolean amended = random.nextInt(3) == 0;
    return new DebitLine(
        new UUID(random.nextLong(), random.nextLong()).toString().replace("-", ""),
        Money.ofMinor(CurrencyUnit.EUR, 1 + random.nextInt(99_999_999)),
        "M-" + random.nextInt(1_000_000),
        LocalDate.of(2024, 1, 1).plusDays(random.nextInt(900)),
        amended
            ? new DebitLine.Was(
                random.nextBoolean() ? "OLD-" + random.nextInt(1000) : null, one(IBANS))
            : null,
        one(NAMES),
        one(IBANS),
        random.nextBoolean() ? "RABONL2U" : null,
        one(NAMES) + " 2026-0042");
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
