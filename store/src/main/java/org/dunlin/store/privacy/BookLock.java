package org.dunlin.store.privacy;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may be at a company's books, until the transaction ends. */
record BookLock(JdbcClient jdbc) {
  void alone(String companyId) {
    take("pg_advisory_xact_lock", companyId);
  }

  void withOthers(String companyId) {
    take("pg_advisory_xact_lock_shared", companyId);
  }

  private void take(String function, String companyId) {
    jdbc.sql("select %s(hashtextextended('books of ' || :company, 0))".formatted(function))
        .param("company", companyId)
        .query()
        .singleRow();
  }
}
