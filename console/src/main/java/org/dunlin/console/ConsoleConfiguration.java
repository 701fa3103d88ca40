package org.dunlin.console;

import org.dunlin.console.api.ApiConfiguration;
import org.dunlin.console.login.LoginConfiguration;
import org.dunlin.console.page.PageConfiguration;
import org.dunlin.console.page.ShownSettings;
import org.dunlin.console.right.RightConfiguration;
import org.dunlin.core.port.Abilities;
import org.dunlin.store.Stores;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.person.Decisions;
import org.dunlin.work.profile.ChangeProfile;
import org.dunlin.work.rollout.RollOut;
import org.dunlin.work.rollout.SwitchMode;
import org.dunlin.work.rollout.SwitchPlans;
import org.dunlin.work.setting.ChangeSetting;
import org.dunlin.work.sheet.ReadSheet;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The console as a whole. Importing it into a Spring Boot web application that has beans of {@code
 * Stores}, {@code Decisions}, {@code AcceptFile}, {@code Clock} and {@code ShownSettings}, and of
 * the use cases of {@code work.program} and {@code work.offer}, is all that is needed; it has no
 * settings.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  LoginConfiguration.class,
  RightConfiguration.class,
  ApiConfiguration.class,
  PageConfiguration.class
})
public class ConsoleConfiguration {
  @Bean
  SwitchMode switchMode(Stores stores, Decisions decisions, RollOut rollOut) {
    return new SwitchMode(stores, decisions, rollOut);
  }

  @Bean
  SwitchPlans switchPlans(Stores stores, RollOut rollOut) {
    return new SwitchPlans(stores, rollOut);
  }

  @Bean
  ChangeProfile changeProfile(Stores stores, SwitchMode modes) {
    return new ChangeProfile(stores, modes);
  }

  @Bean
  ChangeSetting changeSetting(Stores stores, ShownSettings settings) {
    return new ChangeSetting(stores, settings.fixed());
  }

  @Bean
  ReadSheet readSheet(
      Stores stores,
      AcceptFile acceptFile,
      Decisions decisions,
      ObjectProvider<Abilities> abilities) {
    return new ReadSheet(
        stores, acceptFile, decisions, abilities.getIfAvailable(() -> Abilities.NONE));
  }
}
