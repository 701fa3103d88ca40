package org.dunlin.config.hub;

import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.dunlin.connectors.program.Programs;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Freshness;
import org.dunlin.core.port.Wire;
import org.dunlin.routes.CamelWire;
import org.dunlin.routes.ProgramClient;
import org.dunlin.routes.ProgramRoutes;
import org.dunlin.routes.RouteSettings;
import org.dunlin.routes.StageRoutes;
import org.dunlin.routes.SweptRoute;
import org.dunlin.routes.WireSettings;
import org.dunlin.routes.road.LookOnce;
import org.dunlin.routes.road.ReadKeys;
import org.dunlin.store.Stores;
import org.dunlin.work.Rush;
import org.dunlin.work.access.PushFile;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.deliver.AskReports;
import org.dunlin.work.deliver.SendText;
import org.dunlin.work.deliver.SendWriteBack;
import org.dunlin.work.hook.HookAddress;
import org.dunlin.work.hook.Subscribe;
import org.dunlin.work.hook.TakeNotice;
import org.dunlin.work.intake.AcceptPage;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.StandIns;
import org.dunlin.work.offer.ApplyConnections;
import org.dunlin.work.offer.ChangeConnection;
import org.dunlin.work.offer.Offers;
import org.dunlin.work.offer.Permission;
import org.dunlin.work.offer.ShownConnections;
import org.dunlin.work.offer.TestConnection;
import org.dunlin.work.pay.AtProvider;
import org.dunlin.work.pay.Checkouts;
import org.dunlin.work.pay.EndOvertaken;
import org.dunlin.work.pay.GiveBack;
import org.dunlin.work.pay.GiveCreditBack;
import org.dunlin.work.pay.MakeProviderLinks;
import org.dunlin.work.pay.PayAddress;
import org.dunlin.work.pay.PaymentLinks;
import org.dunlin.work.program.AuthoriseProgram;
import org.dunlin.work.program.ChangeProgram;
import org.dunlin.work.program.DropIns;
import org.dunlin.work.program.LookForPrograms;
import org.dunlin.work.program.ProgramAbilities;
import org.dunlin.work.program.ProgramHealth;
import org.dunlin.work.program.RemoveProgram;
import org.dunlin.work.program.SteerProgram;
import org.dunlin.work.program.StreamFreshness;
import org.dunlin.work.program.TestProgram;
import org.dunlin.work.pull.MissingAtSource;
import org.dunlin.work.pull.PullNext;
import org.dunlin.work.pull.ToldLedger;
import org.dunlin.work.quota.Allowance;
import org.dunlin.work.tieout.CheckTieOut;
import org.dunlin.work.tieout.TieOuts;
import org.dunlin.work.token.Credentials;
import org.dunlin.work.token.PermitAccess;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/** Programs: how they are found, asked and steered. */
@Configuration(proxyBeanMethods = false)
class ProgramConfiguration {
  private final Stores stores;
  private final Clock clock;
  private final boolean privateAddresses;

  ProgramConfiguration(Stores stores, Clock clock, HubSettings settings) {
    this.stores = stores;
    this.clock = clock;
    this.privateAddresses = settings.programs().privateAddresses();
  }

  @Bean
  static Programs programs(HubSettings settings) {
    return new Programs(new DropIns(settings.programs().directory()));
  }

  @Bean
  static StandIns standIns(HubSettings settings, Programs programs) {
    return SaidStandIns.of(settings.programs().standIns(), programs);
  }

  @Bean
  Links links(Programs programs) {
    return new Links(stores, programs, clock);
  }

  @Bean(name = ProgramRoutes.CLIENT, destroyMethod = "close")
  CloseableHttpClient programClient() {
    return ProgramClient.of(WireSettings.usual(privateAddresses));
  }

  @Bean
  static ProgramRoutes programRoutes() {
    return new ProgramRoutes();
  }

  @Bean
  SweptRoute lookForPrograms(Programs programs, HubSettings settings) {
    RouteSettings rates =
        new RouteSettings(
            settings.sweep(), settings.folderPoll(), settings.folderSettle(), settings.lease());
    LookForPrograms dropped = new LookForPrograms(stores, programs);
    return new SweptRoute(
        "look-for-programs",
        () -> {
          dropped.look();
          return false;
        },
        rates);
  }

  @Bean
  Wire wire(CamelContext camel, StandIns standIns) {
    ProducerTemplate template = camel.createProducerTemplate();
    return new CamelWire(template, WireSettings.usual(privateAddresses), standIns);
  }

  @Bean
  Allowance allowance() {
    return new Allowance(stores, clock);
  }

  @Bean
  AskProgram askProgram(Wire wire, Allowance allowance) {
    Credentials credentials = new Credentials(stores, wire, allowance, clock);
    return new AskProgram(stores, wire, allowance, credentials, clock);
  }

  @Bean
  AtProvider atProvider(Links links, AskProgram askProgram, StandIns standIns) {
    return new AtProvider(stores, links, askProgram, standIns);
  }

  @Bean
  Checkouts checkouts(AtProvider atProvider) {
    return new Checkouts(stores, atProvider);
  }

  @Bean
  GiveBack giveBack(AtProvider atProvider) {
    return new GiveBack(stores, atProvider);
  }

  @Bean
  GiveCreditBack giveCreditBack(AtProvider atProvider) {
    return new GiveCreditBack(stores, atProvider);
  }

  @Bean
  EndOvertaken endOvertaken(AtProvider atProvider) {
    return new EndOvertaken(stores, atProvider);
  }

  @Bean
  MakeProviderLinks makeProviderLinks(
      AtProvider atProvider, PaymentLinks paymentLinks, ObjectProvider<PayAddress> address) {
    return new MakeProviderLinks(
        stores, atProvider, paymentLinks, address.getIfAvailable(() -> PayAddress.NONE));
  }

  @Bean
  AcceptPage acceptPage() {
    return new AcceptPage(stores, clock);
  }

  @Bean
  TakeNotice takeNotice(Links links, AskProgram askProgram, AcceptPage acceptPage, Rush rush) {
    return new TakeNotice(stores, links, askProgram, acceptPage, clock).tell(rush);
  }

  @Bean
  Subscribe subscribe(
      Links links, AskProgram askProgram, PushFile hooks, ObjectProvider<HookAddress> address) {
    return new Subscribe(
        stores, askProgram, hooks, address.getIfAvailable(() -> HookAddress.NONE), links, clock);
  }

  @Bean
  MissingAtSource missingAtSource(Links links) {
    return new ToldLedger(stores, links);
  }

  @Bean
  static Abilities abilities(Programs programs) {
    return new ProgramAbilities(programs);
  }

  @Bean
  Freshness freshness(Links links) {
    return new StreamFreshness(stores, links);
  }

  @Bean
  SendWriteBack sendWriteBack(Links links, AskProgram askProgram) {
    return new SendWriteBack(stores, links, askProgram);
  }

  @Bean
  SendText sendText(Links links, AskProgram askProgram) {
    return new SendText(stores, links, askProgram);
  }

  @Bean
  AskReports askReports(Links links, AskProgram askProgram) {
    return new AskReports(stores, links, askProgram);
  }

  @Bean
  RemoveProgram removeProgram(Links links, AskProgram askProgram) {
    return new RemoveProgram(
        stores, links, askProgram, new org.dunlin.work.source.MissingAtSource(stores));
  }

  @Bean
  PullNext pullNext(
      Links links,
      AskProgram askProgram,
      Allowance allowance,
      AcceptPage acceptPage,
      Subscribe subscribe,
      MissingAtSource ledger,
      ObjectProvider<Checkpoint> checkpoints) {
    return new PullNext(
        stores,
        links,
        askProgram,
        allowance,
        acceptPage,
        subscribe,
        ledger,
        checkpoints.getIfAvailable(() -> Checkpoint.NONE),
        clock,
        StageRoutes.PULLING);
  }

  @Bean
  ChangeProgram changeProgram(Links links, Wire wire) {
    return new ChangeProgram(stores, links, wire, privateAddresses);
  }

  @Bean
  ChangeConnection changeConnection(ChangeProgram changeProgram) {
    return new ChangeConnection(stores, changeProgram, new ReadKeys());
  }

  @Bean
  TestConnection testConnection(TestProgram testProgram, CamelContext camel) {
    return new TestConnection(stores, testProgram, new LookOnce(camel));
  }

  /** What the settings say of connections counts before the first of them is read. */
  @Bean
  ApplyConnections applyConnections(
      HubSettings settings, ChangeConnection changes, ConfigurableEnvironment environment) {
    ApplyConnections connections = new ApplyConnections(stores, changes);
    new SaidConnections(settings.companies(), environment).apply(connections);
    return connections;
  }

  @Bean
  static Offers offers(Programs programs) {
    return new Offers(programs);
  }

  @Bean
  ShownConnections shownConnections(Offers offers, ProgramHealth health, StandIns standIns) {
    return new ShownConnections(stores, offers, health, standIns, clock);
  }

  @Bean
  static Permission permission(AuthoriseProgram authoriseProgram) {
    return new Permission(authoriseProgram);
  }

  @Bean
  AuthoriseProgram authoriseProgram(
      Links links,
      Wire wire,
      Allowance allowance,
      AskProgram askProgram,
      ChangeProgram changeProgram,
      StandIns standIns) {
    PermitAccess permitAccess = new PermitAccess(stores, wire, allowance, clock);
    return new AuthoriseProgram(stores, links, permitAccess, askProgram, changeProgram, standIns);
  }

  @Bean
  TestProgram testProgram(Links links, AskProgram askProgram) {
    return new TestProgram(stores, links, askProgram, clock);
  }

  @Bean
  CheckTieOut checkTieOut() {
    return new CheckTieOut(stores);
  }

  @Bean
  TieOuts tieOuts() {
    return new TieOuts(stores);
  }

  @Bean
  SteerProgram steerProgram(Wire wire, MissingAtSource ledger) {
    return new SteerProgram(stores, wire, ledger);
  }

  @Bean
  ProgramHealth programHealth(Links links, Allowance allowance) {
    return new ProgramHealth(stores, links, allowance, clock);
  }
}
