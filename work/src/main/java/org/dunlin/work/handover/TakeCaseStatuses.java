package org.dunlin.work.handover;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dunlin.connectors.dossier.CaseStatus;
import org.dunlin.connectors.dossier.CaseStatusFile;
import org.dunlin.core.model.Problem;
import org.dunlin.store.Stores;
import org.dunlin.store.dialogue.HandOver;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Takes what agencies say of their cases in a file, in the caller's transaction. A list may name
 * all cases each day: what is known already changes nothing.
 */
public final class TakeCaseStatuses {
  private static final Pattern NUMBER =
      Pattern.compile("(?:case-)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\\.zip)?");

  private final Stores stores;
  private final HandOvers handOvers;
  private final String companyId;
  private final String source;
  private final Consumer<Problem> problems;
  private final LocalDate today;
  private int taken;

  /**
   * For one file.
   *
   * @param source what a problem names as the place
   */
  public TakeCaseStatuses(
      Stores stores, String companyId, String source, Consumer<Problem> problems) {
    this.stores = stores;
    this.handOvers = new HandOvers(stores);
    this.companyId = companyId;
    this.source = source;
    this.problems = problems;
    this.today = stores.companies().businessDate(stores.companies().profile(companyId));
  }

  /** Takes it; how many of its lines could be taken. */
  public int take(InputStream stream) throws IOException {
    CaseStatusFile.read(stream, source, this::take, problems);
    return taken;
  }

  private void take(CaseStatus said) {
    Optional<HandOver> found =
        id(said.caseNumber()).flatMap(id -> stores.talk().handOvers().find(companyId, id));
    if (found.isEmpty()) {
      problem(said, "there is no case " + said.caseNumber() + "; write its number as we gave it");
    } else if (said.on() != null && said.on().isAfter(today)) {
      problem(said, "date is " + said.on() + ", which is still to come");
    } else {
      take(said, found.get());
    }
  }

  private void take(CaseStatus said, HandOver about) {
    boolean ended = about.ended() != null;
    boolean back =
        switch (said.word()) {
          case RECALLED, CLOSED, CLOSED_UNCOLLECTABLE -> true;
          case ACCEPTED, IN_PROGRESS, IN_COURT, PAID_IN_PART, PAID, UNCOLLECTABLE -> false;
        };
    if (ended && back) {
      taken++; // both sides know that it has ended
    } else if (!about.isOut()) {
      problem(said, "the case " + said.caseNumber() + " is not with an agency any more");
    } else {
      LocalDate on = Objects.requireNonNullElse(said.on(), today);
      if (isNews(said, about, on)) {
        note(said, about, on);
      }
      if (back) {
        handOvers.end(companyId, about.id(), HandOver.End.CLOSED, about.agencyName());
      }
      taken++;
    }
  }

  /** A line without a date may stand in the list of every day, and a late file is no news. */
  private static boolean isNews(CaseStatus said, HandOver about, LocalDate on) {
    LocalDate before = about.statusOn();
    boolean other = before == null || status(said.word()) != about.status();
    if (said.on() == null || before == null) {
      return other;
    }
    return on.isAfter(before) || other && on.equals(before);
  }

  private void note(CaseStatus said, HandOver about, LocalDate on) {
    Money amount = said.amount();
    String more =
        (amount == null ? "" : amount.getAmount().toPlainString() + " " + amount.getCurrencyUnit())
            + (amount == null || said.note() == null ? "" : " · ")
            + Objects.requireNonNullElse(said.note(), "");
    HandOver.Status status = status(said.word());
    if (status != null) {
      handOvers.status(
          companyId, about.id(), status, on, more.isEmpty() ? null : more, about.agencyName());
    }
  }

  private static HandOver.@Nullable Status status(CaseStatus.Word word) {
    return switch (word) {
      case ACCEPTED -> HandOver.Status.ACCEPTED;
      case IN_PROGRESS -> HandOver.Status.IN_PROGRESS;
      case IN_COURT -> HandOver.Status.IN_COURT;
      case PAID_IN_PART -> HandOver.Status.PAID_IN_PART;
      case PAID -> HandOver.Status.PAID;
      case UNCOLLECTABLE, CLOSED_UNCOLLECTABLE -> HandOver.Status.UNCOLLECTABLE;
      case RECALLED, CLOSED -> null;
    };
  }

  private static Optional<UUID> id(String number) {
    Matcher matcher = NUMBER.matcher(number.strip().toLowerCase(Locale.ROOT));
    return matcher.matches() ? Optional.of(UUID.fromString(matcher.group(1))) : Optional.empty();
  }

  private void problem(CaseStatus said, String message) {
    problems.accept(new Problem(source, "line " + said.line(), "CASE_STATUS", message));
  }
}
