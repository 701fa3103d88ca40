package org.dunlin.sandbox.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.dunlin.core.model.Customer;
import org.jspecify.annotations.Nullable;

/** Which customers' documents are made in a program that the hub asks, in place of files. */
final class Elsewhere {
  private final Chronicle chronicle;
  private final Map<String, String> programs = new HashMap<>();
  private final Set<String> plain = new HashSet<>();
  private final Set<String> filed = new HashSet<>();
  private final Map<String, List<MadeDocument>> made = new HashMap<>();

  Elsewhere(Chronicle chronicle) {
    this.chronicle = chronicle;
  }

  void keep(String program, boolean plainNumbers, List<Debtor> debtors, Predicate<Customer> whose) {
    for (Debtor debtor : debtors) {
      if (whose.test(debtor.customer())
          && programs.putIfAbsent(debtor.number(), program) == null
          && plainNumbers) {
        plain.add(debtor.number());
      }
    }
  }

  /** Lets files come, too, of what is made in a program for some customers. */
  void fileToo(List<Debtor> debtors, Predicate<Customer> whose) {
    debtors.stream()
        .filter(debtor -> whose.test(debtor.customer()))
        .map(Debtor::number)
        .forEach(filed::add);
  }

  /** Whether numbers of this customer's documents are digits alone. */
  boolean numbersPlainly(Debtor debtor) {
    return plain.contains(debtor.number());
  }

  boolean keeps(Document document) {
    return program(document) != null;
  }

  /** Whether a file comes of it. */
  boolean files(Document document) {
    return !keeps(document) || filed.contains(document.debtor().number());
  }

  /** Makes in their programs those that belong there. */
  void make(List<Document> documents, LocalDate day) {
    for (Document document : documents) {
      String program = program(document);
      if (program != null) {
        made.computeIfAbsent(program, p -> new ArrayList<>()).add(new MadeDocument(document));
        chronicle.delivered(document, day);
      }
    }
  }

  /** What was made in a program since the last question. */
  List<MadeDocument> take(String program) {
    List<MadeDocument> taken = made.remove(program);
    return taken == null ? List.of() : List.copyOf(taken);
  }

  private @Nullable String program(Document document) {
    return programs.get(document.debtor().number());
  }
}
