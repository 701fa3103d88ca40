package org.dunlin.work.privacy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.dunlin.core.model.DunningMode;
import org.dunlin.work.BankFile;
import org.dunlin.work.BankFile.Entry;
import org.dunlin.work.InvoiceFile;
import org.dunlin.work.TestHub;

/** A hub with a person whose invoice was reminded of and then paid, and somebody else. */
final class Person implements AutoCloseable {
  static final String NAME = "Wilhelmina Zonnebloem";
  static final String MAIL = "wil@zonnebloem.example";
  static final String ID = "87654321";

  final TestHub hub = TestHub.with(DunningMode.LIVE);
  final InvoiceFile invoice =
      InvoiceFile.of("2026-0042", ID, TestHub.TODAY.minusDays(20), "121.00").named(NAME).to(MAIL);
  final InvoiceFile others = InvoiceFile.of("2026-0043", "11112222", TestHub.TODAY, "50.00");

  /** Both invoices; the person is reminded. */
  Person reminded() {
    hub.offer("zonnebloem-42.xml", invoice.bytes());
    hub.offer("43.xml", others.bytes());
    hub.offer("yesterday.xml", BankFile.day(TestHub.IBAN, TestHub.TODAY.minusDays(1)).bytes());
    hub.run();
    return this;
  }

  /** The person has paid; the statement names both. */
  Person paid() {
    reminded();
    hub.offer("today.xml", statement("paid with thanks").bytes());
    hub.run();
    return this;
  }

  BankFile statement(String words) {
    return BankFile.empty()
        .with(
            TestHub.IBAN,
            TestHub.TODAY,
            TestHub.TODAY,
            java.math.BigDecimal.ZERO,
            List.of(
                Entry.in(
                    "R-1",
                    TestHub.TODAY,
                    "121.00",
                    NAME.toUpperCase(java.util.Locale.ROOT),
                    "2026-0042 " + words),
                Entry.in("R-2", TestHub.TODAY, "7.00", "Somebody Else", "no idea")));
  }

  /** The same file with other bytes. */
  static byte[] withAnotherLine(byte[] file) {
    byte[] longer = Arrays.copyOf(file, file.length + 1);
    longer[file.length] = '\n';
    return longer;
  }

  UUID id() {
    return hub.jdbc()
        .sql("select customer_id from invoice where number = '2026-0042'")
        .query(UUID.class)
        .single();
  }

  EraseCustomer.Erased erase() {
    return new EraseCustomer(hub.stores).erase("acme", id(), "anna");
  }

  /** Every place of the database that holds a text: table, column, and the row. */
  List<String> places(String text) {
    List<String> found = new ArrayList<>();
    hub.jdbc()
        .sql(
            """
            select c.relname || '.' || a.attname as place, c.relname as relation, a.attname as column,
                   format_type(a.atttypid, null) as type
              from pg_class c join pg_attribute a on a.attrelid = c.oid
             where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
               and not c.relispartition and a.attnum > 0 and not a.attisdropped
            """)
        .query(
            row -> {
              String column = '"' + row.getString("column") + '"';
              boolean bytes = row.getString("type").equals("bytea");
              String search =
                  bytes
                      ? "position(:bytes in " + column + ") > 0"
                      : "position(lower(:text) in lower(cast(" + column + " as text))) > 0";
              boolean there =
                  hub.jdbc()
                      .sql(
                          "select exists (select 1 from "
                              + row.getString("relation")
                              + " where "
                              + search
                              + ")")
                      .param("text", text)
                      .param("bytes", text.getBytes(StandardCharsets.UTF_8))
                      .query(Boolean.class)
                      .single();
              if (there) {
                found.add(row.getString("place"));
              }
            });
    return found;
  }

  /** What the books say in amounts: all of it must stay to the cent. */
  List<String> books() {
    return hub.jdbc()
        .sql(
            """
            select 'invoice ' || number || total || outstanding || claimed || status || issue_date from invoice
            union all
            select 'payment ' || payment_id || amount || claimed || returned || booking_date from payment
            union all
            select 'allocation ' || payment_id || invoice_id || amount || decision || business_date from allocation
            union all
            select 'statement ' || statement_id || cast(record as text) from statement
            union all
            select 'action ' || cast(record as text) from action
            order by 1
            """)
        .query(String.class)
        .list();
  }

  @Override
  public void close() {
    hub.close();
  }
}
