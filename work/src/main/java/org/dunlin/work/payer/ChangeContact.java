package org.dunlin.work.payer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Customer;
import org.dunlin.store.Stores;
import org.dunlin.store.journal.Happening;
import org.dunlin.store.payer.PayerVisits.Told;
import org.dunlin.work.dialogue.Notes;
import org.jspecify.annotations.Nullable;

/**
 * A customer says how it wants to be reached. Nothing is changed by that: the customer is kept in
 * the company's own program, and whoever has a link may not be the customer. So it is a task for a
 * person of the company, and the address that was known until now is told when another is wanted,
 * once an hour at most.
 */
public final class ChangeContact {
  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"(),:;\\\\\\[\\]]{1,64}@[^\\s@<>\"(),:;\\\\\\[\\]]{1,180}");
  private static final Pattern SHOWN = Pattern.compile("[^\\p{Cntrl}\\u2028\\u2029]{0,200}");

  private final Stores stores;
  private final Once once;
  private final Notes notes;
  private final PayerMail mail;

  /** Over these stores. */
  public ChangeContact(Stores stores) {
    this.stores = stores;
    once = new Once(stores);
    notes = new Notes(stores);
    mail = new PayerMail(stores);
  }

  /** What is wanted; absent: as it is. */
  public record Wanted(
      @Nullable String contact,
      @Nullable String email,
      @Nullable String phone,
      @Nullable String street,
      @Nullable String postalCode,
      @Nullable String city) {}

  /**
   * Asks for the change; false where this form did before.
   *
   * @throws NotDone when nothing is other than it is, or it cannot be written so
   */
  public boolean ask(Payer payer, PayerForm form, Wanted wanted) {
    return once.run(payer, form, () -> askNow(payer, wanted));
  }

  private void askNow(Payer payer, Wanted wanted) {
    Customer customer =
        stores
            .customers()
            .find(payer.companyId(), payer.customerId())
            .orElseThrow(() -> new NotDone(NotDone.Reason.NOT_OPEN));
    Language reader = Language.of(payer.profile().company());
    Optional<Address> address = Optional.ofNullable(customer.address());
    List<String> lines = new ArrayList<>();
    add(lines, reader, "contact", null, wanted.contact());
    add(lines, reader, "email", customer.email(), wanted.email());
    add(lines, reader, "phone", customer.phone(), wanted.phone());
    add(lines, reader, "street", address.map(Address::street).orElse(null), wanted.street());
    add(
        lines,
        reader,
        "postalCode",
        address.map(Address::postalCode).orElse(null),
        wanted.postalCode());
    add(lines, reader, "city", address.map(Address::city).orElse(null), wanted.city());
    NotDone.unless(!lines.isEmpty(), NotDone.Reason.NOTHING_NEW);
    notes.answer(
        payer.companyId(),
        payer.customerId(),
        PayerMail.say(reader, "note.intro") + "\n" + String.join("\n", lines),
        Payer.ACTOR);
    stores
        .journal()
        .append(
            payer.companyId(),
            Happening.to(
                "customer",
                payer.customerId(),
                "PAYER_CONTACT_WANTED",
                Payer.ACTOR,
                payer.today(),
                String.join("; ", lines)));
    tellOldAddress(payer, customer, wanted.email());
  }

  private void tellOldAddress(Payer payer, Customer customer, @Nullable String email) {
    String known = customer.email();
    if (known == null
        || email == null
        || email.isBlank()
        || email.strip().equals(known)
        || !stores.payer().visits().tell(payer.companyId(), payer.customerId(), Told.CONTACT)) {
      return;
    }
    Language language = PayerLanguage.of(stores, payer.profile(), payer.customerId());
    mail.send(
        payer.profile(),
        payer.customerId(),
        known,
        new PayerMail.Written(
            PayerMail.say(language, "told.subject", payer.profile().company().name()),
            List.of(
                PayerMail.say(language, "told.greeting", customer.name()),
                PayerMail.say(language, "told.what", email.strip()),
                PayerMail.say(language, "told.not-you")),
            null));
  }

  private static void add(
      List<String> lines,
      Language reader,
      String field,
      @Nullable String known,
      @Nullable String wanted) {
    String text = wanted == null ? "" : wanted.strip();
    String before = known == null ? "" : known.strip();
    if (text.isEmpty() || text.equals(before)) {
      return;
    }
    NotDone.unless(SHOWN.matcher(text).matches(), NotDone.Reason.WRONG_CHARACTERS);
    Predicate<String> email = EMAIL.asMatchPredicate();
    NotDone.unless(!field.equals("email") || email.test(text), NotDone.Reason.WRONG_EMAIL);
    String label = PayerMail.say(reader, "note." + field);
    lines.add(
        before.isEmpty()
            ? PayerMail.say(reader, "note.new", label, text)
            : PayerMail.say(reader, "note.changed", label, before, text));
  }
}
