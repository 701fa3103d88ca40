package org.dunlin.config.hub;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;

/**
 * Keeps Camel's context and leaves out the dozens of ways in which properties could set its
 * components, languages and vaults. The hub sets none of them there, and each costs every start its
 * time. What a route names is found all the same.
 */
public final class LeanCamel implements AutoConfigurationImportFilter {
  private static final String CAMEL = "org.apache.camel.";
  private static final String CONTEXT = "org.apache.camel.spring.boot.CamelAutoConfiguration";

  @Override
  public boolean[] match(@Nullable String[] names, AutoConfigurationMetadata metadata) {
    boolean[] kept = new boolean[names.length];
    for (int i = 0; i < names.length; i++) {
      String name = names[i];
      kept[i] = name != null && (!name.startsWith(CAMEL) || name.equals(CONTEXT));
    }
    return kept;
  }
}
