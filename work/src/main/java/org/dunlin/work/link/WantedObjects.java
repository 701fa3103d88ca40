package org.dunlin.work.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.connectors.program.pull.Wanted;
import org.dunlin.store.program.WantedObject;
import org.dunlin.store.program.WantedObject.Kind;

/** Wanted objects as the protocol has them, and as they are kept. */
public final class WantedObjects {
  private static final JsonMapper JSON = new JsonMapper();

  private WantedObjects() {}

  /** As it is kept. */
  public static WantedObject of(Wanted wanted) {
    try {
      String parent = JSON.writeValueAsString(new TreeMap<>(wanted.with()));
      return new WantedObject(wanted.stream(), Kind.OBJECT, wanted.key(), parent);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("what goes along is text", e);
    }
  }

  /** As the protocol has it. */
  public static Wanted wanted(WantedObject kept) {
    try {
      Map<String, String> with =
          JSON.readValue(kept.parent(), new TypeReference<Map<String, String>>() {});
      return new Wanted(kept.stream(), kept.key(), with);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what goes along is kept as JSON", e);
    }
  }
}
