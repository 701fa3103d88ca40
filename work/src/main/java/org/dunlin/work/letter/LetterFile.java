package org.dunlin.work.letter;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.dunlin.connectors.letter.LetterPdf;
import org.dunlin.core.message.Letter;
import org.dunlin.store.Stores;
import org.dunlin.work.Payloads;

/**
 * A letter as it is handed to whoever prints it.
 *
 * @param name of the PDF, without a path; no other letter has it
 * @param pdf the letter
 * @param indexName of the file beside it
 * @param index says whose letter it is, as JSON
 */
public record LetterFile(String name, byte[] pdf, String indexName, byte[] index) {
  private static final JsonMapper JSON = new JsonMapper();

  /** The letter of an effect with this payload; the same each time. */
  public static LetterFile of(Stores stores, String companyId, UUID effectId, String payload) {
    Letter letter = Payloads.letter(payload);
    byte[] pdf = pdf(stores, companyId, letter);
    String name = name(effectId);
    return new LetterFile(
        name, pdf, "letter-" + effectId + ".json", index(companyId, effectId, name, letter, pdf));
  }

  /** A letter of a company as PDF; the same each time. */
  public static byte[] pdf(Stores stores, String companyId, Letter letter) {
    String logo = letter.logo();
    byte[] picture = logo == null ? null : stores.brands().logo(companyId, logo).orElse(null);
    return LetterPdf.of(letter, picture);
  }

  /** The name of the PDF. */
  public static String name(UUID effectId) {
    return "letter-" + effectId + ".pdf";
  }

  private static byte[] index(
      String companyId, UUID effectId, String name, Letter letter, byte[] pdf) {
    ObjectNode index = JSON.createObjectNode();
    index.put("id", effectId.toString());
    index.put("company", companyId);
    index.put("file", name);
    index.put("bytes", pdf.length);
    index.put("sha256", sha256(pdf));
    index.put("subject", letter.subject());
    index.put("language", letter.language());
    index.put("window", letter.window().word());
    letter.recipient().forEach(index.putArray("recipient")::add);
    return index.toPrettyString().getBytes(StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
