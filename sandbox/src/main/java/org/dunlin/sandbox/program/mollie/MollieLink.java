package org.dunlin.sandbox.program.mollie;

import java.time.Instant;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment link.
 *
 * @param methods that may be chosen; empty: all
 */
record MollieLink(
    String id,
    String description,
    @Nullable Money amount,
    @Nullable Money least,
    boolean reusable,
    boolean archived,
    @Nullable String redirectUrl,
    @Nullable String webhookUrl,
    Instant createdAt,
    @Nullable Instant paidAt,
    @Nullable Instant expiresAt,
    List<MollieMethod> methods) {

  boolean open(Instant now) {
    return !archived
        && (paidAt == null || reusable)
        && (expiresAt == null || now.isBefore(expiresAt));
  }

  String token() {
    return id.substring(3);
  }

  MollieLink paid(Instant when) {
    return new MollieLink(
        id,
        description,
        amount,
        least,
        reusable,
        archived,
        redirectUrl,
        webhookUrl,
        createdAt,
        paidAt == null ? when : paidAt,
        expiresAt,
        methods);
  }

  MollieLink changed(String newDescription, boolean nowArchived) {
    return new MollieLink(
        id,
        newDescription,
        amount,
        least,
        reusable,
        nowArchived,
        redirectUrl,
        webhookUrl,
        createdAt,
        paidAt,
        expiresAt,
        methods);
  }
}
