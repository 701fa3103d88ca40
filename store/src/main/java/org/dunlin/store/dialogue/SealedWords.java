package org.dunlin.store.dialogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dunlin.store.secret.CustomerKeys;
import org.dunlin.store.secret.SealedTexts;
import org.jspecify.annotations.Nullable;

/** What people wrote, sealed with the key of the customer whom it is about. */
final class SealedWords {
  private final CustomerKeys keys;
  private final String purpose;

  SealedWords(CustomerKeys keys, String purpose) {
    this.keys = keys;
    this.purpose = purpose;
  }

  /** Nothing where nothing was written. */
  byte @Nullable [] seal(String companyId, UUID customerId, UUID id, @Nullable String... texts) {
    List<@Nullable String> words = Arrays.asList(texts);
    if (words.stream().allMatch(Objects::isNull)) {
      return null;
    }
    return keys.of(companyId, customerId).seal(SealedTexts.bytes(words), associated(companyId, id));
  }

  /** So many texts of a row with its {@code wrapped} key; absent ones where it was erased. */
  List<@Nullable String> open(ResultSet row, UUID customerId, UUID id, int count)
      throws SQLException {
    byte[] sealed = row.getBytes("sealed");
    String companyId = row.getString("company_id");
    List<@Nullable String> nothing = Collections.nCopies(count, (String) null);
    if (sealed == null) {
      return nothing;
    }
    return keys.unwrap(companyId, customerId, row.getBytes("wrapped"))
        .filter(key -> key.sealed(sealed))
        .map(key -> SealedTexts.of(key.open(sealed, associated(companyId, id))))
        .orElse(nothing);
  }

  private String associated(String companyId, UUID id) {
    return companyId + "|" + id + "|" + purpose;
  }
}
