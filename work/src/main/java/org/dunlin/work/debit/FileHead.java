package org.dunlin.work.debit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.UUID;
import org.dunlin.connectors.pain.DebitFile;
import org.dunlin.connectors.pain.Flavour;
import org.dunlin.connectors.pain.Flavours;
import org.dunlin.connectors.pain.PainVersion;
import org.dunlin.core.reference.CreditorIdentifier;
import org.dunlin.store.company.CompanyProfile;
import org.jspecify.annotations.Nullable;

/**
 * Who collects, by which account and in which form, as it is kept with a file.
 *
 * @param createdAt in the company's zone; absent until the file was approved
 */
public record FileHead(
    String flavour,
    String version,
    String name,
    String iban,
    @Nullable String bic,
    String identifier,
    @Nullable String registration,
    boolean oneSum,
    @Nullable String createdAt) {
  private static final JsonMapper JSON = new JsonMapper();

  static FileHead of(CompanyProfile profile, DebitConnection connection) {
    return new FileHead(
        connection.flavour().id(),
        connection.version().word(),
        profile.company().name(),
        connection.iban(),
        connection.bic(),
        CreditorIdentifier.normalised(
            Objects.requireNonNull(profile.company().creditorIdentifier())),
        connection.registration(),
        connection.oneSum(),
        null);
  }

  /** The head of a file that is kept. */
  public static FileHead of(String json) {
    try {
      return JSON.readValue(json, FileHead.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the head of a collection cannot be read", e);
    }
  }

  FileHead at(LocalDateTime now) {
    return new FileHead(
        flavour, version, name, iban, bic, identifier, registration, oneSum, now.toString());
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the head of a collection is text", e);
    }
  }

  Flavour bank() {
    return Flavours.of(flavour).orElseGet(() -> Flavours.all().getFirst());
  }

  PainVersion form() {
    return PainVersion.of(version).orElseGet(() -> bank().versions().getFirst());
  }

  DebitFile.Creditor creditor() {
    return new DebitFile.Creditor(name, iban, bic, identifier);
  }

  /** How a file is called towards the bank (MsgId). */
  public static String messageId(UUID collection) {
    return collection.toString().replace("-", "");
  }

  /** How one of its batches is called (PmtInfId). */
  public static String batchId(UUID collection, int batch) {
    return messageId(collection) + "-" + batch;
  }
}
