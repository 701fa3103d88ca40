package org.dunlin.config.demo;

import org.dunlin.config.hub.HubSettings;
import org.dunlin.store.postgres.EmbeddedPostgresSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The server of the demonstration, which does not wait for the disk: three months pass in a few
 * minutes, and whoever starts it again gets a new world in any case.
 */
@Configuration(proxyBeanMethods = false)
class DemoDatabase {
  @Bean
  EmbeddedPostgresSettings embeddedPostgres(HubSettings settings) {
    return EmbeddedPostgresSettings.madeAnew(settings.data());
  }
}
