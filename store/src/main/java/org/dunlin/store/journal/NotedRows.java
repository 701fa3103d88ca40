package org.dunlin.store.journal;

import static java.util.Map.entry;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.store.Ids;
import org.dunlin.store.secret.DataKey;
import org.dunlin.store.secret.SealedTexts;
import org.jspecify.annotations.Nullable;

/**
 * Rows of the journal as arrays, one a column, so that one statement takes them all. What a row
 * about a customer says is sealed.
 */
final class NotedRows {
  private final String companyId;
  private final List<Noted> all;
  private final Map<UUID, DataKey> keys;

  NotedRows(String companyId, List<Noted> all, Map<UUID, DataKey> keys) {
    this.companyId = companyId;
    this.all = all;
    this.keys = keys;
  }

  Map<String, Object> values() {
    return new HashMap<>(
        Map.ofEntries(
            entry("company", companyId),
            entry("earliest", madeAt(Stream::min)),
            entry("latest", madeAt(Stream::max)),
            entry("ids", all.stream().map(Noted::id).toArray(UUID[]::new)),
            entry("dates", texts(each -> each.businessDate().toString())),
            entry("actors", texts(Happening::actor)),
            entry("kinds", texts(Happening::subjectKind)),
            entry("subjects", texts(Happening::subjectId)),
            entry("events", texts(Happening::event)),
            entry("reasons", plain(Happening::reason)),
            entry("befores", plain(each -> json(each.before()))),
            entry("afters", plain(each -> json(each.after()))),
            entry(
                "deliveries",
                all.stream().map(each -> each.happening().deliveryId()).toArray(UUID[]::new)),
            entry("customers", all.stream().map(Noted::customerId).toArray(UUID[]::new)),
            entry("sealed", all.stream().map(this::sealed).toArray(byte[][]::new))));
  }

  private OffsetDateTime madeAt(
      BiFunction<Stream<Instant>, Comparator<Instant>, Optional<Instant>> of) {
    Stream<Instant> made = all.stream().map(Noted::id).map(Ids::madeAt);
    return Ids.at(of.apply(made, Comparator.naturalOrder()).orElseThrow());
  }

  private String[] texts(Function<Happening, String> field) {
    return all.stream().map(each -> field.apply(each.happening())).toArray(String[]::new);
  }

  /** What is not sealed, since it is about no customer. */
  private String[] plain(Function<Happening, @Nullable String> field) {
    return all.stream()
        .map(each -> each.sealedFor() == null ? field.apply(each.happening()) : null)
        .toArray(String[]::new);
  }

  private byte @Nullable [] sealed(Noted noted) {
    Happening said = noted.happening();
    UUID customerId = noted.sealedFor();
    if (customerId == null) {
      return null;
    }
    List<@Nullable String> texts =
        Arrays.asList(said.reason(), json(said.before()), json(said.after()));
    return Objects.requireNonNull(keys.get(customerId))
        .seal(SealedTexts.bytes(texts), Journal.associated(companyId, noted.id()));
  }

  private static @Nullable String json(@Nullable CanonicalRecord record) {
    return record == null ? null : CanonicalWriter.line(record);
  }
}
