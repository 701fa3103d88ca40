package org.dunlin.config.hub;

import java.time.Clock;
import org.dunlin.config.hub.HubSettings.ManageSettings;
import org.dunlin.config.watch.ManageListener;
import org.dunlin.config.watch.Metrics;
import org.dunlin.config.watch.Readiness;
import org.dunlin.config.watch.TimedRequests;
import org.dunlin.config.watch.Watching;
import org.dunlin.core.port.RouteBoard;
import org.dunlin.store.Stores;
import org.dunlin.store.view.MatchedByRule;
import org.dunlin.work.watch.Readings;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What programs that watch the hub may ask, where it is switched on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("dunlin.manage.port")
class ManageConfiguration {
  @Bean
  Metrics metrics(HubDatabase database, Clock clock) {
    return new Metrics(database::pool, clock::instant);
  }

  @Bean
  Watching watching(
      Stores stores, HubDatabase database, RouteBoard routes, Metrics metrics, Clock clock) {
    Readings readings = new Readings(stores, new MatchedByRule(database.dataSource()));
    return new Watching(readings, routes, metrics, clock);
  }

  @Bean
  ManageListener manageListener(
      Stores stores, RouteBoard routes, Metrics metrics, HubSettings settings) {
    ManageSettings manage = settings.manage();
    ListenAt at = ListenAt.of("dunlin.manage", manage.address(), manage.port());
    return new ManageListener(
        at.address(),
        at.port(),
        metrics,
        new Readiness(stores, routes, metrics, manage.readyLag()));
  }

  @Bean
  static WebMvcConfigurer timedRequests(Metrics metrics) {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new TimedRequests(metrics));
      }
    };
  }
}
