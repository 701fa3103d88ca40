package org.dunlin.console.page;

import java.util.List;
import org.dunlin.console.page.Comparison.Agreement;
import org.dunlin.console.words.Words;
import org.dunlin.store.ledger.Identities.Kind;
import org.dunlin.store.ledger.Identities.Named;
import org.dunlin.store.ledger.Identities.State;
import org.dunlin.store.view.Questions;

/**
 * A question of whether two records are one, with what hangs on the answer.
 *
 * @param leading the record that would lead, were they one
 * @param rows both of them, field by field
 */
public record ShownQuestion(
    Questions.Line line, Named leading, List<Comparison.Row> rows, Words words) {

  /** Which questions a list shows. */
  public enum Show {
    OPEN,
    ANSWERED
  }

  static ShownQuestion of(Questions.Line line, Named leading, Words words) {
    return new ShownQuestion(line, leading, Comparison.of(words, line), words);
  }

  /** What is in question, such as {@code Invoice 2026-0042}. */
  public String title() {
    Questions.Side side = leadingSide();
    if (side.invoice() != null) {
      return words.name(side.invoice().kind()) + " " + side.invoice().number();
    }
    return side.customer() == null ? line.one().named().sourceId() : side.customer().name();
  }

  /** The side that would lead. */
  public Questions.Side leadingSide() {
    return line.one().named().equals(leading) ? line.one() : line.other();
  }

  /** The side whose word would count less. */
  public Questions.Side otherSide() {
    return line.one().named().equals(leading) ? line.other() : line.one();
  }

  /** Whether nobody has answered it. */
  public boolean open() {
    return line.state() == State.OPEN;
  }

  /** Whether it is about invoices and not about customers. */
  public boolean ofInvoices() {
    return line.kind() == Kind.INVOICE;
  }

  /** What of both agrees, as names of fields. */
  public String agreeing() {
    return Comparison.which(rows, Agreement.AGREES);
  }

  /** What of both differs, as names of fields. */
  public String differing() {
    return Comparison.which(rows, Agreement.DIFFERS);
  }

  /** What happens where they are said to be one, a sentence each. */
  public List<String> ifSame() {
    String first = leadingSide().named().connectionId();
    String second = otherSide().named().connectionId();
    if (!ofInvoices()) {
      return List.of(
          words.say("questions.same.customer.leads", first, second),
          words.say("questions.same.customer.reminder"),
          words.say("questions.same.customer.undo"));
    }
    return List.of(
        words.say("questions.same.figures", first, outstanding(leadingSide())),
        words.say("questions.same.other", second, outstanding(otherSide())),
        words.say("questions.same.allocated"),
        words.say("questions.same.reminder"));
  }

  /** What happens where they are said to be two. */
  public String ifDifferent() {
    return words.say(ofInvoices() ? "questions.different.invoice" : "questions.different.customer");
  }

  /** What it holds as long as it is open. */
  public String meanwhile() {
    return ofInvoices()
        ? words.say("questions.meanwhile.invoice", otherSide().named().connectionId())
        : words.say("questions.meanwhile.customer");
  }

  private String outstanding(Questions.Side side) {
    return side.invoice() == null
        ? words.say("frame.none")
        : words.amount(side.invoice().outstanding());
  }
}
