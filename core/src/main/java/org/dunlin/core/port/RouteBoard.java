package org.dunlin.core.port;

import java.util.List;

/**
 * The routes of this process, by which everything moves: how they are doing, and their switches.
 */
public interface RouteBoard {
  /** All routes, by their ids. */
  List<RouteStatus> all();

  /**
   * Switches a stage on or off, in this process and until it ends. What a stage is at when it is
   * switched off it brings to an end; then it takes up nothing more, and what waits stays.
   */
  void set(Stage stage, boolean on);

  /**
   * Has a single route do something, in this process and until it ends; false where it may not do
   * that now, or is in the middle of something that does not end soon, and then goes on as before.
   * A road that a person stopped or suspended is started again by nobody but a person.
   */
  boolean act(String routeId, RouteAct act);
}
