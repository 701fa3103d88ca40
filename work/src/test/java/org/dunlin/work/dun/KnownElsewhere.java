package org.dunlin.work.dun;

import java.util.Map;
import java.util.UUID;
import org.dunlin.store.company.Connection;
import org.dunlin.work.TestHub;

/** Another program of the company {@code acme}, which has some of its invoices, too. */
final class KnownElsewhere {
  private final TestHub hub;
  private int sources;

  KnownElsewhere(TestHub hub) {
    this.hub = hub;
    hub.stores
        .connections()
        .put(new Connection("acme", "elsewhere", "folder", Map.of("path", "elsewhere"), false));
  }

  /**
   * Lets the program have an invoice.
   *
   * @param like the name of a customer whom its own is like
   * @param more what it says of it beside, as JSON
   * @return its own customer
   */
  UUID knows(String number, String like, String more) {
    UUID customer = new UUID(7, ++sources);
    hub.jdbc()
        .sql(
            """
            insert into customer (company_id, customer_id, connection_id, source_id, source_sequence, name, record)
            select company_id, :id, 'elsewhere', 'c' || :source, source_sequence, 'Elsewhere',
                   (record - 'source') || jsonb_build_object('id', :id, 'name', 'Elsewhere')
                     || cast(:more as jsonb)
              from customer where name = :name
            """)
        .param("id", customer)
        .param("source", sources)
        .param("more", more)
        .param("name", like)
        .update();
    hub.jdbc()
        .sql(
            """
            insert into invoice_source (company_id, connection_id, source_id, invoice_id, customer_id,
                                        source_sequence, outstanding, record)
            select company_id, 'elsewhere', 'i' || :source, invoice_id, :id, source_sequence,
                   outstanding, (record - 'source') || jsonb_build_object('customerId', :id)
              from invoice where number = :number
            """)
        .param("id", customer)
        .param("source", sources)
        .param("number", number)
        .update();
    return customer;
  }
}
