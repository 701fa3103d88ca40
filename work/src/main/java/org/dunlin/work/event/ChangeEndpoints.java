package org.dunlin.work.event;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.dunlin.core.event.EventKind;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.event.EventEndpoint;
import org.dunlin.store.event.EventEndpoint.Standing;
import org.dunlin.store.journal.Happening;
import org.dunlin.work.event.RefusedEndpoint.Reason;
import org.dunlin.work.link.GuardedAddress;

/** Which programs are told what happens, as people say it. */
public final class ChangeEndpoints {
  /** For so long after a new secret the one before it signs, too. */
  public static final Duration OVERLAP = Duration.ofDays(1);

  private static final int MOST = 20;
  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_ADDRESS = 1000;

  private final Stores stores;
  private final EndpointSecrets secrets;
  private final boolean privateAddresses;

  /**
   * Over these stores.
   *
   * @param privateAddresses whether addresses may lead into private networks, without https
   */
  public ChangeEndpoints(Stores stores, boolean privateAddresses) {
    this.stores = stores;
    this.secrets = new EndpointSecrets(stores);
    this.privateAddresses = privateAddresses;
  }

  /** What somebody says of a program. */
  public record Said(String name, String address, Collection<EventKind> kinds) {}

  /** A program with the only sight of its secret that there will be. */
  public record Made(UUID id, String secret) {
    @Override
    public String toString() {
      return "Made[" + id + "]"; // never the secret
    }
  }

  /**
   * Tells a program what happens from now on.
   *
   * @throws RefusedEndpoint when it cannot be told so
   */
  public Made add(String companyId, Said said, String by) {
    check(said);
    UUID id = Ids.next();
    return stores
        .transactions()
        .in(
            () -> {
              if (stores.events().endpoints().of(companyId).size() >= MOST) {
                throw new RefusedEndpoint(
                    Reason.MANY,
                    "A company tells at most " + MOST + " programs; remove one first.");
              }
              LocalDate today = today(companyId);
              stores
                  .events()
                  .endpoints()
                  .add(
                      companyId,
                      id,
                      said.name().strip(),
                      said.address(),
                      said.kinds(),
                      by,
                      Ids.firstOf(stores.events().news().now()),
                      today);
              EventEndpoint made = find(companyId, id).orElseThrow();
              if (said.kinds().contains(EventKind.TASK_ADDED)) {
                new Standings(stores, null).begin(made, today);
              }
              note(companyId, id, "ENDPOINT_ADDED", by, host(said.address()));
              return new Made(id, secrets.shown(made));
            });
  }

  /**
   * Says something else of a program; false where there is none.
   *
   * @throws RefusedEndpoint when it cannot be told so
   */
  public boolean change(String companyId, UUID id, Said said, String by) {
    check(said);
    return of(
        companyId,
        id,
        before -> {
          stores
              .events()
              .endpoints()
              .change(companyId, id, said.name().strip(), said.address(), said.kinds());
          if (said.kinds().contains(EventKind.TASK_ADDED)
              && !before.kinds().contains(EventKind.TASK_ADDED)) {
            new Standings(stores, null).begin(before, today(companyId));
          }
          note(companyId, id, "ENDPOINT_CHANGED", by, host(said.address()));
        });
  }

  /** A new secret; the one before it signs, too, for a day. Empty where there is no program. */
  public Optional<String> rotate(String companyId, UUID id, String by) {
    boolean rotated =
        of(
            companyId,
            id,
            before -> {
              stores.events().endpoints().rotate(companyId, id, OVERLAP);
              note(companyId, id, "ENDPOINT_SECRET_ROTATED", by, "");
            });
    return rotated ? find(companyId, id).map(secrets::shown) : Optional.empty();
  }

  /** Tells a program nothing for now, or goes on where it was left; false where it was so. */
  public boolean switchOn(String companyId, UUID id, boolean on, String by) {
    Standing state = on ? Standing.ON : Standing.OFF;
    boolean switched =
        matching(
            companyId,
            id,
            before -> stores.events().endpoints().switchTo(companyId, id, state, null),
            before -> {
              if (on) {
                stores.events().log().waitNoLonger(companyId, id, Duration.ZERO);
              }
              note(companyId, id, on ? "ENDPOINT_ON" : "ENDPOINT_OFF", by, "");
            });
    stores.wakeups().wake(Stage.DELIVER);
    return switched;
  }

  /** Tells a program nothing any more; false where there is none. */
  public boolean remove(String companyId, UUID id, String by) {
    return of(
        companyId,
        id,
        before -> {
          var unused = stores.events().endpoints().remove(companyId, id);
          note(companyId, id, "ENDPOINT_REMOVED", by, host(before.address()));
        });
  }

  /** Sends something to see whether it arrives, also where the program is switched off. */
  public boolean test(String companyId, UUID id) {
    boolean sent =
        of(companyId, id, endpoint -> new Telling(stores, endpoint, today(companyId)).test());
    stores.wakeups().wake(Stage.DELIVER);
    return sent;
  }

  private boolean of(String companyId, UUID id, Consumer<EventEndpoint> change) {
    return matching(companyId, id, endpoint -> true, change);
  }

  private boolean matching(
      String companyId, UUID id, Predicate<EventEndpoint> asked, Consumer<EventEndpoint> change) {
    return stores
        .transactions()
        .in(
            () -> {
              Optional<EventEndpoint> endpoint = find(companyId, id).filter(asked);
              endpoint.ifPresent(change);
              return endpoint.isPresent();
            });
  }

  private Optional<EventEndpoint> find(String companyId, UUID id) {
    return stores.events().endpoints().find(companyId, id);
  }

  private void check(Said said) {
    String name = said.name().strip();
    if (name.isEmpty()
        || name.length() > LONGEST_NAME
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new RefusedEndpoint(
          Reason.NAME, "A name of at most " + LONGEST_NAME + " characters is needed, on one line.");
    }
    if (said.address().length() > LONGEST_ADDRESS) {
      throw address(GuardedAddress.Flaw.NONE);
    }
    Optional<GuardedAddress.Flaw> flaw = GuardedAddress.flaw(said.address(), privateAddresses);
    if (flaw.isPresent()) {
      throw address(flaw.get());
    }
    if (said.kinds().isEmpty() || said.kinds().contains(EventKind.TEST)) {
      throw new RefusedEndpoint(Reason.KINDS, "Choose at least one kind of event.");
    }
  }

  private static RefusedEndpoint address(GuardedAddress.Flaw flaw) {
    return switch (flaw) {
      case NONE ->
          new RefusedEndpoint(
              Reason.ADDRESS,
              "This is no address; give one such as https://erp.example.com/events.");
      case PLAIN -> new RefusedEndpoint(Reason.PLAIN, "The address must begin with https://.");
      case INSIDE ->
          new RefusedEndpoint(
              Reason.INSIDE,
              "The address leads into a private network; the hub goes there only where"
                  + " dunlin.programs.private-addresses is true.");
    };
  }

  /** The rest of an address is often a secret. */
  private static String host(String address) {
    String host = URI.create(address).getHost();
    return host == null ? "" : host;
  }

  private LocalDate today(String companyId) {
    return stores.companies().businessDate(stores.companies().profile(companyId));
  }

  private void note(String companyId, UUID id, String event, String by, String reason) {
    stores
        .journal()
        .append(companyId, Happening.to("endpoint", id, event, by, today(companyId), reason));
  }
}
