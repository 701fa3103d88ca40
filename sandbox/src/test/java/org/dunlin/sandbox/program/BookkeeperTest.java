package org.dunlin.sandbox.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dunlin.core.model.Customer;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.dunlin.sandbox.world.OutsideFile;
import org.dunlin.sandbox.world.Truth;
import org.dunlin.sandbox.world.World;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** A world whose invoices are made in three programs beside the files. */
class BookkeeperTest {
  private static final List<String> PROGRAMS = List.of("xero", "exact-online", "moneybird");

  private final World world = World.of(7, LocalDate.of(2026, 9, 1), 61);
  private final Map<String, Books> books = new HashMap<>();
  private final List<OutsideFile> files = new ArrayList<>();

  private static int share(Customer customer) {
    return Integer.parseInt(customer.id().substring(1)) % 4;
  }

  private void play() {
    Map<String, Bookkeeper> keepers = new HashMap<>();
    for (int i = 0; i < PROGRAMS.size(); i++) {
      int share = i;
      String program = PROGRAMS.get(i);
      world.keepIn(program, program.equals("exact-online"), c -> share(c) == share);
      books.put(program, new Books(program, new SetClock()));
      keepers.put(program, new Bookkeeper(kept(program)));
    }
    for (LocalDate day : world.days()) {
      files.addAll(world.day(day));
      keepers.forEach((program, keeper) -> keeper.keep(world.made(program)));
    }
  }

  private Books kept(String program) {
    return Objects.requireNonNull(books.get(program));
  }

  @Test
  void everyInvoiceIsInAFileOrInOneProgram() {
    play();
    Map<String, String> where = new HashMap<>();
    for (OutsideFile file : files) {
      if (file.name().startsWith("factuur-")) {
        where.putIfAbsent(file.name().replaceFirst("factuur-(\\d{4}-\\d{4}).*", "$1"), "");
      }
    }
    books.forEach(
        (program, kept) ->
            kept.documents().all(SalesDocument::isInvoice).stream()
                .map(invoice -> invoice.draft().number())
                .forEach(number -> assertThat(where.put(number, program)).isNull()));
    assertThat(where.keySet()).containsAll(world.truth().open().keySet());
    assertThat(where.values()).contains("", "xero", "exact-online", "moneybird");
  }

  @Test
  void amountsAreTheWorldsAndCreditsAreSettled() {
    play();
    Truth truth = world.truth();
    int credits = 0;
    for (Books kept : books.values()) {
      for (SalesDocument invoice : kept.documents().all(SalesDocument::isInvoice)) {
        Money open = truth.open().get(invoice.draft().number());
        assertThat(open).isNotNull().isLessThanOrEqualTo(kept.sums().open(invoice));
      }
      credits += kept.applications().all().size();
      assertThat(kept.contacts().all()).isNotEmpty();
    }
    assertThat(credits).isPositive();
  }

  @Test
  void numbersAreOfDigitsWhereTheProgramKnowsNoOthers() {
    play();
    assertThat(kept("exact-online").documents().all())
        .isNotEmpty()
        .allMatch(document -> document.draft().number().matches("\\d{8,9}"));
    assertThat(kept("xero").documents().all(SalesDocument::isInvoice))
        .allMatch(document -> document.draft().number().matches("2026-\\d{4}"));
  }

  @Test
  void customersPayWhatIsInTheProgramsToo() {
    play();
    List<String> paid = world.truth().settlements().stream().map(s -> s.invoiceNumber()).toList();
    for (Books kept : books.values()) {
      assertThat(kept.documents().all(SalesDocument::isInvoice))
          .anyMatch(invoice -> paid.contains(invoice.draft().number()));
    }
  }

  @Test
  void thePaperComesAlong() {
    play();
    Books kept = kept("moneybird");
    assertThat(kept.documents().all(SalesDocument::isInvoice))
        .anySatisfy(
            invoice ->
                assertThat(
                        new String(
                            kept.paper(invoice.id()).orElseThrow(), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF"));
  }
}
