package org.dunlin.work.debit;

import java.util.Locale;
import java.util.Optional;
import org.dunlin.connectors.pain.Flavour;
import org.dunlin.connectors.pain.Flavours;
import org.dunlin.connectors.pain.PainVersion;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.jspecify.annotations.Nullable;

/**
 * By which account, in which form and over which connection a company collects.
 *
 * @param iban of the account that gets the money
 * @param ahead banking days before the bank's deadline on which a file is drawn up
 */
public record DebitConnection(
    Connection connection,
    Flavour flavour,
    PainVersion version,
    String iban,
    @Nullable String bic,
    @Nullable String registration,
    boolean oneSum,
    int ahead) {
  /** Names of its settings. */
  public static final String FLAVOUR = "bank";

  public static final String VERSION = "version";
  public static final String ACCOUNT = "account";
  public static final String BIC = "bic";
  public static final String REGISTRATION = "registration";
  public static final String ONE_SUM = "booked";
  public static final String AHEAD = "ahead";

  /** The version that a bank prefers. */
  public static final String USUAL = "usual";

  /** Banking days in which a person may approve a file, where nothing is said. */
  public static final String USUAL_AHEAD = "2";

  /** The one of a company, the first where there are several; empty where it has none. */
  public static Optional<DebitConnection> of(Stores stores, String companyId) {
    return stores.connections().of(companyId).stream()
        .filter(each -> each.program().equals(RoadKind.DEBITS.program()))
        .findFirst()
        .map(DebitConnection::of);
  }

  private static DebitConnection of(Connection connection) {
    Flavour flavour =
        Flavours.of(text(connection, FLAVOUR, "")).orElseGet(() -> Flavours.all().getFirst());
    return new DebitConnection(
        connection,
        flavour,
        PainVersion.of(text(connection, VERSION, USUAL)).orElse(flavour.versions().getFirst()),
        plain(text(connection, ACCOUNT, "")),
        nothing(plain(text(connection, BIC, ""))),
        nothing(text(connection, REGISTRATION, "")),
        !text(connection, ONE_SUM, "one").equals("each"),
        Integer.parseInt(text(connection, AHEAD, USUAL_AHEAD)));
  }

  private static String text(Connection connection, String name, String otherwise) {
    String text = connection.settings().getOrDefault(name, "").strip();
    return text.isEmpty() ? otherwise : text;
  }

  private static String plain(String text) {
    return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }

  private static @Nullable String nothing(String text) {
    return text.isEmpty() ? null : text;
  }
}
