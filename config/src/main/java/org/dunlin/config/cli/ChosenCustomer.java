package org.dunlin.config.cli;

import java.util.List;
import org.dunlin.core.model.Customer;
import org.dunlin.store.Stores;
import picocli.CommandLine.Parameters;

/** The customer of a command line. */
final class ChosenCustomer {
  @Parameters(index = "0", paramLabel = "COMPANY", description = "The id of the company.")
  private String company = "";

  @Parameters(
      index = "1",
      paramLabel = "CUSTOMER",
      description = "The customer's id, id or number at its source, or whole name.")
  private String customer = "";

  /** That more than one or none is meant, as a sentence. */
  static final class Unclear extends Exception {
    private static final long serialVersionUID = 1;

    Unclear(String message) {
      super(message);
    }
  }

  String company() {
    return company;
  }

  Customer find(Stores stores) throws Unclear {
    if (stores.companies().find(company).isEmpty()) {
      throw new Unclear("There is no company " + company + ".");
    }
    List<Customer> found = stores.customerFiles().named(company, customer);
    return switch (found.size()) {
      case 0 -> throw new Unclear("Company " + company + " has no customer " + customer + ".");
      case 1 -> found.getFirst();
      default ->
          throw new Unclear(
              "Several customers are called "
                  + customer
                  + "; name one by its id: "
                  + String.join(", ", found.stream().map(Customer::id).toList()));
    };
  }
}
