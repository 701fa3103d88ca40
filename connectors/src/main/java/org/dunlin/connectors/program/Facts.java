package org.dunlin.connectors.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the placeholders of requests and the variables of mappings may know, by the names of
 * docs/programs.md: {@code settings.NAME}, {@code token}, {@code session.NAME}, {@code cursor},
 * {@code page.number}, {@code key}, {@code parent.NAME}, {@code company.currency}, {@code today},
 * {@code now}, {@code effect.id}, {@code lookup.NAME}, {@code hook.url} …. Immutable; its text
 * names no values.
 */
public final class Facts {
  /** Nothing is known. */
  public static final Facts NONE = new Facts(Map.of(), Set.of(), null);

  private final Map<String, Value> values;
  private final Set<String> secrets;
  private final @Nullable JsonNode effect;
  private volatile @Nullable Map<String, JsonNode> variables;

  private Facts(Map<String, Value> values, Set<String> secrets, @Nullable JsonNode effect) {
    this.values = Map.copyOf(values);
    this.secrets = Set.copyOf(secrets);
    this.effect = effect;
  }

  /** The same, and this value by this name. */
  public Facts with(String name, Value value) {
    Map<String, Value> more = new HashMap<>(values);
    more.put(name, value);
    return new Facts(more, secrets, effect);
  }

  /** The same, and this text by this name. */
  public Facts with(String name, String text) {
    return with(name, Value.of(text));
  }

  /** The same, and a value that no mapping is told, such as {@code settings.apiKey}. */
  public Facts withSecret(String name, String secret) {
    Set<String> more = new HashSet<>(secrets);
    more.add(name);
    return new Facts(with(name, Value.of(secret)).values, more, effect);
  }

  /** The same without the value of this name. */
  public Facts without(String name) {
    Map<String, Value> fewer = new HashMap<>(values);
    fewer.remove(name);
    return new Facts(fewer, secrets, effect);
  }

  /**
   * The same, and what an effect is about: the object of docs/programs.md, "Effects". Its texts,
   * numbers and flags are values by their paths, such as {@code effect.id} and {@code key}.
   */
  public Facts about(JsonNode object) {
    Map<String, Value> more = new HashMap<>(values);
    FactTrees.flat(object).forEach(more::putIfAbsent);
    return new Facts(more, secrets, object);
  }

  /** The value of this name, where it is known. */
  public Optional<Value> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** What an effect is about, where there is one. */
  public Optional<JsonNode> effect() {
    return Optional.ofNullable(effect);
  }

  /** The values that are secrets: what is kept of a request must not hold them. */
  public Set<String> secrets() {
    Set<String> known = new HashSet<>();
    for (String name : secrets) {
      Value value = values.get(name);
      if (value != null) {
        known.add(value.plain());
      }
    }
    return known;
  }

  /** The variables of mappings; no secret is among them. */
  Map<String, JsonNode> variables() {
    Map<String, JsonNode> made = variables;
    if (made == null) {
      Map<String, Value> open = new HashMap<>(values);
      open.keySet().removeAll(secrets);
      made = FactTrees.variables(open, effect);
      variables = made;
    }
    return made;
  }

  @Override
  public String toString() {
    return "facts of " + new TreeSet<>(values.keySet());
  }
}
