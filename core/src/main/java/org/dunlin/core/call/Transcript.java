package org.dunlin.core.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a call: without secrets, and cut where it was long.
 *
 * @param address with its query
 * @param asked the headers that went along, a line each
 * @param request the body that was sent; absent where there was none, or it is not kept
 * @param answered the headers that came, a line each
 * @param reply the body that came; absent where there was none, or it is not kept
 * @param reason what went wrong, as a sentence; absent where nothing did
 */
public record Transcript(
    String address,
    List<String> asked,
    @Nullable String request,
    List<String> answered,
    @Nullable String reply,
    @Nullable String reason) {
  public Transcript {
    asked = List.copyOf(asked);
    answered = List.copyOf(answered);
  }

  /** The address as those may see it who may not see what was said: without its query. */
  public String place() {
    int query = address.indexOf('?');
    return query < 0 ? address : address.substring(0, query);
  }
}
