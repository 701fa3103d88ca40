package org.dunlin.connectors.csv;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dunlin.connectors.csv.UsualNames.Usual;

/** Which column of a file that nobody described is what, as far as its names and content say it. */
final class ProposedColumns {
  /** Texts that go on in further columns. */
  private static final Pattern NUMBERED =
      Pattern.compile("(omschrijving|verwendungszweck|description|mededeling|libellé)[ -]?[1-9]");

  /** Of the two parties of an entry one is the owner of the account, who is left empty. */
  private static final List<String> PARTIES = List.of("payer name", "payee name");

  private final SampleTable table;
  private final Map<Target, SampleColumn> single = new EnumMap<>(Target.class);
  private final Map<Target, List<SampleColumn>> joined = new EnumMap<>(Target.class);

  ProposedColumns(SampleTable table, Kind kind) {
    this.table = table;
    byName(kind);
    if (kind == Kind.STATEMENT) {
      join(Target.REMITTANCE, named(name -> NUMBERED.matcher(name).matches()));
      List<SampleColumn> parties = named(PARTIES::contains);
      if (parties.size() == PARTIES.size()) {
        join(Target.PAYER_NAME, parties);
      }
    }
    dated(kind);
    if (kind == Kind.STATEMENT && table.header() == null) {
      new ProvenColumns(table.columns()).find().forEach(single::putIfAbsent);
    }
  }

  /** One column for each meaning; the first, where several are joined. */
  Map<Target, SampleColumn> single() {
    return single;
  }

  /** The columns whose texts make up one. */
  Map<Target, List<SampleColumn>> joined() {
    return joined;
  }

  private void byName(Kind kind) {
    Map<Target, Integer> ranks = new HashMap<>();
    for (SampleColumn column : table.columns()) {
      Optional<Usual> found = UsualNames.usual(kind, column.name());
      if (found.isPresent()) {
        Usual usual = found.get();
        if (usual.rank() < ranks.getOrDefault(usual.target(), Integer.MAX_VALUE)) {
          ranks.put(usual.target(), usual.rank());
          single.put(usual.target(), column);
        }
      }
    }
  }

  /** Days show themselves whatever their column is called. */
  private void dated(Kind kind) {
    Target dated = kind == Kind.INVOICES ? Target.ISSUE_DATE : Target.BOOKING_DATE;
    if (kind != Kind.CUSTOMERS && !single.containsKey(dated)) {
      table.columns().stream()
          .filter(each -> !each.datePatterns().isEmpty())
          .findFirst()
          .ifPresent(each -> single.put(dated, each));
    }
  }

  private void join(Target target, List<SampleColumn> columns) {
    if (!columns.isEmpty()) {
      single.put(target, columns.getFirst());
      joined.put(target, columns);
    }
  }

  private List<SampleColumn> named(Predicate<String> such) {
    List<SampleColumn> found = new ArrayList<>();
    for (SampleColumn column : table.columns()) {
      if (such.test(ColumnName.normal(column.name()))) {
        found.add(column);
      }
    }
    return found;
  }
}
