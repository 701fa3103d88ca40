package org.dunlin.config.hub;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.dunlin.connectors.Detection;
import org.dunlin.connectors.csv.Descriptions;
import org.dunlin.console.api.ApiRates;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.core.port.Freshness;
import org.dunlin.core.port.Outlet;
import org.dunlin.core.port.PutFile;
import org.dunlin.core.port.RouteBoard;
import org.dunlin.core.port.Spans;
import org.dunlin.core.port.Wire;
import org.dunlin.store.Stores;
import org.dunlin.store.backup.Backup;
import org.dunlin.work.Heartbeat;
import org.dunlin.work.Rush;
import org.dunlin.work.access.TellPeople;
import org.dunlin.work.backup.NightlyBackup;
import org.dunlin.work.day.BusinessDay;
import org.dunlin.work.debit.CollectDebits;
import org.dunlin.work.deliver.DeliverEffect;
import org.dunlin.work.deliver.ProgramOutlet;
import org.dunlin.work.deliver.SendText;
import org.dunlin.work.deliver.SendWriteBack;
import org.dunlin.work.dun.DunCompany;
import org.dunlin.work.dun.SourceHolds;
import org.dunlin.work.event.ChangeEndpoints;
import org.dunlin.work.event.SendEvent;
import org.dunlin.work.event.TellEvents;
import org.dunlin.work.intake.AcceptFile;
import org.dunlin.work.intake.WatchFolders;
import org.dunlin.work.link.Links;
import org.dunlin.work.match.MatchCompany;
import org.dunlin.work.offer.ShownConnections;
import org.dunlin.work.outgoing.WriteFiles;
import org.dunlin.work.pay.AtProvider;
import org.dunlin.work.pay.PayAddress;
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
import org.dunlin.work.privacy.KeepNoLonger;
import org.dunlin.work.privacy.KeptMonths;
import org.dunlin.work.tell.FeeAccounts;
import org.dunlin.work.translate.DescriptionFolder;
import org.dunlin.work.translate.FolderTranslators;
import org.dunlin.work.translate.TranslateDelivery;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases over the stores. */
@Configuration(proxyBeanMethods = false)
class WorkConfiguration {
  private final Stores stores;
  private final Checkpoint checkpoint;
  private final Abilities abilities;
  private final Freshness freshness;
  private final Spans spans;

  WorkConfiguration(
      Stores stores,
      ObjectProvider<Checkpoint> checkpoints,
      ObjectProvider<Abilities> abilities,
      ObjectProvider<Freshness> freshness,
      Spans spans) {
    this.spans = spans;
    this.abilities = abilities.getIfAvailable(() -> Abilities.NONE);
    this.freshness = freshness.getIfAvailable(() -> Freshness.NONE);
    this.stores = stores;
    this.checkpoint = checkpoints.getIfAvailable(() -> Checkpoint.NONE);
  }

  @Bean
  AcceptFile acceptFile(HubSettings settings, Clock clock) {
    return new AcceptFile(stores, clock, checkpoint, settings.largestFile().toBytes(), spans);
  }

  @Bean
  TranslateDelivery translateDelivery(Links links, HubSettings settings) {
    Detection files =
        new Detection(new Descriptions(new DescriptionFolder(settings.descriptions())));
    return new TranslateDelivery(stores, files, new FolderTranslators(links), checkpoint, abilities)
        .tell(spans);
  }

  @Bean
  MatchCompany matchCompany(HubSettings settings) {
    return new MatchCompany(stores, checkpoint, abilities, spans, settings.folderSettle());
  }

  @Bean
  FeeAccounts feeAccounts() {
    return new FeeAccounts(stores, abilities);
  }

  @Bean
  PaymentLinks paymentLinks(ObjectProvider<PayAddress> address, AtProvider atProvider) {
    return new PaymentLinks(
        stores,
        address.getIfAvailable(() -> PayAddress.NONE),
        abilities,
        profile -> atProvider.linking(profile).isPresent());
  }

  @Bean
  DunCompany dunCompany(HubSettings settings, PaymentLinks paymentLinks) {
    return new DunCompany(
        stores,
        checkpoint,
        settings.breakerFloor(),
        settings.folderPoll().plus(settings.folderSettle()),
        settings.attachments().toBytes(),
        sourceHolds(),
        paymentLinks,
        spans);
  }

  /** What of the invoices' programs holds reminders and debits. */
  @Bean
  SourceHolds sourceHolds() {
    return new SourceHolds(stores, freshness, SourceHolds.MOST_AGE, Clock.systemUTC());
  }

  /** The way out of all that leaves, programs included. */
  @Bean
  Outlet allOutlets(
      @Qualifier("outlet") Outlet others,
      SendWriteBack sendWriteBack,
      SendText sendText,
      SendEvent sendEvent,
      PutFile putFile) {
    return new ProgramOutlet(stores, others, sendWriteBack, sendText, sendEvent, putFile);
  }

  @Bean
  WriteFiles writeFiles(Clock clock) {
    return new WriteFiles(stores, clock);
  }

  @Bean
  CollectDebits collectDebits() {
    return new CollectDebits(stores, sourceHolds());
  }

  /** In which the notices of programs come, and what gives way to them meanwhile. */
  @Bean
  static Rush rush() {
    return new Rush();
  }

  @Bean
  DeliverEffect deliverEffect(@Qualifier("allOutlets") Outlet allOutlets, Rush rush) {
    return new DeliverEffect(stores, allOutlets, checkpoint, abilities, sourceHolds(), spans)
        .giveWay(rush);
  }

  @Bean
  Decisions decisions(PaymentLinks paymentLinks) {
    return new Decisions(stores, abilities, paymentLinks);
  }

  @Bean
  AllocateByHand allocateByHand() {
    return new AllocateByHand(stores, abilities);
  }

  @Bean
  UndoAllocation undoAllocation() {
    return new UndoAllocation(stores, abilities);
  }

  @Bean
  JudgePayment judgePayment() {
    return new JudgePayment(stores);
  }

  @Bean
  ApplyCreditNote applyCreditNote() {
    return new ApplyCreditNote(stores, abilities);
  }

  @Bean
  JudgeCreditNote judgeCreditNote() {
    return new JudgeCreditNote(stores);
  }

  @Bean
  JudgeRefund judgeRefund() {
    return new JudgeRefund(stores);
  }

  @Bean
  JudgePayer judgePayer() {
    return new JudgePayer(stores);
  }

  @Bean
  RetryEffect retryEffect() {
    return new RetryEffect(stores);
  }

  @Bean
  ReplayMany replayMany() {
    return new ReplayMany(stores);
  }

  @Bean
  SwitchRoute switchRoute(RouteBoard routes) {
    return new SwitchRoute(stores, routes);
  }

  @Bean
  BusinessDay businessDay() {
    return new BusinessDay(stores);
  }

  @Bean
  WatchFolders watchFolders() {
    return new WatchFolders(stores);
  }

  @Bean
  KeepNoLonger keepNoLonger(HubSettings settings, Clock clock) {
    HubSettings.Kept kept = settings.retention();
    try {
      return new KeepNoLonger(
          stores,
          clock,
          new KeptMonths(
              kept.statements(),
              kept.invoices(),
              kept.refused(),
              kept.calls(),
              kept.messages(),
              kept.journal()));
    } catch (IllegalArgumentException e) {
      throw new WrongSettings(String.valueOf(e.getMessage()));
    }
  }

  @Bean
  SendEvent sendEvent(Wire wire, Clock clock) {
    return new SendEvent(stores, wire, clock);
  }

  @Bean
  ChangeEndpoints changeEndpoints(HubSettings settings) {
    return new ChangeEndpoints(stores, settings.programs().privateAddresses());
  }

  @Bean
  TellPeople tellPeople(@Qualifier("outlet") Outlet outlet) {
    return new TellPeople(stores, outlet);
  }

  @Bean
  TellEvents tellEvents(ShownConnections connections) {
    return new TellEvents(
        stores,
        company ->
            connections.ailing(company).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().name())));
  }

  @Bean
  static ApiRates apiRates(HubSettings settings) {
    HubSettings.ApiSettings said = settings.api();
    if (said.callsPerCaller() < 0 || said.callsPerAddress() < 0) {
      throw new WrongSettings(
          "dunlin.api.calls-per-caller and dunlin.api.calls-per-address must be so many calls a"
              + " minute, or 0 for no limit.");
    }
    return new ApiRates(said.callsPerCaller(), said.callsPerAddress());
  }

  @Bean
  Heartbeat heartbeat() {
    return new Heartbeat(stores);
  }

  @Bean
  NightlyBackup nightlyBackup(HubDatabase database, HubSettings settings, Clock clock) {
    Backup backup = new Backup(database.dataSource(), HubVersion.text());
    return new NightlyBackup(
        stores,
        backup,
        () -> TravellingKey.of(database.dataSource(), settings),
        NightlyTimes.of(settings),
        clock);
  }
}
