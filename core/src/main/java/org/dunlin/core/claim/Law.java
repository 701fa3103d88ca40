package org.dunlin.core.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dunlin.core.model.ClaimKind;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the law of a country grants beside a principal, as {@code laws.yaml} says it.
 *
 * @param validFrom the first day of default for which this is the law
 * @param feesRefusedBy the provision that lets no agreed fee stand beside what it grants
 * @param remarks what the computation supposes, for a person
 */
record Law(
    String id,
    List<String> countries,
    Debtor debtor,
    LocalDate validFrom,
    RateStatus status,
    @Nullable InterestRule interest,
    List<SumRule> sums,
    @Nullable Order attribution,
    @Nullable String feesRefusedBy,
    List<String> remarks) {
  Law {
    countries = List.copyOf(countries);
    sums = List.copyOf(sums);
    remarks = List.copyOf(remarks);
  }

  /** Which figure of its series counts. */
  enum Reference {
    HALF_YEAR,
    DAY,
    FIRST_DAY
  }

  enum Compounding {
    NONE,
    YEARLY
  }

  /** When something begins to be owed. */
  enum Start {
    AFTER_DUE,
    AFTER_NOTICE,
    AFTER_FREE_DAYS
  }

  /**
   * Interest: a series and a margin, or a percent.
   *
   * @param roundUpTo the rate is rounded up to a multiple of it
   * @param cap no more may be agreed
   */
  record InterestRule(
      String law,
      @Nullable String series,
      @Nullable BigDecimal percent,
      @Nullable BigDecimal margin,
      Reference reference,
      @Nullable BigDecimal roundUpTo,
      Compounding compounding,
      Start starts,
      int freeDays,
      boolean cap,
      String source) {}

  /**
   * A fixed sum or costs, by the size of the debt.
   *
   * @param vat percent that is added where the creditor cannot recover VAT
   * @param perDemand principals that are demanded together are added first
   */
  record SumRule(
      ClaimKind kind,
      String law,
      String currency,
      Start starts,
      int freeDays,
      List<Band> bands,
      @Nullable BigDecimal least,
      @Nullable BigDecimal most,
      @Nullable BigDecimal vat,
      boolean perDemand,
      String source) {
    SumRule {
      bands = List.copyOf(bands);
    }

    CurrencyUnit unit() {
      return CurrencyUnit.of(currency);
    }

    /** Whether the debt's size changes it, so that both must be in one currency. */
    boolean bySize() {
      return bands.size() > 1 || bands.getFirst().percent() != null;
    }
  }

  /** An amount and a percentage of what is above, for debts up to a size. */
  record Band(
      @Nullable BigDecimal upTo,
      @Nullable BigDecimal below,
      @Nullable BigDecimal amount,
      @Nullable BigDecimal percent,
      @Nullable BigDecimal above) {
    boolean holds(BigDecimal size) {
      return (upTo == null || size.compareTo(upTo) <= 0)
          && (below == null || size.compareTo(below) < 0);
    }

    BigDecimal of(BigDecimal size) {
      BigDecimal fixed = amount == null ? BigDecimal.ZERO : amount;
      if (percent == null) {
        return fixed;
      }
      BigDecimal over = above == null ? size : size.subtract(above);
      return fixed.add(over.multiply(percent).movePointLeft(2));
    }
  }

  /** In which order the law takes a payment, for a view beside the books. */
  record Order(String law, RateStatus status, List<Part> order) {
    Order {
      order = List.copyOf(order);
    }
  }

  /** What a payment may settle. */
  enum Part {
    COSTS,
    INTEREST,
    PRINCIPAL
  }
}
