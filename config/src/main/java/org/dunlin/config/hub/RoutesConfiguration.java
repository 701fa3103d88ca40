package org.dunlin.config.hub;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.mail.JavaMailSender;
import org.dunlin.config.hub.HubSettings.Smtp;
import org.dunlin.core.port.Outlet;
import org.dunlin.core.port.PutFile;
import org.dunlin.core.port.RouteBoard;
import org.dunlin.core.port.Stage;
import org.dunlin.routes.AcceptRoute;
import org.dunlin.routes.BackupRoutes;
import org.dunlin.routes.CamelOutlet;
import org.dunlin.routes.CamelRouteBoard;
import org.dunlin.routes.CareRoutes;
import org.dunlin.routes.FolderRoutes;
import org.dunlin.routes.FolderSupervisor;
import org.dunlin.routes.HeldRoutes;
import org.dunlin.routes.MailSenders;
import org.dunlin.routes.OutwardRoutes;
import org.dunlin.routes.RouteSettings;
import org.dunlin.routes.SmtpSettings;
import org.dunlin.routes.StageRoutes;
import org.dunlin.routes.StageSwitches;
import org.dunlin.routes.SweptRoute;
import org.dunlin.routes.road.PutByRoad;
import org.dunlin.routes.road.RoadRoutes;
import org.dunlin.routes.road.RoadSupervisor;
import org.dunlin.store.Stores;
import org.dunlin.work.Heartbeat;
import org.dunlin.work.Rush;
import org.dunlin.work.access.TellPeople;
import org.dunlin.work.backup.NightlyBackup;
import org.dunlin.work.debit.CollectDebits;
import org.dunlin.work.deliver.AskReports;
import org.dunlin.work.deliver.DeliverEffect;
import org.dunlin.work.dun.DunCompany;
import org.dunlin.work.event.TellEvents;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.intake.WatchFolders;
import org.dunlin.work.match.MatchCompany;
import org.dunlin.work.outgoing.WriteFiles;
import org.dunlin.work.pay.EndOvertaken;
import org.dunlin.work.pay.MakeProviderLinks;
import org.dunlin.work.person.ReplayMany;
import org.dunlin.work.privacy.KeepNoLonger;
import org.dunlin.work.pull.PullNext;
import org.dunlin.work.road.RoadLog;
import org.dunlin.work.road.Roads;
import org.dunlin.work.translate.TranslateDelivery;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The routes, and what they call. */
@Configuration(proxyBeanMethods = false)
class RoutesConfiguration {
  private static final Duration SELDOM = Duration.ofSeconds(1);

  /** What is decided of a company looks at all of it: in a rush not with each payment. */
  private static final Duration DECIDING = Duration.ofSeconds(5);

  private final Stores stores;
  private final CamelContext camel;
  private final RouteSettings routeSettings;

  RoutesConfiguration(Stores stores, CamelContext camel, HubSettings settings) {
    this.stores = stores;
    this.camel = camel;
    this.routeSettings =
        new RouteSettings(
            settings.sweep(),
            settings.folderPoll(),
            settings.folderSettle(),
            settings.lease().dividedBy(3));
  }

  @Bean
  static SmtpSettings smtpSettings(HubSettings settings) {
    Smtp smtp = settings.smtp();
    return new SmtpSettings(
        given(smtp.host()),
        smtp.port(),
        given(smtp.user()),
        given(smtp.password()),
        smtp.from(),
        smtp.startTls(),
        smtp.implicitTls());
  }

  private static @Nullable String given(@Nullable String setting) {
    return setting == null || setting.isBlank() ? null : setting;
  }

  @Bean(OutwardRoutes.MAIL_SENDER)
  static JavaMailSender mailSender(SmtpSettings settings) {
    return MailSenders.of(settings);
  }

  @Bean
  static Outlet outlet(CamelContext camel, SmtpSettings smtp) {
    ProducerTemplate template = camel.createProducerTemplate();
    return new CamelOutlet(template, smtp);
  }

  @Bean
  static PutFile putFile(CamelContext camel) {
    return new PutByRoad(camel);
  }

  @Bean
  OutwardRoutes outwardRoutes() {
    return new OutwardRoutes();
  }

  @Bean
  static AcceptRoute acceptRoute(AcceptFile acceptFile) {
    return new AcceptRoute(acceptFile);
  }

  @Bean
  FolderRoutes folderRoutes() {
    return new FolderRoutes(routeSettings);
  }

  @Bean
  CareRoutes careRoutes(
      Heartbeat heartbeat,
      WatchFolders watchFolders,
      KeepNoLonger keepNoLonger,
      Clock clock,
      HeldRoutes held) {
    FolderSupervisor supervisor =
        new FolderSupervisor(camel, watchFolders, routeSettings, clock, held);
    return new CareRoutes(heartbeat, supervisor, keepNoLonger, routeSettings);
  }

  @Bean
  RoadRoutes roadRoutes(AcceptFile acceptFile, Clock clock, HeldRoutes held) {
    RoadSupervisor supervisor =
        new RoadSupervisor(
            camel,
            new Roads(stores),
            new RoadLog(stores),
            clock,
            routeSettings.folderSettle(),
            acceptFile.mostBytes(),
            held);
    return new RoadRoutes(supervisor, routeSettings);
  }

  @Bean
  @ConditionalOnProperty(name = "dunlin.backup.nightly", matchIfMissing = true)
  BackupRoutes backupRoutes(NightlyBackup nightlyBackup) {
    return new BackupRoutes(nightlyBackup);
  }

  @Bean
  SweptRoute replayRoute(ReplayMany replayMany) {
    return new SweptRoute("replay", replayMany::next, routeSettings);
  }

  @Bean
  static StageSwitches stageSwitches() {
    return new StageSwitches();
  }

  @Bean
  static HeldRoutes heldRoutes() {
    return new HeldRoutes();
  }

  @Bean
  static RouteBoard routeBoard(CamelContext camel, StageSwitches switches, HeldRoutes held) {
    return new CamelRouteBoard(camel, switches, held);
  }

  @Bean
  StageRoutes stageRoutes(
      TranslateDelivery translate,
      MatchCompany match,
      DunCompany dun,
      WriteFiles write,
      CollectDebits collect,
      DeliverEffect deliver,
      PullNext pull,
      AskReports reports,
      EndOvertaken overtaken,
      MakeProviderLinks providerLinks,
      TellEvents events,
      TellPeople people,
      Rush rush,
      StageSwitches switches) {
    Seldom told = seldom(Stage.DELIVER, events::next);
    Seldom toldPeople = seldom(Stage.DELIVER, people::next);
    Seldom asked = seldom(Stage.PULL, reports::next);
    Seldom ended = seldom(Stage.PULL, overtaken::next);
    Paced links = paced(Stage.PULL, rush.pace(SELDOM), providerLinks::next);
    Paced deciding =
        paced(Stage.DUN, rush.pace(DECIDING), () -> dun.next() | write.next() | collect.next());
    return new StageRoutes(
        Map.of(
            Stage.PULL,
            () -> pull.next() | asked.getAsBoolean() | ended.getAsBoolean() | links.getAsBoolean(),
            Stage.TRANSLATE,
            translate::next,
            Stage.MATCH,
            paced(Stage.MATCH, rush.pace(DECIDING), match::next),
            Stage.DUN,
            deciding,
            Stage.DELIVER,
            () -> deliver.next() | told.getAsBoolean() | toldPeople.getAsBoolean()),
        routeSettings,
        switches);
  }

  private Seldom seldom(Stage stage, BooleanSupplier work) {
    return new Seldom(work, SELDOM, wait -> stores.wakeups().wakeAfter(wait, stage));
  }

  private Paced paced(Stage stage, Rush.Pace pace, BooleanSupplier work) {
    return new Paced(pace, work, wait -> stores.wakeups().wakeAfter(wait, stage));
  }

  @EventListener
  void listen(ApplicationReadyEvent ready) {
    ProducerTemplate template = camel.createProducerTemplate();
    Consumer<Stage> woken = stage -> template.sendBody(StageRoutes.wakeUri(stage), "");
    if (ready.getApplicationContext().getBean(HubDatabase.class).alone()) {
      stores.wakeups().startAlone(woken);
    } else {
      stores.wakeups().start(woken);
    }
  }
}
