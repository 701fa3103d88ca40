package org.dunlin.console;

import java.util.UUID;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.work.match.MatchCompany;
import org.dunlin.work.person.Identify;
import org.junit.jupiter.api.Test;

/** The pages of what may be one, and of what is, as they are seen. */
class QuestionSightTest {
  private final Scene scene = new Scene();
  private final Twins twins = new Twins(scene);

  @Test
  void whatIsAskedAndWhatIsOneAreFine() {
    Sight.isFine("questions-empty", at("/questions"));
    twins.customer(Scene.FOLDER, "Jansen", "NL001234567B01");
    twins.invoice(Scene.FOLDER, "2026-0042", "100.00");
    twins.customer("billing", "Jansen Handel", null);
    twins.invoice("billing", "2026-0042", "100.00");
    match();
    UUID question = scene.stores().identities().open(scene.id()).getFirst().id();
    Sight.isFine("questions", at("/questions"));
    Sight.isFine("question", at("/questions/" + question));
    Sight.isFine("invoice-asked", at("/invoices/" + twins.invoice("billing")));

    new Identify(scene.stores()).answer(scene.id(), question, true, "anna");
    twins.customer("billing", "Jansen Handel", "NL001234567B01");
    match();
    Sight.isFine("question-answered", at("/questions/" + question));
    Sight.isFine("invoice-of-two", at("/invoices/" + twins.invoice("billing")));
    Sight.isFine("customer-of-two", at("/customers/" + twins.said(Scene.FOLDER).id()));
    Sight.isFine("company-of-two", at("/company"));
  }

  private String at(String path) {
    return path + "?company=" + scene.id();
  }

  private void match() {
    twins.matchIsDue();
    MatchCompany match = new MatchCompany(scene.stores(), Checkpoint.NONE);
    while (match.next()) {
      // until nothing waits
    }
  }
}
