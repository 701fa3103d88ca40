package org.dunlin.connectors.program;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a program is asked, and what it answers: the content of {@code program.yaml}, whose reference
 * is docs/programs.md. Requests hold addresses that are whole: {@code base} is already before them.
 *
 * @param program the name of the folder
 * @param name what people call the program
 * @param documentation of the program, for people
 * @param base what the address of every request of a stream begins with, and the only host to which
 *     pages may lead
 * @param headers of every request to the program; the requests of this manifest have them already
 * @param settings what an admin fills in; the client id and secret of OAuth are among them
 * @param errors in their order: the first that fits decides
 * @param streams in the order of the first pull
 * @param pay how a payment provider stands to the hub; absent of every other program
 * @param effects what the hub writes back, and what it begins at a provider
 * @param totals what the program itself says that its customers owe; absent where it does not say
 */
public record Manifest(
    String program,
    String name,
    @Nullable URI documentation,
    Set<Capability> capabilities,
    Template base,
    Map<String, Template> headers,
    List<Setting> settings,
    Authorisation authorisation,
    List<Limit> limits,
    List<ErrorRule> errors,
    List<Stream> streams,
    @Nullable Totals totals,
    @Nullable Webhooks webhooks,
    @Nullable Pay pay,
    List<Effect> effects) {
  public Manifest {
    capabilities = Set.copyOf(capabilities);
    headers = Map.copyOf(headers);
    settings = List.copyOf(settings);
    limits = List.copyOf(limits);
    errors = List.copyOf(errors);
    streams = List.copyOf(streams);
    effects = List.copyOf(effects);
  }

  /** The setting of this name. */
  public Optional<Setting> setting(String setting) {
    return settings.stream().filter(each -> each.name().equals(setting)).findFirst();
  }

  /** The stream of this name. */
  public Optional<Stream> stream(String stream) {
    return streams.stream().filter(each -> each.name().equals(stream)).findFirst();
  }

  /** The effect that a capability promises. */
  public Optional<Effect> effect(Capability capability) {
    return effects.stream().filter(each -> each.capability() == capability).findFirst();
  }
}
