package org.dunlin.console;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.dunlin.connectors.program.Programs;
import org.dunlin.core.port.TryRoad;
import org.dunlin.core.port.Wire;
import org.dunlin.store.Stores;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.StandIns;
import org.dunlin.work.offer.ChangeConnection;
import org.dunlin.work.offer.Offers;
import org.dunlin.work.offer.Permission;
import org.dunlin.work.offer.ShownConnections;
import org.dunlin.work.offer.TestConnection;
import org.dunlin.work.program.AuthoriseProgram;
import org.dunlin.work.program.ChangeProgram;
import org.dunlin.work.program.DropIns;
import org.dunlin.work.program.ProgramHealth;
import org.dunlin.work.program.RemoveProgram;
import org.dunlin.work.program.SteerProgram;
import org.dunlin.work.program.TestProgram;
import org.dunlin.work.pull.ToldLedger;
import org.dunlin.work.quota.Allowance;
import org.dunlin.work.source.MissingAtSource;
import org.dunlin.work.tieout.CheckTieOut;
import org.dunlin.work.tieout.TieOuts;
import org.dunlin.work.token.Credentials;
import org.dunlin.work.token.PermitAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Programs of {@code src/test/programs}, as dropped in, and what steers connections to them. */
@Configuration(proxyBeanMethods = false)
class SomePrograms {
  private final Stores stores;
  private final Clock clock;

  SomePrograms(Stores stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  @Bean
  static Programs programs() {
    return new Programs(new DropIns(Path.of("src", "test", "programs")));
  }

  @Bean
  static Wire wire() {
    return new PlainWire();
  }

  @Bean
  Links links(Programs programs) {
    return new Links(stores, programs, clock);
  }

  @Bean
  AskProgram askProgram(Wire wire) {
    Allowance allowance = new Allowance(stores, clock);
    Credentials credentials = new Credentials(stores, wire, allowance, clock);
    return new AskProgram(stores, wire, allowance, credentials, clock);
  }

  @Bean
  ChangeProgram changeProgram(Links links, Wire wire) {
    return new ChangeProgram(stores, links, wire, true);
  }

  @Bean
  Permission permission(
      Links links, Wire wire, AskProgram askProgram, ChangeProgram changeProgram) {
    PermitAccess permitAccess = new PermitAccess(stores, wire, new Allowance(stores, clock), clock);
    return new Permission(
        new AuthoriseProgram(
            stores, links, permitAccess, askProgram, changeProgram, StandIns.NONE));
  }

  @Bean
  TestProgram testProgram(Links links, AskProgram askProgram) {
    return new TestProgram(stores, links, askProgram, clock);
  }

  @Bean
  ChangeConnection changeConnection(ChangeProgram changeProgram) {
    return new ChangeConnection(stores, changeProgram, (key, phrase) -> Optional.empty());
  }

  @Bean
  TestConnection testConnection(TestProgram testProgram) {
    TryRoad refused =
        road -> new TryRoad.Tried(false, "The server " + road.server() + " does not answer.");
    return new TestConnection(stores, testProgram, refused);
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
  SteerProgram steerProgram(Links links, Wire wire) {
    return new SteerProgram(stores, wire, new ToldLedger(stores, links));
  }

  @Bean
  RemoveProgram removeProgram(Links links, AskProgram askProgram) {
    return new RemoveProgram(stores, links, askProgram, new MissingAtSource(stores));
  }

  @Bean
  static Offers offers(Programs programs) {
    return new Offers(programs);
  }

  @Bean
  ShownConnections shownConnections(Links links, Offers offers) {
    ProgramHealth health = new ProgramHealth(stores, links, new Allowance(stores, clock), clock);
    return new ShownConnections(stores, offers, health, StandIns.NONE, clock);
  }
}
