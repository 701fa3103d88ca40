package org.dunlin.console.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.console.api.ProfileJson.FieldError;
import org.dunlin.core.profile.Profile;
import org.dunlin.core.profile.ProfileField;
import org.jspecify.annotations.Nullable;

/** Gathers the fields of a profile from JSON as the texts in which they are checked. */
final class ProfileTexts {
  /** What is told of a company and not said by this way. */
  private static final Set<String> TOLD = Set.of("type", "logo", "businessDate", "origins");

  private final String companyId;
  private final Map<ProfileField, String> texts = Profile.defaults();
  private final List<FieldError> errors = new ArrayList<>();

  ProfileTexts(String companyId) {
    this.companyId = companyId;
    texts.put(ProfileField.ID, companyId);
    texts.remove(ProfileField.MODE);
    texts.remove(ProfileField.LOGO);
  }

  void add(String name, JsonNode value) {
    if (value.isNull()
        || TOLD.contains(name)
        || name.equals(ProfileJson.GO_LIVE_ANYWAY)
        || name.startsWith("x-")) {
      return;
    }
    Optional<ProfileField> field = ProfileField.ofKey(name);
    if (field.isEmpty()) {
      errors.add(new FieldError(name, "There is no such field."));
      return;
    }
    String text = text(field.get(), value);
    if (text == null) {
      errors.add(new FieldError(name, "This must be " + expected(field.get()) + "."));
    } else if (field.get() == ProfileField.ID && !text.equals(companyId)) {
      errors.add(
          new FieldError(name, "This must be the id of the address, or be absent; it is fixed."));
    } else {
      texts.put(field.get(), text);
    }
  }

  /**
   * All fields.
   *
   * @throws WrongRequest when one of them was unknown or of another type
   */
  Map<ProfileField, String> all() {
    if (!errors.isEmpty()) {
      throw new WrongRequest(errors);
    }
    return texts;
  }

  private static @Nullable String text(ProfileField field, JsonNode value) {
    return switch (field) {
      case ACCOUNTS -> accounts(value);
      case TOLERANCE -> tolerance(value);
      case VAT_RECOVERABLE -> value.isBoolean() ? value.asText() : null;
      case PAYMENT_TERM_DAYS -> value.isIntegralNumber() ? value.asText() : null;
      case AUTO_THRESHOLD -> value.isNumber() ? value.decimalValue().toString() : null;
      case ID,
          NAME,
          COUNTRY,
          TIME_ZONE,
          LANGUAGE,
          CURRENCY,
          CREDITOR_IDENTIFIER,
          INVOICES_OF_RECORD,
          CUSTOMERS_OF_RECORD,
          REPLY_TO,
          TEST_MAILBOX,
          COLOR,
          LOGO,
          MODE ->
          value.isTextual() ? value.asText() : null;
    };
  }

  private static String expected(ProfileField field) {
    return switch (field) {
      case ACCOUNTS ->
          "a list of accounts, each with an iban, or with accountNumber and accountScheme";
      case TOLERANCE -> "an object of currencies with amounts as texts, as in {\"EUR\":\"5.00\"}";
      case VAT_RECOVERABLE -> "true or false";
      case PAYMENT_TERM_DAYS -> "a whole number";
      case AUTO_THRESHOLD -> "a number";
      case ID,
          NAME,
          COUNTRY,
          TIME_ZONE,
          LANGUAGE,
          CURRENCY,
          CREDITOR_IDENTIFIER,
          INVOICES_OF_RECORD,
          CUSTOMERS_OF_RECORD,
          REPLY_TO,
          TEST_MAILBOX,
          COLOR,
          LOGO,
          MODE ->
          "a text";
    };
  }

  private static @Nullable String accounts(JsonNode value) {
    if (!value.isArray()) {
      return null;
    }
    List<String> lines = new ArrayList<>();
    for (JsonNode account : value) {
      String line = account(account);
      if (line == null) {
        return null;
      }
      lines.add(line);
    }
    return String.join("\n", lines);
  }

  private static @Nullable String account(JsonNode account) {
    String iban = line(account.path("iban"));
    String number = line(account.path("accountNumber"));
    String scheme = line(account.path("accountScheme"));
    if (iban != null && number == null && scheme == null && account.size() == 1) {
      return iban;
    }
    return iban == null && number != null && scheme != null && account.size() == 2
        ? scheme + ":" + number
        : null;
  }

  private static @Nullable String tolerance(JsonNode value) {
    if (!value.isObject()
        || value.properties().stream().anyMatch(e -> line(e.getValue()) == null)) {
      return null;
    }
    return value.properties().stream()
        .map(each -> each.getKey() + " " + each.getValue().asText())
        .collect(Collectors.joining("\n"));
  }

  /** A text of one line. */
  private static @Nullable String line(JsonNode value) {
    return value.isTextual() && value.asText().lines().count() == 1 ? value.asText() : null;
  }
}
