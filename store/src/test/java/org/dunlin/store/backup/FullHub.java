package org.dunlin.store.backup;

import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import org.dunlin.store.ChunkWriter;
import org.dunlin.store.Rows;
import org.dunlin.store.company.WorkDue;

/** A hub with rows in its tables that are not easy to write down as text. */
final class FullHub {
  /** What stands in names: a tab, a new line, a backslash, the mark of null, the end of a copy. */
  static final String AWKWARD = "a\tb\nc\\d \\N \\. \r\n é \u20ac \ud83e\udd86 'quoted' \"so\"";

  private static final int CONTENT_BYTES = 700_000;

  private FullHub() {}

  static Rows of() {
    Rows rows = new Rows();
    rows.company("beta");
    for (int i = 0; i < 20; i++) {
      rows.invoice("acme", "2026-" + i, "100.10");
      rows.payment("acme", "entry-" + i, "99.99");
      rows.email("acme", "smtp/c-" + i);
    }
    rows.invoice("beta", AWKWARD, "0.01");
    content(rows, LocalDate.of(2026, 9, 1));
    content(rows, LocalDate.of(2026, 11, 1));
    rows.stores.companies().addWorkDue("acme", WorkDue.DUN);
    rows.stores.flows().failed("acme", "books", "intake", AWKWARD);
    rows.stores.settings().setStopped(true);
    rows.jdbc()
        .sql(
            "insert into hub_user (name, password_hash, role, created_at) values ('anna', '{x}', 'ADMIN', now())")
        .update();
    return rows;
  }

  private static void content(Rows rows, LocalDate month) {
    rows.stores.transactions().run(() -> rows.stores.rawContent().makeRoom(month));
    UUID delivery = rows.delivery("acme", AWKWARD);
    byte[] bytes = new byte[CONTENT_BYTES];
    new Random(month.toEpochDay()).nextBytes(bytes);
    try (ChunkWriter content =
        rows.stores.rawContent().writing("acme", delivery, month).content()) {
      content.write(bytes, 0, bytes.length);
    }
  }
}
