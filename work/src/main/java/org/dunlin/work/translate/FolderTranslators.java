package org.dunlin.work.translate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.HashMap;
import java.util.Map;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Stream;
import org.dunlin.core.model.Problem;
import org.dunlin.store.inbox.Delivery;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.Unlinked;

/**
 * Finds who translates what a program's stream brought: its folder as it is now, so that a replay
 * goes by the mended mapping.
 */
public final class FolderTranslators implements Translators {
  /** For a hub that knows no programs. */
  static final Translators NONE =
      delivery -> {
        throw unknown(delivery, "No program is known here.");
      };

  private static final JsonMapper JSON = new JsonMapper();

  private final Links links;

  /** With the programs that these links know. */
  public FolderTranslators(Links links) {
    this.links = links;
  }

  /**
   * Who translates the delivery.
   *
   * @throws Untranslatable when its connection, its program or its stream is not known any more
   */
  @Override
  public Translator apply(Delivery delivery) {
    return translator(open(delivery), delivery);
  }

  @Override
  public Translators ofOneConnection() {
    Map<String, Link> opened = new HashMap<>();
    return delivery ->
        translator(
            opened.computeIfAbsent(delivery.connectionId(), connection -> open(delivery)),
            delivery);
  }

  private Link open(Delivery delivery) {
    try {
      return links.open(delivery.companyId(), delivery.connectionId());
    } catch (Unlinked e) {
      throw unknown(delivery, String.valueOf(e.getMessage()));
    }
  }

  private static Translator translator(Link link, Delivery delivery) {
    Stream stream =
        link.stream(String.valueOf(delivery.stream()))
            .filter(each -> each.mapping() != null)
            .orElseThrow(
                () ->
                    unknown(
                        delivery,
                        link.manifest().name()
                            + " has no stream "
                            + delivery.stream()
                            + " with a mapping any more; bring it back and replay this."));
    boolean fetched = delivery.parent() != null;
    return link.program().translator(stream, fetched, withParent(link.facts(), delivery));
  }

  private static Facts withParent(Facts facts, Delivery delivery) {
    Facts with = facts;
    String parent = delivery.parent();
    if (parent != null) {
      for (Map.Entry<String, String> each : values(parent).entrySet()) {
        with = with.with("parent." + each.getKey(), each.getValue());
      }
    }
    return with;
  }

  private static Map<String, String> values(String json) {
    try {
      return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what goes along is kept as JSON", e);
    }
  }

  private static Untranslatable unknown(Delivery delivery, String sentence) {
    return new Untranslatable(new Problem(delivery.name(), null, "PROGRAM_UNKNOWN", sentence));
  }
}
