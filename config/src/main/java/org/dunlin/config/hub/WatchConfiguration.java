package org.dunlin.config.hub;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.dunlin.config.watch.HubEncoder;
import org.dunlin.config.watch.Metrics;
import org.dunlin.config.watch.NamedRequests;
import org.dunlin.config.watch.NamedSpans;
import org.dunlin.config.watch.Secrets;
import org.dunlin.config.watch.TimedSpans;
import org.dunlin.config.watch.TracedSpans;
import org.dunlin.core.port.Spans;
import org.dunlin.store.view.PayloadTraces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who is told of the steps of the work, and what the log must not say. */
@Configuration(proxyBeanMethods = false)
class WatchConfiguration {
  WatchConfiguration(HubSettings settings) {
    if (!Set.of(HubEncoder.PLAIN, HubEncoder.JSON).contains(settings.log().form())) {
      throw new WrongSettings("dunlin.log.form must be plain or json.");
    }
    Secrets.know(
        Stream.of(
                settings.adminPassword(),
                settings.key(),
                settings.database().password(),
                settings.smtp().password(),
                settings.oidc().clientSecret())
            .filter(Objects::nonNull)
            .flatMap(secret -> Stream.of(secret.split(",")))
            .map(String::strip)
            .toList());
  }

  @Bean
  @Primary
  static Spans spans(ObjectProvider<Metrics> metrics, ObjectProvider<TracedSpans> traces) {
    Spans traced = traces.getIfAvailable();
    Metrics measured = metrics.getIfAvailable();
    Spans inner = traced == null ? Spans.NONE : traced;
    return new NamedSpans(measured == null ? inner : new TimedSpans(measured, inner));
  }

  @Bean
  @ConditionalOnProperty("dunlin.tracing.url")
  static TracedSpans tracedSpans(HubSettings settings, HubDatabase database, Clock clock) {
    URI url = Objects.requireNonNull(settings.tracing().url(), "the condition");
    if (url.getHost() == null
        || !Set.of("http", "https").contains(String.valueOf(url.getScheme()))) {
      throw new WrongSettings(
          "dunlin.tracing.url must be the address of a collector, such as http://localhost:4318.");
    }
    return new TracedSpans(url, new PayloadTraces(database.dataSource()), clock, Spans.NONE);
  }

  @Bean
  static WebMvcConfigurer namedRequests() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new NamedRequests());
      }
    };
  }
}
