package org.dunlin.config.crash;

import java.nio.file.Path;
import org.dunlin.core.port.Wire;
import org.dunlin.work.deliver.ProgramOutlet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Adds the stops to a hub, in place of the checkpoint that does nothing. */
@Configuration(proxyBeanMethods = false)
class StoppingConfiguration {
  @Bean
  static Stops stops(Environment settings) {
    Stops stops = new Stops();
    String deadly = settings.getProperty(DeadlyFile.NAME);
    if (deadly != null) {
      Path data = Path.of(settings.getRequiredProperty("dunlin.data"));
      stops.put(new DeadlyFile(deadly, data));
    }
    return stops;
  }

  @Bean
  static BeanPostProcessor stoppingWays(ObjectProvider<Stops> stops) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean) {
          case ProgramOutlet outlet -> stops.getObject().before(outlet);
          case Wire wire -> stops.getObject().behind(wire);
          default -> bean;
        };
      }
    };
  }
}
