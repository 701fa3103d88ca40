package org.dunlin.work.program;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.dunlin.connectors.program.Authorisation;
import org.dunlin.connectors.program.Manifest;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.dunlin.store.program.Access;
import org.dunlin.work.link.Link;
import org.dunlin.work.link.Links;
import org.dunlin.work.link.StreamRows;
import org.dunlin.work.profile.Author;
import org.dunlin.work.program.GivenSettings.Checked;

/** Adds a connection to a program, and changes what it was told. */
public final class ChangeProgram {
  private static final String CLIENT = "clientId";
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");

  private final Stores stores;
  private final Links links;
  private final GivenSettings settings;
  private final StreamRows rows;
  private final ConnectionNotes notes;

  /**
   * Over these stores.
   *
   * @param privateAddresses whether addresses may lead into private networks
   */
  public ChangeProgram(Stores stores, Links links, boolean privateAddresses) {
    this.stores = stores;
    this.links = links;
    this.settings = new GivenSettings(privateAddresses);
    this.rows = new StreamRows(stores);
    this.notes = new ConnectionNotes(stores);
  }

  /**
   * Adds a connection. Where the program wants to be authorised, that comes next; else the first
   * pull begins.
   *
   * @param given settings by name, secret ones among them
   * @throws WrongSettings with all that is wrong
   * @throws org.dunlin.work.link.Unlinked when the hub does not know the program
   */
  public void add(
      String companyId, String id, String program, Map<String, String> given, Author by) {
    if (!ID.matcher(id).matches()) {
      throw WrongSettings.one(
          "id",
          "The name of a connection is 1 to 40 small letters, digits, dots, hyphens and"
              + " underscores, and begins with a letter or digit, as in books.");
    }
    Manifest manifest = links.program(program).of(given).manifest();
    Checked checked = settings.check(manifest, given, Set.of());
    stores
        .transactions()
        .run(
            () -> {
              refuseTaken(companyId, id);
              stores
                  .connections()
                  .put(new Connection(companyId, id, program, checked.open(), false));
              stores.programs().linked().add(companyId, id, first(manifest), firstReason(manifest));
              keepSecrets(companyId, id, checked.secrets());
              rows.prepare(links.open(companyId, id));
              stores.programs().linked().refresh(companyId, id);
              stores.origins().put(companyId, "connection/" + id, by.kind(), by.name());
              notes.add(
                  companyId,
                  id,
                  "CONNECTION_ADDED",
                  by.name(),
                  "It leads to " + manifest.name() + ".");
            });
    stores.wakeups().wake(Stage.PULL);
  }

  private void refuseTaken(String companyId, String id) {
    if (stores.connections().find(companyId, id).isPresent()) {
      throw WrongSettings.one(
          "id", "There is a connection " + id + " already; choose another name.");
    }
  }

  /** Whether a person has to permit the access before anything can be asked. */
  private static boolean asksPerson(Manifest manifest) {
    return manifest.authorisation() instanceof Authorisation.OAuth2 oauth
        && oauth.grant() == Authorisation.Grant.AUTHORISATION_CODE;
  }

  private static Access first(Manifest manifest) {
    return asksPerson(manifest) ? Access.NEW : Access.AUTHORISED;
  }

  private static String firstReason(Manifest manifest) {
    return asksPerson(manifest)
        ? manifest.name() + " has not permitted the access yet; authorise it."
        : "It was added with its credentials.";
  }

  /**
   * Changes settings of a connection; what is not named stays, and so do secrets that are empty.
   * Other credentials open a connection anew that the program had shut.
   *
   * @throws WrongSettings with all that is wrong
   * @throws org.dunlin.work.link.Unlinked when there is no such connection
   */
  public void change(String companyId, String id, Map<String, String> given, Author by) {
    Link link = links.open(companyId, id);
    Map<String, String> kept = stores.programs().secrets().of(companyId, id);
    Map<String, String> all = new HashMap<>(link.connection().settings());
    all.putAll(given);
    Manifest manifest = link.program().of(all).manifest();
    Checked checked = settings.check(manifest, all, kept.keySet());
    stores
        .transactions()
        .run(
            () -> {
              keepSecrets(companyId, id, checked.secrets());
              boolean changed = !checked.open().equals(link.connection().settings());
              if (changed) {
                stores.programs().linked().lock(companyId, id);
                stores.programs().streams().pollNow(companyId, id);
                stores
                    .connections()
                    .put(
                        new Connection(
                            companyId,
                            id,
                            link.connection().program(),
                            checked.open(),
                            link.connection().paused()));
                notes.add(
                    companyId,
                    id,
                    "CONNECTION_CHANGED",
                    by.name(),
                    "Changed: " + names(link.connection().settings(), checked.open()) + ".");
              }
              Set<String> credentials = new TreeSet<>(checked.secrets().keySet());
              if (!Objects.equals(
                  checked.open().get(CLIENT), link.connection().settings().get(CLIENT))) {
                credentials.add(CLIENT);
              }
              if (!credentials.isEmpty()) {
                rotated(link, credentials, by);
              }
              stores.programs().linked().refresh(companyId, id);
            });
    stores.wakeups().wake(Stage.PULL);
  }

  private void rotated(Link link, Set<String> names, Author by) {
    String companyId = link.companyId();
    if (asksPerson(link.manifest())) {
      if (names.contains(CLIENT) || names.contains("clientSecret")) {
        stores.programs().tokens().remove(companyId, link.id());
        stores
            .programs()
            .linked()
            .setAccess(
                companyId,
                link.id(),
                Access.REAUTHORISE,
                "The app's credentials were changed; authorise it anew.");
      }
    } else {
      stores.programs().tokens().remove(companyId, link.id());
      stores
          .programs()
          .linked()
          .setAccess(companyId, link.id(), Access.AUTHORISED, "Its credentials were changed.");
      stores.programs().streams().pollNow(companyId, link.id());
    }
    notes.add(
        companyId,
        link.id(),
        "CREDENTIALS_ROTATED",
        by.name(),
        "New: " + String.join(", ", names) + ".");
  }

  private static String names(Map<String, String> before, Map<String, String> after) {
    Map<String, String> changed = new TreeMap<>(after);
    changed.entrySet().removeIf(each -> each.getValue().equals(before.get(each.getKey())));
    before.keySet().stream()
        .filter(name -> !after.containsKey(name))
        .forEach(name -> changed.put(name, ""));
    return String.join(", ", changed.keySet());
  }

  private void keepSecrets(String companyId, String id, Map<String, String> secrets) {
    secrets.forEach((name, secret) -> stores.programs().secrets().put(companyId, id, name, secret));
  }
}
