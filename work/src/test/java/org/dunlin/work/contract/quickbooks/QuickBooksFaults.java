package org.dunlin.work.contract.quickbooks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.dunlin.core.port.HttpReply;
import org.dunlin.work.contract.Replies;

/** Faults, as QuickBooks words them. */
final class QuickBooksFaults {
  private QuickBooksFaults() {}

  static HttpReply fault(int status, String type, String code, String message, String detail) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode fault = body.putObject("Fault");
    fault
        .putArray("Error")
        .addObject()
        .put("Message", message)
        .put("Detail", detail)
        .put("code", code)
        .put("element", "");
    fault.put("type", type);
    body.put("time", "2026-11-26T01:00:00.000-08:00");
    return Replies.json(status, body);
  }

  static HttpReply validation(String code, String message, String detail) {
    return fault(400, "ValidationFault", code, message, detail);
  }

  static HttpReply notFound() {
    return validation("610", "Object Not Found", "Object Not Found : It may have been deleted.");
  }

  static HttpReply stale() {
    return validation("5010", "Stale Object Error", "Stale Object Error : Somebody was faster.");
  }

  static HttpReply throttled(int status) {
    return fault(
        status,
        "SERVICE",
        "3001",
        "message=ThrottleExceeded; errorCode=003001; statusCode=429",
        "The request limit was reached.  Try again later");
  }

  static HttpReply failed() {
    return fault(
        500,
        "SystemFault",
        "10000",
        "An application error has occurred while processing your request",
        "System Failure Error");
  }

  /** The gateway's own form, with small letters, which stands before the API. */
  static HttpReply unauthorised() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ObjectNode fault = body.putNull("warnings").putNull("intuitObject").putObject("fault");
    fault
        .putArray("error")
        .addObject()
        .put("message", "message=AuthenticationFailed; errorCode=003200; statusCode=401")
        .put("detail", "Token expired")
        .put("code", "3200")
        .putNull("element");
    fault.put("type", "AUTHENTICATION");
    return Replies.json(401, body);
  }
}
