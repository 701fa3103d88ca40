package org.dunlin.work.token;

import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.program.Access;
import org.dunlin.work.link.Link;

/** Asks the admin to permit the access anew, once; everything else goes on. */
public final class Reauthorisation {
  /** The flow that shows how the access of a connection stands. */
  public static final String FLOW = "authorise";

  private final Stores stores;

  /** Over these stores. */
  public Reauthorisation(Stores stores) {
    this.stores = stores;
  }

  /** The program does not let the hub in any more; the sentence says why. */
  public void ask(Link link, String sentence) {
    stores
        .transactions()
        .run(
            () -> {
              boolean news =
                  stores
                      .programs()
                      .linked()
                      .setAccess(link.companyId(), link.id(), Access.REAUTHORISE, sentence);
              if (news) {
                stores
                    .journal()
                    .append(
                        link.companyId(),
                        Happening.to(
                            "connection",
                            link.id(),
                            "CONNECTION_REAUTHORISE",
                            FLOW,
                            stores.companies().businessDate(link.profile()),
                            sentence));
              }
            });
    stores.flows().failed(link.companyId(), link.id(), FLOW, sentence);
  }
}
