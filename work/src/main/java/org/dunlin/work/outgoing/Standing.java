package org.dunlin.work.outgoing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.dunlin.connectors.outgoing.FileForm;
import org.dunlin.connectors.outgoing.FileForms;
import org.dunlin.connectors.outgoing.FileForms.Made;
import org.dunlin.connectors.outgoing.StandingLine;
import org.dunlin.core.model.Action;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.road.RoadKind;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.jspecify.annotations.Nullable;

/**
 * Writes how an invoice stands for each program that is to be told by files, within the caller's
 * transaction.
 */
public final class Standing {
  private final Stores stores;

  /** Over these stores. */
  public Standing(Stores stores) {
    this.stores = stores;
  }

  /**
   * Adds the files.
   *
   * @param invoice as the hub sees it
   * @param lines all that is to be told of it as canonical JSON Lines
   * @param reminded the reminder that went, where one did
   */
  public void write(
      CompanyProfile profile,
      Invoice invoice,
      Supplier<String> lines,
      LocalDate today,
      @Nullable Action reminded) {
    for (Connection connection : stores.connections().of(profile.id())) {
      if (connection.program().equals(RoadKind.OUTGOING.program())) {
        OutgoingSettings settings = OutgoingSettings.of(connection);
        UUID id = Ids.next();
        switch (settings.content()) {
          case STATUS_LINES -> {
            KeptFile file =
                new KeptFile("status-" + id + ".jsonl", StandardCharsets.UTF_8.name(), lines.get());
            add(profile, connection, invoice, id, file, today);
          }
          case STATUS_CSV -> {
            var customer =
                stores
                    .customers()
                    .find(profile.id(), UUID.fromString(invoice.customerId()))
                    .orElseThrow();
            StandingLine line = new StandingLine(id.toString(), invoice, customer, reminded, today);
            if (FileForms.standing(settings.description())
                instanceof Made.Sound<StandingLine>(FileForm<StandingLine> form)) {
              KeptFile file =
                  new KeptFile(
                      "status-" + id + ".csv",
                      form.charset().name(),
                      form.head() + form.line(line));
              add(profile, connection, invoice, id, file, today);
            }
          }
          case PAYMENTS, DATEV -> {} // once a day
        }
      }
    }
  }

  private void add(
      CompanyProfile profile,
      Connection connection,
      Invoice invoice,
      UUID id,
      KeptFile file,
      LocalDate today) {
    stores
        .outbox()
        .add(
            Effect.decided(
                profile.id(),
                id,
                connection.id(),
                connection.id() + "/" + invoice.id(),
                EffectKind.OUTGOING_FILE,
                null,
                file.json(),
                profile.mode() == DunningMode.LIVE ? EffectState.PENDING : EffectState.SHADOW,
                today));
  }
}
