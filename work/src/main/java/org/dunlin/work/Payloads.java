package org.dunlin.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.dunlin.core.message.Letter;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.joda.money.Money;

/** What leaves the hub, in the form in which the outbox keeps it. */
public final class Payloads {
  private static final String SAID = "said";
  private static final String LETTER = "letter";
  private static final String ACCOUNT = "account";
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private Payloads() {}

  /** The payload of an effect. */
  public static String json(Dispatch dispatch) {
    try {
      return JSON.writeValueAsString(dispatch);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a dispatch is text", e);
    }
  }

  /**
   * The payload of an e-mail, together with what it says is open of each invoice by its id: it must
   * still be true when it leaves.
   */
  public static String json(Dispatch.Email email, Map<String, Money> said) {
    ObjectNode payload = JSON.valueToTree(email);
    ObjectNode amounts = payload.putObject(SAID);
    said.forEach((invoice, amount) -> amounts.put(invoice, amount.toString()));
    return payload.toString();
  }

  /** The same of a letter. */
  public static String json(Letter letter, Map<String, Money> said) {
    ObjectNode payload = JSON.valueToTree(letter);
    ObjectNode amounts = payload.putObject(SAID);
    said.forEach((invoice, amount) -> amounts.put(invoice, amount.toString()));
    return payload.toString();
  }

  /** The same of a text. */
  public static String json(Dispatch.Text text, Map<String, Money> said) {
    ObjectNode payload = JSON.createObjectNode();
    payload.put("to", text.to());
    payload.put("text", text.text());
    ObjectNode amounts = payload.putObject(SAID);
    said.forEach((invoice, amount) -> amounts.put(invoice, amount.toString()));
    return payload.toString();
  }

  /**
   * Of whom and of which days a mail tells the account.
   *
   * @param facts a digest of what it tells
   */
  public record Account(UUID customerId, LocalDate from, LocalDate to, String facts) {}

  /** The payload of a mail with a statement of account, which goes along as a letter. */
  public static String json(Dispatch.Email email, Letter letter, Account account) {
    ObjectNode payload = JSON.valueToTree(email);
    payload.set(LETTER, JSON.valueToTree(letter));
    payload
        .putObject(ACCOUNT)
        .put("customerId", account.customerId().toString())
        .put("from", account.from().toString())
        .put("to", account.to().toString())
        .put("facts", account.facts());
    return payload.toString();
  }

  /** The account that an effect tells; empty where it tells none, or is not kept any more. */
  public static Optional<Account> account(Effect effect) {
    JsonNode account = tree(effect).path(ACCOUNT);
    return account.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new Account(
                UUID.fromString(account.path("customerId").asText()),
                LocalDate.parse(account.path("from").asText()),
                LocalDate.parse(account.path("to").asText()),
                account.path("facts").asText()));
  }

  /** The letter that goes along with a mail; empty where none does. */
  public static Optional<Letter> enclosed(Effect effect) {
    JsonNode letter = tree(effect).path(LETTER);
    try {
      return letter.isMissingNode()
          ? Optional.empty()
          : Optional.of(JSON.treeToValue(letter, Letter.class));
    } catch (JsonProcessingException e) {
      throw unreadable(effect, e);
    }
  }

  private static JsonNode tree(Effect effect) {
    String payload = effect.payload();
    try {
      return payload == null || effect.kind() != EffectKind.EMAIL
          ? MissingNode.getInstance()
          : JSON.readTree(payload);
    } catch (JsonProcessingException e) {
      throw unreadable(effect, e);
    }
  }

  /** What stands in a letter. */
  public static Letter letter(String payload) {
    try {
      return JSON.readValue(payload, Letter.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was kept of a letter cannot be read", e);
    }
  }

  /**
   * What the message of an effect says is open, by the id of the invoice; nothing where that is not
   * kept, so that nobody can tell whether it is still true.
   */
  public static Map<String, Money> said(Effect effect) {
    if (effect.payload() == null) {
      return Map.of();
    }
    try {
      Map<String, Money> said = new TreeMap<>();
      JSON.readTree(effect.payload())
          .path(SAID)
          .properties()
          .forEach(each -> said.put(each.getKey(), Money.parse(each.getValue().asText())));
      return said;
    } catch (JsonProcessingException e) {
      throw unreadable(effect, e);
    }
  }

  /** What an effect sends. */
  public static Dispatch dispatch(Effect effect) {
    return switch (effect.kind()) {
      case EMAIL -> email(effect);
      case STATUS_FILE -> read(effect, Dispatch.StatusFile.class);
      case WRITE_BACK ->
          new Dispatch.WriteBack(
              effect.companyId(), effect.connectionId(), effect.id(), payload(effect));
      case OUTGOING_FILE ->
          new Dispatch.OutgoingFile(
              effect.companyId(), effect.connectionId(), effect.id(), payload(effect));
      case HANDOVER ->
          new Dispatch.HandOver(
              effect.companyId(), effect.connectionId(), effect.id(), payload(effect));
      case EVENT ->
          new Dispatch.Event(
              effect.companyId(), effect.id(), EventKeys.endpoint(effect), payload(effect));
      case TEXT -> text(effect);
      case LETTER ->
          new Dispatch.Letter(
              effect.companyId(), effect.connectionId(), effect.id(), payload(effect));
    };
  }

  /** The message of an effect of kind EMAIL. */
  public static Dispatch.Email email(Effect effect) {
    return read(effect, Dispatch.Email.class);
  }

  private static Dispatch.Text text(Effect effect) {
    try {
      JsonNode payload = JSON.readTree(payload(effect));
      return new Dispatch.Text(
          effect.companyId(),
          effect.connectionId(),
          effect.id(),
          payload.path("to").asText(),
          payload.path("text").asText());
    } catch (JsonProcessingException e) {
      throw unreadable(effect, e);
    }
  }

  private static <T> T read(Effect effect, Class<T> type) {
    try {
      return JSON.readValue(payload(effect), type);
    } catch (JsonProcessingException e) {
      throw unreadable(effect, e);
    }
  }

  private static String payload(Effect effect) {
    String payload = effect.payload();
    if (payload == null) {
      throw new IllegalStateException("what effect " + effect.id() + " said is not kept any more");
    }
    return payload;
  }

  private static IllegalStateException unreadable(Effect effect, JsonProcessingException e) {
    return new IllegalStateException("effect " + effect.id() + " has an unreadable payload", e);
  }
}
