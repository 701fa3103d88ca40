package org.dunlin.console.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Company;
import org.dunlin.core.profile.Profile;
import org.dunlin.core.profile.ProfileField;
import org.dunlin.store.company.SettingOrigin;
import org.dunlin.work.profile.KeptProfile;
import org.dunlin.work.rollout.SwitchMode;
import org.jspecify.annotations.Nullable;

/**
 * A profile as JSON: the canonical company, how it looks and where its answers go, and who said
 * each of it.
 */
final class ProfileJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  /** By which a request insists on going live: its value says why. */
  static final String GO_LIVE_ANYWAY = "goLiveAnyway";

  private ProfileJson() {}

  /** What is wrong with a field, as RFC 9457 problems carry it. */
  record FieldError(String field, String detail) {}

  static ObjectNode write(KeptProfile kept) {
    Profile profile = kept.profile();
    ObjectNode json = company(profile.company());
    put(json, ProfileField.INVOICES_OF_RECORD, profile.ofRecord().invoices());
    put(json, ProfileField.CUSTOMERS_OF_RECORD, profile.ofRecord().customers());
    json.put("replyTo", profile.replyTo());
    if (profile.testMailbox() != null) {
      json.put("testMailbox", profile.testMailbox());
    }
    if (profile.color() != null) {
      json.put("color", profile.color().hex());
    }
    if (kept.brand().logo() != null) {
      ObjectNode logo = json.putObject("logo");
      logo.put("mediaType", kept.brand().logo().mediaType());
      logo.put("href", "/api/v1/companies/" + kept.kept().id() + "/logo");
    }
    if (kept.kept().setBusinessDate() != null) {
      json.put("businessDate", kept.kept().setBusinessDate().toString());
    }
    ObjectNode origins = json.putObject("origins");
    for (ProfileField field : ProfileField.values()) {
      if (field != ProfileField.ID) {
        kept.origin(field).ifPresent(origin -> write(origin, origins.putObject(field.key())));
      }
    }
    return json;
  }

  private static void put(ObjectNode json, ProfileField field, @Nullable String value) {
    if (value != null) {
      json.put(field.key(), value);
    }
  }

  private static ObjectNode company(Company company) {
    try {
      return (ObjectNode) JSON.readTree(CanonicalWriter.line(company));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a canonical record is JSON", e);
    }
  }

  private static void write(SettingOrigin origin, ObjectNode json) {
    json.put("from", origin.kind().name());
    if (origin.place() != null) {
      json.put("place", origin.place());
    }
    json.put("by", origin.by());
    json.put("at", origin.at().toString());
  }

  /**
   * The texts of a whole profile that a request says: what is absent has its default, but for the
   * mode and the logo, which stay.
   *
   * @throws WrongRequest when it is no JSON object, or a field is unknown or of another type
   */
  static Map<ProfileField, String> read(byte[] body, String companyId) {
    ProfileTexts texts = new ProfileTexts(companyId);
    object(body).properties().forEach(field -> texts.add(field.getKey(), field.getValue()));
    return texts.all();
  }

  /**
   * Why a request has the company go live whatever is open; null where it does not insist.
   *
   * @throws WrongRequest when that is no reason
   */
  static @Nullable String goLiveAnyway(byte[] body) {
    JsonNode why = object(body).path(GO_LIVE_ANYWAY);
    if (why.isMissingNode() || why.isNull()) {
      return null;
    }
    return reason(why.isTextual() ? why.asText() : "");
  }

  /**
   * A reason for going on whatever is open, as it is said; null where nobody insists.
   *
   * @throws WrongRequest when that is no reason
   */
  static @Nullable String reason(@Nullable String why) {
    if (why == null) {
      return null;
    }
    if (why.isBlank() || why.length() > SwitchMode.LONGEST_REASON) {
      throw new WrongRequest(
          List.of(
              new FieldError(
                  GO_LIVE_ANYWAY,
                  "This must be a text of at most "
                      + SwitchMode.LONGEST_REASON
                      + " characters that says why.")));
    }
    return why;
  }

  /**
   * The object that a body is.
   *
   * @throws WrongRequest when it is none
   */
  static JsonNode object(byte[] body) {
    try {
      JsonNode json = JSON.readTree(body);
      if (Objects.requireNonNullElse(json, JSON.nullNode()).isObject()) {
        return json;
      }
    } catch (IOException e) {
      throw new WrongRequest("The body is not JSON: " + place(e));
    }
    throw new WrongRequest("The body must be a JSON object.");
  }

  /** Where the reading stopped; the words of the parser may quote what was sent. */
  private static String place(IOException failure) {
    if (failure instanceof JsonProcessingException json && json.getLocation() != null) {
      return "line "
          + json.getLocation().getLineNr()
          + ", column "
          + json.getLocation().getColumnNr()
          + ".";
    }
    return "it cannot be read.";
  }
}
