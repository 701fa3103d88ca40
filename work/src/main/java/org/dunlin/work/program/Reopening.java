package org.dunlin.work.program;

import java.util.Set;
import org.dunlin.connectors.program.Authorisation;
import org.dunlin.connectors.program.Manifest;
import org.dunlin.store.Stores;
import org.dunlin.store.program.Access;
import org.dunlin.work.link.Link;

/** What changed settings and credentials mean for the access to a program. */
final class Reopening {
  static final String CLIENT = "clientId";
  private static final Set<String> APP = Set.of(CLIENT, "clientSecret");

  private final Stores stores;

  Reopening(Stores stores) {
    this.stores = stores;
  }

  /** How the access of a connection begins. */
  static Access first(Manifest manifest) {
    return asksPerson(manifest) ? Access.NEW : Access.AUTHORISED;
  }

  static String firstReason(Manifest manifest) {
    return asksPerson(manifest)
        ? manifest.name() + " has not permitted the access yet; authorise it."
        : "It was added with its credentials.";
  }

  /**
   * Opens or shuts the access.
   *
   * @param link as it was
   * @param manifest as it is now
   * @param credentials names of those that differ
   * @param elsewhere whether the requests go to another place now
   * @param anew whether anything was given that may open what the program had shut
   */
  void after(
      Link link, Manifest manifest, Set<String> credentials, boolean elsewhere, boolean anew) {
    if (otherKind(link.manifest().authorisation(), manifest.authorisation())) {
      forget(link);
      set(link, first(manifest), firstReason(manifest));
    } else if (asksPerson(manifest)) {
      if (elsewhere || credentials.stream().anyMatch(APP::contains)) {
        forget(link);
        set(
            link,
            Access.REAUTHORISE,
            elsewhere
                ? "The address was changed; authorise it anew."
                : "The app's credentials were changed; authorise it anew.");
      }
    } else if (elsewhere || !credentials.isEmpty()) {
      forget(link);
      set(link, Access.AUTHORISED, "Its credentials were changed.");
    } else if (anew && link.linked().access() != Access.AUTHORISED) {
      set(link, Access.AUTHORISED, "Its credentials were entered again.");
    }
  }

  private static boolean otherKind(Authorisation before, Authorisation after) {
    return !before.getClass().equals(after.getClass()) || asksPerson(before) != asksPerson(after);
  }

  /** Whether a person has to permit the access before anything can be asked. */
  private static boolean asksPerson(Manifest manifest) {
    return asksPerson(manifest.authorisation());
  }

  private static boolean asksPerson(Authorisation authorisation) {
    return authorisation instanceof Authorisation.OAuth2 oauth
        && oauth.grant() == Authorisation.Grant.AUTHORISATION_CODE;
  }

  private void forget(Link link) {
    stores.programs().tokens().remove(link.companyId(), link.id());
  }

  private void set(Link link, Access access, String reason) {
    stores.programs().linked().setAccess(link.companyId(), link.id(), access, reason);
    if (access == Access.AUTHORISED) {
      stores.programs().streams().pollNow(link.companyId(), link.id());
    }
  }
}
