package org.dunlin.sandbox.program.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Reply;

/** Who asks, the divisions and the journals. */
final class ExactSettings {
  private final ExactCompany company;

  ExactSettings(ExactCompany company) {
    this.company = company;
  }

  void serve(ExactApi api) {
    api.current("Me", this::me);
    api.rows(
        new EntitySet(
            "system/Divisions",
            "System.Division",
            "Code",
            EntitySet.SINGLE,
            () -> List.of(division())));
    api.rows(
        new EntitySet(
            "financial/Journals",
            "Financial.Journal",
            "ID",
            EntitySet.SINGLE,
            () ->
                List.of(
                    journal(ExactCompany.BANK, "Bank", 12),
                    journal(ExactCompany.CLEARING, "Betaaldienst", 12),
                    journal(ExactCompany.CASH, "Kas", 10),
                    journal(ExactCompany.SALES, "Verkoopboek", 20))));
  }

  private Reply me(Ask ask) {
    ObjectNode body = Json.object();
    ObjectNode me = body.putObject("d").putArray("results").addObject();
    me.put("UserID", company.user().toString());
    me.put("CurrentDivision", company.division());
    me.put("AccountingDivision", company.division());
    me.put("FullName", "Dunlin");
    me.put("LanguageCode", "nl-NL");
    return Reply.json(body);
  }

  private ObjectNode division() {
    return new Row()
        .put("Code", company.division())
        .put("Current", true)
        .put("CustomerName", company.name())
        .put("Description", company.name())
        .put("Country", company.country())
        .put("Currency", company.currency().getCode())
        .put("IsMainDivision", true)
        .put("Status", 1)
        .json();
  }

  private ObjectNode journal(String code, String description, int type) {
    return new Row()
        .put("ID", company.id("journal " + code))
        .put("Division", company.division())
        .put("Code", code)
        .put("Description", description)
        .put("Currency", company.currency().getCode())
        .put("IsBlocked", false)
        .put("Type", type)
        .json();
  }
}
