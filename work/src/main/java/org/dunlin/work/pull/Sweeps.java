package org.dunlin.work.pull;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.dunlin.connectors.program.pull.Seen;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.program.Reading;
import org.dunlin.store.program.SeenObjects.Known;
import org.dunlin.store.program.SeenObjects.Of;
import org.dunlin.store.program.SeenObjects.Thing;
import org.dunlin.store.program.Streams.Key;

/**
 * Tells what is not there any more: missing after one complete sweep, gone after two. Where many
 * would be gone at once, something else may be wrong, and a person is asked.
 */
final class Sweeps {
  private static final int NEVER_ASKED = 10;
  private static final int ASKED_PERCENT = 5;

  private final Stores stores;
  private final MissingAtSource ledger;

  Sweeps(Stores stores, MissingAtSource ledger) {
    this.stores = stores;
    this.ledger = ledger;
  }

  /**
   * A page brought these; those that were missing are back.
   *
   * @return the keys of those that are new, newer than what was seen of them before, or back
   */
  List<String> saw(Of of, List<Seen> page, long generation) {
    List<String> keys = page.stream().map(Seen::key).toList();
    Known known = stores.programs().seen().known(of, keys);
    Set<String> back = Set.copyOf(known.missing());
    stores
        .programs()
        .seen()
        .saw(
            of,
            page.stream().map(each -> new Thing(each.key(), each.version())).toList(),
            generation);
    if (!known.missing().isEmpty()) {
      ledger.back(of.companyId(), of.connectionId(), of.stream(), known.missing());
    }
    return page.stream()
        .filter(
            each ->
                !known.keys().contains(each.key())
                    || each.isNewerThan(known.versions().get(each.key()))
                    || back.contains(each.key()))
        .map(Seen::key)
        .distinct()
        .toList();
  }

  /** The program itself says that these are not there. */
  void gone(Of of, Collection<String> keys) {
    List<String> gone = keys.stream().distinct().sorted().toList();
    if (!gone.isEmpty()) {
      stores.programs().seen().gone(of, gone);
      ledger.gone(of.companyId(), of.connectionId(), of.stream(), gone);
    }
  }

  /**
   * One object was not there when it was asked for.
   *
   * @param swept whether sweeps find out whether it is gone
   * @param again whether it was not there before, either; then it is gone where no sweep finds out
   */
  void notThere(Of of, String key, boolean swept, boolean again) {
    if (!swept && again) {
      gone(of, List.of(key));
    } else if (!swept) {
      ledger.missing(of.companyId(), of.connectionId(), of.stream(), List.of(key));
    } else if (stores.programs().seen().missedOne(of, key)) {
      ledger.missing(of.companyId(), of.connectionId(), of.stream(), List.of(key));
    }
  }

  /** A complete sweep has ended; what was missed singly before is not told twice. */
  void ended(Of of, long generation) {
    List<String> once = stores.programs().seen().missed(of, generation);
    if (!once.isEmpty()) {
      ledger.missing(of.companyId(), of.connectionId(), of.stream(), once);
    }
    List<String> twice = stores.programs().seen().missing(of, 2);
    if (!tooMany(twice.size(), stores.programs().seen().count(of))) {
      gone(of, twice);
      stores.programs().streams().ask(key(of), null);
    } else {
      ask(of, twice.size());
    }
  }

  private static boolean tooMany(int gone, int all) {
    return gone > NEVER_ASKED && gone * 100L > (long) all * ASKED_PERCENT;
  }

  private void ask(Of of, int gone) {
    stores.programs().streams().ask(key(of), gone);
    CompanyProfile profile = stores.companies().profile(of.companyId());
    stores
        .journal()
        .append(
            of.companyId(),
            Happening.to(
                "connection",
                of.connectionId(),
                "MANY_MISSING_AT_SOURCE",
                "pull",
                stores.companies().businessDate(profile),
                "Two complete readings of "
                    + of.stream()
                    + " in a row did not bring "
                    + gone
                    + " objects that were there. Nobody is reminded of them until a person says"
                    + " whether they are gone."));
  }

  static Key key(Of of) {
    return new Key(of.companyId(), of.connectionId(), of.stream(), Reading.SWEEP);
  }
}
