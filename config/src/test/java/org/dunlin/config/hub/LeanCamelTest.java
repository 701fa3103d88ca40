package org.dunlin.config.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.component.file.springboot.FileComponentAutoConfiguration;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.web.servlet.WebMvcAutoConfiguration;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** What of Camel a start configures by itself. */
class LeanCamelTest {
  @Test
  @SuppressWarnings("NullAway") // it asks the metadata for nothing
  void camelsContextIsConfiguredAndItsComponentsAreNot() {
    @Nullable String[] names = {
      CamelAutoConfiguration.class.getName(),
      FileComponentAutoConfiguration.class.getName(),
      WebMvcAutoConfiguration.class.getName(),
      null
    };

    assertThat(new LeanCamel().match(names, null)).containsExactly(true, false, true, false);
  }

  @Test
  void everyStartAsksIt() {
    assertThat(
            SpringFactoriesLoader.loadFactories(
                AutoConfigurationImportFilter.class, getClass().getClassLoader()))
        .hasAtLeastOneElementOfType(LeanCamel.class);
  }
}
