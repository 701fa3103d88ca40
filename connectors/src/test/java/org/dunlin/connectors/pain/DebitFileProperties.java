package org.dunlin.connectors.pain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dunlin.connectors.pain.ReadBack.Batch;
import org.dunlin.connectors.pain.ReadBack.Debit;

/** A file says what was to be collected, to the cent, and its sums and counts tie out. */
class DebitFileProperties {
  @Property(tries = 300)
  void amountsSumsAndCountsTieOut(
      @ForAll long seed, @ForAll @IntRange(max = 6) int flavour, @ForAll @IntRange(max = 2) int of)
      throws Exception {
    Flavour bank = Flavours.all().get(flavour);
    PainVersion version = bank.versions().get(of % bank.versions().size());
    DebitFile file = new AnyDebits(seed).file();

    ReadBack read = ReadBack.of(DebitWriter.write(file, version, bank));

    assertThat(read.namespace()).endsWith(version.word());
    assertThat(read.messageId()).isEqualTo(file.messageId());
    assertThat(read.batches()).hasSameSizeAs(file.batches());
    BigDecimal all = BigDecimal.ZERO;
    int count = 0;
    Set<String> names = new HashSet<>();
    for (int i = 0; i < read.batches().size(); i++) {
      Batch batch = read.batches().get(i);
      same(batch, file.batches().get(i), file);
      BigDecimal sum =
          batch.debits().stream().map(Debit::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(batch.sum()).isEqualByComparingTo(sum);
      assertThat(batch.count()).isEqualTo(batch.debits().size());
      all = all.add(sum);
      count += batch.count();
      assertThat(names.add(batch.id())).isTrue();
    }
    assertThat(read.sum()).isEqualByComparingTo(all).isEqualByComparingTo(file.sum().getAmount());
    assertThat(read.count()).isEqualTo(count).isEqualTo(file.count());
  }

  private static void same(Batch read, DebitBatch said, DebitFile file) {
    assertThat(read.scheme()).isEqualTo(said.scheme().name());
    assertThat(read.sequence()).isEqualTo(said.sequence().name());
    assertThat(read.collectOn()).isEqualTo(said.collectOn().toString());
    assertThat(read.oneSum()).isEqualTo(said.asOneSum());
    assertThat(read.iban()).isEqualTo(file.creditor().iban());
    assertThat(read.identifier()).isEqualTo(file.creditor().identifier());
    for (int i = 0; i < said.lines().size(); i++) {
      Debit debit = read.debits().get(i);
      DebitLine line = said.lines().get(i);
      assertThat(debit.endToEndId()).isEqualTo(line.endToEndId());
      assertThat(debit.amount()).isEqualByComparingTo(line.amount().getAmount());
      assertThat(debit.currency()).isEqualTo("EUR");
      assertThat(debit.mandate()).isEqualTo(line.mandate());
      assertThat(debit.signedOn()).isEqualTo(line.signedOn().toString());
      assertThat(debit.amended()).isEqualTo(line.was() != null);
      assertThat(debit.iban()).isEqualTo(line.iban());
      assertThat(debit.bic()).isEqualTo(line.bic());
      assertThat(debit.holder()).matches("[A-Za-z0-9/?:().,'+ -]{1,70}");
      assertThat(debit.remittance()).matches("[A-Za-z0-9/?:().,'+ -]{1,140}");
    }
  }

  @Property(tries = 50)
  void theSameFileIsTheSameText(@ForAll long seed) {
    assertThat(write(seed)).isEqualTo(write(seed));
  }

  private static String write(long seed) {
    return DebitWriter.write(
        new AnyDebits(seed).file(), PainVersion.V001_08, Flavours.all().getFirst());
  }
}
