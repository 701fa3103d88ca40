package org.dunlin.core.message;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The short words of each language: headings and what stands beside a value. */
final class Labels {
  private static final Map<Language, Map<String, String>> ALL =
      Stream.of(Language.values())
          .collect(Collectors.toMap(Function.identity(), TemplateFiles::labels));

  private Labels() {}

  static Map<String, String> of(Language language) {
    return Objects.requireNonNull(ALL.get(language));
  }
}
