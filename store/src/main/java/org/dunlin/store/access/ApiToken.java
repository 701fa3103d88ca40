package org.dunlin.store.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token of a program, without the secret that it consists of.
 *
 * @param name what people call it; one of several tokens that are not revoked
 * @param companyId the only company that it is for; absent: all
 * @param expiresAt from when on it is worth nothing; absent: never
 * @param lastUsedAt within a minute
 */
public record ApiToken(
    UUID id,
    String name,
    Set<Scope> scopes,
    @Nullable String companyId,
    Instant createdAt,
    String createdBy,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt,
    @Nullable String revokedBy) {
  public ApiToken {
    scopes = Set.copyOf(scopes);
  }

  /** Whether it may be used at this moment. */
  public boolean valid(Instant now) {
    return revokedAt == null && !expired(now);
  }

  /** Whether its time is over. */
  public boolean expired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  /** Whether it is for this company. */
  public boolean isFor(String company) {
    return companyId == null || companyId.equals(company);
  }
}
