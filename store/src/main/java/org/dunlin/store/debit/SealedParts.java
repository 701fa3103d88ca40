package org.dunlin.store.debit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.dunlin.store.secret.CustomerKeys;
import org.dunlin.store.secret.SealedTexts;
import org.jspecify.annotations.Nullable;

/** Texts of a row that tell of a person, sealed with the customer's key. */
final class SealedParts {
  private final CustomerKeys keys;
  private final String purpose;

  SealedParts(CustomerKeys keys, String purpose) {
    this.keys = keys;
    this.purpose = purpose;
  }

  byte[] seal(String companyId, UUID customerId, String row, @Nullable String... texts) {
    return keys.of(companyId, customerId)
        .seal(SealedTexts.bytes(Arrays.asList(texts)), associated(companyId, row));
  }

  /** The texts of a row with its {@code wrapped} key; absent ones where it was erased. */
  List<@Nullable String> open(ResultSet row, UUID customerId, String name, int count)
      throws SQLException {
    byte[] sealed = row.getBytes("sealed");
    String companyId = row.getString("company_id");
    List<@Nullable String> nothing = Collections.nCopies(count, (String) null);
    if (sealed == null) {
      return nothing;
    }
    return keys.unwrap(companyId, customerId, row.getBytes("wrapped"))
        .filter(key -> key.sealed(sealed))
        .map(key -> SealedTexts.of(key.open(sealed, associated(companyId, name))))
        .orElse(nothing);
  }

  private String associated(String companyId, String row) {
    return companyId + "|" + row + "|" + purpose;
  }
}
