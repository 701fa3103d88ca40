package org.dunlin.console.page;

import org.dunlin.store.view.WorkList;

/** Where a task is done. */
public final class TaskAddress {
  private TaskAddress() {}

  /** The page of what a task is about. */
  public static String of(WorkList.Line task, Frame frame) {
    String subject = task.subjectId();
    String path =
        switch (task.kind()) {
          case CALL -> "/tasks/call/" + subject;
          case BROKEN_PROMISE, BROKEN_ARRANGEMENT, PROPOSAL, DISPUTE, CREDIT ->
              "/standstills/" + subject;
          case DEBIT -> "/mandates?customer=" + task.customerId() + "&";
          case CONFLICT -> "/invoices/" + task.invoiceId();
          case UNKNOWN_SEND, HANDOVER -> "/messages/" + subject;
          case BOUNCE, WRONG_NUMBER, ANSWER, RECALLED, REOPEN -> "/customers/" + task.customerId();
        };
    return path + (path.endsWith("&") ? "" : "?") + frame.query();
  }
}
