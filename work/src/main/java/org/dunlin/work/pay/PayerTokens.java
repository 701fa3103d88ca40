package org.dunlin.work.pay;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.store.secret.Signatures;

/**
 * The last part of the address of a payment link: company, link and generation, and 128 bits of
 * HMAC-SHA-256 over them. Nothing of the customer is in it, and nobody without the company's secret
 * can make one.
 */
public final class PayerTokens {
  private static final String PURPOSE = "payment link";
  private static final byte FORM = 1;
  private static final int SIGNED_BYTES = 16;
  private static final int FIXED_BYTES = 1 + Integer.BYTES + 2 * Long.BYTES;
  private static final int LONGEST = 400;

  private final Signatures signatures;

  /** Signed by these. */
  public PayerTokens(Signatures signatures) {
    this.signatures = signatures;
  }

  /** What a token that the hub made opens. */
  public record Opened(String companyId, UUID linkId, int generation) {}

  /**
   * The token of a link.
   *
   * @param generation which tokens of the link count
   * @throws IllegalArgumentException when there is no such company
   */
  public String of(String companyId, UUID linkId, int generation) {
    byte[] company = companyId.getBytes(StandardCharsets.UTF_8);
    byte[] content =
        ByteBuffer.allocate(FIXED_BYTES + company.length)
            .put(FORM)
            .putInt(generation)
            .putLong(linkId.getMostSignificantBits())
            .putLong(linkId.getLeastSignificantBits())
            .put(company)
            .array();
    byte[] signature =
        signature(companyId, content)
            .orElseThrow(() -> new IllegalArgumentException("no company " + companyId));
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            ByteBuffer.allocate(content.length + SIGNED_BYTES).put(content).put(signature).array());
  }

  /** What a token opens; empty where the hub did not make it, letter by letter. */
  public Optional<Opened> open(String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    byte[] all;
    try {
      all = Base64.getUrlDecoder().decode(token);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    if (all.length <= FIXED_BYTES + SIGNED_BYTES
        || all[0] != FORM
        || !Base64.getUrlEncoder().withoutPadding().encodeToString(all).equals(token)) {
      return Optional.empty();
    }
    int signedFrom = all.length - SIGNED_BYTES;
    ByteBuffer content = ByteBuffer.wrap(all, 1, signedFrom - 1);
    int generation = content.getInt();
    UUID link = new UUID(content.getLong(), content.getLong());
    byte[] name = new byte[content.remaining()];
    content.get(name);
    String company = new String(name, StandardCharsets.UTF_8);
    return signature(company, Arrays.copyOf(all, signedFrom))
        .filter(
            signature ->
                MessageDigest.isEqual(signature, Arrays.copyOfRange(all, signedFrom, all.length)))
        .map(signature -> new Opened(company, link, generation));
  }

  /** A text with a zero is none of PostgreSQL's, and so no company's. */
  private Optional<byte[]> signature(String companyId, byte[] content) {
    return companyId.indexOf('\0') >= 0
        ? Optional.empty()
        : signatures
            .of(companyId, PURPOSE, content)
            .map(signature -> Arrays.copyOf(signature, SIGNED_BYTES));
  }
}
