package org.dunlin.config.hub;

import java.net.URI;
import java.util.Optional;
import org.dunlin.config.hub.HubSettings.PublicSettings;
import org.dunlin.console.outside.PayerConfiguration;
import org.dunlin.console.outside.PayerDesk;
import org.dunlin.console.outside.PublicAddress;
import org.dunlin.console.outside.PublicListener;
import org.dunlin.work.access.PushFile;
import org.dunlin.work.hook.HookAddress;
import org.dunlin.work.hook.TakeNotice;
import org.dunlin.work.pay.PayAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the world outside may reach, where it is switched on. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("dunlin.public.port")
@Import(PayerConfiguration.class)
class PublicConfiguration {
  private final PublicSettings settings;

  PublicConfiguration(HubSettings settings) {
    this.settings = settings.open();
  }

  @Bean
  PublicListener publicListener(
      PushFile pushes,
      TakeNotice notices,
      PayerDesk payers,
      @Value("${server.tomcat.remoteip.internal-proxies:}") String proxies) {
    ListenAt at = ListenAt.of("dunlin.public", settings.address(), settings.port());
    return new PublicListener(
        at.address(),
        at.port(),
        pushes,
        notices,
        settings.largestPush().toBytes(),
        payers,
        proxies);
  }

  @Bean
  PublicAddress publicAddress() {
    return new PublicAddress(url(settings));
  }

  @Bean
  static HookAddress hookAddress(PublicAddress address) {
    return (companyId, connectionId, secret) ->
        Optional.of(address.hook(companyId, connectionId, secret));
  }

  @Bean
  static PayAddress payAddress(PublicAddress address) {
    return token -> Optional.of(address.payer(token));
  }

  /** Others reach it by https; only this machine may do without. */
  private static URI url(PublicSettings settings) {
    URI url =
        settings.url() == null ? URI.create("http://localhost:" + settings.port()) : settings.url();
    boolean local = "localhost".equals(url.getHost()) || "127.0.0.1".equals(url.getHost());
    boolean safe = "https".equals(url.getScheme()) || local && "http".equals(url.getScheme());
    if (!safe || url.getHost() == null || url.getQuery() != null || url.getFragment() != null) {
      throw new WrongSettings(
          "dunlin.public.url must be the https address under which others reach this hub, such as"
              + " https://pay.example.com.");
    }
    return url;
  }
}
