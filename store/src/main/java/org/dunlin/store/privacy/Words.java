package org.dunlin.store.privacy;

/** Columns in which the hub notes sentences, which may quote names and addresses. */
enum Words {
  DELIVERY_NAME("delivery", "name"),
  DELIVERY_REASON("delivery", "reason"),
  PROBLEM("problem", "message"),
  PROBLEM_POSITION("problem", "position"),
  FLOW("flow", "last_failure"),
  EFFECT("effect", "reason"),
  REFUSED_ADDRESS("effect", "refused_address"),
  TEXT_REPORT("text_message", "report_reason"),
  JOURNAL("journal", "reason");

  private final String table;
  private final String column;

  Words(String table, String column) {
    this.table = table;
    this.column = column;
  }

  /** Parameters: gone, company, quoted. */
  String removal() {
    return """
        update %1$s set %2$s = :gone
         where company_id = :company and %2$s is not null
           and exists (select 1 from unnest(cast(:quoted as text[])) q
                        where position(lower(q) in lower(%2$s)) > 0)
        """
        .formatted(table, column);
  }
}
