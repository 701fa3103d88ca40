package org.dunlin.connectors.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which column of a file is what. */
final class Layout {
  private final Map<Target, int[]> places;
  private final Map<Filter, Integer> filters;
  private final @Nullable String currency;
  private final int needed;

  private Layout(
      Map<Target, int[]> places,
      Map<Filter, Integer> filters,
      @Nullable String currency,
      int needed) {
    this.places = places;
    this.filters = filters;
    this.currency = currency;
    this.needed = needed;
  }

  /** The layout of a file without header. */
  static Layout numbered(Description description) {
    Map<Target, int[]> places = new EnumMap<>(Target.class);
    description
        .columns()
        .forEach((target, source) -> places.put(target, new int[] {source.number() - 1}));
    return new Layout(places, Map.of(), null, description.width());
  }

  /** The layout by a header; empty where the row is not the header of that description. */
  static Optional<Layout> of(Description description, Row header) {
    Map<Target, int[]> places = new EnumMap<>(Target.class);
    String currency = null;
    for (Map.Entry<Target, ColumnSource> each : description.columns().entrySet()) {
      int[] found = places(each.getValue(), header);
      if (found.length == 0 && !each.getValue().optional()) {
        return Optional.empty();
      }
      if (found.length > 0) {
        places.put(each.getKey(), found);
      }
      currency = currency == null ? currency(each.getValue(), header, found) : currency;
    }
    Map<Filter, Integer> filters = new HashMap<>();
    for (Filter filter : description.filters()) {
      int place = place(filter.column(), header);
      if (place < 0) {
        return Optional.empty();
      }
      filters.put(filter, place);
    }
    return Optional.of(new Layout(places, filters, currency, needed(description, places)));
  }

  /** The columns that a description needs and a header lacks. */
  static List<String> missing(Description description, Row header) {
    List<String> missing = new ArrayList<>();
    for (ColumnSource source : description.columns().values()) {
      if (!source.optional() && source.number() == 0 && places(source, header).length == 0) {
        missing.add(source.names().stream().map(Object::toString).collect(Collectors.joining("/")));
      }
    }
    return missing;
  }

  /** How many columns of the file are something. */
  int known() {
    return places.values().stream().mapToInt(each -> each.length).sum();
  }

  /** The code of the currency that stands in the header. */
  Optional<String> currency() {
    return Optional.ofNullable(currency);
  }

  boolean has(Target target) {
    return places.containsKey(target);
  }

  /** How many columns a row must have at least. */
  int needed() {
    return needed;
  }

  /** What stands there, of several columns joined by a blank; nothing where there is no column. */
  String text(Row row, Target target) {
    int[] at = places.get(target);
    if (at == null) {
      return "";
    }
    if (at.length == 1) {
      return row.cell(at[0]);
    }
    StringBuilder joined = new StringBuilder();
    for (int each : at) {
      String cell = Cells.text(row.cell(each));
      joined.append(joined.isEmpty() || cell.isEmpty() ? "" : " ").append(cell);
    }
    return joined.toString();
  }

  boolean keeps(Row row) {
    return filters.entrySet().stream()
        .allMatch(each -> each.getKey().keeps(row.cell(each.getValue())));
  }

  private static int needed(Description description, Map<Target, int[]> places) {
    int needed = 0;
    for (Map.Entry<Target, ColumnSource> each : description.columns().entrySet()) {
      int[] found = places.get(each.getKey());
      if (found != null && !each.getValue().optional()) {
        needed = Math.max(needed, Arrays.stream(found).max().orElse(-1) + 1);
      }
    }
    return needed;
  }

  private static int[] places(ColumnSource source, Row header) {
    List<Integer> places = new ArrayList<>();
    for (ColumnName name : source.names()) {
      int place = place(name, header);
      if (place >= 0 && !places.contains(place) && (source.joined() || places.isEmpty())) {
        places.add(place);
      }
    }
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int place(ColumnName name, Row header) {
    for (int i = 0; i < header.names().size(); i++) {
      if (name.isNamed(header.names().get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable String currency(ColumnSource source, Row header, int[] found) {
    for (int place : found) {
      for (ColumnName name : source.names()) {
        Optional<String> currency = name.currency(header.cells().get(place));
        if (currency.isPresent()) {
          return currency.get();
        }
      }
    }
    return null;
  }
}
