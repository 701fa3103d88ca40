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
}
