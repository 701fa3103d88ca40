package org.dunlin.config.demo;

import java.io.PrintStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** What the demonstration says to whoever started it. */
final class DemoWords {
  /** A place that is worth a look. */
  private record Sight(String path, String what) {}

  private static final List<Sight> SIGHTS =
      List.of(
          new Sight("", "what is owed, what waits for a person, and a tour of six clicks"),
          new Sight("customers", "who owes; each with a timeline of all that happened"),
          new Sight("payments", "what came in, what it paid by which evidence, what is not placed"),
          new Sight("messages", "every reminder as the customer got it, and why it went"),
          new Sight(
              "connections",
              "the programs: how each stands, what is read, and what can be connected"),
          new Sight("inbox", "every file that came in; what was refused, why, and what to do"));

  private DemoWords() {}

  static void begin(PrintStream out, Demonstration demonstration) {
    int customers = demonstration.world().customers().size();
    out.printf(
        Locale.ROOT,
        "%s has %,d customers in %d countries. %d days pass; you may look on meanwhile:%n",
        demonstration.world().company().name(),
        customers,
        demonstration.world().customers().stream()
            .map(customer -> customer.address() == null ? "" : customer.address().country())
            .distinct()
            .count(),
        demonstration.world().days().size());
    address(out, demonstration);
  }

  static void end(PrintStream out, Demonstration demonstration, DemoFigures figures) {
    figures(out, demonstration, figures);
    out.println("Seven things to look at:");
    URI console = demonstration.console();
    for (Sight sight : SIGHTS) {
      String address = console + sight.path() + "?company=" + demonstration.world().company().id();
      out.printf(Locale.ROOT, "  %-47s %s%n", address, sight.what());
    }
    out.printf(
        Locale.ROOT,
        "  %-47s %s%n",
        demonstration.mailboxPage(),
        "the customers' mailbox: the reminders as they arrived");
    out.println();
    address(out, demonstration);
    out.println("The accounting program and the banks write into " + demonstration.folder());
    out.println(
        "Xero, Exact Online, Moneybird and Mollie are played on this machine; nothing is asked of"
            + " the vendors.");
    out.println(
        "To pay by hand: open a message in the mailbox that names an invoice which is still open,"
            + " follow its link, press Pay, and then Pay on the provider's page.");
  }

  private static void figures(PrintStream out, Demonstration demonstration, DemoFigures figures) {
    int meant = figures.found() + figures.left();
    int days = demonstration.world().days().size();
    out.printf(Locale.ROOT, "%nWhat the hub reached in %d days, held against the truth:%n", days);
    line(out, "invoices read", figures.invoices());
    line(out, "  of which paid", figures.paid());
    line(out, "  open", figures.invoices() - figures.paid() + ", " + figures.open());
    line(out, "payments and credits placed by themselves", share(figures.found(), meant));
    line(out, "  placed wrongly", figures.wrong().size());
    line(out, "  left for a person", figures.left());
    line(out, "payments not used up, all in sight", figures.unallocated());
    line(out, "mails that customers received", figures.mails());
    line(out, "invoices that they were reminded of", figures.reminders());
    line(out, "  already paid", figures.wrongReminders().size());
    line(out, "messages that no mail server took", figures.refused());
    line(out, "messages that may or may not have left", figures.unknown());
    line(out, "files put aside with a reason", figures.quarantined());
    line(out, "invoices and credits that the programs brought", figures.brought());
    line(out, "  that came as a file, too, and count once", figures.twoRoads());
    line(out, "payments written into the programs", figures.writtenBack());
    line(out, "payments by the link of a message", demonstration.paidByLink());
    line(out, "invoices on which hub and books disagree", figures.contradicted().size());
    out.println();
    figures.wrong().forEach(wrong -> out.println("WRONG allocation: " + wrong));
    figures.notWritten().forEach(each -> out.println("REFUSED by " + each));
    figures.contradicted().forEach(each -> out.println("DISAGREE on invoice " + each));
    figures.wrongReminders().forEach(wrong -> out.println("WRONG reminder: " + wrong));
  }

  private static void address(PrintStream out, Demonstration demonstration) {
    out.println("  the console      " + demonstration.console());
    demonstration
        .administrator()
        .ifPresent(
            made -> out.println("  sign in as       " + made.name() + " with " + made.password()));
  }

  private static String share(int part, int whole) {
    return whole == 0
        ? "none"
        : String.format(Locale.ROOT, "%,d of %,d (%.1f %%)", part, whole, 100.0 * part / whole);
  }

  private static void line(PrintStream out, String what, int count) {
    line(out, what, String.format(Locale.ROOT, "%,d", count));
  }

  private static void line(PrintStream out, String what, String value) {
    out.printf(Locale.ROOT, "  %-44s %s%n", what, value);
  }
}
