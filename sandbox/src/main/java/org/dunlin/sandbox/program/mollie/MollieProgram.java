package org.dunlin.sandbox.program.mollie;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.dunlin.sandbox.program.Call;
import org.dunlin.sandbox.program.Limits;
import org.dunlin.sandbox.program.ProgramServer;
import org.dunlin.sandbox.program.Routes;
import org.dunlin.sandbox.program.Trouble;

/** Mollie with one account, served on loopback: the API, and the pages on which payers pay. */
public final class MollieProgram implements AutoCloseable {
  private final MollieApi api;
  private final MollieTill till;
  private final MollieHooks hooks;
  private final ProgramServer server;

  private MollieProgram(MollieApi api, MollieTill till, MollieHooks hooks, ProgramServer server) {
    this.api = api;
    this.till = till;
    this.hooks = hooks;
    this.server = server;
    api.servedAt(server.address());
  }

  /**
   * Opens it.
   *
   * @param port on loopback; 0 for any that is free
   * @throws IOException when the port is taken
   */
  public static MollieProgram open(MollieAccount account, Clock clock, int port)
      throws IOException {
    return open(account, clock, clock, port);
  }

  /**
   * Opens it where days pass more quickly than hours do.
   *
   * @param clock of what waits for somebody: when an attempt was begun, and when its time is over
   * @param business clock of what happens: when a payment is paid, taken back or paid out
   * @param port on loopback; 0 for any that is free
   * @throws IOException when the port is taken
   */
  public static MollieProgram open(MollieAccount account, Clock clock, Clock business, int port)
      throws IOException {
    Routes routes = new Routes();
    MollieApi api = new MollieApi(routes, account, clock);
    MollieTill till = new MollieTill(clock, business, account);
    MollieHooks hooks = new MollieHooks();
    till.listen(hooks::changed);
    new MollieCheckout(api, till, hooks).serve(routes);
    new MolliePayments(api, till).serve();
    new MollieLinks(api, till).serve();
    new MollieBacks(api, till).serve();
    new MollieSettlements(api, till).serve();
    new MollieBalances(api, till).serve();
    new MollieSettings(api).serve();
    Limits limits = new Limits(clock, Integer.MAX_VALUE, List.of(MollieManners.MINUTE));
    return new MollieProgram(
        api, till, hooks, new ProgramServer(port, routes, new MollieManners(clock), limits, api));
  }

  /** Where it listens, without a slash at the end. */
  public URI address() {
    return server.address();
  }

  /**
   * Lets links name the vendor's own addresses, where whoever asks finds the way here by those
   * names.
   *
   * @param name of the API
   * @param pages of the hosted pages
   */
  public void knownAs(URI name, URI pages) {
    api.knownAs(name, pages);
  }

  public MollieAccount account() {
    return api.account();
  }

  /** What payers and their banks do, and what is paid out. */
  public MollieTill till() {
    return till;
  }

  public MollieHooks hooks() {
    return hooks;
  }

  public Trouble trouble() {
    return server.trouble();
  }

  public Limits limits() {
    return server.limits();
  }

  /** What was asked until now, hosted pages included. */
  public List<Call> calls() {
    return server.calls();
  }

  @Override
  public void close() {
    server.close();
    hooks.notices().close();
  }
}
