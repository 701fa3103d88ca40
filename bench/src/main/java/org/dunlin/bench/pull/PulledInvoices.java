package org.dunlin.bench.pull;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.dunlin.bench.Rounds;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pulls one large administration in several stretches, and between them writes the rows of the
 * stretch before once more.
 */
final class PulledInvoices {
  static final int ROUNDS = 8;
  static final int CONTACTS = 10_000;

  /** Two stretches come before the rounds, so that the next one is always there to be written. */
  private static final int STRETCHES = ROUNDS + 2;

  private static final int SIZE = 100;
  private static final String CONNECTION = "books";

  private final Vendor vendor;
  private final ProgramHub hub;
  private final Stretch stretch;
  private final BareUpsert bare;
  private final JdbcClient jdbc;
  private final int pages;
  private final List<Long> ends = new ArrayList<>(List.of(0L));
  private final List<Double> heaps = new ArrayList<>();
  private int written;

  private PulledInvoices(Vendor vendor, ProgramHub hub, int pages) {
    this.vendor = vendor;
    this.hub = hub;
    this.pages = pages;
    stretch = new Stretch(hub, vendor);
    bare = new BareUpsert(hub.database().dataSource(), Stretch.TRANSLATORS);
    jdbc = JdbcClient.create(hub.database().dataSource());
  }

  /**
   * Measures in this Java machine and prints the figures.
   *
   * @param arguments an empty folder, and how many invoices there are
   */
  public static void main(String[] arguments) throws Exception {
    int pages = Integer.parseInt(arguments[1]) / SIZE / STRETCHES;
    int invoices = pages * SIZE * STRETCHES;
    try (Vendor vendor = new Vendor(new MoneybirdPages(CONTACTS, invoices), 0);
        ProgramHub hub = ProgramHub.start(Path.of(arguments[0]))) {
      new PulledInvoices(vendor, hub, pages).run(invoices);
    }
  }

  private void run(int invoices) throws Exception {
    hub.listen(stage -> {});
    hub.addCompany(BareUpsert.COMPANY);
    hub.connect(CONNECTION, vendor, "1");
    pulled(); // the contacts, and the first invoices
    written();
    pulled();
    Rounds rounds = Rounds.of(ROUNDS, List.of(this::pulled, this::written));
    require("bench", invoices);
    require(BareUpsert.COMPANY, invoices - pages * SIZE);
    ChildMachine.tell(
        rounds.median(0),
        rounds.median(1),
        heaps.getFirst(),
        heaps.getLast(),
        Collections.max(heaps));
  }

  /** How many invoices a second came from pages into the ledger. */
  private double pulled() throws Exception {
    double perSecond = pages * SIZE / stretch.seconds(pages);
    ends.add(jdbc.sql("select max(intake_sequence) from delivery").query(Long.class).single());
    heaps.add(heap());
    say("pulled ", perSecond);
    return perSecond;
  }

  /** How many invoices a second were written as bare rows: those of the stretch before. */
  private double written() throws Exception {
    double seconds = bare.seconds(ends.get(written), ends.get(written + 1), pages);
    written++;
    double perSecond = pages * SIZE / seconds;
    say("upserted", perSecond);
    return perSecond;
  }

  /** What lives after a full collection, in MB. */
  private static double heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }

  private void say(String what, double perSecond) {
    System.err.printf(
        Locale.ROOT, "%-8s %7.0f invoices/s, heap %5.1f MB%n", what, perSecond, heaps.getLast());
  }

  private void require(String company, int invoices) {
    int there =
        jdbc.sql("select count(*) from invoice where company_id = ?")
            .param(company)
            .query(Integer.class)
            .single();
    if (there != invoices) {
      throw new IllegalStateException(
          "the ledger of " + company + " has " + there + " invoices, not " + invoices);
    }
  }
}
