package org.dunlin.store.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.dunlin.core.dunning.GateCheck;
import org.dunlin.core.dunning.GateFinding;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was found when messages of actions were to leave. */
public final class GateAskings {
  private static final JsonMapper JSON = new JsonMapper();

  private final JdbcClient jdbc;

  /** The findings of this database. */
  public GateAskings(DataSource pool) {
    jdbc = JdbcClient.create(pool);
  }

  /** What came of it. */
  public enum Answer {
    /** It left, or was about to. */
    GO,
    /** It waits, and it will be asked again. */
    WAIT,
    /** It was withdrawn. */
    NEVER
  }

  /** The last time that it was asked whether a message may leave. */
  public record Asking(
      UUID effectId, String actionId, Instant at, Answer answer, List<GateFinding> findings) {
    public Asking {
      findings = List.copyOf(findings);
    }
  }

  /** Keeps what was found now of a message, in place of what was found before. */
  public void put(
      String companyId,
      UUID effectId,
      String actionId,
      UUID customerId,
      Answer answer,
      List<GateFinding> findings) {
    jdbc.sql(
            """
            insert into gate_asking (company_id, effect_id, action_id, customer_id, answer, findings)
            values (:company, :effect, :action, :customer, :answer, cast(:findings as jsonb))
            on conflict (company_id, effect_id) do update
               set asked_at = clock_timestamp(), answer = excluded.answer, findings = excluded.findings
            """)
        .param("company", companyId)
        .param("effect", effectId)
        .param("action", actionId)
        .param("customer", customerId)
        .param("answer", answer.name())
        .param("findings", json(findings))
        .update();
  }

  /** Of a message; empty where nothing was asked yet, or it is erased. */
  public Optional<Asking> ofMessage(String companyId, UUID effectId) {
    return jdbc.sql("select * from gate_asking where company_id = :company and effect_id = :effect")
        .param("company", companyId)
        .param("effect", effectId)
        .query(GateAskings::row)
        .optional();
  }

  /** Of the messages of an action, the newest first. */
  public List<Asking> ofAction(String companyId, String actionId) {
    return jdbc.sql(
            """
            select * from gate_asking where company_id = :company and action_id = :action
             order by asked_at desc
            """)
        .param("company", companyId)
        .param("action", actionId)
        .query(GateAskings::row)
        .list();
  }

  private static Asking row(ResultSet row, int number) throws SQLException {
    return new Asking(
        row.getObject("effect_id", UUID.class),
        row.getString("action_id"),
        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
        Answer.valueOf(row.getString("answer")),
        findings(row.getString("findings")));
  }

  private static String json(List<GateFinding> findings) {
    ArrayNode array = JSON.createArrayNode();
    for (GateFinding each : findings) {
      ObjectNode node = array.addObject();
      node.put("check", each.check().name());
      node.put("found", each.found().name());
      ObjectNode of = node.putObject("of");
      each.of().forEach(of::put);
    }
    return array.toString();
  }

  private static List<GateFinding> findings(String json) {
    try {
      List<GateFinding> findings = new ArrayList<>();
      for (JsonNode node : JSON.readTree(json)) {
        Map<String, String> of = new TreeMap<>();
        node.path("of")
            .properties()
            .forEach(each -> of.put(each.getKey(), each.getValue().asText()));
        findings.add(
            new GateFinding(
                GateCheck.valueOf(node.path("check").asText()),
                GateFinding.Found.valueOf(node.path("found").asText()),
                of));
      }
      return findings;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the store keeps JSON only", e);
    }
  }
}
