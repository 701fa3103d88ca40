package org.dunlin.work.tieout;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dunlin.connectors.program.Totals;
import org.dunlin.connectors.program.Totals.Included;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.tieout.Compared;
import org.dunlin.store.tieout.KnownReasons.Of;
import org.dunlin.store.tieout.TieOutLine;
import org.dunlin.store.tieout.TieOutRun;
import org.dunlin.store.tieout.TieOutState;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Says what a complete reading shows, in the transaction that keeps its last page. A difference
 * that nothing explains counts once two readings, with a pull between them, show the same of the
 * customer; what is other each time changed while it was read.
 */
final class Verdicts {
  private static final int MOST_READINGS = 3;
  private static final int ALL = Integer.MAX_VALUE;

  private final Stores stores;

  Verdicts(Stores stores) {
    this.stores = stores;
  }

  /** Notes what the reading shows; false where the program is to be read once more. */
  boolean read(TieOutRun run, Totals totals) {
    boolean last = run.readings() + 1 >= MOST_READINGS;
    Optional<String> wrong = contradicted(run);
    if (wrong.isPresent()) {
      if (last) {
        stores.tieOuts().runs().cannotTell(run, wrong.get());
      } else {
        stores.tieOuts().runs().confirm(run, List.of());
      }
      return last;
    }
    Instant since = Objects.requireNonNull(run.readingAt());
    Compared.Sides sides =
        stores
            .tieOuts()
            .sides()
            .compare(run.companyId(), run.connectionId(), totals.has(Included.CREDIT_NOTES), since);
    Explanation explanation = explanation(run, totals, sides);
    Map<Of, TieOutLine> before = before(run);
    List<TieOutLine> lines = new ArrayList<>();
    boolean sure = true;
    for (Compared each : sides.differing()) {
      TieOutLine line = explanation.line(each);
      boolean stands = line.explained() || !each.moved() && same(line, before.get(of(line)));
      sure = sure && stands;
      lines.add(stands || !last ? line : Explanation.changing(each, line));
    }
    if (!sure && !last) {
      stores.tieOuts().runs().confirm(run, lines);
      return false;
    }
    end(run, lines, sides);
    return true;
  }

  /** Rows that are not together what the program says they are were not read at one moment. */
  private Optional<String> contradicted(TieOutRun run) {
    return stores.tieOuts().runs().said(run).flatMap(said -> contradicted(run, said));
  }

  private Optional<String> contradicted(TieOutRun run, Money said) {
    String currency = said.getCurrencyUnit().getCode();
    BigDecimal sum = stores.tieOuts().figures().sum(run.companyId(), run.connectionId(), currency);
    return sum.compareTo(said.getAmount()) == 0
        ? Optional.empty()
        : Optional.of(
            "The program's rows are together "
                + Money.of(said.getCurrencyUnit(), sum)
                + ", and it says that they are "
                + said
                + ".");
  }

  private Explanation explanation(TieOutRun run, Totals totals, Compared.Sides sides) {
    String company = run.companyId();
    String connection = run.connectionId();
    if (sides.differing().isEmpty()) {
      return new Explanation(Map.of(), OnAccount.NONE, false);
    }
    OnAccount onAccount =
        totals.has(Included.PAYMENTS)
            ? new OnAccount(
                stores.tieOuts().reasons().onAccount(company, connection), sides.differing())
            : OnAccount.NONE;
    return new Explanation(
        stores.tieOuts().reasons().claimed(company, connection, totals.has(Included.CREDIT_NOTES)),
        onAccount,
        stores.tieOuts().reasons().quarantined(company, connection));
  }

  private Map<Of, TieOutLine> before(TieOutRun run) {
    Map<Of, TieOutLine> before = new HashMap<>();
    stores.tieOuts().runs().lines(run, ALL).forEach(line -> before.put(of(line), line));
    return before;
  }

  private static Of of(TieOutLine line) {
    return new Of(line.customerKey(), line.program().getCurrencyUnit().getCode());
  }

  private static boolean same(TieOutLine line, @Nullable TieOutLine old) {
    return old != null && old.program().equals(line.program()) && old.hub().equals(line.hub());
  }

  private void end(TieOutRun run, List<TieOutLine> lines, Compared.Sides sides) {
    TieOutState before =
        stores.tieOuts().runs().lastResult(run.companyId(), run.connectionId()).orElse(null);
    boolean ties = lines.stream().allMatch(TieOutLine::explained);
    stores
        .tieOuts()
        .runs()
        .end(run, ties ? TieOutState.TIES : TieOutState.DIFFERS, lines, sides.totals());
    if (!ties) {
      long unexplained = lines.stream().filter(line -> !line.explained()).count();
      note(
          run,
          "TIE_OUT_DIFFERS",
          "What the program says is outstanding differs from the ledger for "
              + unexplained
              + (unexplained == 1 ? " customer." : " customers."));
    } else if (before == TieOutState.DIFFERS) {
      note(run, "TIES_OUT_AGAIN", "What the program says is outstanding is what the ledger has.");
    }
  }

  private void note(TieOutRun run, String event, String sentence) {
    stores
        .journal()
        .append(
            run.companyId(),
            Happening.to(
                "connection",
                run.connectionId(),
                event,
                run.askedBy(),
                run.businessDate(),
                sentence));
  }
}
