package org.dunlin.config.hub;

import java.net.InetAddress;
import java.net.UnknownHostException;
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
import org.jspecify.annotations.Nullable;
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
    return new ManageListener(
        address(manage.address()),
        port(manage.port()),
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

  private static int port(@Nullable Integer port) {
    if (port == null || port < 1 || port > 65535) {
      throw new WrongSettings("dunlin.manage.port must be a port: a number from 1 to 65535.");
    }
    return port;
  }

  private static InetAddress address(String address) {
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new WrongSettings(
          "dunlin.manage.address must be an address of this machine, such as 127.0.0.1.");
    }
  }
}
