package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Reply;

/** A record that Xero does not take, with the reason. */
final class XeroFaults {
  private XeroFaults() {}

  /** What was sent, with what is wrong with it. */
  static ObjectNode faulty(ObjectNode sent, String message) {
    ObjectNode element = sent.deepCopy();
    element.putArray("ValidationErrors").addObject().put("Message", message);
    return element;
  }

  static Reply validation(ObjectNode sent, String message) {
    ObjectNode body = Json.object();
    body.put("ErrorNumber", 10);
    body.put("Type", "ValidationException");
    body.put("Message", "A validation exception occurred");
    body.putArray("Elements").add(faulty(sent, message));
    return Reply.json(400, body);
  }
}
