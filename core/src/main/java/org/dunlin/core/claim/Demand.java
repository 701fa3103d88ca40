package org.dunlin.core.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.dunlin.core.model.ClaimKind;
import org.dunlin.core.model.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a message says of claims: charged is what is owed on its day, announced what will be owed
 * unless the debtor pays before. What rests on a figure that nobody verified is neither, and left
 * out with the reason.
 *
 * @param interestFrom the first day of interest that only this message brings about; null: none
 */
public record Demand(
    List<Line> charged,
    List<Line> announced,
    List<Line> leftOut,
    List<Problem> problems,
    @Nullable LocalDate interestFrom) {
  /** Nothing is said of claims. */
  public static final Demand NOTHING = new Demand(List.of(), List.of(), List.of(), List.of(), null);

  /** Keeps its lists. */
  public Demand {
    charged = List.copyOf(charged);
    announced = List.copyOf(announced);
    leftOut = List.copyOf(leftOut);
    problems = List.copyOf(problems);
  }

  /** What of a computation a step states that names these kinds. */
  public static Demand of(Reckoning reckoning, Collection<ClaimKind> kinds) {
    return of(reckoning, kinds, kinds);
  }

  /**
   * What of a computation a step states.
   *
   * @param charging the kinds that the step may charge
   * @param announcing the kinds that it may announce
   */
  public static Demand of(
      Reckoning reckoning, Collection<ClaimKind> charging, Collection<ClaimKind> announcing) {
    List<Line> leftOut = new ArrayList<>();
    List<Line> charged = known(reckoning.lines(), charging, leftOut);
    List<Line> announced = known(reckoning.coming(), announcing, leftOut);
    boolean any = !charging.isEmpty() || !announcing.isEmpty();
    return new Demand(
        charged,
        announced,
        leftOut,
        any ? reckoning.problems() : List.of(),
        announcing.contains(ClaimKind.INTEREST) ? interestFrom(reckoning) : null);
  }

  /** Whether the message says anything of claims. */
  public boolean isStated() {
    return !charged.isEmpty() || announces();
  }

  /** Whether days run from its receipt. */
  public boolean announces() {
    return !announced.isEmpty() || interestFrom != null;
  }

  /** The last day on which what is announced is not owed; null where nothing is. */
  public @Nullable LocalDate lastFree() {
    return announced.stream()
        .map(line -> line.owedFrom().minusDays(1))
        .max(LocalDate::compareTo)
        .orElse(null);
  }

  private static List<Line> known(
      List<Line> lines, Collection<ClaimKind> kinds, List<Line> leftOut) {
    List<Line> known = new ArrayList<>();
    for (Line line : lines) {
      if (kinds.contains(line.claim().kind())) {
        switch (line.status()) {
          case KNOWN -> known.add(line);
          case CHECK -> leftOut.add(line);
        }
      }
    }
    return known;
  }

  private static @Nullable LocalDate interestFrom(Reckoning reckoning) {
    return reckoning.notes().stream()
        .filter(note -> note.kind() == Note.Kind.INTEREST_FROM)
        .map(note -> LocalDate.parse(note.values().get(1)))
        .max(LocalDate::compareTo)
        .orElse(null);
  }
}
