package org.dunlin.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.outbox.Effect;

/** What leaves the hub, in the form in which the outbox keeps it. */
public final class Payloads {
  private static final JsonMapper JSON = new JsonMapper();

  private Payloads() {}

  /** The payload of an effect. */
  public static String json(Dispatch dispatch) {
    try {
      return JSON.writeValueAsString(dispatch);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a dispatch is text", e);
    }
  }

  /** What an effect sends. */
  public static Dispatch dispatch(Effect effect) {
    return switch (effect.kind()) {
      case EMAIL -> email(effect);
      case STATUS_FILE -> read(effect, Dispatch.StatusFile.class);
    };
  }

  /** The message of an effect of kind EMAIL. */
  public static Dispatch.Email email(Effect effect) {
    return read(effect, Dispatch.Email.class);
  }

  private static <T> T read(Effect effect, Class<T> type) {
    String payload = effect.payload();
    if (payload == null) {
      throw new IllegalStateException("what effect " + effect.id() + " said is not kept any more");
    }
    try {
      return JSON.readValue(payload, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("effect " + effect.id() + " has an unreadable payload", e);
    }
  }
}
