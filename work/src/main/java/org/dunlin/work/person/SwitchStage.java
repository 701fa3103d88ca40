package org.dunlin.work.person;

import java.time.LocalDate;
import java.util.Locale;
import org.dunlin.core.port.RouteBoard;
import org.dunlin.core.port.Stage;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;

/**
 * Switches a stage of this process off, or on again. It serves all companies, so it is noted in the
 * journal of each.
 */
final class SwitchStage {
  private final Stores stores;
  private final RouteBoard routes;

  /** Over these stores and the routes of this process. */
  SwitchStage(Stores stores, RouteBoard routes) {
    this.stores = stores;
    this.routes = routes;
  }

  /** Noted before it is done: a switch that nobody knows of is worse than a note too many. */
  void to(Stage stage, boolean on, String by) {
    String name = stage.name().toLowerCase(Locale.ROOT);
    String event = on ? "STAGE_SWITCHED_ON" : "STAGE_SWITCHED_OFF";
    stores
        .transactions()
        .run(
            () -> {
              for (String companyId : stores.companies().ids()) {
                LocalDate today =
                    stores.companies().businessDate(stores.companies().profile(companyId));
                stores
                    .journal()
                    .append(companyId, Happening.to("stage", name, event, by, today, ""));
              }
            });
    routes.set(stage, on);
  }
}
