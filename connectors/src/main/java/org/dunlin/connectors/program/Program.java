package org.dunlin.connectors.program;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dunlin.connectors.Translator;
import org.dunlin.core.port.HttpCall;

/** One folder, loaded and checked. Safe for use by many threads. */
public final class Program {
  private final Manifest manifest;
  private final Map<String, Mapping> mappings;
  private final Variants variants;

  Program(Manifest manifest, Map<String, Mapping> mappings, Variants variants) {
    this.manifest = manifest;
    this.mappings = Map.copyOf(mappings);
    this.variants = variants;
  }

  /** The manifest; where it has variants, the one of this program. */
  public Manifest manifest() {
    return manifest;
  }

  /**
   * The program as it is for a connection: some manifests differ by the choice of a setting.
   *
   * @param settings their values by their names
   */
  public Program of(Map<String, String> settings) {
    return variants.of(settings).orElse(this);
  }

  /** All programs that the choice of a setting can make of it; only itself where there is none. */
  public List<Program> all() {
    List<Program> all = variants.all();
    return all.isEmpty() ? List.of(this) : all;
  }

  /** The setting by whose choice it differs; empty where it does not. */
  public Optional<String> chosenBy() {
    return Optional.ofNullable(variants.by());
  }

  /** The programs by the choices of that setting. */
  public Map<String, Program> byChoice() {
    return variants.programs();
  }

  /**
   * The mapping of this file of the folder.
   *
   * @throws IllegalArgumentException where the manifest names no such file
   */
  public Mapping mapping(String file) {
    Mapping mapping = mappings.get(file);
    if (mapping == null) {
      throw new IllegalArgumentException(name() + " has no mapping " + file);
    }
    return mapping;
  }

  /** Whether a setting says what is read, so that another value of it brings other records. */
  public boolean reads(String setting) {
    return new ReadSettings(this, setting).say();
  }

  /** The name of the folder. */
  public String name() {
    return manifest.program();
  }

  /**
   * Who makes canonical records of an answer with objects of this stream.
   *
   * @param fetched whether one object was asked for by its key; else the answer is a page
   * @param facts settings, company and, of a child stream, what its parent gave along
   * @throws IllegalArgumentException where the stream has no mapping
   */
  public Translator translator(Stream stream, boolean fetched, Facts facts) {
    String file = stream.mapping();
    if (file == null) {
      throw new IllegalArgumentException(
          "stream " + stream.name() + " of " + name() + " has no mapping");
    }
    Fetch fetch = stream.fetch();
    Selector records = fetched && fetch != null ? fetch.records() : stream.records();
    return new ProgramTranslator(stream, records, mapping(file), facts);
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
