package org.dunlin.connectors.program.hook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.MappingFailed;
import org.dunlin.connectors.program.NotJson;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Selector;
import org.dunlin.connectors.program.Webhooks;
import org.dunlin.connectors.program.pull.Wants;

/** The notices of one program. */
public final class Hooks {
  private final Program program;
  private final Webhooks webhooks;

  private Hooks(Program program, Webhooks webhooks) {
    this.program = program;
    this.webhooks = webhooks;
  }

  /** The program's notices, where it sends any. */
  public static Optional<Hooks> of(Program program) {
    return Optional.ofNullable(program.manifest().webhooks())
        .map(webhooks -> new Hooks(program, webhooks));
  }

  /**
   * What a call comes to.
   *
   * @param facts with the settings and secrets of the connection, and {@code hook.secret} and
   *     {@code hook.id} where they are known
   */
  public HookVerdict read(HookCall call, Facts facts, Instant now) {
    return new Handshakes(program, webhooks)
        .of(call, facts)
        .orElseGet(() -> verified(call, facts, now));
  }

  /** How the program comes to send notices; empty where a person enters the address there. */
  public Optional<Subscribing> subscribing() {
    return Optional.ofNullable(webhooks.subscribe()).map(how -> new Subscribing(program, how));
  }

  private HookVerdict verified(HookCall call, Facts facts, Instant now) {
    Optional<String> fault = new Genuine(call, facts, now).fault(webhooks.verify());
    if (fault.isPresent()) {
      return new HookVerdict.Wrong(fault.get());
    }
    try {
      return new HookVerdict.Notices(notices(HookBody.of(call), facts));
    } catch (NotJson | MappingFailed e) {
      return new HookVerdict.Unreadable(
          "A notice of " + program.manifest().name() + " is genuine and cannot be read.");
    }
  }

  private List<Notice> notices(JsonNode body, Facts facts) {
    List<Notice> notices = new ArrayList<>();
    for (JsonNode event : events(body, facts)) {
      Selector id = webhooks.event();
      notices.add(
          new Notice(
              id == null ? null : id.text(event, facts).orElse(null),
              Wants.of(List.of(event), webhooks.wants(), facts)));
    }
    return notices;
  }

  private List<JsonNode> events(JsonNode body, Facts facts) {
    if (webhooks.events() == null) {
      return List.of(body);
    }
    JsonNode found = webhooks.events().of(body, facts);
    List<JsonNode> events = new ArrayList<>();
    if (found.isArray()) {
      found.forEach(events::add);
    } else if (found.isObject()) {
      events.add(found);
    }
    return events;
  }
}
