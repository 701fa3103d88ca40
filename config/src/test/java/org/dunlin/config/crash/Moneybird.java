package org.dunlin.config.crash;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.dunlin.sandbox.program.Bookkeeper;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.moneybird.MoneybirdCompany;
import org.dunlin.sandbox.program.moneybird.MoneybirdProgram;
import org.dunlin.sandbox.program.oauth.AppCredentials;
import org.dunlin.sandbox.world.MadeDocument;
import org.dunlin.sandbox.world.World;

/** An accounting program in the process of the test: it lives on while hubs are killed. */
final class Moneybird implements AutoCloseable {
  /** Of the program and of the connection to it. */
  static final String NAME = "moneybird";

  private static final long ADMINISTRATION = 123456;

  private final MoneybirdProgram program;
  private final Bookkeeper keeper;

  private Moneybird(MoneybirdProgram program) {
    this.program = program;
    this.keeper = new Bookkeeper(program.books());
    program.knownAs(URI.create("https://moneybird.com"));
    program.limits().lift();
  }

  /** With three of four customers of a world, before its first day. */
  static Moneybird of(World world) throws IOException {
    world.keepIn(NAME, false, Moneybird::has);
    return again(world);
  }

  /** The same for the same world, with empty books. */
  static Moneybird again(World world) throws IOException {
    Company company = world.company();
    Clock clock = Clock.systemUTC();
    return new Moneybird(
        MoneybirdProgram.open(
            new Books(NAME, clock),
            new MoneybirdCompany(
                ADMINISTRATION,
                company.name(),
                company.country(),
                company.currency(),
                company.timeZone()),
            new AppCredentials("nobody", "uses it"),
            clock,
            0));
  }

  private static boolean has(Customer customer) {
    return Integer.parseInt(customer.id().replaceAll("\\D", "")) % 4 != 0;
  }

  void book(List<MadeDocument> documents) {
    keeper.keep(documents);
  }

  Books books() {
    return program.books();
  }

  /** The settings by which a hub reaches it, and is let in. */
  List<String> settings() {
    String connection = Outside.COMPANY + "connections." + NAME + ".";
    return List.of(
        "dunlin.programs.stand-ins." + NAME + "=" + program.address(),
        connection + "program=" + NAME,
        connection + "settings.signIn=token",
        connection + "settings.apiToken=" + program.authorisation().personalToken(),
        connection + "settings.administration=" + ADMINISTRATION);
  }

  @Override
  public void close() {
    program.close();
  }
}
