package org.dunlin.config.hub;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.dunlin.console.page.ShownSettings;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.Stores;
import org.dunlin.store.Wakeups;
import org.dunlin.store.postgres.EmbeddedPostgresSettings;
import org.dunlin.store.secret.KeyRing;
import org.dunlin.work.backup.AfterRestore;
import org.dunlin.work.pay.PayAddress;
import org.dunlin.work.pay.PaymentLinks;
import org.dunlin.work.person.Decisions;
import org.dunlin.work.profile.ApplySettings;
import org.dunlin.work.rollout.MailSender;
import org.dunlin.work.rollout.RollOut;
import org.dunlin.work.rollout.SwitchMode;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** The memory of the hub, made ready for this start. */
@Configuration(proxyBeanMethods = false)
class StoreConfiguration {
  /** As Spring Boot calls the bean of the settings. */
  private static final String SETTINGS = "dunlin-org.dunlin.config.hub.HubSettings";

  /** The settings are read once what was set in the console stands behind all that is written. */
  @Bean
  static BeanFactoryPostProcessor settingsAfterConsole() {
    return beans -> beans.getBeanDefinition(SETTINGS).setDependsOn("saidInConsole");
  }

  @Bean
  SaidInConsole saidInConsole(HubDatabase database, ConfigurableEnvironment environment) {
    return SaidInConsole.add(
        environment, new org.dunlin.store.company.HubSettings(database.dataSource()).said());
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean(destroyMethod = "close")
  HubDatabase hubDatabase(
      ConfigurableEnvironment environment, Optional<EmbeddedPostgresSettings> own) {
    HubSettings written = SaidInConsole.written(environment);
    return HubDatabase.open(
        written, own.orElseGet(() -> EmbeddedPostgresSettings.durable(written.data())));
  }

  @Bean(destroyMethod = "close")
  Wakeups wakeups(Stores stores) {
    return stores.wakeups();
  }

  @Bean
  KeyRing keyRing(HubDatabase database, HubSettings settings) {
    return Keys.open(database.dataSource(), settings);
  }

  /** Ends what a dead predecessor held, and applies what the settings say of companies. */
  @Bean
  Stores stores(
      HubDatabase database,
      KeyRing keyRing,
      HubSettings settings,
      Clock clock,
      Abilities abilities,
      ObjectProvider<PayAddress> address,
      ConfigurableEnvironment environment) {
    Stores stores = Stores.over(database.dataSource(), settings.lease(), clock, keyRing);
    if (database.alone()) {
      stores.leases().endOthers();
      stores.signIn().sessions().forget(); // they were in the memory of the process before
    }
    new AfterRestore(stores).complete();
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    stores.transactions().run(() -> stores.rawContent().makeRoom(today));
    PaymentLinks links =
        new PaymentLinks(stores, address.getIfAvailable(() -> PayAddress.NONE), abilities);
    SwitchMode modes =
        new SwitchMode(
            stores,
            new Decisions(stores, abilities, links),
            new RollOut(stores, sender(settings.smtp())));
    new SaidCompanies(settings.companies(), environment).apply(new ApplySettings(stores, modes));
    return stores;
  }

  private static MailSender sender(HubSettings.Smtp smtp) {
    String host = smtp.host();
    return new MailSender(host == null || host.isBlank() ? "" : smtp.from());
  }

  /** What the page of the settings shows; a secret is not among it. */
  @Bean
  ShownSettings shownSettings(HubSettings inForce, ConfigurableEnvironment environment) {
    return SettingsOverview.of(environment);
  }
}
