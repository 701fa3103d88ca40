package org.dunlin.console.right;

import java.security.Principal;
import org.dunlin.store.access.Permits;
import org.dunlin.store.access.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/** Somebody of whom it is known what they may do: a person, or a program with a token. */
public interface Permitted {
  /** What they may do. */
  Permits permits();

  /** What a caller may do; nothing where it is nobody that is known. */
  static Permits of(@Nullable Principal caller) {
    if (caller instanceof Permitted permitted) {
      return permitted.permits();
    }
    return caller instanceof Authentication known
            && known.getPrincipal() instanceof Permitted person
        ? person.permits()
        : Permits.NONE;
  }

  /** Whether it is somebody of whom that is known. */
  static boolean known(Authentication caller) {
    return caller instanceof Permitted || caller.getPrincipal() instanceof Permitted;
  }

  /** Whether a caller may do this in single companies alone, and not to the hub as a whole. */
  static boolean forSomeOnly(@Nullable Principal caller, Right right) {
    return !of(caller).mayEverywhere(right);
  }
}
