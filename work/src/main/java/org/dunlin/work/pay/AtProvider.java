package org.dunlin.work.pay;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.connectors.program.Capability;
import org.dunlin.connectors.program.Pay;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.store.program.WantedObject;
import org.dunlin.store.program.WantedObject.Kind;
import org.dunlin.store.program.WantedObject.Urgency;
import org.dunlin.work.ask.AskProgram;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.StandIns;
import org.dunlin.work.link.Unlinked;
import org.dunlin.work.pay.AskedOfProvider.Answer;
import org.joda.money.Money;

/**
 * Asks a payment provider while somebody waits: for attempts to pay, for links of its own, for
 * money to be given back. With each goes an id of the hub's, under which the provider does it once
 * at most; what is not known is asked again with the same id. No transaction is open meanwhile:
 * whoever asks has committed that it asks.
 */
public final class AtProvider {
  private static final String NO_PLACE = "{}";

  private final Stores stores;
  private final Links links;
  private final StandIns standIns;
  private final AskedOfProvider asked;

  /** Asks by this road. */
  public AtProvider(Stores stores, Links links, AskProgram askProgram, StandIns standIns) {
    this.stores = stores;
    this.links = links;
    this.standIns = standIns;
    this.asked = new AskedOfProvider(stores, askProgram);
  }

  /** What a connection can be asked for as a provider; nothing where it is none, or is paused. */
  public List<Capability> offers(String companyId, String connectionId) {
    return open(companyId, connectionId)
        .map(
            link ->
                link.manifest().capabilities().stream()
                    .filter(each -> each.word().startsWith("pay."))
                    .sorted()
                    .toList())
        .orElse(List.of());
  }

  /** The connections of a company with which payers may pay online, in the order of their ids. */
  public List<String> providers(String companyId) {
    return stores.connections().of(companyId).stream()
        .map(connection -> connection.id())
        .filter(id -> offers(companyId, id).contains(Capability.PAY_CHECKOUT))
        .sorted()
        .toList();
  }

  /** Whether no money moves with the connection, as its keys or settings say. */
  public boolean isTest(String companyId, String connectionId) {
    return open(companyId, connectionId).map(AtProvider::isTest).orElse(false);
  }

  /** Begins one attempt to pay. */
  public Begun begin(String companyId, String connectionId, CheckoutWish wish) {
    return begun(companyId, connectionId, Capability.PAY_CHECKOUT, wish);
  }

  /**
   * The connection at which a company's payment links are made where payers do not reach the hub;
   * empty where none makes links, or none may now: in shadow mode none, in test mode only where no
   * money moves.
   */
  public Optional<String> linking(CompanyProfile profile) {
    if (profile.mode() == DunningMode.SHADOW) {
      return Optional.empty();
    }
    boolean test = profile.mode() == DunningMode.TEST;
    return stores.connections().of(profile.id()).stream()
        .map(Connection::id)
        .sorted()
        .filter(
            id ->
                open(profile.id(), id)
                    .filter(link -> link.manifest().capabilities().contains(Capability.PAY_LINK))
                    .filter(link -> isTest(link) == test)
                    .isPresent())
        .findFirst();
  }

  /** Makes a payment link of the provider's own, for hubs that nobody outside reaches. */
  public Begun link(String companyId, String connectionId, CheckoutWish wish) {
    return begun(companyId, connectionId, Capability.PAY_LINK, wish);
  }

  /**
   * Asks the payer for the permission to debit an account, and for this amount as the first debit.
   */
  public Begun mandate(String companyId, String connectionId, CheckoutWish wish) {
    return begun(companyId, connectionId, Capability.PAY_MANDATE, wish);
  }

  /**
   * Ends an attempt that nobody has paid.
   *
   * @param checkoutId of the attempt, as it was begun with
   * @param providerId as the provider named it
   */
  public Ended cancel(String companyId, String connectionId, UUID checkoutId, String providerId) {
    return ended(
        companyId,
        connectionId,
        Capability.PAY_CANCEL,
        new Asking(ending(checkoutId), checkoutId, providerId, null, null, null));
  }

  /**
   * Ends a payment link of the provider's own.
   *
   * @param checkoutId of the attempt as which it is kept
   * @param providerId as the provider names the link
   */
  public Ended cancelLink(
      String companyId, String connectionId, UUID checkoutId, String providerId) {
    return ended(
        companyId,
        connectionId,
        Capability.PAY_LINK_CANCEL,
        new Asking(ending(checkoutId), checkoutId, providerId, null, null, null));
  }

  /** Providers refuse a key that was used for another request. */
  private static UUID ending(UUID checkoutId) {
    return UUID.nameUUIDFromBytes(("end " + checkoutId).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Gives an amount of a payment back to who paid it.
   *
   * @param refundId the hub's own id of it
   * @param paymentId as the provider names the payment
   * @param description what the payer reads on the statement
   */
  public Ended refund(
      String companyId,
      String connectionId,
      UUID refundId,
      String paymentId,
      Money amount,
      String description) {
    return ended(
        companyId,
        connectionId,
        Capability.PAY_REFUND,
        new Asking(refundId, refundId, paymentId, null, amount, description));
  }

  /**
   * Lets what the provider says of an attempt be fetched at once, as when the payer has come back.
   */
  public void look(String companyId, String connectionId, String providerId) {
    Optional<Pay> pay =
        open(companyId, connectionId).flatMap(link -> Optional.ofNullable(link.manifest().pay()));
    if (pay.isEmpty()) {
      return;
    }
    WantedObject object = new WantedObject(pay.get().stream(), Kind.OBJECT, providerId, NO_PLACE);
    stores
        .transactions()
        .run(
            () -> {
              stores.programs().linked().lock(companyId, connectionId);
              stores
                  .programs()
                  .wanted()
                  .want(companyId, connectionId, List.of(object), Urgency.NOTICE);
              stores.programs().linked().refresh(companyId, connectionId);
            });
    stores.wakeups().wake(Stage.PULL);
  }

  private Begun begun(
      String companyId, String connectionId, Capability capability, CheckoutWish wish) {
    Link link = open(companyId, connectionId).orElse(null);
    if (link == null) {
      return new Begun.Refused(closed(connectionId));
    }
    if (isTest(link) && link.profile().mode() == DunningMode.LIVE) {
      return new Begun.Refused(
          link.manifest().name()
              + " is connected for tests, with which no money moves, and the company is live; fill"
              + " in the key for payments.");
    }
    return switch (asked.ask(
        link,
        capability,
        new Asking(wish.id(), wish.id(), null, wish, wish.amount(), wish.description()))) {
      case Answer.Given(String id, Map<String, String> gives) -> at(link, id, gives);
      case Answer.Refused(String sentence) -> new Begun.Refused(sentence);
      case Answer.Unknown(String sentence) -> new Begun.Unknown(sentence);
    };
  }

  private Begun at(Link link, String id, Map<String, String> gives) {
    try {
      URI address = URI.create(gives.getOrDefault("address", ""));
      if (!"https".equals(address.getScheme()) || address.getHost() == null) {
        return new Begun.Refused(
            link.manifest().name() + " gives no address at which the payer could pay.");
      }
      String expires = gives.get("expires");
      return new Begun.At(
          id,
          standIns.lead(link.program().name(), address),
          expires == null ? null : Instant.parse(expires));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return new Begun.Unknown(link.manifest().name() + " answers what cannot be read.");
    }
  }

  private Ended ended(String companyId, String connectionId, Capability capability, Asking asking) {
    Link link = open(companyId, connectionId).orElse(null);
    if (link == null) {
      return new Ended.Refused(closed(connectionId));
    }
    return switch (asked.ask(link, capability, asking)) {
      case Answer.Given(String id, Map<String, String> gives) -> new Ended.Done(id);
      case Answer.Refused(String sentence) -> new Ended.Refused(sentence);
      case Answer.Unknown(String sentence) -> new Ended.Unknown(sentence);
    };
  }

  private static boolean isTest(Link link) {
    Pay pay = link.manifest().pay();
    return pay != null && pay.isTest(link.facts());
  }

  private static String closed(String connectionId) {
    return "The connection " + connectionId + " takes no payments now.";
  }

  private Optional<Link> open(String companyId, String connectionId) {
    try {
      Link link = links.open(companyId, connectionId);
      return link.connection().paused() ? Optional.empty() : Optional.of(link);
    } catch (Unlinked e) {
      return Optional.empty();
    }
  }
}
