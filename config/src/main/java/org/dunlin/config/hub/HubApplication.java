package org.dunlin.config.hub;

import org.dunlin.console.ConsoleConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** The hub as Spring Boot assembles it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(HubSettings.class)
@Import({
  StoreConfiguration.class,
  WorkConfiguration.class,
  ProgramConfiguration.class,
  RoutesConfiguration.class,
  ConsoleConfiguration.class,
  SignInConfiguration.class,
  OidcConfiguration.class,
  PublicConfiguration.class,
  WatchConfiguration.class,
  ManageConfiguration.class
})
public class HubApplication {}
