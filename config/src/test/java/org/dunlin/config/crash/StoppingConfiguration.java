package org.dunlin.config.crash;

import org.dunlin.core.port.Outlet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds the stops to a hub, in place of the checkpoint that does nothing. */
@Configuration(proxyBeanMethods = false)
class StoppingConfiguration {
  @Bean
  static Stops stops() {
    return new Stops();
  }

  @Bean
  static BeanPostProcessor stoppingOutlet(ObjectProvider<Stops> stops) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof Outlet outlet ? stops.getObject().before(outlet) : bean;
      }
    };
  }
}
