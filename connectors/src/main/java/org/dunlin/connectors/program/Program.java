package org.dunlin.connectors.program;

import java.util.Map;
import org.dunlin.connectors.Translator;
import org.dunlin.core.port.HttpCall;

/**
 * One folder, loaded and checked.
 *
 * @param mappings by the names of their files
 */
public record Program(Manifest manifest, Map<String, Mapping> mappings) {
  public Program {
    mappings = Map.copyOf(mappings);
  }

  /** The name of the folder. */
  public String name() {
    return manifest.program();
  }

  /**
   * Who makes canonical records of a page of this stream.
   *
   * @param facts settings, company and, of a child stream, what its parent gave along
   * @throws IllegalArgumentException where the stream has no mapping
   */
  public Translator translator(Stream stream, Facts facts) {
    String file = stream.mapping();
    Mapping mapping = file == null ? null : mappings.get(file);
    if (mapping == null) {
      throw new IllegalArgumentException(
          "stream " + stream.name() + " of " + name() + " has no mapping");
    }
    return new ProgramTranslator(stream, mapping, facts);
  }

  /**
   * The request with its values; authorisation is not added.
   *
   * @param facts with what it is about, where a mapping makes its body
   * @throws NoValue where address or body need a value that is not there
   * @throws MappingFailed where the mapping of its body cannot be carried out
   */
  public HttpCall call(RequestTemplate request, Facts facts) {
    return new Filling(facts, mappings).call(request);
  }
}
