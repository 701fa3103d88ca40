package org.dunlin.console.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Clock;
import org.dunlin.store.Stores;
import org.dunlin.work.dun.ReplayDunning;
import org.dunlin.work.match.BackTestCompany;
import org.dunlin.work.offer.Offers;
import org.dunlin.work.offer.ShownConnections;
import org.dunlin.work.rollout.MailSender;
import org.dunlin.work.rollout.RollOut;
import org.springframework.boot.web.server.MimeMappings;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.server.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The pages, their templates and their style sheet. */
@Configuration(proxyBeanMethods = false)
@Import({
  DashboardPage.class,
  CustomerPages.class,
  CustomerRights.class,
  AccountOfCustomer.class,
  ReportPages.class,
  GoalPage.class,
  ExpectedPages.class,
  PayerDecisions.class,
  TalkForms.class,
  StandstillPages.class,
  PayerRulePages.class,
  PayoutPages.class,
  PayLinkPages.class,
  DebitPages.class,
  MandatePages.class,
  HandOverPages.class,
  TaskPages.class,
  InvoicePages.class,
  PaymentPages.class,
  PaymentDecisions.class,
  RefundDecisions.class,
  CreditNoteDecisions.class,
  CreditNoteAllocations.class,
  ReviewPage.class,
  BackTestPage.class,
  CompanyLeftOut.class,
  WrongPlaces.class,
  AppearancePage.class,
  FlowsPage.class,
  WaitingPage.class,
  RoutePages.class,
  InboxPage.class,
  SearchPage.class,
  DeliveryPages.class,
  OutboxPages.class,
  ReplayPages.class,
  CallPages.class,
  TracePages.class,
  MessagePages.class,
  MessageDecisions.class,
  PlanPages.class,
  AheadPage.class,
  ApprovalPages.class,
  TemplatePages.class,
  ClaimPages.class,
  JournalPage.class,
  QuestionPages.class,
  Switches.class,
  CompanyPages.class,
  RollOutPages.class,
  FolderForms.class,
  UploadPages.class,
  SheetPages.class,
  ProgramPages.class,
  ConnectionPages.class,
  ConnectionActions.class,
  TieOutPages.class,
  PermissionPages.class,
  NewCompanyPage.class,
  SettingsPage.class,
  ErrorPages.class,
  TokenPages.class,
  EndpointPages.class,
  PeoplePages.class,
  AccountPages.class,
  SecondFactorPages.class,
  ApiPage.class
})
public class PageConfiguration implements WebMvcConfigurer {

  /** Templates were turned into classes by the build; nothing is compiled at run time. */
  @Bean
  TemplateEngine templateEngine() {
    return TemplateEngine.createPrecompiled(ContentType.Html);
  }

  @Bean
  Frames frames(Stores stores, Clock clock) {
    return new Frames(stores, clock);
  }

  @Bean
  DashboardReader dashboardReader(Stores stores, ShownConnections connections, Offers offers) {
    return new DashboardReader(stores, connections, offers);
  }

  @Bean
  RollOut rollOut(Stores stores, ShownSettings settings) {
    return new RollOut(stores, new MailSender(settings.mailFrom()));
  }

  @Bean
  ReplayDunning replayDunning(Stores stores) {
    return new ReplayDunning(stores);
  }

  @Bean
  BackTestCompany backTestCompany(Stores stores) {
    return new BackTestCompany(stores);
  }

  /** What is text says in which characters it is (OWASP ASVS 4.0.3, 14.4.1). */
  @Bean
  static WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> assetTypes() {
    MimeMappings types = new MimeMappings();
    types.add("css", "text/css;charset=UTF-8");
    types.add("js", "text/javascript;charset=UTF-8");
    return factory -> factory.addMimeMappings(types);
  }

  /** The browser asks each time whether these have changed, and mostly they have not. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler("/assets/*")
        .addResourceLocations("classpath:/org/dunlin/console/assets/")
        .setCacheControl(CacheControl.noCache());
  }
}
