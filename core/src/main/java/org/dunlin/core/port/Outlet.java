package org.dunlin.core.port;

/** The way out of the hub. */
public interface Outlet {
  /**
   * Hands over and returns once the receiver has taken it.
   *
   * @param enclosures gives the bytes that the dispatch refers to
   * @throws NotSent when nothing has left and a later try may succeed
   * @throws Refused when the receiver refused it for good
   * @throws RuntimeException when it is not known whether it has left
   */
  void send(Dispatch dispatch, Enclosures enclosures) throws NotSent, Refused;

  /**
   * The same.
   *
   * @param hearing is told what the receiver's server says, where there is one that says something
   */
  default void send(Dispatch dispatch, Enclosures enclosures, Hearing hearing)
      throws NotSent, Refused {
    send(dispatch, enclosures);
  }

  /**
   * Whether it may be handed over again after an outcome that nobody knows, though others of its
   * kind may not: the receiver honours a key that goes along, or is asked first.
   */
  default boolean isRepeatable(Dispatch dispatch) {
    return false;
  }
}
