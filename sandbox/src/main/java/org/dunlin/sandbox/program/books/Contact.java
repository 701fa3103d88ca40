package org.dunlin.sandbox.program.books;

import org.dunlin.core.model.Customer;

/** Who buys; of the customer all counts but its id, which is another program's. */
public record Contact(Stamp stamp, Customer customer, boolean archived) implements Kept<Contact> {
  @Override
  public Contact stamped(Stamp next) {
    return new Contact(next, customer, archived);
  }

  public Contact with(Customer other) {
    return new Contact(stamp, other, archived);
  }

  public Contact archive() {
    return new Contact(stamp, customer, true);
  }
}
