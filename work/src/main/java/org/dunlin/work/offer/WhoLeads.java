package org.dunlin.work.offer;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.program.Capability;
import org.dunlin.store.Stores;
import org.dunlin.store.company.Connection;
import org.dunlin.store.ledger.OfRecord.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Asks which connection is of record for invoices as soon as a program is not the only one that
 * brings them. Whose figures count also says which program is told what was paid; until somebody
 * answers it is the one that brought the first invoice, whichever happened to be quicker.
 */
public final class WhoLeads {
  private static final String INVOICES = Capability.READ_INVOICES.word();
  private static final String PAYMENT = Capability.PUSH_PAYMENT.word();

  private final Stores stores;
  private final Offers offers;

  /** Over these stores, with the programs that the hub knows. */
  public WhoLeads(Stores stores, Offers offers) {
    this.stores = stores;
    this.offers = offers;
  }

  /**
   * What a person is asked.
   *
   * @param candidates the connections that bring invoices, by id; the one that is proposed first
   * @param leads whose figures count meanwhile; absent before there are any
   */
  public record Question(List<Candidate> candidates, @Nullable String leads) {
    public Question {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * A connection that may lead.
   *
   * @param label what people call its program
   * @param isProgram whether it leads to a program; else files come by it
   * @param isTold whether its program can be told what was paid
   */
  public record Candidate(String id, String label, boolean isProgram, boolean isTold) {}

  /** The question; empty where somebody answered it, or where there is nothing to choose. */
  public Optional<Question> of(String companyId) {
    if (isAnswered(companyId)) {
      return Optional.empty();
    }
    String leads =
        stores
            .ofRecord()
            .invoices(companyId)
            .or(() -> stores.ofRecord().firstOfInvoices(companyId))
            .orElse(null);
    List<Candidate> candidates =
        stores.connections().of(companyId).stream()
            .flatMap(each -> candidate(each).stream())
            .sorted(
                Comparator.comparing((Candidate each) -> !each.isTold())
                    .thenComparing(each -> !each.isProgram())
                    .thenComparing(each -> !each.id().equals(leads))
                    .thenComparing(Candidate::id))
            .toList();
    return candidates.size() > 1 && candidates.stream().anyMatch(Candidate::isProgram)
        ? Optional.of(new Question(candidates, leads))
        : Optional.empty();
  }

  /** Whoever named a connection that was removed since is asked again. */
  private boolean isAnswered(String companyId) {
    return stores
        .ofRecord()
        .named(companyId, Subject.INVOICES)
        .flatMap(named -> stores.connections().find(companyId, named))
        .isPresent();
  }

  /** A program that says it has invoices; of files it is one that has brought some. */
  private Optional<Candidate> candidate(Connection connection) {
    Optional<OfferedProgram> offered = offers.find(connection.program(), connection.settings());
    boolean program = offered.filter(each -> each.capabilities().contains(INVOICES)).isPresent();
    boolean told = offered.filter(each -> each.capabilities().contains(PAYMENT)).isPresent();
    String label = offered.map(OfferedProgram::label).orElse(connection.program());
    return program || stores.ofRecord().brought(connection.companyId(), connection.id())
        ? Optional.of(new Candidate(connection.id(), label, program, told))
        : Optional.empty();
  }
}
