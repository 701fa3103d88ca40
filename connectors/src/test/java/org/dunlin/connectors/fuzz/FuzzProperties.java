package org.dunlin.connectors.fuzz;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

/**
 * No input, however made, may break a reader: it gives records or problems that can be written, in
 * two seconds of processor time and in memory that its own size bounds. By default each format is
 * given 2,000 inputs, with {@code -Ddunlin.fuzz=long} 200,000, with a number so many: always the
 * same ones, unless {@code -Ddunlin.fuzz.seed} asks for others. The figures go to {@code
 * target/fuzz}.
 */
class FuzzProperties {
  private static final int BATCHES = 100;
  private static final String SEED = "2026";
  private static final long OTHERWISE = Long.getLong("dunlin.fuzz.seed", 0);
  private static final int INPUTS_A_BATCH = inputs(System.getProperty("dunlin.fuzz")) / BATCHES;

  private static final Map<Reader, Fuzz> FUZZ = new EnumMap<>(Reader.class);

  @Property(
      tries = BATCHES,
      seed = SEED,
      shrinking = ShrinkingMode.OFF,
      generation = GenerationMode.RANDOMIZED)
  void noInvoiceBreaksItsReader(@ForAll long seed) {
    attack(Reader.UBL, seed);
  }

  @Property(
      tries = BATCHES,
      seed = SEED,
      shrinking = ShrinkingMode.OFF,
      generation = GenerationMode.RANDOMIZED)
  void noCiiInvoiceBreaksItsReader(@ForAll long seed) {
    attack(Reader.CII, seed);
  }

  @Property(
      tries = BATCHES,
      seed = SEED,
      shrinking = ShrinkingMode.OFF,
      generation = GenerationMode.RANDOMIZED)
  void noItalianInvoiceBreaksItsReader(@ForAll long seed) {
    attack(Reader.FATTURA_PA, seed);
  }

  @Property(
      tries = BATCHES,
      seed = SEED,
      shrinking = ShrinkingMode.OFF,
      generation = GenerationMode.RANDOMIZED)
  void noPdfBreaksItsReader(@ForAll long seed) {
    attack(Reader.FACTUR_X, seed);
  }

  @Property(
      tries = BATCHES,
      seed = SEED,
      shrinking = ShrinkingMode.OFF,
      generation = GenerationMode.RANDOMIZED)
  void noStatementBreaksItsReader(@ForAll long seed) {
    attack(Reader.CAMT, seed);
  }

  @Property(
      tries = BATCHES,
      seed = SEED,
      shrinking = ShrinkingMode.OFF,
      generation = GenerationMode.RANDOMIZED)
  void noReportOrNotificationBreaksItsReader(@ForAll long seed) {
    attack(Reader.CAMT_ADVICE, seed);
  }

  @Property(
      tries = BATCHES,
      seed = SEED,
      shrinking = ShrinkingMode.OFF,
      generation = GenerationMode.RANDOMIZED)
  void noSwiftMessageBreaksItsReader(@ForAll long seed) {
    attack(Reader.MT940, seed);
  }

  @Property(
      tries = BATCHES,
      seed = SEED,
      shrinking = ShrinkingMode.OFF,
      generation = GenerationMode.RANDOMIZED)
  void noCodaFileBreaksItsReader(@ForAll long seed) {
    attack(Reader.CODA, seed);
  }

  @Property(
      tries = BATCHES,
      seed = SEED,
      shrinking = ShrinkingMode.OFF,
      generation = GenerationMode.RANDOMIZED)
  void noTableBreaksItsReader(@ForAll long seed) {
    attack(Reader.CSV, seed);
  }

  @Property(
      tries = BATCHES,
      seed = SEED,
      shrinking = ShrinkingMode.OFF,
      generation = GenerationMode.RANDOMIZED)
  void noCfonb120FileBreaksItsReader(@ForAll long seed) {
    attack(Reader.CFONB_120, seed);
  }

  @Property(
      tries = BATCHES,
      seed = SEED,
      shrinking = ShrinkingMode.OFF,
      generation = GenerationMode.RANDOMIZED)
  void noDescriptionBreaksItsReader(@ForAll long seed) {
    attack(Reader.DESCRIPTIONS, seed);
  }

  @Property(
      tries = BATCHES,
      seed = SEED,
      shrinking = ShrinkingMode.OFF,
      generation = GenerationMode.RANDOMIZED)
  void noOfxFileBreaksItsReader(@ForAll long seed) {
    attack(Reader.OFX, seed);
  }

  @Property(
      tries = BATCHES,
      seed = SEED,
      shrinking = ShrinkingMode.OFF,
      generation = GenerationMode.RANDOMIZED)
  void noBalanceReportBreaksItsReader(@ForAll long seed) {
    attack(Reader.BAI2, seed);
  }

  @Property(
      tries = BATCHES,
      seed = SEED,
      shrinking = ShrinkingMode.OFF,
      generation = GenerationMode.RANDOMIZED)
  void noCanonicalLinesBreakTheirReader(@ForAll long seed) {
    attack(Reader.CANONICAL, seed);
  }

  @Property(
      tries = BATCHES,
      seed = SEED,
      shrinking = ShrinkingMode.OFF,
      generation = GenerationMode.RANDOMIZED)
  void noPlansBreakTheirReader(@ForAll long seed) {
    attack(Reader.PLANS, seed);
  }

  @AfterContainer
  static void report() throws IOException {
    for (Fuzz fuzz : FUZZ.values()) {
      fuzz.report();
    }
  }

  private static int inputs(@Nullable String asked) {
    if (asked == null) {
      return 2_000;
    }
    return asked.equals("long") ? 200_000 : Integer.parseInt(asked);
  }

  private static void attack(Reader reader, long seed) {
    FUZZ.computeIfAbsent(reader, Fuzz::new).attack(seed + OTHERWISE, INPUTS_A_BATCH);
  }
}
