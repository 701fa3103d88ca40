package org.dunlin.console;

import gg.jte.TemplateEngine;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dunlin.console.api.ApiRates;
import org.dunlin.console.login.PageRates;
import org.dunlin.console.outside.PayerDesk;
import org.dunlin.console.outside.PayerLimits;
import org.dunlin.console.outside.PayerLimits.Rates;
import org.dunlin.console.outside.PublicAddress;
import org.dunlin.console.outside.PublicListener;
import org.dunlin.console.page.ShownSettings;
import org.dunlin.console.page.ShownSettings.From;
import org.dunlin.console.page.ShownSettings.Setting;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.WriteBack;
import org.dunlin.store.Stores;
import org.dunlin.store.TestDatabase;
import org.dunlin.store.TestKeys;
import org.dunlin.work.access.PushFile;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.event.ChangeEndpoints;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.StandIns;
import org.dunlin.work.pay.AtProvider;
import org.dunlin.work.pay.Checkouts;
import org.dunlin.work.pay.GiveBack;
import org.dunlin.work.pay.GiveCreditBack;
import org.dunlin.work.pay.PaymentLinks;
import org.dunlin.work.person.AllocateByHand;
import org.dunlin.work.person.ApplyCreditNote;
import org.dunlin.work.person.Decisions;
import org.dunlin.work.person.JudgeCreditNote;
import org.dunlin.work.person.JudgePayer;
import org.dunlin.work.person.JudgePayment;
import org.dunlin.work.person.JudgeRefund;
import org.dunlin.work.person.ReplayMany;
import org.dunlin.work.person.RetryEffect;
import org.dunlin.work.person.SwitchRoute;
import org.dunlin.work.person.UndoAllocation;
import org.dunlin.work.tell.FeeAccounts;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.mustache.MustacheAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The console over a real database on a free port of this machine; one serves all tests. */
public final class Hub {
  static final int LARGEST_FILE = 1_000_000;
  static final int LARGEST_PUSH = 800_000;
  static final int CALLS = 1_000_000;
  static final String PASSWORD = "correct horse battery staple";
  static final SomeRoutes ROUTES = new SomeRoutes();
  static final SomeRules RULES = new SomeRules();

  /** The one hub. */
  public static final Hub SHARED = new Hub();

  private final ServletWebServerApplicationContext context;
  private final Stores stores;
  private final int port;

  /** A hub with more than the console. */
  Hub(Class<?>... more) {
    context =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(Application.class)
                .sources(more)
                .run(
                    "--server.port=0",
                    "--server.address=127.0.0.1",
                    "--server.forward-headers-strategy=native",
                    "--spring.main.banner-mode=off");
    stores = context.getBean(Stores.class);
    port = context.getWebServer().getPort();
    context.getBean(FirstAdministrator.class).makeIfNone(PASSWORD);
  }

  /** A language or theme that a test chose follows a person into the tests after it. */
  void forgetLook(String name) {
    JdbcClient.create(context.getBean(TestDatabase.class).dataSource())
        .sql("update hub_user set language = null, theme = null where name = :name")
        .param("name", name)
        .update();
  }

  /** What it keeps. */
  public Stores stores() {
    return stores;
  }

  /** What it is assembled of. */
  public ApplicationContext context() {
    return context;
  }

  void close() {
    context.close();
  }

  /** Where everybody may reach it. */
  int publicPort() {
    return context.getBean(PublicListener.class).port();
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  /** As the hub is assembled, with the console alone. */
  @SpringBootConfiguration
  @EnableAutoConfiguration(
      exclude = {
        DataSourceAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        MustacheAutoConfiguration.class
      })
  @Import({ConsoleConfiguration.class, SomePrograms.class})
  static class Application {
    /** Goes with its server at the end of the tests. */
    @Bean(destroyMethod = "")
    TestDatabase database() {
      return TestDatabase.create();
    }

    @Bean
    SomeRules rules() {
      return RULES;
    }

    @Bean
    Clock clock() {
      return Clock.system(ZoneOffset.UTC);
    }

    @Bean
    Stores stores(TestDatabase database, Clock clock) {
      return Stores.over(database.dataSource(), Duration.ofMinutes(1), clock, TestKeys.RING);
    }

    @Bean
    ShownSettings shownSettings() {
      return new ShownSettings(
          List.of(
              new Setting("dunlin.lease", "30s", false, true, From.DEFAULT, ""),
              new Setting("dunlin.attachments", "7MB", false, true, From.DEFAULT, ""),
              new Setting("dunlin.sweep", "1s", false, true, From.FILE, "dunlin.yaml, line 7"),
              new Setting(
                  "dunlin.smtp.host", "mail.example.test", false, true, From.FILE, "line 8"),
              new Setting("dunlin.smtp.from", "ar@example.test", false, true, From.FILE, "line 9"),
              new Setting("dunlin.key", "", true, true, From.ENVIRONMENT, "DUNLIN_KEY"),
              new Setting("dunlin.admin-password", "", true, false, From.DEFAULT, ""),
              new Setting("server.port", "0", false, true, From.COMMAND_LINE, "--server.port")));
    }

    @Bean
    AcceptFile acceptFile(Stores stores, Clock clock) {
      return new AcceptFile(stores, clock, Checkpoint.NONE, LARGEST_FILE);
    }

    @Bean
    PublicListener publicListener(PushFile pushes, PayerDesk payers) {
      return new PublicListener(
          InetAddress.getLoopbackAddress(), 0, pushes, null, LARGEST_PUSH, payers, "");
    }

    @Bean
    PaymentLinks paymentLinks(Stores stores, PublicAddress address) {
      return new PaymentLinks(stores, token -> Optional.of(address.payer(token)));
    }

    @Bean
    Checkouts checkouts(Stores stores, Links links, AskProgram askProgram) {
      return new Checkouts(stores, new AtProvider(stores, links, askProgram, StandIns.NONE));
    }

    @Bean
    GiveCreditBack giveCreditBack(Stores stores, Links links, AskProgram askProgram) {
      return new GiveCreditBack(stores, new AtProvider(stores, links, askProgram, StandIns.NONE));
    }

    @Bean
    GiveBack giveBack(Stores stores, Links links, AskProgram askProgram) {
      return new GiveBack(stores, new AtProvider(stores, links, askProgram, StandIns.NONE));
    }

    /** All tests ask from one address, and some at one time. */
    @Bean
    PayerDesk payerDesk(
        Stores stores,
        PaymentLinks links,
        Checkouts checkouts,
        TemplateEngine templates,
        Clock clock) {
      Rates rates = new Rates(100_000, 100_000, 100_000);
      return new PayerDesk(stores, links, checkouts, templates, clock, new PayerLimits(rates));
    }

    /** All tests call from one address. */
    @Bean
    ApiRates apiRates() {
      return new ApiRates(CALLS, 0);
    }

    /** All tests share one administrator. */
    @Bean
    PageRates pageRates() {
      return new PageRates(CALLS, CALLS);
    }

    @Bean
    PublicAddress publicAddress() {
      return new PublicAddress(URI.create("https://pay.example.test/"));
    }

    @Bean
    Decisions decisions(Stores stores) {
      return new Decisions(stores, Abilities.NONE);
    }

    @Bean
    AllocateByHand allocateByHand(Stores stores) {
      return new AllocateByHand(stores, Abilities.NONE);
    }

    @Bean
    UndoAllocation undoAllocation(Stores stores) {
      return new UndoAllocation(stores, Abilities.NONE);
    }

    @Bean
    JudgePayment judgePayment(Stores stores) {
      return new JudgePayment(stores);
    }

    @Bean
    ApplyCreditNote applyCreditNote(Stores stores) {
      return new ApplyCreditNote(stores, Abilities.NONE);
    }

    @Bean
    JudgeCreditNote judgeCreditNote(Stores stores) {
      return new JudgeCreditNote(stores);
    }

    @Bean
    JudgeRefund judgeRefund(Stores stores) {
      return new JudgeRefund(stores);
    }

    @Bean
    JudgePayer judgePayer(Stores stores) {
      return new JudgePayer(stores);
    }

    /** Of the program of books that is played, and of a provider. */
    @Bean
    FeeAccounts feeAccounts(Stores stores) {
      return new FeeAccounts(
          stores,
          new Abilities() {
            @Override
            public Set<WriteBack> told(String program) {
              return program.equals("ledger-books") ? Set.of(WriteBack.FEE) : Set.of();
            }

            @Override
            public boolean takesPayments(String program) {
              return program.equals("mollie");
            }
          });
    }

    @Bean
    RetryEffect retryEffect(Stores stores) {
      return new RetryEffect(stores);
    }

    @Bean
    ReplayMany replayMany(Stores stores) {
      return new ReplayMany(stores);
    }

    @Bean
    ChangeEndpoints changeEndpoints(Stores stores) {
      return new ChangeEndpoints(stores, false);
    }

    @Bean
    SwitchRoute switchRoute(Stores stores) {
      return new SwitchRoute(stores, ROUTES);
    }

    @Bean
    SomeRoutes routes() {
      return ROUTES;
    }
  }
}
