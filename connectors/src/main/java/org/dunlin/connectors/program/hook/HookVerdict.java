package org.dunlin.connectors.program.hook;

import java.util.List;
import java.util.Map;
import org.dunlin.core.port.HttpCall;
import org.jspecify.annotations.Nullable;

/** What a call of a program comes to. */
public sealed interface HookVerdict {
  /**
   * The program tries the address: it is answered 200 with these headers and an empty body, and
   * nothing of the call is kept but the secret.
   *
   * @param then what is sent afterwards, without credentials as yet; absent where nothing is
   * @param secret to be kept as {@code hook.secret}, where none is kept yet
   */
  record Handshake(Map<String, String> headers, @Nullable HttpCall then, @Nullable String secret)
      implements HookVerdict {
    public Handshake {
      headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
      return "a handshake";
    }
  }

  /** It is genuine: stored, answered 200, and what it wants is fetched. */
  record Notices(List<Notice> notices) implements HookVerdict {
    public Notices {
      notices = List.copyOf(notices);
    }
  }

  /**
   * It is not genuine: answered 401 and counted, and nothing of it is kept, nor in the sentence.
   */
  record Wrong(String sentence) implements HookVerdict {}

  /** It is genuine and cannot be understood: answered 400 and counted. */
  record Unreadable(String sentence) implements HookVerdict {}
}
