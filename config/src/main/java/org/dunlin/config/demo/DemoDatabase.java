package org.dunlin.config.demo;

import java.nio.file.Path;
import org.dunlin.store.postgres.EmbeddedPostgresSettings;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The server of the demonstration, which does not wait for the disk: three months pass in a few
 * minutes, and whoever starts it again gets a new world in any case.
 */
@Configuration(proxyBeanMethods = false)
class DemoDatabase {
  @Bean
  EmbeddedPostgresSettings embeddedPostgres(Environment environment) {
    return EmbeddedPostgresSettings.madeAnew(
        Binder.get(environment).bind("dunlin.data", Path.class).get());
  }
}
