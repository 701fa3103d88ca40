package org.dunlin.work.dun;

/** Another preview is being reckoned, which takes long; nothing was reckoned. */
public final class PreviewBusy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PreviewBusy() {
    super("another preview is being reckoned; ask again in some seconds", null, false, false);
  }
}
